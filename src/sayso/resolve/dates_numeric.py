"""Shapes of dates in figures, and of years, decades, quarters, seasons and holidays."""

from __future__ import annotations

import re
from datetime import date

from sayso.resolve.dates_atom import Atom, Reference, Rule, barred, relative, stated
from sayso.resolve.dates_calendar import (
    SEASONS,
    Stretch,
    a_day,
    last_day,
    part_of_year,
    spanned,
    the_decade,
    the_month,
    the_quarter,
    the_season,
    the_year,
)
from sayso.resolve.dates_words import ORDINALS, YEAR, folded, part_name, pattern

#: Two-digit years up to this one are of this century, the rest of the last.
_PIVOT = 49
#: Days of the year that go by a name; a date without a year is the last one past.
_HOLIDAYS = {
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "christmas": (12, 25),
    "boxing day": (12, 26),
    "new year's eve": (12, 31),
    "new year's day": (1, 1),
    "valentine's day": (2, 14),
    "international women's day": (3, 8),
    "may day": (5, 1),
    "halloween": (10, 31),
}
_LEAD = (
    r"(?:in|since|by|until|till|during|before|after|through|throughout|from|to|of|and|or|between|for"
    r"|around|about|circa|early|late|mid|than|year|years|the|[a-z]+ed|[Ii]n|[Ss]ince|[Bb]y|[Uu]ntil|[Dd]uring|[Ff]rom|[Bb]efore|[Aa]fter|[Tt]he|[Bb]etween)"
)
#: What may not follow a bare year: figures, currency, units, a round number's plural noun.
_NO_UNIT = (
    r"(?![0-9]|[.,:/][0-9]| ?[%°€£$]|[-–][0-9]| (?:per|percent|dollars|euros|pounds|people|men|women"
    r"|km|kg|miles|metres|meters|feet|hours|days|UTC|GMT)\b|[A-Za-z])"
)
_PART = r"(?P<part>[Ee]arly|[Mm]id|[Ll]ate|(?:the )?(?:beginning|start|end|middle) of)[- ]"


def _figures(year: int, month: int, day: int) -> Stretch | None:
    if not (1 <= month <= 12 and 1 <= day <= last_day(max(year, 1), month)):
        return None
    return a_day(date(year, month, day))


def _iso(match: re.Match[str]) -> Atom | None:
    year, month = int(match["year"]), int(match["month"])
    if match["day"]:
        return stated(match, _figures(year, month, int(match["day"])))
    return stated(match, the_month(year, month)) if 1 <= month <= 12 else None


def _slashed(match: re.Match[str]) -> Atom:
    """Day first unless only month first is possible; where both are, the words do not say which."""
    one, two, year = int(match["one"]), int(match["two"]), int(match["year"])
    if year < 100:
        year += 2000 if year <= _PIVOT else 1900
    if one <= 12 and two <= 12 and one != two:
        return barred(match, "day and month can be read either way")
    return stated(match, _figures(year, two, one) or _figures(year, one, two))


def _hijri(match: re.Match[str]) -> Atom:
    return barred(match, "a year of the Islamic calendar")


def _year(match: re.Match[str]) -> Atom | None:
    year = int(match["year"])
    strong = match["lead"] and match["lead"].lower() in ("in", "since", "by", "until", "during", "before", "year")
    if not strong and (
        not 1900 <= year <= 2050 or (year % 50 == 0 and re.match(r"\s(?:[a-z]+s\b|[A-Z])", match.string[match.end() :]))
    ):
        return None
    start = match.start("year")
    return Atom(start, match.end(), "nothing", lambda _: the_year(year))


def _bracketed_year(match: re.Match[str]) -> Atom:
    return stated(match, the_year(int(match["year"])))


def _years(match: re.Match[str]) -> Atom | None:
    first, last = int(match["year"]), match["last"]
    end = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
    stretch = spanned(the_year(first), the_year(end)) if first < end <= first + 500 else None
    return stated(match, stretch) if stretch else None


def _part_of_year(match: re.Match[str]) -> Atom:
    return stated(match, part_of_year(int(match["year"]), part_name(match["part"])))


