"""Citations and credits: a report names who it has a claim from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.link.slots import printed_days
from sayso.link.voices import Names, credit_of
from sayso.model.binding import Dependence, Gathering
from sayso.model.claim import Claim, Maker
from sayso.model.finding import Tie, TieSpan, TieType
from sayso.model.ids import id_of
from sayso.model.report import Credit, Report, Status
from sayso.model.telling import PUBLISHERS, Hop, Seen, TellerKind

MAKER = Maker("sayso.link.citing", "1")

#: A claim that cites an outlet leans on at most this many of its reports on the matter, nearest in time first; one
#: is enough for every count, and a prolific outlet would otherwise give as many ties as it has reports.
MOST_PARENTS = 8

_UNKNOWN_GAP = 10**6


@dataclass(frozen=True, slots=True)
class Shelf:
    """The reports at hand, and how many reports of the case each outlet has, by its key: all, and those read."""

    reports: Mapping[str, Report]
    printed: Mapping[str, tuple[int, int]]
    names: Names

    def own_key(self, report: Report) -> str:
        """The key of the outlet that publishes a report, or ""."""
        return self.names.key(report.outlet) if report.outlet else ""

    def seen(self, hop: Hop, report: Report) -> Seen:
        """Whether a hop's own report is in the case; a report is no witness for itself."""
        if not hop.name:
            return Seen.NO
        key = self.names.key(hop.name)
        return state_of(self.printed.get(key, (0, 0)), report.status if key == self.own_key(report) else None)


def state_of(printed: tuple[int, int], own: Status | None) -> Seen:
    """Whether a report of an outlet is in the case, not counting one of its own that is of this status."""
    others, read = printed[0] - (own is not None), printed[1] - (own in WAS_READ)
    return Seen.NO if others < 1 else Seen.YES if read > 0 else Seen.NOT_READ


#: What a report that was read may be listed as.
WAS_READ = frozenset({Status.READ, Status.DUPLICATE})


def shelf_of(reports: Iterable[Report], names: Names) -> Shelf:
    """The reports by id, and how many each outlet has."""
    by_id = {report.id: report for report in reports}
    printed: dict[str, tuple[int, int]] = {}
    for report in by_id.values():
        if report.outlet:
            key = names.key(report.outlet)
            found = printed.get(key, (0, 0))
            printed[key] = (found[0] + 1, found[1] + (report.status in WAS_READ))
    return Shelf(by_id, printed, names)


def seen_of(claims: Iterable[Claim], shelf: Shelf, matter_reports: Mapping[str, frozenset[str]]) -> dict[
    tuple[str, int], str
]:  # fmt: skip
    """For each hop of each claim, whether its own report is in the case: one by that outlet on the same matter, or
    one that could not be read; the outlet that prints the claim is always seen."""
    seen: dict[tuple[str, int], str] = {}
    for claim in claims:
        report = shelf.reports[claim.report]
        for at, hop in enumerate(claim.chain):
            if at == len(claim.chain) - 1:
                seen[claim.id, at] = Seen.YES.value
                continue
            state = shelf.seen(hop, report)
            if state is Seen.YES and not _on_matter(hop, report, shelf, matter_reports.get(claim.id, frozenset())):
                state = Seen.NO
            seen[claim.id, at] = state.value
    return seen


def _on_matter(hop: Hop, report: Report, shelf: Shelf, on_matter: frozenset[str]) -> bool:
    key = shelf.names.key(hop.name or "")
    return any(shelf.own_key(shelf.reports[other]) == key for other in on_matter if other != report.id)


def citation_ties(claims: Sequence[Claim], shelf: Shelf) -> list[Tie]:
    """A tie for each hop that names somebody else than the outlet itself; one for each claim and name."""
    ties = []
    for claim in claims:
        report = shelf.reports[claim.report]
        own = shelf.names.key(report.outlet) if report.outlet else ""
        named = [hop for hop in claim.chain[:-1] if hop.name and shelf.names.key(hop.name) != own]
        ties += [_citation(claim, hop, report, shelf) for hop in named]
    return ties


