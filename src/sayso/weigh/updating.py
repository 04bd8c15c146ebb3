"""A case kept weighed: only matters that changed are weighed anew, and origins and names follow."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sayso.model.binding import Bound, Gathering
from sayso.model.books import Codebook
from sayso.model.claim import Claim
from sayso.model.finding import Linked, Matter, Origin
from sayso.model.report import Report
from sayso.weigh.counting import Weighed
from sayso.weigh.origins import Case, origin_of_group
from sayso.weigh.weighing import Scales, matter_of, printed_rank, roots_in, scales_of, weigh_one, with_rivals


@dataclass(slots=True)
class _Books:
    roots: dict[str, str] = field(default_factory=dict)  # by claim
    told: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))  # claims by root
    origins: dict[str, Origin] = field(default_factory=dict)  # by root
    origin_of: dict[str, str] = field(default_factory=dict)


class Weigher:
    """The weighed matters of a case that is linked report by report."""

    def __init__(self, bound: Bound, reports: Sequence[Report], claims: Sequence[Claim], codebook: Codebook) -> None:
        self._scales: Scales = scales_of(bound, reports, claims, codebook)
        self._bound = bound
        self._weighed: dict[str, Weighed] = {}
        self._matters: dict[str, Matter] = {}
        self._books = _Books()

    def take(self, report: Report, claims: Iterable[Claim]) -> None:
        """Takes in one more report with its claims; `update` then weighs what they changed."""
        self._scales.reports[report.id] = report
        for claim in claims:
            if claim.id in self._bound.voices:
                self._scales.claims[claim.id] = claim
                self._scales.rank[claim.id] = printed_rank(claim, report)

    def update(
        self, gatherings: Mapping[str, Gathering], where: Mapping[str, set[str]], changed: set[str], gone: set[str]
    ) -> set[str]:
        """Weighs the changed matters anew; returns the ids of all matters that read differently now.

        `where` gives the matters that each claim is, or possibly is, about.
        """
        for id in gone:
            self._weighed.pop(id, None)
            self._matters.pop(id, None)
        for id in changed:
            self._weighed[id] = weigh_one(gatherings[id], self._scales)
        renamed = self._reroot(changed)
        again = changed | {id for claim in renamed for id in where[claim]}
        for id in again:
            self._matters[id] = matter_of(self._weighed[id], self._scales, self._books.origin_of)
        return again | gone

    def _reroot(self, changed: Iterable[str]) -> set[str]:
        """Traces the claims of changed matters to their origins anew; returns the claims whose origin's id changed."""
        books, stale = self._books, set()
        for id in changed:
            for claim, root in roots_in(self._weighed[id], self._bound.voices).items():
                before = books.roots.get(claim)
                if before != root:
                    stale |= {root} | ({before} if before else set())
                    books.told[before or root].discard(claim)
                    books.told[root].add(claim)
                    books.roots[claim] = root
        renamed: set[str] = set()
        for root in stale:
            renamed |= self._rename(root)
        return renamed

    def _rename(self, root: str) -> set[str]:
        books, ids = self._books, sorted(self._books.told[root])
        if not ids:
            books.origins.pop(root, None)
            return set()
        case = Case(self._scales.claims, self._scales.reports)
        origin = books.origins[root] = origin_of_group(root, ids, self._bound.voices, case)
        renamed = {claim for claim in ids if books.origin_of.get(claim) != origin.id}
        books.origin_of.update(dict.fromkeys(ids, origin.id))
        return renamed

    def linked(self, whole: Bound) -> Linked:
        """Everything as linking and weighing the whole case at once would give it."""
        matters = with_rivals([self._matters[id] for id in sorted(self._matters)], self._scales)
        origins = sorted(self._books.origins.values(), key=lambda origin: origin.id)
        return Linked(whole.ties, tuple(origins), tuple(matters), dict(self._books.origin_of), whole.seen)
