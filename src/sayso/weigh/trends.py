"""How the number of event matters goes over time, with 90 % credible intervals that know how much was reported."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from sayso.model.finding import Matter, MatterKind
from sayso.model.slots import When
from sayso.model.trend import Coverage, Dated, Happened, Point, Trend
from sayso.weigh.coverage import month_of

#: Below this many event matters, or these many months, no trend is drawn; the dated list is.
LEAST_MATTERS, LEAST_PERIODS = 8, 4


def trends(happened: Iterable[Happened], covered: Sequence[Coverage]) -> tuple[Trend, ...]:
    """A trend for each indicator with event matters dated to a month, sorted by indicator."""
    told: dict[str, list[Dated]] = {}
    found = ((each, _month(each.time)) for each in happened)
    dated = [Dated(each.id, each.indicator, month) for each, month in found if month]
    for one in sorted(dated, key=lambda one: (one.month, one.id)):
        told.setdefault(one.indicator, []).append(one)
    return tuple(_trend(indicator, told[indicator], covered) for indicator in sorted(told))


def happened_of(matters: Iterable[Matter]) -> list[Happened]:
    """The event matters that have an origin."""
    return [Happened(m.id, m.indicator, m.time) for m in matters if m.kind is MatterKind.EVENT and m.origins.high > 0]


def _month(time: When | None) -> str | None:
    """The month that a time lies in as a whole, or None."""
    if time is None or time.basis == "tense":
        return None
    month = month_of(time.earliest)
    return month if month == month_of(time.latest) else None


def _trend(indicator: str, dated: Sequence[Dated], covered: Sequence[Coverage]) -> Trend:
    """The months from the first matter to the last as far as anything was printed, and those of matters outside."""
    counted = Counter(each.month for each in dated)
    inside = [each for each in covered if min(counted) <= each.period <= max(counted)]
    outside = [Coverage(month, 0, 0) for month in counted.keys() - {each.period for each in inside}]
    bare = [Point(e.period, counted.get(e.period, 0), e.outlets, None, None, None) for e in inside]
    others = [Point(e.period, counted[e.period], 0, None, None, None) for e in outside]
    seen = [point for point in bare if point.matters and point.outlets]
    total = sum(point.matters for point in seen)
    drawn = total >= LEAST_MATTERS and len(seen) >= LEAST_PERIODS
    told = f"{_many(total, 'event matter')} in {_many(len(seen), 'month')} with coverage"
    points = tuple(sorted([*(_estimated(bare) if drawn else bare), *others], key=lambda point: point.period))
    if not drawn:
        return Trend(indicator, points, False, f"{told}: too few for a trend; the dated list is shown.", tuple(dated))
    return Trend(indicator, points, True, f"{told}; months without an active outlet are no coverage, not zero.")


def _many(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def _estimated(bare: Sequence[Point]) -> list[Point]:
    """The months with what is expected in each that has coverage."""
    # scipy takes 0.3 s to load; most cases are too small for a trend.
    from sayso.weigh.rates import rates

    found = rates([point.matters for point in bare], [point.outlets for point in bare])
    return [
        replace(p, expected=round(float(found[0][n]), 3), low=round(float(found[1][n]), 3),
                high=round(float(found[2][n]), 3))
        if p.outlets
        else p
        for n, p in enumerate(bare)
    ]  # fmt: skip
