"""Words around a number that bound it: "about", "at least", "up to", "or more"."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.resolve.quantities_tokens import Piece, word

_ABOUT = ("about", "around", "approximately", "roughly", "nearly", "almost", "some", "circa", "approx", "~", "estimated", "perhaps", "virtually")
_ABOUT_TWO = ("close to", "or so", "an estimated", "something like")
_OVER = ("over", "above", "exceeding", "least", "exceeds", "exceeded", "surpassing", "topping", "minimum", ">")
_OVER_TWO = ("more than", "at least", "greater than", "upwards of", "upward of", "fewer than", "less than", "excess of", "minimum of", "north of")
_UNDER = ("under", "below", "most", "<")
_UNDER_TWO = ("up to", "many as", "much as", "fewer than", "less than", "at most", "more than", "maximum of", "lower than", "smaller than")
_SOFT = frozenset("well just slightly far only already even now another a an the of somewhere probably possibly".split())


@dataclass(frozen=True, slots=True)
class Bound:
    """How words bound a number: at least, at most or about it; they begin at token `first` and end before `after`."""

    kind: str  # "" | "about" | "low" | "high"
    first: int
    after: int


def bound_before(tokens: list[Piece], at: int) -> Bound:
    """The bounding words right before that token."""
    one, two, three = word(tokens, at - 1), _run(tokens, at - 2, at), word(tokens, at - 3)
    if two in ("more than", "less than", "fewer than", "greater than", "lower than", "smaller than"):
        over = two in ("more than", "greater than")
        negated = three in ("no", "not") or (three == "n't")
        return Bound("low" if over != negated else "high", at - 3 if negated else _softly(tokens, at - 2), at)
    if two in ("many as", "much as") and three == "as":
        return Bound("high", at - 3, at)
    if two in _ABOUT_TWO:
        return Bound("about", at - 2, at)
    if two in _OVER_TWO:
        return Bound("low", at - 3 if two == "excess of" else at - 2, at)
    if two in ("up to", "at most", "maximum of"):
        return Bound("high", at - 2, at)
    return _single(tokens, at, one)


def _single(tokens: list[Piece], at: int, one: str) -> Bound:
    if one in _ABOUT and not (one == "some" and word(tokens, at - 2) in ("and", "or")):
        first = at - 2 if one == "estimated" and word(tokens, at - 2) == "an" else at - 1
        return Bound("about", first, at)
    if one == "+" or one == ">" or (one in _OVER and one not in ("least", "minimum")):
        return Bound("low", _softly(tokens, at - 1), at)
    if one in _UNDER and one != "most":
        return Bound("high", _softly(tokens, at - 1), at)
    return Bound("", at, at)


def bound_after(tokens: list[Piece], at: int) -> Bound:
    """The bounding words right after that token."""
    three = _run(tokens, at, at + 2)
    if three in ("or more", "or above", "or over", "and above", "and more", "or older"):
        return Bound("low", at, at + 2)
    if three in ("or less", "or fewer", "or under", "or below"):
        return Bound("high", at, at + 2)
    if three == "or so":
        return Bound("about", at, at + 2)
    if word(tokens, at) == "+" or (word(tokens, at) == "plus" and tokens[at].tight):
        return Bound("low", at, at + 1)
    return Bound("", at, at)


def _softly(tokens: list[Piece], at: int) -> int:
    """One token further left where "well" or "just" strengthens the bound."""
    return at - 1 if word(tokens, at - 1) in ("well", "just", "slightly", "far") else at


def _run(tokens: list[Piece], first: int, after: int) -> str:
    return " ".join(word(tokens, at) for at in range(first, after))
