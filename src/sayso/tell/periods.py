"""Months, quarters and years, and which of them fit into a table."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.model.month import only_year

#: Words that stand for the lack of a time.
UNDATED = "undated"

_MONTHS_A_QUARTER = 3
_MONTHS_A_YEAR = 12


def quarter(month: str) -> str:
    """The quarter of a month: "2016-Q3" of "2016-09"; an unknown month and a bare year stay so."""
    if not month:
        return UNDATED
    year, _, part = month.partition("-")
    return f"{year}-Q{(int(part) - 1) // _MONTHS_A_QUARTER + 1}" if part and not only_year(month) else month


def period(month: str, unit: str) -> str:
    """The period of a unit ("month", "quarter", "year") that a month lies in."""
    if not month:
        return UNDATED
    if unit == "month":
        return month
    return quarter(month) if unit == "quarter" else month[:4]


def unit_for(months: Iterable[str], columns: int) -> str:
    """The finest unit of which no more than `columns` lie between the first month and the last."""
    known = {month for month in months if month}
    if not known:
        return "month"
    for unit in ("month", "quarter"):
        if len(covering(known, unit)) <= columns:
            return unit
    return "year"


def covering(months: Iterable[str], unit: str) -> tuple[str, ...]:
    """Every period of the unit from the first month to the last, and one for each year whose months are not known.

    Of the months, those not known make no others: "2014-XX" beside "2019-03" adds no five years of empty months.
    """
    known = {month for month in months if month}
    sure = sorted(month for month in known if unit == "year" or not only_year(month))
    whole = between(sure[0], sure[-1], unit) if sure else ()
    return tuple(sorted({*whole, *(period(month, unit) for month in known)}))


def between(first: str, last: str, unit: str) -> tuple[str, ...]:
    """Every period of the unit from the first month to the last, so that gaps show."""
    start, end = _index(first), _index(last)
    found = dict.fromkeys(period(_month(at), unit) for at in range(start, end + 1))
    return tuple(found)


def _index(month: str) -> int:
    year, _, part = month.partition("-")
    return int(year) * _MONTHS_A_YEAR + (int(part) - 1 if part.isdigit() else 0)


def _month(index: int) -> str:
    return f"{index // _MONTHS_A_YEAR:04d}-{index % _MONTHS_A_YEAR + 1:02d}"
