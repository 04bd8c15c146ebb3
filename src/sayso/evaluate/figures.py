"""Figures: measured values by set and measure, and how shares and span counts become figures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured value, between 0 and 1, of one measure on one set; `right` of `of` where it is a share.

    `part` names the part of the set that it is about (a genre, an indicator, a style), "" where it is the whole.
    """

    set: str
    measure: str
    value: float
    right: int | None = None
    of: int | None = None
    part: str = ""

    def row(self) -> Row:
        """The figure as a JSON line prints it."""
        return {
            "set": self.set,
            "part": self.part,
            "measure": self.measure,
            "value": round(self.value, 4),
            "right": self.right,
            "of": self.of,
        }


@dataclass(frozen=True, slots=True)
class Counts:
    """How many agree, how many we give, and how many are marked.

    Where one of ours may answer several marks, `right` counts ours and `found` the marks that are answered.
    """

    right: int
    given: int
    gold: int
    found: int | None = None

    @property
    def precision(self) -> float:
        """The share of ours that is right, 0 where we give nothing."""
        return self.right / max(1, self.given)

    @property
    def recall(self) -> float:
        """The share of what is marked that is found, 0 where nothing is marked."""
        return self.answered / max(1, self.gold)

    @property
    def answered(self) -> int:
        """How many marks are answered."""
        return self.right if self.found is None else self.found

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def __add__(self, other: Counts) -> Counts:
        found = None if self.found is None and other.found is None else self.answered + other.answered
        return Counts(self.right + other.right, self.given + other.given, self.gold + other.gold, found)


def share(name: str, measure: str, right: int, of: int, part: str = "") -> list[Figure]:
    """The share as a figure; none where there is nothing to take a share of."""
    return [Figure(name, measure, right / of, right, of, part)] if of else []


def of_counts(name: str, measure: str, counts: Counts, part: str = "") -> list[Figure]:
    """Precision, recall and F1; precision only where something is given, nothing where nothing is marked."""
    if not counts.gold:
        return []
    ahead = f"{measure} " if measure else ""
    return [
        *share(name, f"{ahead}precision", counts.right, counts.given, part),
        *share(name, f"{ahead}recall", counts.answered, counts.gold, part),
        Figure(name, f"{ahead}f1", counts.f1, part=part),
    ]


def of_shares(name: str, shares: Mapping[str, tuple[int, int]], part: str = "") -> list[Figure]:
    """A figure for each share of which there is anything."""
    return [figure for measure, (right, of) in shares.items() for figure in share(name, measure, right, of, part)]


def by_measure(figures: Iterable[Figure]) -> dict[tuple[str, str, str], float]:
    """The values by set, part and measure."""
    return {(figure.set, figure.part, figure.measure): figure.value for figure in figures}
