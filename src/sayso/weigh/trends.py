"""How the number of event matters goes over time, with 90 % credible intervals that know how much was reported.

The number of matters of a month is Poisson with rate exposure × exp(level); the level is a random walk, so that a month
borrows from its neighbours. Exposure is the number of outlets active in the month (of months without any, nothing is
said). The walk's step is averaged over a grid by its Laplace evidence; each step's posterior is found by Newton on a
banded matrix (Rue, Martino and Chopin 2009 in its simplest form).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import cho_solve_banded, cholesky_banded
from scipy.special import gammaln, ndtr

from sayso.model.finding import Matter, MatterKind
from sayso.model.slots import When
from sayso.model.trend import Coverage, Dated, Happened, Point, Trend
from sayso.weigh.coverage import month_of

Array = NDArray[np.float64]

#: Below this many event matters, or these many months, no trend is drawn; the dated list is.
LEAST_MATTERS, LEAST_PERIODS = 8, 4

#: Steps of the walk, on the log scale, that are averaged over: from hardly any change to threefold in a month.
_STEPS = np.exp(np.linspace(np.log(0.03), np.log(1.1), 15))

#: The level of the first month is as good as unknown.
_FIRST_SPREAD = 5.0

_NEWTON_ROUNDS = 60
_NEWTON_DONE = 1e-9

#: Points of the level over which a month's mixture of posteriors is inverted.
_GRID = 400

#: A 90 % interval.
_TAIL = 0.05


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
    seen = np.array([point.matters for point in bare], dtype=np.float64)
    exposed = np.array([point.outlets for point in bare], dtype=np.float64)
    found = rates(seen, exposed)
    return [
        replace(p, expected=round(float(found[0][n]), 3), low=round(float(found[1][n]), 3),
                high=round(float(found[2][n]), 3))
        if p.outlets
        else p
        for n, p in enumerate(bare)
    ]  # fmt: skip


def rates(seen: Array, exposed: Array) -> tuple[Array, Array, Array]:
    """The expected number for each period and its 90 % interval, given numbers seen and exposures (0: no coverage)."""
    share = exposed / max(1.0, float(exposed.max(initial=1.0)))
    fits = [_laplace(seen, share, float(step)) for step in _STEPS]
    evidence = np.array([fit[2] for fit in fits])
    weight = np.exp(evidence - evidence.max())
    weight /= weight.sum()
    means, spreads = np.array([fit[0] for fit in fits]), np.array([fit[1] for fit in fits])
    levels = [_quantiles(means[:, at], spreads[:, at], weight) for at in range(len(seen))]
    expected = weight @ np.exp(means + spreads**2 / 2)
    low, high = (np.exp(np.array([level[end] for level in levels])) for end in (0, 1))
    return expected * share, low * share, high * share


def _quantiles(means: Array, spreads: Array, weight: Array) -> tuple[float, float]:
    """The ends of a mixture of normals."""
    grid = np.linspace(float((means - 5 * spreads).min()), float((means + 5 * spreads).max()), _GRID)
    below = ndtr((grid[:, None] - means) / spreads) @ weight
    return float(np.interp(_TAIL, below, grid)), float(np.interp(1 - _TAIL, below, grid))


def _laplace(seen: Array, share: Array, step: float) -> tuple[Array, Array, float]:
    """Mode and spread of each level, and the log evidence, for one step of the walk."""
    centre = float(np.log((seen.sum() + 0.5) / (share.sum() + 1e-9)))
    size = len(seen)
    diagonal = np.full(size, 2.0) / step**2
    diagonal[0] = 1 / step**2 * (size > 1) + 1 / _FIRST_SPREAD**2
    diagonal[-1] = (1 / step**2 if size > 1 else 0.0) + (1 / _FIRST_SPREAD**2 if size == 1 else 0.0)
    beside = np.full(size, -1 / step**2)
    level = np.zeros(size)
    factor = np.empty((2, size))
    for _ in range(_NEWTON_ROUNDS):
        rate = share * np.exp(np.clip(centre + level, -30.0, 30.0))
        slope = seen - rate - _times(diagonal, beside, level)
        factor = _factor(diagonal + rate, beside)
        move = np.clip(cho_solve_banded((factor, False), slope), -2.0, 2.0)
        level = level + move
        if float(np.abs(move).max(initial=0.0)) < _NEWTON_DONE:
            break
    rate = share * np.exp(np.clip(centre + level, -30.0, 30.0))
    factor = _factor(diagonal + rate, beside)
    covariance = cho_solve_banded((factor, False), np.eye(size))
    prior = _factor(diagonal, beside)
    seeing = np.where(share > 0, seen * np.log(np.maximum(rate, 1e-300)) - rate - gammaln(seen + 1), 0.0).sum()
    penalty = -0.5 * level @ _times(diagonal, beside, level)
    evidence = seeing + penalty + np.log(prior[1]).sum() - np.log(factor[1]).sum()
    return centre + level, np.sqrt(np.diag(covariance)), float(evidence)


def _times(diagonal: Array, beside: Array, vector: Array) -> Array:
    found = diagonal * vector
    found[:-1] += beside[1:] * vector[1:]
    found[1:] += beside[1:] * vector[:-1]
    return found


def _factor(diagonal: Array, beside: Array) -> Array:
    return np.asarray(cholesky_banded(np.vstack([beside, diagonal])), dtype=np.float64)
