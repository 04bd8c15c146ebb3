"""Pairs of reports that share enough rare word runs to be looked at more closely."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np

from sayso.link.traces import FEW, MOST_FEW, Facts, Keys, Kind, Numbers, Trace

#: Two reports are paired when they share at least this many kept runs (some eight in the full text).
LEAST_SHARED = 2

#: Pairs gathered before they are summed, to bound memory: 4 million pairs take some 100 MB.
_CHUNK = 4_000_000


def pairs(facts: Mapping[str, Facts]) -> list[tuple[str, str]]:
    """All pairs of reports of a whole case that share enough rare runs, least id first."""
    ids = sorted(facts)
    traces = [rare(facts[each][Kind.RUN]) for each in ids]
    keys = np.concatenate(traces) if traces else np.empty(0, np.uint64)
    holders = np.repeat(np.arange(len(ids), dtype=np.int64), [len(each) for each in traces])
    first, second = paired(keys, holders, len(ids))
    return [(ids[a], ids[b]) for a, b in zip(first.tolist(), second.tolist(), strict=True)]


def rare(trace: Trace) -> Keys:
    """The runs that few reports have."""
    found: Keys = trace.keys[(trace.grades & FEW) != 0]
    return found


def together(one: Trace, other: Trace) -> bool:
    """Whether two reports share enough rare runs."""
    return len(np.intersect1d(rare(one), rare(other), assume_unique=True)) >= LEAST_SHARED


def paired(keys: Keys, holders: Numbers, number: int) -> tuple[Numbers, Numbers]:
    """The pairs of holders, each below `number`, that have enough of these keys in common; the least first."""
    order = np.lexsort((holders, keys))
    run, report = keys[order], holders[order]
    starts = np.flatnonzero(np.concatenate(([True], run[1:] != run[:-1]))) if len(run) else np.empty(0, np.int64)
    sizes = np.diff(np.append(starts, len(run))).astype(np.int64)
    codes, counts = _summed(_codes(starts, sizes, report, number))
    kept = codes[counts >= LEAST_SHARED]
    return kept // max(1, number), kept % max(1, number)


def _codes(starts: Numbers, sizes: Numbers, report: Numbers, number: int) -> Iterator[Numbers]:
    """Pairs of reports that have one run, as codes first * number + second, with as many repeats as they share."""
    small = (sizes > 1) & (sizes <= MOST_FEW)
    starts, sizes = starts[small], sizes[small]
    for gap in range(1, int(sizes.max(initial=1))):
        fits = sizes > gap
        at = _places(starts[fits], sizes[fits] - gap)
        yield report[at] * number + report[at + gap]


def _summed(found: Iterator[Numbers]) -> tuple[Numbers, Numbers]:
    codes, counts = np.empty(0, np.int64), np.empty(0, np.int64)
    gathered: list[Numbers] = []
    for part in found:
        gathered.append(part)
        if sum(map(len, gathered)) >= _CHUNK:
            codes, counts = _folded_in(codes, counts, gathered)
            gathered = []
    return _folded_in(codes, counts, gathered)


def _folded_in(codes: Numbers, counts: Numbers, gathered: list[Numbers]) -> tuple[Numbers, Numbers]:
    joined = np.concatenate([codes, *gathered])
    repeats = np.concatenate([counts, *(np.ones(len(part), np.int64) for part in gathered)])
    unique, where = np.unique(joined, return_inverse=True)
    return unique, np.bincount(where, weights=repeats, minlength=len(unique)).astype(np.int64)


def _places(starts: Numbers, lengths: Numbers) -> Numbers:
    """The numbers start … start + length - 1 of each stretch, one after the other."""
    if not len(starts):
        return np.empty(0, np.int64)
    before = np.concatenate(([0], np.cumsum(lengths)[:-1]))
    return (np.arange(int(lengths.sum())) + np.repeat(starts - before, lengths)).astype(np.int64)
