"""From the places where patterns fit to the statements of a sentence: borders between codes, and one per statement."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from sayso.codify.clauses import clause_of
from sayso.codify.hits import Hit
from sayso.codify.lexicon import CONJUNCTIONS, NUMBERS


def _overlap(one: tuple[int, int], two: tuple[int, int]) -> bool:
    return one[0] < two[1] and two[0] < one[1]


def without_excluded(hits: Iterable[Hit], excludes: Sequence[Hit]) -> list[Hit]:
    """The hits that no exclusion of the same indicator touches, in their trigger or their actor."""
    return [
        hit
        for hit in hits
        if not any(hit.indicator == other.indicator and _touches(other.whole, hit) for other in excludes)
    ]


def _touches(stretch: tuple[int, int], hit: Hit) -> bool:
    """Whether a stretch shares words with the trigger of a hit or with the mention it is about."""
    party = hit.actor and (hit.actor[1], hit.actor[2] + 1)
    return _overlap(stretch, hit.trigger) or (party is not None and _overlap(stretch, party))


def without_yielding(hits: Sequence[Hit], yields: dict[int, frozenset[int]]) -> list[Hit]:
    """The hits that no indicator with the better claim to the same words has found too."""
    return [
        hit
        for hit in hits
        if not any(
            other.indicator in yields[hit.indicator] and _overlap(hit.trigger, other.whole)
            for other in hits
            if other is not hit
        )
    ]


def statements(hits: Iterable[Hit], cuts: tuple[int, ...], words: Sequence[str]) -> list[Hit]:
    """One hit for each statement of each indicator: of those in one clause the fullest, unless it tells of several."""
    ordered = sorted(hits, key=lambda hit: (hit.indicator, hit.trigger, -hit.whole[1] + hit.whole[0]))
    found: list[Hit] = []
    for hit in ordered:
        last = found[-1] if found else None
        if last is not None and last.indicator == hit.indicator and _same_statement(last, hit, cuts, words):
            found[-1] = _fuller(last, hit)
        else:
            found.append(hit)
    return sorted(found, key=lambda hit: (hit.trigger, hit.indicator))


def _same_statement(one: Hit, two: Hit, cuts: tuple[int, ...], words: Sequence[str]) -> bool:
    if _overlap(one.trigger, two.trigger):
        return True
    if clause_of(one.trigger[0], cuts) != clause_of(two.trigger[0], cuts):
        return False
    between = words[one.trigger[1] : two.trigger[0]]
    return not any(
        word in CONJUNCTIONS | {","} and (after[:1].isdigit() or after in NUMBERS) for word, after in pairwise(between)
    )


def _fuller(one: Hit, two: Hit) -> Hit:
    """The hit that says more: with an actor, with shades of its own, over more words."""

    def weight(hit: Hit) -> tuple[bool, bool, int]:
        return bool(hit.ready.shades), hit.actor is not None, hit.whole[1] - hit.whole[0]

    return two if weight(two) > weight(one) else one
