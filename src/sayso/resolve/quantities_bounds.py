"""Words around a number that bound it: "about", "at least", "up to", "or more"."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.resolve.quantities_tokens import Piece, word

#: Words right before a number, one or two of them, with what they make of it.
_ONE = (
    dict.fromkeys(
        "about around approximately roughly nearly almost some circa approx ~ estimated perhaps".split(), "about"
    )
    | dict.fromkeys("over above exceeding exceeds exceeded surpassing topping >".split(), "low")
    | dict.fromkeys("under below <".split(), "high")
)
_TWO = (
    dict.fromkeys(("close to", "an estimated", "something like"), "about")
    | dict.fromkeys(("at least", "upwards of", "upward of", "minimum of", "north of", "excess of"), "low")
    | dict.fromkeys(("up to", "at most", "maximum of"), "high")
)
_MORE = ("more than", "greater than", "higher than")
_LESS = ("less than", "fewer than", "lower than", "smaller than")
_AFTER = (
    dict.fromkeys(("or more", "or above", "or over", "and above", "and more"), "low")
    | dict.fromkeys(("or less", "or fewer", "or under", "or below"), "high")
    | {"or so": "about"}
)


@dataclass(frozen=True, slots=True)
class Bound:
    """How words bound a number: at least, at most or about it; they begin at token `first` and end before `after`."""

    kind: str  # "" | "about" | "low" | "high"
    first: int
    after: int


def bound_before(tokens: list[Piece], at: int) -> Bound:
    """The bounding words right before that token."""
    two, three = _run(tokens, at - 2, at), word(tokens, at - 3)
    if two in _MORE or two in _LESS:
        negated = three in ("no", "not")
        kind = "low" if (two in _MORE) != negated else "high"
        return Bound(kind, at - 3 if negated else _softly(tokens, at - 2), at)
    if two in ("many as", "much as") and three == "as":
        return Bound("high", at - 3, at)
    if two in _TWO:
        return Bound(_TWO[two], at - 3 if two == "excess of" and three == "in" else at - 2, at)
    kind = _ONE.get(word(tokens, at - 1), "")
    return Bound(kind, _softly(tokens, at - 1) if kind else at, at)


def bound_after(tokens: list[Piece], at: int) -> Bound:
    """The bounding words right after that token."""
    two = _run(tokens, at, at + 2)
    if two in _AFTER:
        return Bound(_AFTER[two], at, at + 2)
    if word(tokens, at) == "+" or (word(tokens, at) == "plus" and tokens[at].tight):
        return Bound("low", at, at + 1)
    return Bound("", at, at)


def _softly(tokens: list[Piece], at: int) -> int:
    """One token further left where "well" or "just" strengthens the bound."""
    return at - 1 if word(tokens, at - 1) in ("well", "just", "slightly", "far") else at


def _run(tokens: list[Piece], first: int, after: int) -> str:
    return " ".join(word(tokens, at) for at in range(first, after))
