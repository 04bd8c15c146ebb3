"""Pairs of reports that share text, by sort and join of their hashed runs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.link.shingles import Shingles

#: Reports that share a run are all paired up to this many; above, each is paired with the next and the first, which
#: leaves them connected and the work in proportion.
_ALL_PAIRS = 24

#: Two reports are compared when they share at least this many kept runs (some eight in the full text).
_LEAST_SHARED = 2

#: Pairs gathered before they are summed, to bound memory: 4 million pairs take some 100 MB.
_CHUNK = 4_000_000


@dataclass(frozen=True, slots=True)
class Shared:
    """What two reports share: the weight of common runs over that of each."""

    of_first: float
    of_second: float
    runs: int


def shared_text(shingles: Shingles) -> dict[tuple[str, str], Shared]:
    """The pairs of reports that share text, least id first, with the containment of each in the other."""
    codes, counts, weights = _summed(shingles)
    kept = counts >= _LEAST_SHARED
    size = len(shingles.ids)
    found = {}
    for code, count, weight in zip(codes[kept].tolist(), counts[kept].tolist(), weights[kept].tolist(), strict=True):
        first, second = divmod(code, size)
        found[shingles.ids[first], shingles.ids[second]] = Shared(
            _share(weight, shingles.total[first]), _share(weight, shingles.total[second]), count
        )
    return found


def _share(weight: float, total: float) -> float:
    return min(1.0, float(weight) / float(total)) if total > 0 else 0.0


Triples = tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]


def _summed(shingles: Shingles) -> Triples:
    total: Triples = (np.empty(0, np.int64), np.empty(0, np.int64), np.empty(0, np.float64))
    gathered: list[tuple[NDArray[np.int64], NDArray[np.float64]]] = []
    held = 0
    for codes, weights in _pairs(shingles):
        gathered.append((codes, weights))
        held += len(codes)
        if held >= _CHUNK:
            total = _folded_in(total, gathered)
            gathered, held = [], 0
    return _folded_in(total, gathered)


def _folded_in(total: Triples, gathered: list[tuple[NDArray[np.int64], NDArray[np.float64]]]) -> Triples:
    codes = np.concatenate([total[0], *(codes for codes, _ in gathered)])
    counts = np.concatenate([total[1], *(np.ones(len(codes), np.int64) for codes, _ in gathered)])
    weights = np.concatenate([total[2], *(weights for _, weights in gathered)])
    unique, where = np.unique(codes, return_inverse=True)
    summed = np.bincount(where, weights=counts, minlength=len(unique)).astype(np.int64)
    heavy = np.bincount(where, weights=weights, minlength=len(unique)).astype(np.float64)
    return unique, summed, heavy


def _pairs(shingles: Shingles) -> Iterator[tuple[NDArray[np.int64], NDArray[np.float64]]]:
    """Pairs of reports that stand at a distance within a group of equal runs, as codes first * size + second."""
    run, report = shingles.run, shingles.report.astype(np.int64)
    if not len(run):
        return
    size = len(shingles.ids)
    starts = np.flatnonzero(np.concatenate(([True], run[1:] != run[:-1])))
    sizes = np.diff(np.append(starts, len(run)))
    shared = (shingles.weight[starts] > 0) & (sizes > 1)
    starts, sizes = starts[shared], sizes[shared]
    small = sizes <= _ALL_PAIRS
    for gap in range(1, min(_ALL_PAIRS, int(sizes.max(initial=1)))):
        fits = sizes > 1 if gap == 1 else small & (sizes > gap)
        at = _places(starts[fits], sizes[fits] - gap)
        yield report[at] * size + report[at + gap], shingles.weight[at].astype(np.float64)
    at = _places(starts[~small] + 2, sizes[~small] - 2)
    first = np.repeat(starts[~small], sizes[~small] - 2)
    yield report[first] * size + report[at], shingles.weight[at].astype(np.float64)


def _places(starts: NDArray[np.int64], lengths: NDArray[np.int64]) -> NDArray[np.int64]:
    """The numbers start … start + length - 1 of each stretch, one after the other."""
    if not len(starts):
        return np.empty(0, np.int64)
    before = np.concatenate(([0], np.cumsum(lengths)[:-1]))
    return np.arange(int(lengths.sum())) + np.repeat(starts - before, lengths)
