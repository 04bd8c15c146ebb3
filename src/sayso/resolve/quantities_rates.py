"""Rates and totals: "a month", "per day", "each week", "monthly", and "so far"."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.resolve.quantities_numbers import SMALL, VAGUE
from sayso.resolve.quantities_tokens import MASK, Piece, word

_PERIODS = {name: name for name in "second minute hour day night week month quarter year season".split()} | {
    "annum": "year",
    "head": "head",
}
_ADVERBS = dict(
    pair.split()
    for pair in (
        "hourly hour, daily day, nightly night, weekly week, monthly month, quarterly quarter, yearly year, "
        "annually year, annual year"
    ).split(",")
)
#: After "a month" these make it a point of time, not a rate.
_POINT = frozenset("ago earlier later before after old long away - into".split())
#: Before "a month" these make it a length of time.
_SPAN = frozenset("of for in within after over about than only just once under".split())
_MARKS = frozenset('.;:!?()"“”,—' + MASK)
#: So many tokens after the counted noun may stand before "per month" and before "a month".
_FAR, _CLOSE = 12, 4
#: So many tokens before an amount may stand "monthly".
_BACK = 5
_TOTAL_AFTER = ("so far", "to date", "in total", "in all", "all told")
_TOTAL_BEFORE = (
    "total of",
    "have now",
    "has now",
    "brings to",
    "bringing to",
    "totalling",
    "totaling",
    "total to",
    "toll to",
    "number to",
    "totalled",
    "totaled",
)
_WINDOW = 12


@dataclass(frozen=True, slots=True)
class Rate:
    """The period that a quantity is counted by, and where the words that say so end."""

    per: str
    after: int


def rate_of(tokens: list[Piece], first: int, after: int, amount: bool) -> Rate | None:
    """The rate that the words after the quantity, or for an amount "monthly" before it, give it."""
    for place in range(after, min(after + _FAR, len(tokens))):
        token = tokens[place]
        if token.text in _MARKS or token.text[0].isdigit() or token.lower in SMALL or token.lower in VAGUE:
            break
        found = _period(tokens, place, place - after < _CLOSE)
        if found:
            return found
    if amount:
        for place in range(max(0, first - _BACK), first):
            if tokens[place].lower in _ADVERBS and not any(token.text in _MARKS for token in tokens[place:first]):
                return Rate(_ADVERBS[tokens[place].lower], after)
    return None


def _period(tokens: list[Piece], at: int, near: bool) -> Rate | None:
    name, following = word(tokens, at), word(tokens, at + 1)
    if name == "-" and following == "a" and word(tokens, at + 2) == "-":
        name, at, following = "a", at + 2, word(tokens, at + 3)
    if near and name in _ADVERBS:
        return Rate(_ADVERBS[name], at + 1)
    if name == "/" or name in ("per", "each", "every") or (near and name in ("a", "an")):
        if following in _PERIODS and word(tokens, at + 2) not in _POINT and word(tokens, at - 1) not in _SPAN:
            return Rate(_PERIODS[following], at + 2)
        if name == "per" and near and following.isalpha() and following not in ("cent", "capita", "se"):
            return Rate(following, at + 2)
    return None


def is_total(tokens: list[Piece], first: int, after: int) -> bool:
    """Whether words near the quantity say that it is what the count has come to by now."""
    left, right = _words(tokens, first - _WINDOW, first), _words(tokens, after, after + _WINDOW)
    cued = any(f" {cue} " in right for cue in _TOTAL_AFTER) or any(
        f" {cue} " in left for cue in (*_TOTAL_BEFORE, "so far")
    )
    brought = (
        any(f" {verb} " in left for verb in ("brings", "bringing", "brought", "took", "taking"))
        and " to " in left[-12:]
    )
    perfect = any(f" {verb} " in left + right for verb in ("have", "has", "had"))
    return cued or brought or (perfect and " since " in left + right)


def _words(tokens: list[Piece], first: int, after: int) -> str:
    """The words between those tokens that belong to the same clause, with a blank at both ends."""
    return " " + " ".join(token.lower for token in tokens[max(0, first) : max(0, after)] if token.text not in ",") + " "
