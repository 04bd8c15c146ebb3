"""What two reports share, weighed by rarity: text, rare details, values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from sayso.link.traces import EMPTY, FEW, Facts, Grades, Kind, weights

#: Added to the smaller weight of details, so that one shared name of two does not look like half a copy.
_DOUBT = 2 * 840

_OF_RUN, _OF_DETAIL = weights(Kind.RUN), weights(Kind.DETAIL)


@dataclass(frozen=True, slots=True)
class Shared:
    """What two reports share: the weight of common runs over that of each."""

    of_first: float
    of_second: float


#: What two reports share: text, how many values, and how much of their details.
Pair = tuple[Shared | None, int, float]

#: Pairs held at once: two reports are compared once for each matter that both tell of.
_HELD = 8192


class Sharing:
    """What the reports of which facts are given share, two by two."""

    def __init__(self, facts: Mapping[str, Facts]) -> None:
        self._facts = facts
        self._totals: dict[tuple[Kind, str], int] = {}
        self._pairs: dict[tuple[str, str], Pair] = {}

    def between(self, one: str, other: str) -> Pair:
        """Text, values and details that two reports share."""
        found = self._pairs.get((one, other))
        if found is None:
            if len(self._pairs) >= _HELD:
                self._pairs.clear()
            found = self.text(one, other), self.values(one, other), self.details(one, other)
            self._pairs[one, other] = found
        return found

    def text(self, first: str, second: str) -> Shared | None:
        """What two reports share, or None where they share no kept run that weighs anything."""
        weight = int(_OF_RUN[self._common(Kind.RUN, first, second)].sum())
        return Shared(weight / self._total(Kind.RUN, first), weight / self._total(Kind.RUN, second)) if weight else None

    def details(self, one: str, other: str) -> float:
        """The weight of the details two reports share, against those of the one that has fewer."""
        weight = int(_OF_DETAIL[self._common(Kind.DETAIL, one, other)].sum())
        if not weight:
            return 0.0
        return weight / (min(self._total(Kind.DETAIL, one), self._total(Kind.DETAIL, other)) + _DOUBT)

    def values(self, one: str, other: str) -> int:
        """How many values the two reports share that are not common."""
        return int(np.count_nonzero(self._common(Kind.VALUE, one, other) & FEW))

    def _common(self, kind: Kind, one: str, other: str) -> Grades:
        """The grades of what both have."""
        mine, theirs = (self._facts[each][kind] if each in self._facts else EMPTY for each in (one, other))
        if len(mine.keys) > len(theirs.keys):
            mine, theirs = theirs, mine
        if not len(mine.keys):
            return EMPTY.grades
        at = np.minimum(np.searchsorted(theirs.keys, mine.keys), len(theirs.keys) - 1)
        found: Grades = mine.grades[theirs.keys[at] == mine.keys]
        return found

    def _total(self, kind: Kind, report: str) -> int:
        key = (kind, report)
        if key not in self._totals:
            weigh = _OF_RUN if kind is Kind.RUN else _OF_DETAIL
            self._totals[key] = int(weigh[self._facts[report][kind].grades].sum())
        return self._totals[key]