def _decade(match: re.Match[str]) -> Atom:
    digits = match["decade"]
    year = int(digits) if len(digits) == 4 else 1900 + int(digits)
    return stated(match, the_decade(year))


def _season(match: re.Match[str]) -> Atom:
    name, which = match["season"].lower(), (match["which"] or "").lower()
    if match["year"]:
        return stated(match, the_season(int(match["year"]), name))

    def means(reference: Reference) -> Stretch:
        today, month = reference.day, SEASONS[name][1]
        begun = today.month >= month
        if which == "next" or (which not in ("last", "this") and reference.ahead):
            return the_season(today.year + begun, name)
        stretch = the_season(today.year if begun else today.year - 1, name)
        running = stretch.last is not None and stretch.last >= today
        if which == "this" and not running and month != 12:
            return the_season(today.year, name)
        return the_season(today.year - 1, name) if which == "last" and begun and running else stretch

    return relative(match, means)


def _quarter(match: re.Match[str]) -> Atom:
    number = ORDINALS[match["number"].lower()] if match["number"] else int(match["figure"])
    which = (match["which"] or "").lower()
    if match["year"]:
        return stated(match, the_quarter(int(match["year"]), number))

    def means(reference: Reference) -> Stretch:
        year, begun = reference.day.year, reference.day.month > number * 3 - 3
        if which:
            return the_quarter(year + {"last": -1, "this": 0, "next": 1}[which], number)
        finished = reference.day.month > number * 3
        coming = reference.ahead and not begun
        return the_quarter(year if finished or coming or (begun and not reference.behind) else year - 1, number)

    return relative(match, means)


def _holiday(match: re.Match[str]) -> Atom:
    month, day = _HOLIDAYS[folded(match["name"]).replace("’", "'").replace("years ", "year's ")]
    if match["year"]:
        return stated(match, a_day(date(int(match["year"]), month, day)))

    def means(reference: Reference) -> Stretch:
        this = date(reference.day.year, month, day)
        late, early = this < reference.day, this > reference.day
        step = 1 if reference.ahead and late else -1 if early and not reference.ahead else 0
        return a_day(this.replace(year=this.year + step))

    return relative(match, means)


_EVENTS = (
    r"(?P<name>[Cc]hristmas(?: (?:[Dd]ay|[Ee]ve))?|Boxing Day|New Year['’]?s (?:[Ee]ve|[Dd]ay)"
    r"|Valentine['’]s Day|May Day|Halloween|International Women['’]s Day)"
)

#: Figures and quarters, read before relative words.
FIGURES = (
    Rule(
        "iso",
        "figure",
        pattern(
            r"(?<![\w/-])(?P<year>[12][0-9]{3})-(?P<month>[01][0-9])(?:-(?P<day>[0-3][0-9]))?(?:T[0-9:.]{4,15}Z?)?(?![\w/]|-[0-9])"
        ),
        _iso,
    ),
    Rule(
        "slashed",
        "figure",
        pattern(
            r"(?<![\w/.-])(?P<one>[0-3]?[0-9])(?P<mark>[/.])(?P<two>[0-3]?[0-9])(?P=mark)(?P<year>[12][0-9]{3}|[0-9]{2})(?![\w/]|[.-][0-9])"
        ),
        _slashed,
    ),
    Rule("hijri", "figure", pattern(r"\b1[34][0-9]{2} (?:AH|Hijri|hijri|A\.H\.)"), _hijri),
    Rule(
        "quarter",
        "quarter",
        pattern(
            rf"(?:\b(?:the )?(?:(?P<number>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|1st|2nd|3rd"
            rf"|4th)(?:[ -])(?:fiscal )?quarter)|\bQ(?P<figure>[1-4]))"
            rf"\b(?!-)(?:(?: of)?(?: (?P<which>last|this|next) year| (?P<year>{YEAR})\b))?"
        ),
        _quarter,
    ),
)

