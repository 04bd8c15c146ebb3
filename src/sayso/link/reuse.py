"""Text that reports share: by sort and join of their hashed runs, open to one more report at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.link.shingles import BOILERPLATE, Hashes, Words, own_words, rarity, runs
from sayso.model.report import Report

Numbers = NDArray[np.int64]

#: Reports are paired for closer comparison by runs that at most this many have; larger families share whole sentences,
#: and their claims meet in their matter whatever this says.
_PAIRING = 24

#: Two reports are paired when they share at least this many kept runs (some eight in the full text).
_LEAST_SHARED = 2

#: Pairs gathered before they are summed, to bound memory: 4 million pairs take some 100 MB.
_CHUNK = 4_000_000


@dataclass(frozen=True, slots=True)
class Shared:
    """What two reports share: the weight of common runs over that of each."""

    of_first: float
    of_second: float


class Texts:
    """The kept runs of some reports, with how many reports have each; rarity comes in steps of powers of two."""

    def __init__(self, reports: Iterable[Report]) -> None:
        self._words = Words()
        ordered = sorted(reports, key=lambda report: report.id)
        self._ids = [report.id for report in ordered]
        self._runs: dict[str, Hashes] = {report.id: self._runs_of(report) for report in ordered}
        sizes = np.array([len(self._runs[each]) for each in self._ids], dtype=np.int64)
        run = np.concatenate([self._runs[each] for each in self._ids]) if ordered else np.empty(0, np.uint64)
        number = np.repeat(np.arange(len(ordered), dtype=np.int32), sizes)
        order = np.argsort(run, kind="stable")
        run, self._report = run[order], number[order]
        self._starts = np.flatnonzero(np.concatenate(([True], run[1:] != run[:-1]))) if len(run) else np.empty(0, int)
        self._values = run[self._starts]
        self._sizes: Numbers = np.diff(np.append(self._starts, len(run))).astype(np.int64)
        self._later: dict[int, list[str]] = defaultdict(list)
        self._totals: dict[str, int] = {}

    def _runs_of(self, report: Report) -> Hashes:
        return runs(self._words.hashes(own_words(report)))

    def __contains__(self, report: str) -> bool:
        return report in self._runs

    def frequency(self, run: Hashes) -> Numbers:
        """How many reports have each of these runs."""
        if not len(run):
            return np.empty(0, np.int64)
        at = np.searchsorted(self._values, run)
        safe = np.minimum(at, max(0, len(self._values) - 1))
        known = len(self._values) > 0
        hit = (self._values[safe] == run) & (at < len(self._values)) if known else np.zeros(len(run), bool)
        found: Numbers = np.where(hit, self._sizes[safe], 0) if known else np.zeros(len(run), np.int64)
        if self._later:
            found = found + np.array([len(self._later.get(each, ())) for each in run.tolist()], dtype=np.int64)
        return found

    def shared(self, first: str, second: str) -> Shared | None:
        """What two reports share, or None where they share no kept run that weighs anything."""
        mine, theirs = self._runs.get(first), self._runs.get(second)
        if mine is None or theirs is None:
            return None
        common = np.intersect1d(mine, theirs, assume_unique=True)
        weight = self._weight(common)
        return Shared(weight / self._total(first), weight / self._total(second)) if weight else None

    def _total(self, report: str) -> int:
        if report not in self._totals:
            self._totals[report] = self._weight(self._runs[report])
        return self._totals[report]

    def _weight(self, run: Hashes) -> int:
        return int(rarity(self.frequency(run)).sum())

    def add(self, report: Report) -> set[str]:
        """Takes in one more report; returns the reports whose shares or pairings change with it."""
        made = self._runs_of(report)
        before = self.frequency(made)
        stepped = (rarity(before) != rarity(before + 1)) | (before == _PAIRING) | (before <= 1)
        touched = {other for run in made[stepped].tolist() for other in self._having(run)}
        paired = {other for run in made[before < _PAIRING].tolist() for other in self._having(run)}
        self._runs[report.id] = made
        for other in touched:
            self._totals.pop(other, None)
        for run in made.tolist():
            self._later[run].append(report.id)
        return touched | paired

    def _having(self, run: int) -> list[str]:
        value = np.uint64(run)
        at = int(np.searchsorted(self._values, value))
        found = list(self._later.get(run, ()))
        if at < len(self._values) and self._values[at] == value and self._sizes[at] < BOILERPLATE:
            start = int(self._starts[at])
            found += [self._ids[n] for n in self._report[start : start + int(self._sizes[at])].tolist()]
        return found

    def partners(self, report: str) -> list[str]:
        """The reports that this one is paired with, sorted."""
        made = self._runs[report]
        counts: dict[str, int] = defaultdict(int)
        for run in made[self.frequency(made) <= _PAIRING].tolist():
            for other in self._having(run):
                counts[other] += 1
        return sorted(other for other, count in counts.items() if count >= _LEAST_SHARED and other != report)

    def pairs(self) -> list[tuple[str, str]]:
        """All pairs of reports that share enough rare runs, least id first; of the reports given at the start."""
        codes, counts = _summed(_paired(self._starts, self._sizes, self._report.astype(np.int64), len(self._ids)))
        kept = codes[counts >= _LEAST_SHARED].tolist()
        return [(self._ids[code // len(self._ids)], self._ids[code % len(self._ids)]) for code in kept]


def _paired(starts: Numbers, sizes: Numbers, report: Numbers, number: int) -> Iterator[Numbers]:
    """Pairs of reports that have one run, as codes first * number + second, with as many repeats as they share."""
    small = (sizes > 1) & (sizes <= _PAIRING)
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
    weights = np.concatenate([counts, *(np.ones(len(part), np.int64) for part in gathered)])
    unique, where = np.unique(joined, return_inverse=True)
    return unique, np.bincount(where, weights=weights, minlength=len(unique)).astype(np.int64)


def _places(starts: Numbers, lengths: Numbers) -> Numbers:
    """The numbers start … start + length - 1 of each stretch, one after the other."""
    if not len(starts):
        return np.empty(0, np.int64)
    before = np.concatenate(([0], np.cumsum(lengths)[:-1]))
    return (np.arange(int(lengths.sum())) + np.repeat(starts - before, lengths)).astype(np.int64)
