"""Shapes of dates with a month's name: day and month, month and year, ranges of them."""

from __future__ import annotations

import re
from datetime import date, timedelta

from sayso.resolve.dates_atom import Atom, Meaning, Reference, Rule, relative, stated
from sayso.resolve.dates_calendar import Stretch, a_day, between, last_day, part_of_month, spanned, the_month
from sayso.resolve.dates_words import (
    DAY,
    MONTH_ANY,
    MONTH_FULL,
    ORDINAL_DAY,
    WEEKDAY_ANY,
    YEAR,
    folded,
    month_of,
    part_name,
    pattern,
)

#: A date without a year that lies at most so many days ahead may be the coming one; news seldom looks further.
_SOON = 45
_OF = r"(?: of)?"
_SEP = r"(?: ?[-–—] ?| to | and | until | till | through | or )"
_PART = r"(?:(?P<part>early|mid|late|[Ee]arly|[Mm]id|[Ll]ate|[Tt]he (?:beginning|start|end|middle) of|"
_PART += r"(?:beginning|start|end|middle) of)[- ])?"
#: Words after a bare "May" or "March" that make it a name or a verb.
_NOT_TIME = r"(?! (?:village|town|district|province|street|road|river|family|on |with |and [A-Z]))"
_MONTH = rf"(?P<month>{MONTH_ANY})\.?"
_YEAR = rf"(?:,? ?(?:of )?(?P<year>{YEAR})(?![0-9]|[.,][0-9]))"


def _readable(year: int, month: int, day: int) -> Stretch | None:
    return a_day(date(year, month, day)) if 1 <= day <= last_day(year, month) else None


def year_of(reference: Reference, month: int, day: int) -> int:
    """The year that a date without one means: the last past one, unless the words or its nearness look ahead."""
    today = reference.day
    day = min(day, last_day(today.year, month))
    this = date(today.year, month, day)
    if reference.ahead:
        return today.year if this >= today else today.year + 1
    if this <= today or (this - today <= timedelta(days=_SOON) and not reference.behind):
        return today.year
    return today.year - 1


def _yearless(month: int, day: int) -> Meaning:
    def means(reference: Reference) -> Stretch | None:
        return _readable(year_of(reference, month, day), month, day)

    return means


def _day_and_month(match: re.Match[str]) -> Atom:
    month, day = month_of(match["month"]), int(re.sub(r"[a-z]", "", match["day"]))
    if match["year"]:
        return stated(match, _readable(int(match["year"]), month, day))
    if day > last_day(2000, month):
        return stated(match, None)
    return relative(match, _yearless(month, day))


def _days_and_month(match: re.Match[str]) -> Atom:
    month = month_of(match["month"])
    days = [int(re.sub(r"[a-z]", "", match[name])) for name in ("day", "until")]

    def means(reference: Reference) -> Stretch | None:
        year = int(match["year"] or 0) or year_of(reference, month, days[0])
        ends = [_readable(year, month, day) for day in days]
        return spanned(ends[0], ends[1]) if ends[0] and ends[1] else None

    return stated(match, means(Reference(date.min))) if match["year"] else relative(match, means)


def _month_and_year(match: re.Match[str]) -> Atom:
    month, part = month_of(match["month"]), _part(match["part"])

    def means(year: int) -> Stretch:
        return part_of_month(year, month, part) if part else the_month(year, month)

    if match["year"]:
        return stated(match, means(int(match["year"])))
    return relative(match, lambda reference: means(year_of(reference, month, 1)))


def _month_of_a_year_nearby(match: re.Match[str]) -> Atom:
    """The month, or the day of it, of last, this or next year."""
    month, part = month_of(match["month"]), _part(match["part"])
    day = int(re.sub(r"[a-z]", "", match["before"] or match["after"] or "0"))
    step = {"last": -1, "this": 0, "next": 1}[match["which"]]

    def means(reference: Reference) -> Stretch | None:
        year = reference.day.year + step
        if day:
            return _readable(year, month, day)
        return part_of_month(year, month, part) if part else the_month(year, month)

    return relative(match, means)


def _bare_month(match: re.Match[str]) -> Atom:
    month, part, which = month_of(match["month"]), _part(match["part"]), folded(match["which"] or "")

    def means(reference: Reference) -> Stretch:
        year = year_of(reference, month, 1)
        if which == "next":
            year = reference.day.year + (month <= reference.day.month)
        elif which == "this":
            year = reference.day.year
        elif which in ("last", "past", "previous"):
            year = reference.day.year - (month >= reference.day.month)
        return part_of_month(year, month, part) if part else the_month(year, month)

    return relative(match, means)


def _month_to_month(match: re.Match[str]) -> Atom:
    first, last = month_of(match["month"]), month_of(match["until"])

    def means(reference: Reference) -> Stretch | None:
        year = int(match["year"] or 0) or year_of(reference, last, 1)
        begun = int(match["begun"] or 0) or (year if first <= last else year - 1)
        return spanned(the_month(begun, first), the_month(year, last))

    return stated(match, means(Reference(date.min))) if match["year"] else relative(match, means)