#: Seasons, feasts, decades and years, read last.
YEARS = (
    Rule(
        "season",
        "season",
        pattern(
            rf"\b(?:(?:(?P<which>[Ll]ast|[Tt]his|[Nn]ext)|[Tt]he|(?<=\b[Ii]n)|(?<=\b[Ss]ince)) )?(?:early "
            rf"|late |mid-)?(?P<season>spring|summer|autumn|fall|winter)"
            rf"(?:,? (?:of )?(?P<year>{YEAR})(?:[-–/](?:20)?[0-9]{{2}})?\b"
            rf"|(?= offensive))?"
        ),
        lambda match: _season(match) if match["which"] or match["year"] else None,
    ),
    Rule(
        "holiday",
        "holiday",
        pattern(rf"\b{_EVENTS}\b(?:,? (?P<year>{YEAR})\b)?(?! (?:tree|market|card|cards|carol|song))"),
        _holiday,
    ),
    Rule("part of year", "figure", pattern(rf"\b{_PART}(?P<year>{YEAR})(?![0-9]|[.,:/-][0-9]|s\b)"), _part_of_year),
    Rule(
        "decade",
        "decade",
        pattern(
            r"(?:(?<=\b[Tt]he )|(?<=\bearly )|(?<=\blate )|(?<=\bmid-)|(?<=\b[Ii]n )"
            r"|\b)['’]?(?P<decade>(?:1[5-9]|20)[0-9]0|(?<=[\x20'’])[2-9]0)['’]?s\b"
        ),
        lambda match: _decade(match) if _is_decade(match) else None,
    ),
    Rule(
        "years",
        "figure",
        pattern(
            rf"(?<![\w.,$£€#/-])(?:(?:[Bb]etween|[Ff]rom) )?(?P<year>{YEAR})(?:[-–—/]| to | and | until "
            rf"| till | through )(?P<last>{YEAR}|[0-9]{{2}}(?=\b(?![ ]?%))){_NO_UNIT}"
        ),
        lambda match: _years(match) if _is_range(match) else None,
    ),
    Rule("bracketed year", "figure", pattern(rf"(?<=\()(?P<year>{YEAR})(?=[);,])"), _bracketed_year),
    Rule(
        "year",
        "figure",
        pattern(rf"(?:\b(?P<lead>{_LEAD}) (?:[Tt]he )?|(?<![\w.,$£€#/+-])(?P<bare>))(?P<year>{YEAR}){_NO_UNIT}"),
        lambda match: _year(match) if _is_year(match) else None,
    ),
)

#: Words with a capital before a number that make it a label ("Resolution 1973").
_LABELS = frozenset(
    (
        "resolution flight article route no number section row room unit law act order bill highway "
        "boeing airbus model formula windows page chapter case decree volume gate line lot"
    ).split()
)


def _is_decade(match: re.Match[str]) -> bool:
    """Whether the figures are years: four digits, or two after "the" or an apostrophe and not an age."""
    if len(match["decade"]) == 4:
        return True
    before = match.string[max(0, match.start() - 12) : match.start("decade")].lower()
    return before.endswith(("the ", "'", "’", "s and ", "early ", "late ", "mid-")) and not before.endswith(
        ("in their ", "in his ", "in her ")
    )


def _is_range(match: re.Match[str]) -> bool:
    """Whether "2014 to 2016" is about years: with a lead before it, or joined by a dash."""
    return (
        match.string[match.end("year")] not in " "
        or match.group().lower().startswith(("from", "between"))
        or _led(match)
    )


def _is_year(match: re.Match[str]) -> bool:
    """Whether a bare four-digit figure is a year: led by a word of time, or standing like a modifier."""
    before = match.string[max(0, match.start("year") - 24) : match.start("year")].rstrip()
    word = re.search(r"[\w.]+$", before)
    if word and word.group().rstrip(".").lower() in _LABELS:
        return False
    return int(match["year"]) >= 1900 or _led(match)


def _led(match: re.Match[str]) -> bool:
    before = match.string[max(0, match.start("year") - 12) : match.start("year")].lower().split()
    return bool(before) and before[-1] in (
        "in",
        "since",
        "by",
        "until",
        "during",
        "from",
        "before",
        "after",
        "between",
        "of",
    )
