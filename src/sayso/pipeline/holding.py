"""What a run of linking has read of a case: reports, claims and traces, read when they are asked for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sayso.link.citing import Shelf
from sayso.link.corrections import heard
from sayso.link.linking import Books
from sayso.link.rulings import Rulings
from sayso.link.traces import EMPTY, Facts, Kind, Trace
from sayso.link.voices import Names
from sayso.model.binding import Voice
from sayso.model.claim import Claim
from sayso.model.report import Report
from sayso.store.index import Index

#: Claims held at once; one takes some 4 kB, its report as much again.
_MOST = 6_000


class Held:
    """The reports and claims that a run has at hand, by id; only those that count."""

    def __init__(self, index: Index, books: Books, ruled: Rulings) -> None:
        self.index = index
        self.books = books
        self.ruled = ruled
        self.names = Names(books.register)
        self.reports: dict[str, Report] = {}
        self.numbers: dict[str, int] = {}
        self.claims: dict[str, Claim] = {}
        self.voices: dict[str, Voice] = {}

    def lighten(self) -> None:
        """What is at hand is put away where it became much; called where nothing of it is in use."""
        if len(self.claims) > _MOST or len(self.reports) > _MOST:
            for each in (self.reports, self.numbers, self.claims, self.voices):
                each.clear()

    def take_reports(self, numbers: Iterable[int]) -> None:
        """The reports of these numbers are at hand."""
        known = set(self.numbers.values())
        for number, report in self.index.reports(sorted(set(numbers) - known)).items():
            self.reports[report.id] = report
            self.numbers[report.id] = number

    def take_claims(self, claims: Iterable[str]) -> None:
        """The claims of these ids are at hand, and their reports."""
        found = self.index.claims(sorted(set(claims) - self.claims.keys()))
        self.take_reports({number for number, _ in found.values()})
        for _, claim in found.values():
            self._put(claim)

    def _put(self, claim: Claim) -> None:
        self.claims[claim.id] = claim
        self.voices[claim.id] = heard(claim, self.reports[claim.report], self.names)

    def told(self, numbers: Sequence[int]) -> dict[str, list[Claim]]:
        """The claims of these reports that count, by id of the report and by id; all are at hand."""
        self.take_reports(numbers)
        found: dict[str, list[Claim]] = {}
        for claims in self.index.told(numbers).values():
            for claim in filter(self._counts, claims):
                self._put(claim)
                found.setdefault(claim.report, []).append(claim)
        return found

    def _counts(self, claim: Claim) -> bool:
        out = self.ruled.rejected
        return claim.counts and claim.id not in out and claim.report not in out

    def facts(self, reports: Iterable[str]) -> dict[str, Facts]:
        """What some reports, which are at hand, can share."""
        numbers = {self.numbers[report]: report for report in reports}
        made: dict[str, dict[Kind, Trace]] = {report: dict.fromkeys(Kind, EMPTY) for report in numbers.values()}
        for kind in Kind:
            for number, trace in self.index.traces.of(kind.value, sorted(numbers)).items():
                made[numbers[number]][kind] = Trace(*trace)
        return dict(made)

    def shelf(self, outlets: Iterable[str] = ()) -> Shelf:
        """The reports at hand, with how many reports some outlets have in the case."""
        return Shelf(self.reports, self.index.traces.printed(sorted(set(outlets))), self.names)
