"""Contradictions that run across matters: another kind of act by as many at one place, and forecasts that failed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sayso.model.binding import Gathering
from sayso.model.finding import Contradiction, Matter, MatterKind
from sayso.model.slots import When
from sayso.weigh.coverage import month_of

#: Pairs of codes that are two readings of one act: leaving without leave against a retreat under orders, changing sides
#: against merely leaving, punished as deserters against as spies. Codes of other codebooks have none.
READINGS = frozenset(
    frozenset(pair)
    for pair in (
        ("desertion", "defeat"),
        ("surrender", "casualties"),
        ("deserter_punishment", "spy_hunt"),
        ("mutiny", "infighting"),
        ("refusal", "malingering"),
    )
)

#: A forecast is held against what is later reported of the same indicator and actor; with this trend it fails.
_OPPOSED = {"rising": "falling", "falling": "rising"}


def across(matters: Sequence[Matter], trend_of: Mapping[str, str]) -> dict[str, tuple[Contradiction, ...]]:
    """What matters say against other matters, by matter id; kept on both."""
    found: dict[str, list[Contradiction]] = defaultdict(list)
    for one, other in _rival_events(matters):
        why = f"{one.indicator} against {other.indicator} by as many at one place and time"
        found[one.id].append(Contradiction("kind of act", (one.claims, other.claims), why))
        found[other.id].append(Contradiction("kind of act", (other.claims, one.claims), why))
    for forecast, later, why in _failed(matters, trend_of):
        found[forecast.id].append(Contradiction("outcome", (forecast.claims, later.claims), why))
    return {matter: tuple(sorted(each, key=lambda c: (c.type, c.claims))) for matter, each in found.items()}


_READ_TWO_WAYS = frozenset(code for pair in READINGS for code in pair)


def spot_of(matter: Matter | Gathering) -> tuple[str, str, str] | None:
    """Place, actor and month of an act that may be told as another; None where it cannot."""
    if matter.kind is not MatterKind.EVENT or matter.indicator not in _READ_TWO_WAYS:
        return None
    if not matter.place or not matter.time:
        return None
    return matter.place.id, matter.actor.name if matter.actor else "", _day(matter.time)


def _rival_events(matters: Iterable[Matter]) -> list[tuple[Matter, Matter]]:
    at: dict[tuple[str, str, str], list[Matter]] = defaultdict(list)
    for matter in matters:
        if (spot := spot_of(matter)) is not None:
            at[spot].append(matter)
    return [
        (one, other)
        for group in at.values()
        for n, one in enumerate(group)
        for other in group[n + 1 :]
        if frozenset({one.indicator, other.indicator}) in READINGS
        and _overlap(one.time, other.time)
        and _numbers(one) & _numbers(other)
    ]


def _numbers(matter: Matter) -> set[tuple[float | None, str]]:
    """The counts told of a matter: two acts by as many at one time and place are one act, told in two ways."""
    return {(group.low, group.unit) for group in matter.quantities if group.low is not None}


def _day(time: When) -> str:
    return month_of(time.earliest) or ""


def _overlap(one: When | None, other: When | None) -> bool:
    if one is None or other is None or "tense" in (one.basis, other.basis):
        return False
    low = max(one.earliest or "", other.earliest or "")
    return low <= min(one.latest or "9999", other.latest or "9999")


def _failed(matters: Iterable[Matter], trend_of: Mapping[str, str]) -> list[tuple[Matter, Matter, str]]:
    """Forecasts whose stated time has passed into one of which the opposite trend is reported."""
    happened: dict[tuple[str, str], list[Matter]] = defaultdict(list)
    forecasts = []
    for matter in matters:
        if matter.kind is MatterKind.FORECAST:
            forecasts.append(matter)
        else:
            happened[matter.indicator, matter.actor.name if matter.actor else ""].append(matter)
    found = []
    for forecast in forecasts:
        opposed = {_OPPOSED.get(trend_of.get(claim, ""), "") for claim in forecast.claims} - {""}
        for later in happened[forecast.indicator, forecast.actor.name if forecast.actor else ""]:
            told = {trend_of.get(claim, "") for claim in later.claims}
            if opposed & told and _overlap(forecast.time, later.time):
                found.append((forecast, later, f"foretold otherwise: {', '.join(sorted(opposed & told))} is reported"))
    return found
