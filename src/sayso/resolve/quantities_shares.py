"""Shares: percentages, fractions in words, "two in five", "the majority"."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.resolve.quantities_numbers import SMALL, Number, number_at
from sayso.resolve.quantities_ranges import paired
from sayso.resolve.quantities_tokens import Piece, tight, word

_PARTS = {
    "half": 2,
    "third": 3,
    "quarter": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
}
_PLURAL_PARTS = {"halves": 2} | {f"{name}s": parts for name, parts in _PARTS.items() if name != "half"}
#: Denominators that figures may have ("1/3 of").
_MOST_PARTS = 200
#: After "a third" and its like these make it a share; other words make it the third of a series.
_AFTER_A_PART = frozenset("of have has had were are".split())
#: After "by a third" a noun makes it the third of a series; these begin another phrase.
_OF_A_SERIES = frozenset("man woman group party time day week month year attack bomb blast force car".split())
#: After "half" these make it a share of something; other words make it a name or a time.
_HALF_OF = frozenset("of the its their his all that a an our these those".split())
#: Before "half" at a clause's end these make it a share ("cut by half").
_HALF_AFTER = frozenset("by than about nearly almost to over".split())
#: Words before "half" or "third" that make it one of a series.
_ORDINAL_BEFORE = frozenset("first second other better latter former this last opening final".split())


#: No more tokens than this between a range's first number and its "per cent".
_REACH = 8
_PERCENT = frozenset("% per percent pct pc percentage".split())


@dataclass(frozen=True, slots=True)
class Share:
    """A share as a fraction of one, and the tokens that write it."""

    first: int
    after: int
    low: float | None
    best: float | None
    high: float | None
    ratio: bool = False  # written "two in five", so that what it is a share of follows


def share_at(tokens: list[Piece], at: int, number: Number | None) -> Share | None:
    """The share that begins at that token, where that number stands, or None."""
    share = _majority(tokens, at) or _fraction(tokens, at, number)
    if share or number is None:
        return share
    return _percentage(tokens, number) or _of_many(tokens, number)


def _majority(tokens: list[Piece], at: int) -> Share | None:
    """More than half, with no upper end."""
    start = at
    if word(tokens, at) not in ("a", "the", "majority"):
        return None
    if word(tokens, at) in ("a", "the"):
        at += 1
    if word(tokens, at) in ("vast", "large", "great", "overwhelming", "clear"):
        at += 1
    if word(tokens, at) != "majority" or word(tokens, at + 1) != "of":
        return None
    return Share(start, at + 1, 0.5, None, None)


def _percentage(tokens: list[Piece], number: Number) -> Share | None:
    if _PERCENT.isdisjoint(token.lower for token in tokens[number.after : number.after + _REACH]):
        return None
    pair = paired(tokens, number)
    first, after = (pair.first, pair.after) if pair else (number.first, number.after)
    end = is_percent(tokens, after)
    if not end or word(tokens, end) in ("point", "points"):
        return None
    if pair:
        return Share(first, end, _hundredth(pair.low), None, _hundredth(pair.high))
    best = None if number.best is None else _hundredth(number.best)
    return Share(first, end, _hundredth(number.low), best, _hundredth(number.high))


def _hundredth(value: float) -> float:
    return float(f"{value / 100:.10g}")


def is_percent(tokens: list[Piece], at: int) -> int:
    """Where "%", "percent", "per cent" or "pct" ends, 0 where none stands there."""
    if word(tokens, at) == "-" and tight(tokens, at):
        at += 1
    if word(tokens, at) in ("%", "percent", "pct", "percentage", "pc"):
        return at + 1
    return at + 2 if word(tokens, at) == "per" and word(tokens, at + 1) == "cent" else 0


def _fraction(tokens: list[Piece], at: int, number: Number | None) -> Share | None:
    """ "Half", "a third", "two-thirds", "three quarters", "1/3"."""
    name = word(tokens, at)
    if number is None and name not in ("half", "a"):
        return None
    if name == "half" or (name == "a" and word(tokens, at + 1) == "half"):
        return None if number else _half(tokens, at)
    if word(tokens, at + 1) in ("/", "⁄") and tight(tokens, at + 1) and tight(tokens, at + 2):
        return _in_figures(tokens, at)
    if name != "a" and name not in SMALL:
        return None
    count = 1 if name == "a" else SMALL[name]
    place = at + 1 + (word(tokens, at + 1) == "-")
    parts = (_PARTS if count == 1 else _PLURAL_PARTS).get(word(tokens, place))
    if not parts or count >= parts:
        return None
    by = at > 0 and word(tokens, at - 1) == "by" and word(tokens, place + 1) not in _OF_A_SERIES
    if name == "a" and word(tokens, place + 1) not in _AFTER_A_PART and not by:
        return None
    if parts == 4 and count == 1 and word(tokens, place + 1) == "of" and word(tokens, place + 2) == "a":
        return None
    return _exactly(at, place + 1, count, parts)


def _in_figures(tokens: list[Piece], at: int) -> Share | None:
    """ "1/3 of": two plain numbers, the first smaller, and a whole."""
    count, parts = word(tokens, at), word(tokens, at + 2)
    if not (count.isdigit() and parts.isdigit() and len(count) < 4 and len(parts) < 4) or tight(tokens, at):
        return None
    fits = 0 < int(count) < int(parts) <= _MOST_PARTS and word(tokens, at + 3) == "of"
    return _exactly(at, at + 3, int(count), int(parts)) if fits else None


def _half(tokens: list[Piece], at: int) -> Share | None:
    place = at + (word(tokens, at) == "a")
    after = word(tokens, place + 1)
    if word(tokens, at - 1) in _ORDINAL_BEFORE or after == "-":
        return None
    if after == "an" or (after == "a" and word(tokens, place + 2) not in ("of",)):
        return None
    ended = after in ("", ".", ",", ";", ")") and word(tokens, at - 1) in _HALF_AFTER
    return _exactly(at, place + 1, 1, 2) if after in _HALF_OF or ended else None


def _exactly(first: int, after: int, count: int, parts: int) -> Share:
    value = round(count / parts, 3)
    return Share(first, after, value, value, value)


def _of_many(tokens: list[Piece], number: Number) -> Share | None:
    """ "One in ten", "two out of three" as a pattern, and "two in five": never "five out of 14", which counts."""
    if number.best is None or word(tokens, number.after) != "in":
        return None
    whole = number_at(tokens, number.after + 1)
    if (
        whole is None
        or not _small_ratio(number, whole)
        or word(tokens, whole.after) in ("days", "weeks", "months", "years", "hours", "places")
    ):
        return None
    value = round(number.low / whole.low, 3)
    return Share(number.first, whole.after, value, value, value, ratio=True)


def _small_ratio(number: Number, whole: Number) -> bool:
    """Whether the two can be "one in ten": a small number of a larger whole, both plain."""
    return (
        1 <= number.low <= 10
        and whole.best is not None
        and number.low < whole.low <= 1000
        and number.scale == whole.scale == 1.0
    )
