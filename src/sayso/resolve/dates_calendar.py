"""Stretches of days: what a date expression means, its EDTF, and the arithmetic on them."""

from __future__ import annotations

import calendar
from dataclasses import dataclass, replace
from datetime import date, timedelta

#: Widest span of days that still counts as each precision; anything wider, or open, is "longer".
_WIDTHS = ((1, "day"), (7, "week"), (31, "month"), (92, "season"), (366, "year"))
#: EDTF level 1 season codes with the month each season begins in (northern hemisphere).
SEASONS = {"spring": (21, 3), "summer": (22, 6), "autumn": (23, 9), "fall": (23, 9), "winter": (24, 12)}
#: Thirds of a year as "early", "mid" and "late" take them.
_THIRDS = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}
#: First and last months that the start and the end of a year may mean.
_EDGES = {"start": (1, 3), "end": (10, 12), "middle": (5, 8)}
#: Days of a month that the parts cover; the last day is cut to the month's length.
_DAYS = {"early": (1, 10), "start": (1, 10), "mid": (11, 20), "middle": (11, 20), "late": (20, 31), "end": (20, 31)}
_DAYS |= {"first week": (1, 7), "second week": (8, 14), "third week": (15, 21), "first days": (1, 7)}
#: Parts that are counted from the end of the month.
_LAST_DAYS = {"last week": 7, "last days": 7}


@dataclass(frozen=True, slots=True)
class Stretch:
    """First and last day, inclusive, None where open, and how EDTF writes it."""

    first: date | None
    last: date | None
    edtf: str

    @property
    def precision(self) -> str:
        """How wide the stretch is, as the contract names it."""
        if self.first is None or self.last is None:
            return "longer"
        width = (self.last - self.first).days + 1
        return next((name for most, name in _WIDTHS if width <= most), "longer")


def a_day(when: date) -> Stretch:
    """The stretch of that one day."""
    return Stretch(when, when, when.isoformat())


def between(first: date, last: date) -> Stretch:
    """The stretch from one day to another, whichever order they come in."""
    if last < first:
        first, last = last, first
    return a_day(first) if first == last else Stretch(first, last, f"{first.isoformat()}/{last.isoformat()}")


def the_month(year: int, month: int) -> Stretch:
    """The whole of that month."""
    return Stretch(date(year, month, 1), date(year, month, last_day(year, month)), f"{year:04}-{month:02}")


def the_year(year: int) -> Stretch:
    """The whole of that year."""
    return Stretch(date(year, 1, 1), date(year, 12, 31), f"{year:04}")


def the_decade(year: int) -> Stretch:
    """The ten years beginning with that one."""
    return Stretch(date(year, 1, 1), date(year + 9, 12, 31), f"{year // 10:03}X")


def the_season(year: int, name: str) -> Stretch:
    """That season of that year; winter begins in its December."""
    code, month = SEASONS[name]
    until_year, until = (year + 1, 2) if month == 12 else (year, month + 2)
    return Stretch(date(year, month, 1), date(until_year, until, last_day(until_year, until)), f"{year:04}-{code}")


def the_quarter(year: int, number: int) -> Stretch:
    """That quarter of that year, written as an interval of months."""
    return months(year, number * 3 - 2, number * 3)


def months(year: int, first: int, last: int) -> Stretch:
    """From one month to another of the same year."""
    days = (date(year, first, 1), date(year, last, last_day(year, last)))
    return Stretch(*days, f"{year:04}-{first:02}/{year:04}-{last:02}")


def the_week(day: date) -> Stretch:
    """The week, Monday to Sunday, that holds the day."""
    monday = day - timedelta(days=day.weekday())
    return between(monday, monday + timedelta(days=6))


def part_of_year(year: int, part: str) -> Stretch:
    """The early, middle or late third of a year, or the quarter at its start or end."""
    first, last = _THIRDS.get(part) or _EDGES[part]
    return months(year, first, last)


def part_of_month(year: int, month: int, part: str) -> Stretch:
    """The early, middle or late days of a month."""
    end = last_day(year, month)
    first, last = _DAYS.get(part) or (end - _LAST_DAYS[part] + 1, end)
    return between(date(year, month, first), date(year, month, min(last, end)))


def last_day(year: int, month: int) -> int:
    """How many days that month has."""
    return calendar.monthrange(year, month)[1]


def moved(day: date, number: int, unit: str) -> date:
    """The day that lies so many units later, or earlier for a negative number; month ends are kept inside."""
    if unit in ("day", "night", "week", "fortnight", "weekend"):
        return day + timedelta(days=number * {"day": 1, "night": 1, "week": 7, "fortnight": 14, "weekend": 7}[unit])
    count = day.year * 12 + day.month - 1 + number * {"month": 1, "quarter": 3, "year": 12, "decade": 120}[unit]
    year, month = divmod(count, 12)
    return date(year, month + 1, min(day.day, last_day(year, month + 1)))


def holding(day: date, unit: str) -> Stretch:
    """The whole week, month, quarter, year or decade that holds the day; the day itself for a day."""
    if unit in ("week", "fortnight"):
        return the_week(day)
    if unit == "weekend":
        saturday = day - timedelta(days=day.weekday() - 5)
        return between(saturday, saturday + timedelta(days=1))
    if unit == "month":
        return the_month(day.year, day.month)
    if unit == "quarter":
        return the_quarter(day.year, (day.month + 2) // 3)
    if unit == "year":
        return the_year(day.year)
    return the_decade(day.year // 10 * 10) if unit == "decade" else a_day(day)


def hull(one: Stretch, other: Stretch) -> Stretch:
    """The least stretch that holds both."""
    if one == other:
        return one
    firsts = [one.first, other.first]
    lasts = [one.last, other.last]
    first = None if None in firsts else min(day for day in firsts if day)
    last = None if None in lasts else max(day for day in lasts if day)
    return Stretch(first, last, f"{_side(first)}/{_side(last)}") if first != last else replace(one, first=first)


def roughly(stretch: Stretch) -> Stretch:
    """The same stretch, marked approximate where EDTF can say so."""
    return stretch if "/" in stretch.edtf else replace(stretch, edtf=stretch.edtf + "~")


def _side(day: date | None) -> str:
    return ".." if day is None else day.isoformat()


def spanned(start: Stretch, end: Stretch) -> Stretch | None:
    """From the first day of one to the last day of the other, each side written as exactly as it was."""
    if start.first is None or end.last is None or end.last < start.first:
        return None
    left, right = start.edtf.split("/")[0], end.edtf.split("/")[-1]
    return Stretch(start.first, end.last, f"{left}/{right}" if left != right else left)


_SATURDAY = 5


def weekend_before(day: date) -> Stretch:
    """The last weekend that had begun by a day."""
    saturday = day - timedelta(days=(day.weekday() - _SATURDAY) % 7)
    return between(saturday, saturday + timedelta(days=1))
