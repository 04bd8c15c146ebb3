"""A case brought up to date by what changed alone; or as a whole, in memory, where that is not known."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from sayso.link.linking import Books
from sayso.link.rulings import ids_in, rulings
from sayso.model.decision import Decision
from sayso.pipeline.arriving import Arrived, arrive, loosen
from sayso.pipeline.holding import Held
from sayso.pipeline.naming import name
from sayso.pipeline.originating import originate
from sayso.pipeline.owners import owned
from sayso.pipeline.rebuilding import rebuild
from sayso.pipeline.regathering import Regathered, regather
from sayso.pipeline.reweighing import Weighing
from sayso.pipeline.rivalling import rival, rivals
from sayso.store.index import Index

#: Reports changed at once, or the share of them, above which linking everything anew is the quicker way.
_MANY, _SHARE = 50, 10

_OF_CLAIMS = frozenset({"accept", "reject", "unsure", "adjudicate", "edit"})
_OF_MATTERS = frozenset({"same", "not the same"})
_OF_ORIGINS = frozenset({"same origin", "not the same origin"})
_OF_NOTHING = frozenset({"note", "grade", "sentence", "drop", "view", "publish"})


@dataclass(slots=True)
class _Touched:
    """What decisions touch: reports, blocks, and matters."""

    reports: set[int] = field(default_factory=set)
    blocks: set[str] = field(default_factory=set)
    matters: set[str] = field(default_factory=set)


def renew(index: Index, books: Books, made_by: str) -> None:
    """The derived rows are those of the case as it stands, and so is the index."""
    decided = index.decisions()
    books = replace(books, register=owned(books.register, decided))
    held = Held(index, books, rulings(decided))
    later = index.later()
    numbers = index.changed()
    touched = _touched(held, later) if index.usable(made_by) and _can_follow(held, later, numbers) else None
    if touched is not None:
        numbers = sorted({*numbers, *touched.reports})
        if len(numbers) > max(_MANY, index.size() // _SHARE):
            touched = None
    if touched is None:
        rebuild(index, books, held.ruled)
    else:
        _Run(held).go(numbers, touched)
    index.stamp(made_by)


def _can_follow(held: Held, later: Iterable[Decision], numbers: Iterable[int]) -> bool:
    """Whether every change is of a kind that is followed: decisions that are known (those about owners change what
    outlets are everywhere), and no claim that was edited or read again while decisions tie claims to each other."""
    known = _OF_CLAIMS | _OF_MATTERS | _OF_ORIGINS | _OF_NOTHING
    if any(each.says not in known for each in later):
        return False
    edited = any(each.says == "edit" for each in later)
    return not held.ruled.pairs or not (edited or held.index.traces.printed_by(numbers))


def _touched(held: Held, later: Iterable[Decision]) -> _Touched:
    index, found = held.index, _Touched()
    claims: set[str] = set()
    paired: set[str] = set()
    for each in later:
        ids = {each.about, *ids_in(each.value)}
        if each.says in _OF_CLAIMS:
            claims |= ids
        elif each.says in _OF_ORIGINS:
            paired |= ids | {"c" + id[1:] for id in ids if id}
        elif each.says in _OF_MATTERS:
            around = sorted(ids | {"c" + id[1:] for id in ids if id})
            found.blocks |= {row.block for row in index.standing.of_claims(around).values()}
    found.reports = index.reports_of(claims) | set(index.numbers_of(claims).values())
    found.reports |= set(index.knots.naming(claims).values())
    found.matters = index.knots.around(claims) | _around(held, paired)
    return found


def _around(held: Held, claims: Iterable[str]) -> set[str]:
    """The matters that claims are, or possibly are, about."""
    claims = sorted(claims)
    return set(held.index.standing.homes(claims).values()) | held.index.knots.possible(claims)


class _Run:
    """The steps, one after the other, over some reports."""

    def __init__(self, held: Held) -> None:
        self._held = held

    def go(self, numbers: list[int], touched: _Touched) -> None:
        """Takes in the reports, and all that hangs on them and on what was touched."""
        held, index = self._held, self._held.index
        arrived = arrive(held, numbers)
        lost = index.standing.places(sorted(arrived.dropped))
        index.standing.drop(sorted(arrived.dropped))
        loosen(held, arrived)
        blocks = arrived.blocks | touched.blocks
        gathered = regather(held, blocks, {matter for matter, _ in lost.values() if matter})
        weighing = Weighing(held, gathered.changed)
        weighing.stale |= {each.root for each in arrived.dropped.values()} - {""}
        retied = self._retied(arrived, gathered, touched)
        self._forget(weighing, gathered)
        weighing.tie(retied)
        weighing.stale |= {each.root for each in index.standing.of_claims(sorted(arrived.moved)).values()}
        renamed = originate(held, weighing.stale, {origin for _, origin in lost.values() if origin})
        reweighed = retied | _around(held, renamed)
        reweighed |= rivals(weighing, reweighed | gathered.gone)
        weighing.weigh(reweighed)
        rival(weighing, reweighed)
        self._relate(weighing, arrived, reweighed)
        self._see(weighing, arrived, gathered)
        index.derived.drop_matters(sorted(gathered.gone))

    def _retied(self, arrived: Arrived, gathered: Regathered, touched: _Touched) -> set[str]:
        """The matters whose ties may be others than before."""
        standing = self._held.index.standing
        weighed = {each.claim for each in standing.of_reports(sorted(arrived.traced.weighed))}
        found = set(gathered.changed) | touched.matters | _around(self._held, weighed | arrived.moved)
        return found - gathered.gone

    def _forget(self, weighing: Weighing, gathered: Regathered) -> None:
        """Nothing is kept of the matters that are gone, but in mind."""
        knots = self._held.index.knots
        old = knots.of(sorted(gathered.gone))
        ties = {tie for found in knots.tied(sorted(gathered.gone)).values() for tie in found}
        weighing.before.update(old)
        weighing.remember({each.topic for each in old.values()})
        knots.drop(sorted(gathered.gone))
        weighing.aimed |= ties
        left = ties - knots.leading(ties).keys() - knots.naming(ties).keys()
        self._held.index.derived.drop_ties(left)

    def _relate(self, weighing: Weighing, arrived: Arrived, reweighed: set[str]) -> None:
        """Matters that were not weighed list those related to them that there are now."""
        index = self._held.index
        moved = [topic for topic, before in sorted(weighing.topics.items()) if weighing.least(topic) != before]
        told = {claim for each in weighing.fresh.values() for claim in each.claims} | arrived.dropped.keys()
        others = {other for _, other in index.standing.breaths(sorted(told))}
        beside = {each.matter for each in index.knots.in_topics(moved)} | set(index.standing.homes(others).values())
        weighing.relate(beside - reweighed)

    def _see(self, weighing: Weighing, arrived: Arrived, gathered: Regathered) -> None:
        """Claims and ties say of the outlets they name whether their reports are in the case."""
        held, index = self._held, self._held.index
        naming = {claim for found in index.standing.naming(sorted(arrived.outlets)).values() for claim in found}
        homes = _around(held, arrived.moved) | set(index.standing.homes(sorted(naming)).values())
        for lot in weighing.lots(homes - set(gathered.changed)):
            weighing.see(lot)
        name(held, arrived.numbers | index.reports_of(naming), weighing.aimed)
