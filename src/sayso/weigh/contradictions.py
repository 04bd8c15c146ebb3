"""Contradictions: claims of one matter that cannot both hold, by type, with what is none left out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import combinations

from sayso.model.claim import Claim
from sayso.model.finding import Contradiction, MatterKind
from sayso.weigh.differences import (
    actors_differ,
    causes_differ,
    counts_differ,
    dates_differ,
    levels_differ,
    places_differ,
    trends_differ,
)
from sayso.weigh.standing import Sides

#: A matter with more claims than this is compared by one claim of each value, not by every pair.
_MOST_COMPARED = 200

Difference = Callable[[Claim, Claim], str]

#: In the order in which they are listed.
_TYPES: tuple[tuple[str, Difference], ...] = (
    ("count", counts_differ),
    ("level", levels_differ),
    ("trend", trends_differ),
    ("cause", causes_differ),
    ("place", places_differ),
    ("date", dates_differ),
    ("actor", actors_differ),
)


def contradictions(sides: Sides, kind: MatterKind) -> tuple[Contradiction, ...]:
    """What the claims of a matter say against one another; what is told as a change or a part contradicts nothing."""
    found = list(_denials(sides))
    linked = told_together((*sides.standing, *sides.neither))
    compared = _representatives(sides.standing if kind is not MatterKind.FORECAST else sides.neither)
    pairs = [
        (one, other) for one, other in combinations(compared, 2)
        if not (linked and frozenset({one.id, other.id}) in linked) and not _one_breath(one, other)
    ]  # fmt: skip
    for name, differ in _TYPES:
        merged = _grouped(name, differ, pairs)
        if merged:
            found.append(merged)
    return tuple(found)


def _denials(sides: Sides) -> Iterable[Contradiction]:
    if sides.against and sides.standing:
        why = f"{_many(len(sides.against), 'claim')} against {_many(len(sides.standing), 'claim')} for it"
        yield Contradiction("denial", (_ids(sides.standing), _ids(sides.against)), why)


def _many(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _ids(claims: Iterable[Claim]) -> tuple[str, ...]:
    return tuple(sorted(claim.id for claim in claims))


def _representatives(claims: Sequence[Claim]) -> Sequence[Claim]:
    if len(claims) <= _MOST_COMPARED:
        return claims
    kept: dict[object, Claim] = {}
    for claim in claims:
        kept.setdefault(
            (claim.quantity and (claim.quantity.low, claim.quantity.high), claim.trend, claim.reason), claim
        )
    return list(kept.values())[:_MOST_COMPARED]


def _grouped(name: str, differ: Difference, pairs: Iterable[tuple[Claim, Claim]]) -> Contradiction | None:
    """One contradiction of a type: the claim that most others differ from against those others."""
    against: dict[str, dict[str, str]] = {}
    for one, other in pairs:
        why = differ(one, other)
        if why:
            against.setdefault(one.id, {})[other.id] = why
            against.setdefault(other.id, {})[one.id] = why
    if not against:
        return None
    pivot = min(against, key=lambda claim: (-len(against[claim]), claim))
    others = against[pivot]
    agreeing = {claim for claim in against if claim not in others and others.keys() <= against[claim].keys()}
    why = others[min(others)]
    return Contradiction(name, (tuple(sorted({pivot} | agreeing)), tuple(sorted(others))), why)


def _one_breath(one: Claim, other: Claim) -> bool:
    """Whether one teller says both in one report; he tells more, he does not contradict himself."""
    mine, theirs = one.chain[0], other.chain[0]
    return one.report == other.report and (mine.name, mine.written, mine.kind) == (
        theirs.name, theirs.written, theirs.kind,
    )  # fmt: skip


def told_together(claims: Iterable[Claim]) -> frozenset[frozenset[str]]:
    """Pairs of claims that one breath tells as a change or as a whole and its part; they contradict nothing."""
    return frozenset(
        frozenset({claim.id, other}) for claim in claims for other in (claim.change_of, claim.part_of) if other
    )
