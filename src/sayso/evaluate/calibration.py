"""Whether what is stated as probable is right as often as stated: reliability by tenths, expected calibration error."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.evaluate.figures import Figure, share

#: A probability that was stated, and whether what it was stated of is so.
Stated = tuple[float, bool]
_BINS = 10


@dataclass(frozen=True, slots=True)
class Bin:
    """One tenth of the scale: how many were stated in it, their mean, and how many are so."""

    name: str
    count: int
    mean: float
    right: int


def reliability(stated: Iterable[Stated]) -> tuple[Bin, ...]:
    """The tenths in which anything was stated, from low to high."""
    held: list[list[Stated]] = [[] for _ in range(_BINS)]
    for probability, right in stated:
        held[min(_BINS - 1, int(probability * _BINS))].append((probability, right))
    return tuple(
        Bin(
            f"{number / _BINS:.1f} to {(number + 1) / _BINS:.1f}",
            len(each),
            sum(probability for probability, _ in each) / len(each),
            sum(right for _, right in each),
        )
        for number, each in enumerate(held)
        if each
    )


def expected_error(bins: Sequence[Bin]) -> float | None:
    """How far what was stated lies from what is so, on average over all that was stated; None where nothing was."""
    total = sum(each.count for each in bins)
    if not total:
        return None
    return sum(each.count * abs(each.mean - each.right / each.count) for each in bins) / total


def calibration_figures(name: str, stated: Iterable[Stated]) -> list[Figure]:
    """The table as figures, a part a tenth, and the expected calibration error; none where nothing was stated."""
    bins = reliability(stated)
    error = expected_error(bins)
    if error is None:
        return []
    found = []
    for each in bins:
        found.append(Figure(name, "stated", each.mean, part=each.name))
        found += share(name, "is so", each.right, each.count, each.name)
    return [*found, Figure(name, "expected calibration error", error, of=sum(each.count for each in bins))]
