"""A case kept linked: one more report relinks what it touches, with the result that linking everything would give."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from sayso.link.blocks import Placed
from sayso.link.citing import shelf_of
from sayso.link.kin import Kin, completed
from sayso.link.linking import Books, Held, Tied, bound_of, desk_of, named_ties, standing_claims, tied_in, told_by
from sayso.link.matters import Block, block_of, gathered, is_contrary, joined
from sayso.link.related import with_related
from sayso.link.rulings import rulings
from sayso.link.slots import slots_of
from sayso.link.voices import Names, voice_of
from sayso.model.binding import Bound, Gathering
from sayso.model.claim import Claim
from sayso.model.decision import Decision
from sayso.model.report import Report, Status


class Linker:
    """The claims of a case with their blocks, matters and ties, open to one more report at a time."""

    def __init__(
        self, reports: Sequence[Report], claims: Sequence[Claim], decisions: Sequence[Decision], books: Books
    ) -> None:
        self._books = books
        self._ruled = rulings(decisions)
        self._shelf = shelf_of((r for r in reports if r.status is not Status.DUPLICATE), Names(books.register))
        self._by_report = told_by(standing_claims(claims, self._shelf, self._ruled))
        self._desk = desk_of(self._by_report, self._shelf, books.weights)
        self._kin = Kin(self._by_report, self._desk.wordings, self._desk.texts)
        self._blocks: dict[Block, dict[str, Placed]] = defaultdict(dict)
        self._placed: dict[str, tuple[Block, Placed]] = {}
        self._raw: dict[Block, list[Gathering]] = {}
        self._tied: dict[str, Tied] = {}
        self._gatherings: dict[str, Gathering] = {}
        self.bound = Bound((), (), {}, {}, {}, self._ruled.decided("same origin"),
                           self._ruled.decided("not the same origin"))  # fmt: skip
        self._relink(self._by_report)

    @property
    def gatherings(self) -> dict[str, Gathering]:
        """The matters as they stand, by id."""
        return self._gatherings

    def add(self, report: Report, claims: Sequence[Claim]) -> tuple[set[str], set[str]]:
        """Takes in one more report; returns the ids of matters that are new or changed, and of those that are gone."""
        if report.status is Status.DUPLICATE or report.id in self._shelf.reports:
            return set(), set()
        self._shelf.put(report)
        told = standing_claims(claims, self._shelf, self._ruled)
        if not told:
            return set(), set()
        self._by_report[report.id] = told
        self._desk.put(told)
        text = self._desk.texts.add(report)
        touched = text | self._desk.details.add(report, told) | self._desk.items.add(report.id, told)
        return self._relink(touched | self._kin.add(report.id, text) | {report.id})

    def _relink(self, touched: Iterable[str]) -> tuple[set[str], set[str]]:
        """Places, gathers and ties the claims of some reports anew, and whatever hangs on them."""
        reports = sorted(touched)
        for block in sorted(self._replaced(reports)):
            placed = self._blocks[block]
            self._raw[block] = gathered({block: list(placed.values())}, self._desk.claims, self._ruled)
        found = joined([g for block in sorted(self._raw) for g in self._raw[block]], self._ruled, self._desk.claims)
        before, self._gatherings = self._gatherings, {g.id: g for g in with_related(found, self._desk.claims)}
        moved = {claim.id for report in reports for claim in self._by_report[report]}
        for claim in (self._desk.claims[each] for each in moved):
            self.bound.voices[claim.id] = voice_of(claim, self._shelf.reports[claim.report], self._shelf.names)
        changed = {id for id, g in self._gatherings.items() if before.get(id) != g or _touches(g, moved)}
        gone = before.keys() - self._gatherings.keys()
        for id in gone:
            self._tied.pop(id, None)
            self.bound.dependences.pop(id, None)
        for id in sorted(changed):
            if (
                _touches(self._gatherings[id], moved)
                or id not in before
                or _members(before[id]) != _members(self._gatherings[id])
            ):
                self._tie(id)
        return changed, set(gone)

    def _tie(self, id: str) -> None:
        tied = self._tied[id] = tied_in(self._gatherings[id], self._desk, self._shelf)
        out = self._ruled.rejected
        self.bound.dependences[id] = tuple(d for d in tied.dependences if d.tie not in out)

    def _replaced(self, reports: Iterable[str]) -> set[Block]:
        """The blocks in which some claim of these reports stands differently than before."""
        changed: set[Block] = set()
        for report in reports:
            for claim in completed(self._by_report[report], self._kin):
                block = block_of(claim, self._books.codebook)
                slots = slots_of(claim, self._shelf.reports[report], block.kind)
                placed = (block, Placed(claim.id, slots, is_contrary(claim)))
                before = self._placed.get(claim.id)
                if before == placed:
                    continue
                if before:
                    self._blocks[before[0]].pop(claim.id, None)
                    changed.add(before[0])
                self._placed[claim.id] = placed
                self._blocks[block][claim.id] = placed[1]
                changed.add(block)
        return changed

    def whole(self) -> Bound:
        """Everything found so far, as linking the whole case at once would give it."""
        named = named_ties(told_by(self._desk.claims[c] for c in sorted(self._desk.claims)), self._shelf)
        gatherings = [self._gatherings[id] for id in sorted(self._gatherings)]
        return bound_of(named, self._tied, gatherings, self._shelf, Held(self._desk.claims, self._ruled))


def _touches(gathering: Gathering, moved: set[str]) -> bool:
    return not (moved.isdisjoint(gathering.claims) and moved.isdisjoint(gathering.possible))


def _members(gathering: Gathering) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return gathering.claims, gathering.possible
