"""How many matters are to be expected in each period, by the numbers seen and how much was reported.

The number of matters of a month is Poisson with rate exposure × exp(level); the level is a random walk, so that a month
borrows from its neighbours. Exposure is the number of outlets active in the month (of months without any, nothing is
said). The walk's step is averaged over a grid by its Laplace evidence; each step's posterior is found by Newton on a
banded matrix (Rue, Martino and Chopin 2009 in its simplest form).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.linalg import cho_solve_banded, cholesky_banded
from scipy.special import gammaln, ndtr

Array = NDArray[np.float64]

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


def rates(matters: ArrayLike, outlets: ArrayLike) -> tuple[Array, Array, Array]:
    """The expected number for each period and its 90 % interval, given numbers seen and exposures (0: no coverage)."""
    seen, exposed = np.asarray(matters, dtype=np.float64), np.asarray(outlets, dtype=np.float64)
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
