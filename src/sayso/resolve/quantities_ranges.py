"""Ranges of numbers: "between 100 and 200", "10 to 15", "three or four", "5-7"."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.resolve.quantities_money import currency_after, currency_before
from sayso.resolve.quantities_numbers import SCALES, Number, number_at
from sayso.resolve.quantities_tokens import Piece, tight, word
from sayso.resolve.quantities_units import measure_after

#: Verbs and nouns of change: after them "from A to B" gives two values, not one range.
_CHANGE = frozenset(
    """
    fall falls fell fallen rise rises rose risen cut cuts cutting reduce reduced reduces reducing drop drops
    dropped dropping increase increased increases increasing decrease decreased decreases slash slashed lower
    lowered raise raised raises raising grow grew grown grows decline declined declines shrink shrank shrunk go
    went gone going swell swelled swollen soar soared plunge plunged plummet plummeted jump jumped climb climbed
    double doubled halve halved down up dwindle dwindled change changed moved move brought bring bringing slid
    slide slipped slip tumbled tumble sank sink surged surge dip dipped ease eased
""".split()
)
#: So many tokens before "from" may hold the verb of change.
_NEAR = 8


@dataclass(frozen=True, slots=True)
class Pair:
    """Two numbers that bound one quantity, and the tokens that write them."""

    first: int
    after: int
    low: float
    high: float
    scaled: bool = False  # the first number takes its scale from the second, so they must be one


def paired(tokens: list[Piece], number: Number) -> Pair | None:
    """The range that begins with the number, or None."""
    at = _past_unit(tokens, number.after)
    joint = word(tokens, at)
    before = word(tokens, number.first - 1)
    if joint in ("-", "–", "—"):
        if at != number.after or (not (tight(tokens, at) and tight(tokens, at + 1)) and joint == "-"):
            return None
    elif joint not in ("to", "or") and not (joint == "and" and before == "between"):
        return None
    pair = _closed(tokens, number, at + 1, before)
    return None if pair and not pair.scaled and _is_change(tokens, number, before) else pair


def _past_unit(tokens: list[Piece], at: int) -> int:
    """Past a unit that is written after both numbers ("$100 to $200", "10% to 15%", "5 km to 7 km")."""
    if word(tokens, at) in ("%", "percent"):
        return at + 1
    if word(tokens, at) == "per" and word(tokens, at + 1) == "cent":
        return at + 2
    for unit in (currency_after(tokens, at), measure_after(tokens, at)):
        if unit and word(tokens, unit[1]) in ("to", "and"):
            return unit[1]
    return at


def _closed(tokens: list[Piece], number: Number, at: int, before: str) -> Pair | None:
    money = currency_before(tokens, at + 1) if word(tokens, at) in ("$", "£", "€") else None
    second = number_at(tokens, at + 1 if money else at, bool(money))
    if second is None or (word(tokens, at - 1) == "or" and word(tokens, at) in ("a", "an", "half")):
        return None
    if not _alike(tokens, number, second, at):
        return None
    low, high = number.low, second.high
    scaled = number.scale == 1.0 and second.scale in (*SCALES.values(), 12.0) and low < second.high / second.scale
    if scaled:
        low *= second.scale
    if low >= high or (word(tokens, at - 1) == "or" and high > 3 * low):
        return None
    return Pair(number.first - (before in ("between", "from")), second.after, low, high, scaled)


def _alike(tokens: list[Piece], number: Number, second: Number, at: int) -> bool:
    """Whether the two have one unit as far as they are written: no share or money after a count."""
    percent = word(tokens, number.after) in ("%", "percent", "per")
    if percent:
        return word(tokens, second.after) in ("%", "percent", "per")
    return (
        number.paid or tokens[at].text not in ("$", "£", "€") or (number.scale == 1.0 and word(tokens, at - 1) == "-")
    )


def _is_change(tokens: list[Piece], number: Number, before: str) -> bool:
    """Whether "A to B" tells a change: after its verb with "from", or where the first has a unit of its own."""
    if before == "from":
        return _changes(tokens, number.first - 1)
    own = word(tokens, number.after) != "to" or number.scale != 1.0 or number.paid
    return (
        before != "between"
        and word(tokens, _past_unit(tokens, number.after)) == "to"
        and own
        and _changes(tokens, number.first)
    )


def _changes(tokens: list[Piece], at: int) -> bool:
    return any(word(tokens, place) in _CHANGE for place in range(max(0, at - _NEAR), at))
