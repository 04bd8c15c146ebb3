"""Months, quarters and years, and which of them fit into a table."""

from __future__ import annotations

from collections.abc import Iterable

#: Words that stand for the lack of a time.
UNDATED = "undated"

_MONTHS_A_QUARTER = 3
_MONTHS_A_YEAR = 12


def quarter(month: str) -> str:
    """The quarter of a month: "2016-Q3" of "2016-09"; undated stays so, and a bare year is one."""
    if not month:
        return UNDATED
    year, _, part = month.partition("-")
    return f"{year}-Q{(int(part) - 1) // _MONTHS_A_QUARTER + 1}" if part else year


def period(month: str, unit: str) -> str:
    """The period of a unit ("month", "quarter", "year") that a month lies in."""
    if not month:
        return UNDATED
    if unit == "month":
        return month
    return quarter(month) if unit == "quarter" else month[:4]


def unit_for(months: Iterable[str], columns: int) -> str:
    """The finest unit of which no more than `columns` lie between the first month and the last."""
    dated = sorted(month for month in months if month)
    if not dated:
        return "month"
    for unit in ("month", "quarter"):
        if len(between(dated[0], dated[-1], unit)) <= columns:
            return unit
    return "year"


def between(first: str, last: str, unit: str) -> tuple[str, ...]:
    """Every period of the unit from the first month to the last, so that gaps show."""
    start, end = _index(first), _index(last)
    found = dict.fromkeys(period(_month(at), unit) for at in range(start, end + 1))
    return tuple(found)


def _index(month: str) -> int:
    year, _, part = month.partition("-")
    return int(year) * _MONTHS_A_YEAR + (int(part) - 1 if part else 0)


def _month(index: int) -> str:
    return f"{index // _MONTHS_A_YEAR:04d}-{index % _MONTHS_A_YEAR + 1:02d}"
