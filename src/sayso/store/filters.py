"""What a list is narrowed to, and the conditions that this makes in the database."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, exists, or_, select
from sqlalchemy import text as sql

from sayso.model.errors import BadInput
from sayso.store.schema import claim, claim_place, report

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Filters:
    """What a list is narrowed to; `places` are ids, dates are ISO days, `words` must all stand in a report's text."""

    indicators: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    published_since: str | None = None
    published_until: str | None = None
    words: str = ""

    @property
    def of_claims(self) -> bool:
        """Whether claims decide, not reports alone."""
        return bool(self.indicators or self.places or self.since or self.until)


def first_day(written: str) -> str:
    """The first day of a year, month or day."""
    return _day(written, last=False)


def last_day(written: str) -> str:
    """The last day of a year, month or day."""
    return _day(written, last=True)


def _day(written: str, *, last: bool) -> str:
    found = _DATE.fullmatch(written)
    if found:
        year, month, day = (int(part) if part else None for part in found.groups())
        month_read = month or (12 if last else 1)
        if year and 1 <= month_read <= 12:
            days = calendar.monthrange(year, month_read)[1]
            day_read = day or (days if last else 1)
            if day_read <= days and day != 0 and month != 0:
                return f"{year:04}-{month_read:02}-{day_read:02}"
    raise BadInput("is no date; write YYYY, YYYY-MM or YYYY-MM-DD", repr(written), exit_code=2)


def report_conditions(filters: Filters) -> list[ColumnElement[bool]]:
    """The conditions on a report alone."""
    conditions: list[ColumnElement[bool]] = []
    if filters.outlets:
        conditions.append(report.c.outlet.in_(filters.outlets))
    if filters.published_since:
        conditions.append(report.c.published_latest >= filters.published_since)
    if filters.published_until:
        conditions.append(report.c.published_earliest <= filters.published_until)
    if filters.words:
        # Each word is quoted, so that nothing in it is read as an operator of the search.
        quoted = " ".join(f'"{word}"' for word in _WORD.findall(filters.words)) or '""'
        found = sql("report.number IN (SELECT rowid FROM text_words WHERE text_words MATCH :words)")
        conditions.append(found.bindparams(words=quoted))  # type: ignore[arg-type]
    return conditions


def claim_conditions(filters: Filters) -> list[ColumnElement[bool]]:
    """The conditions on a claim alone; a claim without any date fits no period."""
    conditions: list[ColumnElement[bool]] = []
    dated = or_(claim.c.earliest.is_not(None), claim.c.latest.is_not(None))
    if filters.indicators:
        conditions.append(claim.c.indicator.in_(filters.indicators))
    if filters.since:
        conditions.append(and_(dated, or_(claim.c.latest.is_(None), claim.c.latest >= filters.since)))
    if filters.until:
        conditions.append(and_(dated, or_(claim.c.earliest.is_(None), claim.c.earliest <= filters.until)))
    if filters.places:
        here = select(claim_place.c.claim).where(
            claim_place.c.claim == claim.c.number, claim_place.c.place.in_(filters.places)
        )
        conditions.append(exists(here))
    return conditions
