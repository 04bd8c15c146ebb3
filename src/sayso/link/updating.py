"""A case kept linked: one more report relinks what it touches, with the result that linking everything would give."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from sayso.link.blocks import Placed
from sayso.link.citing import shelf_of
from sayso.link.folding import folded_name
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
        self._topics: dict[Topic, set[Block]] = defaultdict(set)
        self._beside: dict[Topic, set[Topic]] = defaultdict(set)
        self._ids: dict[Topic, list[str]] = defaultdict(list)
        self._home: dict[str, str] = {}
        self._where: dict[str, set[str]] = defaultdict(set)
        self.bound = Bound((), (), {}, {}, {}, self._ruled.decided("same origin"),
                           self._ruled.decided("not the same origin"))  # fmt: skip
        self._relink(self._by_report)

    @property
    def gatherings(self) -> dict[str, Gathering]:
        """The matters as they stand, by id."""
        return self._gatherings

    @property
    def where(self) -> dict[str, set[str]]:
        """The matters that each claim is, or possibly is, about."""
        return self._where

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
        moved = [claim for report in reports for claim in self._by_report[report]]
        for claim in moved:
            self.bound.voices[claim.id] = voice_of(claim, self._shelf.reports[claim.report], self._shelf.names)
        blocks = self._replaced(reports)
        for claim in moved:
            self._tie_topics(claim)
        changed, untied, gone = self._regather(blocks)
        held = {id for claim in moved for id in self._where[claim.id]}
        for id in gone:
            self._tied.pop(id, None)
            self.bound.dependences.pop(id, None)
        for id in sorted(held | untied):
            self._tie(id)
        return changed | held, gone

    def _regather(self, blocks: Iterable[Block]) -> tuple[set[str], set[str], set[str]]:
        """Gathers blocks anew; returns the ids of changed matters, of those with other claims, and of lost ones."""
        ordered = sorted(blocks)
        for block in ordered:
            self._topics[_topic(block)].add(block)
            placed = list(self._blocks[block].values())
            self._raw[block] = gathered({block: placed}, self._desk.claims, self._ruled)
        near = self._closed({_topic(block) for block in ordered})
        before = {g.id: g for topic in near for id in self._ids.pop(topic, ()) for g in [self._gatherings.pop(id)]}
        found = [g for topic in sorted(near) for block in sorted(self._topics[topic]) for g in self._raw[block]]
        if self._ruled.decided("same"):
            found = joined(found, self._ruled, self._desk.claims)
        for gathering in found:
            self._home.update(dict.fromkeys(gathering.claims, gathering.id))
        changed: set[str] = set()
        untied: set[str] = set()
        for gathering in with_related(found, self._desk.claims, self._home):
            old = before.pop(gathering.id, None)
            self._gatherings[gathering.id] = gathering
            self._ids[_topic_of(gathering)].append(gathering.id)
            if old != gathering:
                changed.add(gathering.id)
            if old is None or _members(old) != _members(gathering):
                untied.add(gathering.id)
                self._file(old, gathering)
        for lost in before.values():
            self._file(lost, None)
        return changed, untied, set(before)

    def _file(self, old: Gathering | None, new: Gathering | None) -> None:
        for claim in (*old.claims, *old.possible) if old else ():
            self._where[claim].discard(old.id if old else "")
        for claim in (*new.claims, *new.possible) if new else ():
            self._where[claim].add(new.id if new else "")

    def _closed(self, topics: set[Topic]) -> set[Topic]:
        """The topics and all that one breath ties to them; all there are where people joined matters."""
        if self._ruled.decided("same"):
            return set(self._topics)
        todo, found = list(topics), set(topics)
        while todo:
            for other in self._beside[todo.pop()] - found:
                found.add(other)
                todo.append(other)
        return found

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

    def _tie_topics(self, claim: Claim) -> None:
        for other in (claim.change_of, claim.part_of):
            if other in self._placed and other is not None:
                mine, theirs = _topic(self._placed[claim.id][0]), _topic(self._placed[other][0])
                self._beside[mine].add(theirs)
                self._beside[theirs].add(mine)

    def whole(self) -> Bound:
        """Everything found so far, as linking the whole case at once would give it."""
        named = named_ties(told_by(self._desk.claims[c] for c in sorted(self._desk.claims)), self._shelf)
        gatherings = [self._gatherings[id] for id in sorted(self._gatherings)]
        return bound_of(named, self._tied, gatherings, self._shelf, Held(self._desk.claims, self._ruled))


Topic = tuple[str, str]


def _topic(block: Block) -> Topic:
    return block.indicator, block.actor


def _topic_of(gathering: Gathering) -> Topic:
    return gathering.indicator, folded_name(gathering.actor.name) if gathering.actor else ""


def _members(gathering: Gathering) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return gathering.claims, gathering.possible