def _citation(claim: Claim, hop: Hop, report: Report, shelf: Shelf) -> Tie:
    spans = [TieSpan(claim.report, claim.start, claim.end)]
    if hop.start is not None and hop.end is not None:
        spans.append(TieSpan(claim.report, hop.start, hop.end))
    name = hop.name or hop.written
    said = "takes this from" if hop.kind in PUBLISHERS or hop.kind is TellerKind.DOCUMENT else "names as teller"
    state = shelf.seen(hop, report)
    where = "; its own report is not in the case" if state is Seen.NO and hop.kind in PUBLISHERS else ""
    who = report.outlet or report.path
    why = f"{who} {said} {name}{where}."
    tie = id_of("t", "citation", claim.id, shelf.names.key(name))
    return Tie(tie, TieType.CITATION, claim.id, None, name, True, 1.0, tuple(spans), why, MAKER)


def credit_ties(reports: Iterable[Report], names: Names) -> list[Tie]:
    """A tie for each report that credits another outlet in its dateline, byline, trailer or lead."""
    found = ((report, credit_of(report, names)) for report in reports)
    return [_credit(report, credit) for report, credit in found if credit]


def _credit(report: Report, credit: Credit) -> Tie:
    name = credit.outlet or credit.written
    why = f"{report.outlet or report.path} credits {name} in its {credit.kind}."
    spans = (TieSpan(report.id, credit.start, credit.end),)
    tie = id_of("t", "credit", report.id, name)
    return Tie(tie, TieType.CREDIT, report.id, None, name, True, 1.0, spans, why, MAKER)


def cited_dependences(gathering: Gathering, claims: Mapping[str, Claim], shelf: Shelf) -> list[Dependence]:
    """Within a matter, each claim that cites or credits an outlet depends on what that outlet's own reports say."""
    members = [claims[c] for c in (*gathering.claims, *gathering.possible)]
    by_outlet: dict[str, list[Claim]] = defaultdict(list)
    for claim in members:
        outlet = shelf.reports[claim.report].outlet
        if outlet:
            by_outlet[shelf.names.key(outlet)].append(claim)
    found = []
    for claim in members:
        for name, tie in _leans_on(claim, shelf, by_outlet):
            parents = [
                p for p in by_outlet.get(name, ()) if p.report != claim.report and _may_be(claim, p, name, shelf)
            ]
            parents = sorted(parents, key=lambda p: (gap(claim, p, shelf), p.id))[:MOST_PARENTS]
            why = "its outlet is cited"
            found += [Dependence(claim.id, parent.id, True, 1.0, tie, why) for parent in parents]
    return found


def _leans_on(claim: Claim, shelf: Shelf, at_hand: Container[str]) -> list[tuple[str, str]]:
    """The outlet nearest to the printing on which the claim leans, with the tie that says so; a teller who is called as
    one of the outlets at hand is that outlet, whatever he was taken for."""
    report = shelf.reports[claim.report]
    own = shelf.names.key(report.outlet) if report.outlet else ""
    named = [(hop, shelf.names.key(hop.name)) for hop in reversed(claim.chain[:-1]) if hop.name]
    keys = [key for hop, key in named if hop.kind in PUBLISHERS or key in at_hand]
    found = [(key, id_of("t", "citation", claim.id, key)) for key in keys if key != own]
    if found:
        return found[:1]
    credit = credit_of(report, shelf.names) if len(claim.chain) == 1 else None
    if credit is None or not credit.outlet:
        return []
    return [(shelf.names.key(credit.outlet), id_of("t", "credit", report.id, credit.outlet))]


def gap(claim: Claim, parent: Claim, shelf: Shelf) -> int:
    mine, theirs = printed_days(shelf.reports[claim.report]), printed_days(shelf.reports[parent.report])
    return abs(mine[0] - theirs[0]) if mine and theirs else _UNKNOWN_GAP


def _may_be(claim: Claim, parent: Claim, outlet: str, shelf: Shelf) -> bool:
    """Whether the cited report's claim can be the one taken over: a named or differing teller excludes it."""
    mine, theirs = claim.chain[0], parent.chain[0]
    if mine.name and shelf.names.key(mine.name) == outlet:
        return True
    if mine.kind in PUBLISHERS or theirs.kind in PUBLISHERS or len(claim.chain) == 1:
        return True
    if mine.named and theirs.named:
        return mine.name == theirs.name
    return mine.kind is theirs.kind or TellerKind.UNKNOWN in (mine.kind, theirs.kind)
