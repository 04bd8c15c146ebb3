"""Dates as pages and texts write them: "12 March 2019", "Nov. 3, 2017", "2019-03-12", "March 2019"."""

from __future__ import annotations

import re

from sayso.model.report import Published
from sayso.read.edtf import bounded

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY_FIRST = rf"(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m1>{MONTH}),?\s+(?P<y1>\d{{4}})"
_MONTH_FIRST = rf"(?P<m2>{MONTH})\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y2>\d{{4}})"
_NUMBERS = r"(?P<y3>\d{4})[-/.](?P<n3>\d{1,2})[-/.](?P<d3>\d{1,2})"
_MONTH_ONLY = rf"(?P<m4>{MONTH}),?\s+(?P<y4>\d{{4}})"
#: One written date of day or month precision; numbers such as 03/04/2019 are left alone, their order is not known.
DATE = rf"(?:{_DAY_FIRST}|{_MONTH_FIRST}|{_NUMBERS}|{_MONTH_ONLY})"
_DATE = re.compile(DATE, re.IGNORECASE | re.ASCII)


def written_date(words: str, basis: str) -> Published | None:
    """The first date written in some words, with the precision it is written in."""
    match = _DATE.search(words)
    return dated(match, basis) if match else None


def dated(match: re.Match[str], basis: str) -> Published | None:
    """The date of a match of `DATE`, or None where the calendar has no such day."""
    got = match.groupdict()
    year = next(got[key] for key in ("y1", "y2", "y3", "y4") if got.get(key))
    name = next((got[key] for key in ("m1", "m2", "m4") if got.get(key)), None)
    month = _MONTHS.index(name[:3].lower()) + 1 if name else int(got["n3"] or 0)
    day = next((got[key] for key in ("d1", "d2", "d3") if got.get(key)), None)
    return bounded(int(year), month, int(day) if day else None, basis)
