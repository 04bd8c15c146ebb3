"""Values that two reports share: weak evidence, and none below four."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations

from sayso.model.claim import Claim

#: A value that more reports give than this is common knowledge or a common guess.
_COMMON = 24


def shared_items(claims: Iterable[Claim]) -> dict[tuple[str, str], int]:
    """How many values of the same indicator, unit and measure two reports share, for pairs that share any."""
    reports: dict[tuple[object, ...], set[str]] = defaultdict(set)
    for claim in claims:
        quantity = claim.quantity
        if quantity and (quantity.low is not None or quantity.high is not None):
            key = (claim.indicator, quantity.measure, quantity.unit, quantity.low, quantity.high)
            reports[key].add(claim.report)
    found: dict[tuple[str, str], int] = defaultdict(int)
    for at in reports.values():
        if 1 < len(at) <= _COMMON:
            for pair in combinations(sorted(at), 2):
                found[pair] += 1
    return dict(found)
