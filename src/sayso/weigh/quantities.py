"""The values given for a matter: who gives which, in how many origins, never averaged."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from sayso.model.claim import Claim
from sayso.model.finding import QuantityGroup
from sayso.model.slots import Quantity, When

Value = tuple[float | None, float | None, str, str, str, str]


def quantity_groups(claims: Iterable[Claim], origin_of: Mapping[str, str]) -> tuple[QuantityGroup, ...]:
    """One group for each value, unit and stated time, in order of time, then value."""
    groups: dict[Value, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.quantity is not None:
            groups[_value(claim.quantity, claim.time)].append(claim)
    return tuple(_group(groups[value], origin_of) for value in sorted(groups, key=_order))


def _value(quantity: Quantity, time: When | None) -> Value:
    when = time.edtf if time and time.basis != "tense" else ""
    of = "" if quantity.of is None else str(quantity.of)
    return (quantity.low, quantity.high, quantity.unit, of, quantity.measure, when)


def _order(value: Value) -> tuple[str, str, str, bool, float, float, str]:
    low, high, unit, of, measure, when = value
    return (when, measure, unit, low is None, low or 0.0, high or 0.0, of)


def _group(claims: list[Claim], origin_of: Mapping[str, str]) -> QuantityGroup:
    first = min(claims, key=lambda claim: claim.id)
    quantity = first.quantity
    assert quantity is not None
    when = first.time.edtf if first.time and first.time.basis != "tense" else None
    return QuantityGroup(
        low=quantity.low,
        high=quantity.high,
        unit=quantity.unit,
        of=quantity.of,
        measure=quantity.measure,
        claims=tuple(sorted(claim.id for claim in claims)),
        origins=tuple(sorted({origin_of[claim.id] for claim in claims if claim.id in origin_of})),
        time=when,
        written=quantity.written,
    )
