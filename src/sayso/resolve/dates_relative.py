"""Shapes of dates that count from another day: weekdays, "last month", "two weeks ago", "a day earlier"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from sayso.resolve.dates_atom import Atom, Reference, Rule, barred, relative
from sayso.resolve.dates_calendar import (
    Stretch,
    a_day,
    between,
    holding,
    moved,
    part_of_month,
    part_of_year,
    weekend_before,
)
from sayso.resolve.dates_words import (
    PART_OF_DAY,
    SMALL,
    UNIT,
    WEEKDAY_FULL,
    WEEKDAYS,
    folded,
    number_of,
    part_name,
    pattern,
)

_DAY = timedelta(days=1)
#: Names and titles in which a weekday is no date.
_PROPER_BEFORE = (
    r"(?<!Black )(?<!Bloody )(?<!Good )(?<!Ash )(?<!Palm )(?<!Easter )(?<!Cyber )(?<!Super )(?<!Sheffield )(?<!Holy )"
)
_PROPER_AFTER = (
    r"(?! (?:Times|Telegraph|Mirror|Express|Mail|Herald|Star|World|Post|Sun|Independent|Tribune"
    r"|Night Live|Night Football)\b)"
)
#: Farthest that a count of units may lead away; beyond it a number is not a date.
_FARTHEST = {"day": 36500, "night": 36500, "week": 5000, "fortnight": 2500, "month": 1200, "year": 500, "decade": 50}


def _weekday(match: re.Match[str]) -> Atom:
    wanted = WEEKDAYS[match["weekday"].lower()]
    which = (match["which"] or "").lower().split()[-1:] or [""]

    def means(reference: Reference) -> Stretch:
        return a_day(_weekday_from(reference, wanted, which[0]))

    return relative(match, means)


def _weekday_from(reference: Reference, wanted: int, which: str) -> date:
    back = (reference.day.weekday() - wanted) % 7
    if which in ("last", "past", "previous"):
        return reference.day - timedelta(days=back or 7)
    if which == "this":
        return reference.day + timedelta(days=wanted - reference.day.weekday())
    if which in ("next", "coming", "following") or reference.ahead:
        ahead = (wanted - reference.day.weekday()) % 7
        return reference.day + timedelta(days=ahead or (7 if which else 0))
    return reference.day - timedelta(days=back)


def _near_day(match: re.Match[str]) -> Atom:
    word = folded(match["word"])
    step = -1 if word in ("yesterday", "last night", "overnight") else 1 if word.startswith("tomorrow") else 0
    days = step * (2 if match["twice"] else 1)
    return relative(match, lambda reference: a_day(reference.day + timedelta(days=days)))


def _whole_unit(match: re.Match[str]) -> Atom:
    which, unit = match["which"].lower().split()[-1], match["unit"].lower()
    if unit in ("day", "night"):
        return _counted(match, 1, "day", -1 if which in ("previous", "last", "past") else 1)
    step = {"last": -1, "past": -1, "previous": -1, "this": 0, "current": 0, "same": 0}.get(which, 1)
    needs = "anchor" if which in ("previous", "following", "same") else "publication"

    def means(reference: Reference) -> Stretch:
        return holding(moved(reference.day, step, unit), unit)

    return relative(match, means, needs)


def _weekend(match: re.Match[str]) -> Atom:
    return relative(match, lambda reference: weekend_before(reference.day))


def _counted(match: re.Match[str], number: int, unit: str, sign: int) -> Atom:
    return relative(match, lambda reference: a_day(moved(reference.day, sign * number, unit)), "anchor")


def _ago(match: re.Match[str]) -> Atom | None:
    number, unit = number_of(match["number"]), match["unit"].lower().removesuffix("s")
    if number > _FARTHEST.get(unit, 0) or not number:
        return None
    direction = folded(match["direction"])
    sign = 1 if direction in ("later", "on", "from now", "after", "afterwards") else -1
    needs = "publication" if direction in ("ago", "from now") else "anchor"
    loose = bool(match["about"]) or (number > 1 and unit in ("month", "year", "decade") and needs == "publication")

    def means(reference: Reference) -> Stretch | None:
        if reference.day.year + sign * number * (10 if unit == "decade" else 1) < 2 and unit in ("year", "decade"):
            return None
        day = moved(reference.day, sign * number, unit)
        return holding(day, unit) if loose else a_day(day)

    return relative(match, means, needs)


def _to_an_event(match: re.Match[str]) -> Atom:
    return barred(match, "counted from an event whose day is not given here")


def _past_stretch(match: re.Match[str]) -> Atom | None:
    number, unit = number_of(match["number"] or "a"), match["unit"].lower().removesuffix("s")
    if number > _FARTHEST.get(unit, 0) or not number:
        return None
    sign = 1 if match["which"].lower().split()[-1] in ("next", "coming", "following") else -1

    def means(reference: Reference) -> Stretch | None:
        if (
            unit in ("year", "decade")
            and not 2 < reference.day.year + sign * number * (10 if unit == "decade" else 1) < 9000
        ):
            return None
        return between(reference.day, moved(reference.day, sign * number, unit))

    return relative(match, means)


def _earlier_this(match: re.Match[str]) -> Atom:
    unit, later = match["unit"].lower(), match["way"].lower() == "later"

    def means(reference: Reference) -> Stretch:
        whole = holding(reference.day, unit)
        first, last = whole.first or reference.day, whole.last or reference.day
        return between(reference.day, last) if later and reference.ahead else between(first, reference.day)

    return relative(match, means)


def _part_of_unit(match: re.Match[str]) -> Atom:
    part, which, unit = part_name(match["part"]), match["which"].lower(), match["unit"].lower()
    step = {"last": -1, "previous": -1, "next": 1}.get(which, 0)

    def means(reference: Reference) -> Stretch:
        day = moved(reference.day, step, unit)
        if unit == "year":
            return part_of_year(day.year, part)
        if unit == "month":
            return part_of_month(day.year, day.month, part)
        return holding(day, unit)

    return relative(match, means)


def _this_part_of_day(match: re.Match[str]) -> Atom:
    return relative(match, lambda reference: a_day(reference.day))


def _whole_before(match: re.Match[str]) -> Atom:
    unit, sign = match["unit"].replace("night", "day"), -1 if match["way"] == "before" else 1
    return relative(match, lambda reference: holding(moved(reference.day, sign, unit), unit), "anchor")


_WHICH = r"[Ll]ast|[Tt]his|[Nn]ext|[Pp]ast|[Pp]revious|[Cc]oming|[Ff]ollowing"
_PLURAL = r"(?P<unit>[Dd]ays?|[Nn]ights?|[Ww]eeks?|[Ff]ortnights?|[Mm]onths?|[Yy]ears?|[Dd]ecades?)"
_ABOUT = r"(?:(?P<about>about|around|roughly|approximately|nearly|almost|some|more than|over|just over) )?"

RULES = (
    Rule(
        "weekday",
        "weekday",
        pattern(
            rf"{_PROPER_BEFORE}\b(?:(?P<which>(?:the )?(?:{_WHICH})) )?(?:(?:(?:at|before|around"
            rf"|in the) )?{PART_OF_DAY}(?: of| on)? )?"
            rf"(?P<weekday>{WEEKDAY_FULL})\b(?:['’]s\b)?(?: (?:{PART_OF_DAY})\b)?{_PROPER_AFTER}"
        ),
        _weekday,
    ),
    Rule(
        "near day",
        "near",
        pattern(
            r"\b(?:[Ee]arl(?:y|ier) |[Ll]ate(?:r)? )?(?P<twice>the day (?:before|after) )?"
            rf"(?P<word>[Tt]oday|TODAY|[Yy]esterday|[Tt]omorrow|[Tt]onight|[Ll]ast night)\b(?: {PART_OF_DAY}\b)?"
        ),
        _near_day,
    ),
    Rule("this part of the day", "near", pattern(r"\b[Tt]his (?:morning|afternoon|evening)\b"), _this_part_of_day),
    Rule(
        "earlier in this unit",
        "unit",
        pattern(r"\b(?P<way>[Ee]arlier|[Ll]ater) (?:this|in the) (?P<unit>week|month|year|decade)\b"),
        _earlier_this,
    ),
    Rule(
        "part of a unit",
        "unit",
        pattern(
            r"\b(?P<part>[Ee]arly|[Ll]ate|(?:[Tt]he )?(?:beginning|start|end|middle) of) "
            r"(?:the )?(?P<which>last|this|next|previous|current|month|year|week)(?P<same>)(?: (?P<unit>week"
            r"|month|year))\b"
        ),
        _part_of_unit,
    ),
    Rule(
        "part of this unit",
        "unit",
        pattern(
            r"\b(?P<part>(?:[Tt]he )?(?:beginning|start|end|middle) of) the (?P<which>)(?P<unit>week|month|year)\b"
            r"(?! of\b)"
        ),
        _part_of_unit,
    ),
    Rule(
        "stretch of units",
        "unit",
        pattern(
            rf"\b(?:(?:[Oo]ver|[Ii]n|[Dd]uring|[Ff]or|[Ww]ithin|[Tt]hroughout) )?(?P<which>(?:the )?(?:[Pp]ast"
            rf"|[Ll]ast|[Nn]ext|[Cc]oming|[Ff]ollowing|[Pp]revious))"
            rf" (?P<number>{SMALL}) {_PLURAL}\b"
        ),
        _past_stretch,
    ),
    Rule(
        "the past unit",
        "unit",
        pattern(
            r"\b(?:[Oo]ver|[Ii]n|[Dd]uring|[Ff]or|[Ww]ithin) (?P<which>the (?:past|last|next"
            r"|coming))(?P<number>) (?P<unit>week|month|year|decade)\b"
        ),
        _past_stretch,
    ),
    Rule(
        "counted from an event",
        "unit",
        pattern(
            rf"\b(?:{SMALL}) (?:days?|weeks?|months?|years?) (?P<direction>before|after) (?=the |his |her "
            rf"|their |its |a |an |[A-Z]|being |leaving |taking )"
        ),
        _to_an_event,
    ),
    Rule(
        "counted",
        "unit",
        pattern(
            rf"\b{_ABOUT}(?P<number>{SMALL}|[Aa]n?|[Oo]ne) {_PLURAL} (?P<direction>ago|earlier|later|before"
            rf"|afterwards|from now)\b(?! than)"
        ),
        _ago,
    ),
    Rule(
        "uncounted",
        "unit",
        pattern(
            r"\b(?:[Ss]everal|[Ss]ome|[Aa] few|[Mm]any) (?:days|weeks|months|years|decades) (?:ago|earlier"
            r"|later|before)\b"
        ),
        lambda match: barred(match, "how many is not said"),
    ),
    Rule(
        "weekend",
        "unit",
        pattern(r"\b(?:[Oo]ver|[Aa]t|[Dd]uring|[Oo]n) the (?:past |last )?weekend\b(?! of\b)|\b[Ll]ast weekend\b"),
        _weekend,
    ),
    Rule(
        "next morning",
        "unit",
        pattern(r"\b[Tt]he (?:next|following|very next) (?:morning|evening|afternoon)\b"),
        lambda match: _counted(match, 1, "day", 1),
    ),
    Rule(
        "same day",
        "unit",
        pattern(r"\b(?:[Tt]he|[Tt]hat) (?:very )?same (?:day|night|morning|evening)\b"),
        lambda match: relative(match, lambda reference: a_day(reference.day), "anchor"),
    ),
    Rule(
        "whole unit",
        "unit",
        pattern(
            rf"\b(?P<which>(?:[Tt]he )?(?:[Pp]revious|[Ff]ollowing|[Ss]ame|[Cc]urrent)|[Tt]he next|[Ll]ast"
            rf"|[Tt]his|[Nn]ext|[Tt]his past|[Tt]his coming) (?P<unit>{UNIT})\b(?!-| (?:of|to come)\b)"
        ),
        _whole_unit,
    ),
    Rule(
        "the day before",
        "unit",
        pattern(
            r"\b[Tt]he (?P<unit>day|night|week|month|year) (?P<way>before|after)(?=[.,;:!?)\"”]| ?$| in | when | at )"
        ),
        _whole_before,
    ),
)
