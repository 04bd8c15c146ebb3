"""Dates as given: EDTF of any precision, with the first and last possible day."""

from __future__ import annotations

import calendar
import re
from datetime import date

from sayso.model.report import Published

#: Years a publication can have: before the first newspapers and after this century a date is a slip.
_FIRST_YEAR, _LAST_YEAR = 1600, 2100
_ISO = re.compile(r"(\d{4})(?:-([01]\d)(?:-(\d\d)(?:[T ]\d\d:?\d\d.{0,20})?)?)?", re.ASCII)
_LONGEST = 80


def given_date(written: str, basis: str, now: str | None = None) -> Published | str:
    """The date in EDTF with its bounds, or a sentence that says what is wrong with it; `now` is an ISO day."""
    words = written.strip()
    plain = _ISO.fullmatch(words)
    if plain:
        day, month = (int(plain[3]) if plain[3] else None), (int(plain[2]) if plain[2] else None)
        found = bounded(int(plain[1]), month, day, basis)
    elif words.isascii() and len(words) <= _LONGEST:
        found = _by_library(words, basis)
    else:
        found = None
    if found is None:
        return f'"{written[:_LONGEST]}" is not a date in EDTF (such as 2016-02-29, 2016-02 or 2016).'
    return _in_time(found, now)


def bounded(year: int, month: int | None, day: int | None, basis: str) -> Published | None:
    """The date of that precision, or None where the calendar has no such day."""
    if not _FIRST_YEAR <= year <= _LAST_YEAR or not 1 <= (1 if month is None else month) <= 12:
        return None
    last = calendar.monthrange(year, month or 12)[1]
    if not 1 <= (1 if day is None else day) <= last:
        return None
    earliest = date(year, month or 1, day or 1).isoformat()
    latest = date(year, month or 12, day or last).isoformat()
    edtf = earliest if day else earliest[:7] if month else earliest[:4]
    return Published(edtf, earliest, latest, basis)


def _in_time(found: Published, now: str | None) -> Published | str:
    if now is not None and found.earliest is not None and found.earliest > now:
        return f'"{found.edtf}" lies in the future and is left out.'
    return found


def _by_library(words: str, basis: str) -> Published | None:
    from edtf import parse_edtf

    try:
        parsed = parse_edtf(words)
        earliest, latest = _day(parsed.lower_strict()), _day(parsed.upper_strict())
    except Exception:  # the library raises many kinds, its own and pyparsing's, for what is no date
        return None
    if earliest is None and latest is None:
        return None
    if earliest is not None and latest is not None and earliest > latest:
        return None
    return Published(words, earliest, latest, basis)


def _day(when: object) -> str | None:
    """The ISO day of the library's time tuple; None for an open end."""
    try:
        year, month, day = int(when[0]), int(when[1]), int(when[2])  # type: ignore[index]
    except (TypeError, ValueError, IndexError):
        return None
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise ValueError(year)
    return date(year, month, day).isoformat()
