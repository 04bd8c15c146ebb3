"""What a report can share with others: hashed word runs, rare details and values, each with a grade of how rare it is.

A grade depends on how many reports have the thing, in powers of two, so that one more report changes the grades of
those alone that cross a step; all that is weighed is read from grades.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from sayso.link.details import details_of
from sayso.link.items import values_of
from sayso.link.shingles import Words, own_words, runs
from sayso.model.claim import Claim
from sayso.model.report import Report

Keys = NDArray[np.uint64]
Grades = NDArray[np.uint8]
Numbers = NDArray[np.int64]


class Kind(StrEnum):
    """What is shared."""

    RUN = "run"
    DETAIL = "detail"
    VALUE = "value"


#: Set in a grade where so few reports have the thing that it pairs them (runs), or is not yet common (values).
FEW = 0x80

#: "Few" reports are at most this many. Larger families share whole sentences, and their claims meet in their matter
#: whatever this says; a value that more reports give is common knowledge or a common guess.
MOST_FEW = 24

#: The highest step that is told apart: 128 reports and more for runs, 64 for details; values have none.
_TOP = {Kind.RUN: 7, Kind.DETAIL: 6, Kind.VALUE: 0}

#: The weight of what one report has: divided by every number of steps below the highest without a rest, so that sums
#: are whole and exact in any order.
_ONE = 840


@dataclass(frozen=True, slots=True)
class Trace:
    """The hashes of one kind in one report, sorted, and the grade of each."""

    keys: Keys
    grades: Grades


#: The traces of a report by kind.
Facts = Mapping[Kind, Trace]

EMPTY = Trace(np.empty(0, np.uint64), np.empty(0, np.uint8))


def graded(kind: Kind, found: Numbers) -> Grades:
    """The grade of things that so many reports have: a step of powers of two, and whether they are few."""
    step = np.minimum(np.floor(np.log2(np.maximum(found, 1))).astype(np.int64), _TOP[kind])
    few = np.where(found <= MOST_FEW, FEW, 0) if kind is not Kind.DETAIL else np.zeros(len(found), np.int64)
    return (step | few).astype(np.uint8)


def weights(kind: Kind) -> Numbers:
    """The weight of each grade of a kind; at the highest step a thing is furniture or common knowledge, and no
    evidence."""
    steps = np.arange(256) & ~FEW
    return np.where(steps < _TOP[kind], _ONE // (1 + steps), 0).astype(np.int64)


def keys_of(report: Report, claims: Sequence[Claim], words: Words) -> dict[Kind, Keys]:
    """The hashes of a report with the claims of it that stand; none where no claim stands."""
    if not claims:
        return {kind: EMPTY.keys for kind in Kind}
    return {
        Kind.RUN: runs(words.hashes(own_words(report))),
        Kind.DETAIL: _hashed(details_of(report, claims)),
        Kind.VALUE: _hashed("\x1f".join(map(repr, value)) for value in values_of(claims)),
    }


def _hashed(found: Iterable[str]) -> Keys:
    made = b"".join(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest() for text in found)
    return np.unique(np.frombuffer(made, dtype="<u8").astype(np.uint64)) if made else EMPTY.keys


def facts_of(keys: Mapping[str, Mapping[Kind, Keys]]) -> dict[str, Facts]:
    """The traces of some reports that are the whole case."""
    by_kind = {kind: _graded_together(kind, {report: each[kind] for report, each in keys.items()}) for kind in Kind}
    return {report: {kind: by_kind[kind][report] for kind in Kind} for report in keys}


def _graded_together(kind: Kind, keys: Mapping[str, Keys]) -> dict[str, Trace]:
    if not keys:
        return {}
    joined = np.concatenate(list(keys.values()))
    _, where, counts = np.unique(joined, return_inverse=True, return_counts=True)
    grades = graded(kind, counts.astype(np.int64))[where]
    ends = np.cumsum([len(each) for each in keys.values()])
    return {
        report: Trace(each, grades[end - len(each) : end])
        for (report, each), end in zip(keys.items(), ends.tolist(), strict=True)
    }
