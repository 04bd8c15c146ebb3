"""Values that two reports share: weak evidence, and none below four."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from sayso.model.claim import Claim

#: A value that more reports give than this is common knowledge or a common guess.
_COMMON = 24

Value = tuple[str, str, str, float | None, float | None]


class Items:
    """The values of some reports; one more report may be taken in."""

    def __init__(self, by_report: Mapping[str, Iterable[Claim]]) -> None:
        self._of: dict[str, frozenset[Value]] = {}
        self._at: dict[Value, set[str]] = defaultdict(set)
        for report, claims in by_report.items():
            self.add(report, claims)

    def add(self, report: str, claims: Iterable[Claim]) -> set[str]:
        """Takes in one more report; returns the reports that no longer share a value because it became common."""
        made = self._of[report] = _values(claims)
        touched: set[str] = set()
        for value in made:
            self._at[value].add(report)
            if len(self._at[value]) == _COMMON + 1:
                touched |= self._at[value]
        return touched

    def shared(self, one: str, other: str) -> int:
        """How many values the two reports share that are not common."""
        mine, theirs = self._of.get(one, frozenset()), self._of.get(other, frozenset())
        return sum(len(self._at[value]) <= _COMMON for value in mine & theirs)


def _values(claims: Iterable[Claim]) -> frozenset[Value]:
    told = ((claim.indicator, claim.quantity) for claim in claims if claim.quantity)
    return frozenset(
        (indicator, quantity.measure, quantity.unit, quantity.low, quantity.high)
        for indicator, quantity in told
        if quantity.low is not None or quantity.high is not None
    )
