"""Matters held against other matters: those that a change touches, and those that it touches across."""

from __future__ import annotations

import json
from collections.abc import Iterable

from sayso.model.finding import MatterKind
from sayso.pipeline.reweighing import Weighing
from sayso.store.knots import Knot
from sayso.weigh.across import READINGS, across
from sayso.weigh.weighing import rivalled

_FORECAST = MatterKind.FORECAST.value


def rivals(weighing: Weighing, changed: Iterable[str]) -> set[str]:
    """The matters that may read otherwise because these changed, by what they are held against."""
    knots = weighing.held.index.knots
    changed = set(changed)
    own = [*knots.of(sorted(changed)).values(), *(k for id, k in weighing.before.items() if id in changed)]
    beside = [each for each in knots.at_spots(sorted({each.spot for each in own} - {""})) if each.matter not in changed]
    codes = _codes(own)
    found = {each.matter for each in beside if _read_two_ways(_code(each), codes[each.spot])}
    told = sorted({each.topic for each in own if each.trends})
    found |= {each.matter for each in knots.in_topics(told) if each.trends and _foretells(each)} if told else set()
    return found - changed


def _code(knot: Knot) -> str:
    return str(json.loads(knot.topic)[0])


def _codes(knots: Iterable[Knot]) -> dict[str, set[str]]:
    """The indicators at each spot."""
    found: dict[str, set[str]] = {}
    for each in knots:
        found.setdefault(each.spot, set()).add(_code(each))
    return found


def _read_two_ways(code: str, others: Iterable[str]) -> bool:
    return any(frozenset({code, other}) in READINGS for other in others)


def _foretells(knot: Knot) -> bool:
    return knot.shelf.startswith(f"{_FORECAST}|")


def rival(weighing: Weighing, changed: Iterable[str]) -> None:
    """These matters, just weighed, are held against all others and written."""
    index, changed = weighing.held.index, set(changed)
    own = index.knots.of(sorted(changed)).values()
    near = index.knots.at_spots(sorted({each.spot for each in own} - {""}))
    codes = _codes(near)
    looked = {each.matter for each in near if _read_two_ways(_code(each), codes[each.spot])}
    told = sorted({each.topic for each in own if each.trends and _foretells(each)})
    trends = [each for each in index.knots.in_topics(told) if each.trends] if told else []
    looked |= {each.matter for each in trends}
    found = index.derived.matters(sorted(looked))
    trend_of = {claim: trend for each in trends for claim, trend in json.loads(each.trends).items()}
    against = across([found[id] for id in sorted(found)], trend_of)
    index.derived.put_matters(rivalled(found[id], against[id]) for id in sorted(against.keys() & changed))
