"""Values that two reports share: weak evidence, and none below four."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.model.claim import Claim

Value = tuple[str, str, str, float | None, float | None]


def values_of(claims: Iterable[Claim]) -> frozenset[Value]:
    """The values that the claims of a report give."""
    told = ((claim.indicator, claim.quantity) for claim in claims if claim.quantity)
    return frozenset(
        (indicator, quantity.measure, quantity.unit, _plain(quantity.low), _plain(quantity.high))
        for indicator, quantity in told
        if quantity.low is not None or quantity.high is not None
    )


def _plain(bound: float | None) -> float | None:
    return None if bound is None else float(bound)