def _date_to_date(match: re.Match[str]) -> Atom:
    ends = [(month_of(match[month]), int(match[day])) for month, day in (("month", "day"), ("until", "last"))]

    def means(reference: Reference) -> Stretch | None:
        year = int(match["year"] or 0) or year_of(reference, *ends[1])
        begun = year if ends[0] <= ends[1] else year - 1
        days = [_readable(each, *end) for each, end in zip((begun, year), ends, strict=True)]
        return (
            between(days[0].first, days[1].first) if days[0] and days[1] and days[0].first and days[1].first else None
        )

    return stated(match, means(Reference(date.min))) if match["year"] else relative(match, means)


def _part(words: str | None) -> str:
    return part_name(words) if words else ""


_WEEKDAY = rf"(?:(?:{WEEKDAY_ANY})\.?,? (?:the )?)?"
_TIGHT = r"(?![0-9]|[:.,][0-9]|[-/][0-9]| ?%| per ?cent)"

#: Months with a day or a year.
DATED = (
    Rule(
        "days and month",
        "month",
        pattern(
            rf"\b(?:(?:[Bb]etween"
            rf"|[Ff]rom) )?(?P<day>{ORDINAL_DAY}){_SEP}(?P<until>{ORDINAL_DAY}){_OF} {_MONTH}{_YEAR}?"
        ),
        _days_and_month,
    ),
    Rule(
        "month and days",
        "month",
        pattern(
            rf"\b(?:(?:[Bb]etween"
            rf"|[Ff]rom) )?{_MONTH} (?P<day>{ORDINAL_DAY}){_SEP}(?P<until>{ORDINAL_DAY}){_TIGHT}\b{_YEAR}?"
        ),
        _days_and_month,
    ),
    Rule(
        "date to date",
        "month",
        pattern(
            rf"\b(?:(?:[Bb]etween"
            rf"|[Ff]rom) )?{_MONTH} (?P<day>{DAY}){_SEP}(?P<until>{MONTH_ANY})\.? (?P<last>{DAY}){_TIGHT}\b{_YEAR}?"
        ),
        _date_to_date,
    ),
    Rule(
        "month to month",
        "month",
        pattern(
            rf"\b(?:(?:[Bb]etween"
            rf"|[Ff]rom) )?{_MONTH}(?: (?P<begun>{YEAR}))?{_SEP}(?P<until>{MONTH_ANY})\.?(?! {DAY}\b){_YEAR}?\b"
        ),
        _month_to_month,
    ),
    Rule(
        "month of a year nearby",
        "month",
        pattern(
            rf"\b{_PART}(?:(?:the )?(?P<before>{ORDINAL_DAY})(?: of)? )?{_MONTH}(?: (?P<after>{ORDINAL_DAY}))?"
            r",?(?: of)? (?P<which>last|this|next) year\b"
        ),
        _month_of_a_year_nearby,
    ),
    Rule(
        "day and month",
        "month",
        pattern(rf"\b{_WEEKDAY}(?:the )?(?P<day>{ORDINAL_DAY})(?:,? of|-)? ?{_MONTH}{_YEAR}?\b"),
        _day_and_month,
    ),
    Rule(
        "month and day",
        "month",
        pattern(rf"\b{_WEEKDAY}{_MONTH} (?:the )?(?P<day>{ORDINAL_DAY}){_TIGHT}\b{_YEAR}?"),
        _day_and_month,
    ),
    Rule("month and year", "month", pattern(rf"\b{_PART}{_MONTH}{_YEAR}"), _month_and_year),
)

#: Months alone, read after everything that may hold them.
BARE = (
    Rule(
        "part of month",
        "month",
        pattern(
            rf"\b(?P<part>[Ee]arly|[Mm]id|[Ll]ate|(?:[Tt]he )?(?:beginning|start|end|middle"
            rf"|(?:first|second|third|last) week|(?:first|last) days) of)[- ](?:(?P<which>last|this|next) )?"
            rf"(?P<month>{MONTH_ANY})\b\.?(?! [0-9])"
        ),
        _bare_month,
    ),
    Rule(
        "month after a lead",
        "month",
        pattern(
            rf"(?:(?<=\b[Ii]n )|(?<=\b[Bb]y )|(?<=\b[Oo]f )|(?<=\b[Tt]o )|(?<=\b[Ss]ince )|(?<=\b[Uu]ntil )"
            rf"|(?<=\b[Tt]ill )"
            rf"|(?<=\b[Dd]uring )|(?<=\b[Ff]rom )|(?<=\band )|(?<=\b[Bb]efore )|(?<=\b[Aa]fter )|(?<=\b[Tt]hrough )"
            rf"|(?P<which>\b(?:[Ll]ast|[Tt]his|[Nn]ext|[Pp]ast|previous) ))"
            rf"(?P<part>)(?P<month>{MONTH_FULL})\b(?!\.?[ -][A-Z0-9])(?!['’]s [A-Z]){_NOT_TIME}"
        ),
        _bare_month,
    ),
    Rule(
        "bare month",
        "month",
        pattern(
            r"(?<![A-Z][a-z] )\b(?P<part>)(?P<which>)(?P<month>January|February|July|September|October"
            r"|November|December)"
            r"\b(?! [A-Z0-9])"
        ),
        _bare_month,
    ),
    Rule(
        "bare month that is also a name",
        "month",
        pattern(
            r"(?:(?<=\b[Aa] )|(?<=\b[Aa]n )|(?<=\b[Tt]he ))(?P<part>)(?P<which>)(?P<month>April|June"
            r"|August)\b(?= [a-z])"
        ),
        _bare_month,
    ),
)
