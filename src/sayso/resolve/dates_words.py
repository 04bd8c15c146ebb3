"""Words that dates are made of: months, weekdays, small numbers, and the pieces of patterns built from them."""

from __future__ import annotations

import re

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            ("monday", "mon"),
            ("tuesday", "tues", "tue"),
            ("wednesday", "wed"),
            ("thursday", "thurs", "thur", "thu"),
            ("friday", "fri"),
            ("saturday", "sat"),
            ("sunday", "sun"),
        )
    )
    for name in names
}
NUMBERS = {
    word: value
    for value, words in (
        (1, ("a", "an", "one")),
        (2, ("two", "a couple of", "couple of")),
        (3, ("three",)),
        (4, ("four",)),
        (5, ("five",)),
        (6, ("six",)),
        (7, ("seven",)),
        (8, ("eight",)),
        (9, ("nine",)),
        (10, ("ten",)),
        (11, ("eleven",)),
        (12, ("twelve",)),
        (13, ("thirteen",)),
        (14, ("fourteen",)),
        (15, ("fifteen",)),
        (16, ("sixteen",)),
        (17, ("seventeen",)),
        (18, ("eighteen",)),
        (20, ("twenty",)),
        (30, ("thirty",)),
        (40, ("forty",)),
        (50, ("fifty",)),
    )
    for word in words
}
ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}


def _capitalised(names: list[str]) -> str:
    """The names as they are printed: with a capital, or in capitals."""
    return "|".join(f"{name.title()}|{name.upper()}" for name in sorted(names, key=lambda name: (-len(name), name)))


#: Full month names, and any month name with its abbreviations; both only with a capital.
MONTH_FULL = _capitalised([name for name in MONTHS if len(name) > 4 or name in ("june", "july", "may")])
MONTH_ANY = _capitalised(list(MONTHS))
WEEKDAY_FULL = _capitalised([name for name in WEEKDAYS if name.endswith("day")])
WEEKDAY_ANY = _capitalised(list(WEEKDAYS))
#: A small number in words or digits, at most three digits.
SMALL = r"(?:[0-9]{1,3}|" + "|".join(sorted(NUMBERS, key=lambda word: (-len(word), word))) + r")"
YEAR = r"(?:1[5-9]|2[01])[0-9]{2}"
DAY = r"(?:3[01]|[12][0-9]|0?[1-9])"
ORDINAL_DAY = DAY + r"(?:st|nd|rd|th)?"
UNIT = r"(?:day|night|week|weekend|fortnight|month|quarter|year|decade)"
PART_OF_DAY = (
    r"(?:early |late )?(?:mornings?|afternoons?|evenings?|nights?|midnight|noon|midday|dawn|dusk"
    r"|daybreak|sunset|sunrise)"
)


def folded(words: str) -> str:
    """The words in lower case with one blank between them."""
    return " ".join(words.lower().split())


def part_name(words: str) -> str:
    """The name of a part of a year or month: early, mid, late, start, middle, end, or its first to last week."""
    said = folded(words).removesuffix(" of").split()
    word = said[-1]
    if word in ("week", "days"):
        return " ".join(said[-2:])
    return {"beginning": "start"}.get(word, word)


def number_of(words: str) -> int:
    """The small number that digits or words stand for."""
    words = folded(words)
    return int(words) if words.isascii() and words.isdigit() else NUMBERS[words]


def month_of(word: str) -> int:
    """The month, 1 to 12, that a name or abbreviation stands for."""
    return MONTHS[word.rstrip(".").lower()]


_PIECE = re.compile(r"\(\?<[=!][^()]*\)|\[(?:\\.|[^\]\\])*\]| \??")
_BLANKS = r"[ \t\n\u00a0]"


def pattern(text: str) -> re.Pattern[str]:
    """A compiled pattern in which a space stands for up to four blanks; in a look-behind for one, in a "
    "class for itself."""
    return re.compile(_PIECE.sub(_blank, text))


def _blank(match: re.Match[str]) -> str:
    piece = match.group()
    if piece[0] == "(":
        return piece.replace(" ", _BLANKS)
    if piece[0] == "[":
        return piece
    return _BLANKS + ("{1,4}" if piece == " " else "{0,4}")
