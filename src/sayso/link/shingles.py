"""Reports as sorted arrays of hashed word runs, from which pairs that share text are read off."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from sayso.link.folding import folded, plain_number
from sayso.model.report import Report
from sayso.model.span import Span

Hashes = NDArray[np.uint64]
Numbers = NDArray[np.int64]

#: Words in a run. Five is what news agencies' copies share and independents do not (dependencies, section 7).
RUN = 5

#: One run in four is kept, by its hash: three sentences carried over keep some fourteen runs.
_KEPT = np.uint64(3)

#: Runs found in at least this many reports are furniture of pages and stock phrases, not evidence.
BOILERPLATE = 128

_WORD = re.compile(r"[^\W_]+")
_QUOTED = re.compile(r"“[^”]{1,600}”|\"[^\"\n]{1,600}\"")
_FACTORS = np.array(
    [0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0xD6E8FEB86659FD93, 0xA0761D6478BD642F],
    dtype=np.uint64,
)


class Words:
    """Fixed 64-bit hashes of words, each made once."""

    def __init__(self) -> None:
        self._known: dict[str, int] = {}

    def hashes(self, text: str) -> Hashes:
        """The hash of each word of a text, in order; words in other dress, and number words, hash alike."""
        found = _WORD.findall(text)
        return np.fromiter((self._hash(word) for word in found), dtype=np.uint64, count=len(found))

    def _hash(self, word: str) -> int:
        known = self._known.get(word)
        if known is None:
            plain = plain_number(folded(word))
            known = int.from_bytes(blake2b(plain.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")
            self._known[word] = known
        return known


def own_words(report: Report) -> str:
    """The report's text without the page's furniture and without quoted speech, which others may have heard too."""
    text = report.text
    for span in sorted(report.debris, reverse=True):
        text = f"{text[: span.start]}\n{text[span.end :]}"
    return _QUOTED.sub("\n", text)


def quotes_of(report: Report) -> list[Span]:
    """The stretches of quoted speech, marks included."""
    return [Span(*match.span()) for match in _QUOTED.finditer(report.text)]


def runs(hashes: Hashes, keep_all: bool = False) -> Hashes:
    """The hashed runs of some words, each once, sorted; those that sampling keeps unless all are asked for."""
    if len(hashes) < RUN:
        return np.empty(0, dtype=np.uint64)
    mixed = np.zeros(len(hashes) - RUN + 1, dtype=np.uint64)
    for at, factor in enumerate(_FACTORS):
        mixed ^= np.roll(hashes, -at)[: len(mixed)] * factor
        mixed = (mixed << np.uint64(7)) | (mixed >> np.uint64(57))
    mixed ^= mixed >> np.uint64(29)
    return np.unique(mixed if keep_all else mixed[(mixed & _KEPT) == 0])


@dataclass(frozen=True, slots=True)
class Shingles:
    """Every kept run of every report: `run` sorted, `report` its report's number, `steps` by run."""

    ids: tuple[str, ...]
    run: Hashes
    report: NDArray[np.int32]
    weight: NDArray[np.float32]
    total: NDArray[np.float64]  # weight of all runs of each report


def shingled(reports: Iterable[Report]) -> Shingles:
    """The shingles of some reports; rarity is by document frequency in powers of two."""
    words = Words()
    ordered = sorted(reports, key=lambda report: report.id)
    parts = [runs(words.hashes(own_words(report))) for report in ordered]
    sizes = np.array([len(part) for part in parts], dtype=np.int64)
    run = np.concatenate(parts) if parts else np.empty(0, dtype=np.uint64)
    number = np.repeat(np.arange(len(parts), dtype=np.int32), sizes)
    del parts
    order = np.argsort(run, kind="stable")
    run, number = run[order], number[order]
    del order
    weight = rarity(frequency(run))
    total = np.bincount(number, weights=weight, minlength=len(ordered)).astype(np.float64)
    return Shingles(tuple(report.id for report in ordered), run, number, weight, total)


def frequency(run: Hashes) -> Numbers:
    """For each place of a sorted array, how often its value occurs."""
    if not len(run):
        return np.empty(0, dtype=np.int64)
    starts = np.flatnonzero(np.concatenate(([True], run[1:] != run[:-1])))
    sizes = np.diff(np.append(starts, len(run)))
    return np.repeat(sizes, sizes)


def rarity(found: Numbers) -> NDArray[np.float32]:
    """The weight of runs by how many reports have them: in steps of powers of two, so that one more report changes
    only the runs that cross a step; nothing for boilerplate."""
    step = np.floor(np.log2(np.maximum(found, 1)))
    return np.where(found < BOILERPLATE, 1.0 / (1.0 + step), 0.0).astype(np.float32)


def runs_of_positions(positions: Sequence[int], longest: int = 1) -> list[tuple[int, int]]:
    """Consecutive positions as half-open stretches, those of at least `longest` positions."""
    if not positions:
        return []
    breaks = [0, *(n + 1 for n, (a, b) in enumerate(pairwise(positions)) if b != a + 1), len(positions)]
    found = [(positions[a], positions[b - 1] + 1) for a, b in pairwise(breaks)]
    return [stretch for stretch in found if stretch[1] - stretch[0] >= longest]
