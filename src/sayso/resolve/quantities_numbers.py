"""Numbers as written: figures, spelled numbers, scales ("3.5 million", "2bn") and vague ones ("dozens")."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.resolve.quantities_tokens import Piece, tight, word

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
SMALL = {name: value for value, name in enumerate(_UNITS)} | {name: 10 * (at + 2) for at, name in enumerate(_TENS)}
SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
#: Scales that stand for themselves after figures, written apart or joined ("2bn", "40k").
SHORT = {"k": 1e3, "mn": 1e6, "mln": 1e6, "bn": 1e9, "bln": 1e9, "tn": 1e12, "trn": 1e12, "lakh": 1e5, "crore": 1e7}
#: Only after a currency sign or word does a bare letter mean a scale: "10m" alone may be metres.
LETTER = {"m": 1e6, "b": 1e9, "t": 1e12}
#: Lowest and highest number that a vague word may stand for. Tens, hundreds and thousands run to the next word;
#: dozens are at least two and below a hundred, scores at least two (a score is twenty).
VAGUE: dict[str, tuple[float, float]] = {
    "tens": (10, 99),
    "dozens": (24, 99),
    "scores": (40, 99),
    "hundreds": (100, 999),
    "thousands": (1000, 9999),
    "millions": (1e6, 9_999_999),
    "billions": (1e9, 9_999_999_999),
    "trillions": (1e12, 9_999_999_999_999),
}
#: Numbers of more figures than this are left out: no count in a report is that large.
_MOST_FIGURES = 18
_MOST = 1e16
_GROUPED = re.compile(r"[0-9]{1,3}(?:,[0-9]{2,3})*,[0-9]{3}(?:\.[0-9]+)?")
_PLAIN = re.compile(r"[0-9]*\.?[0-9]+")
_DOTTED = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3}){2,}")


@dataclass(frozen=True, slots=True)
class Number:
    """A number with its bounds; tokens `[first, after)` of the stretch write it.

    `scale` is the scale word's value where figures or words carry one last, so that "2 to 3 million" can share it.
    """

    first: int
    after: int
    low: float
    best: float | None
    high: float
    scale: float = 1.0
    figures: bool = False
    paid: bool = False  # a currency stands before it


_BEGINNINGS = frozenset({*SMALL, *VAGUE, "a", "an", "half", "several", "few", "couple", "the", "majority"})


def may_begin(token: Piece) -> bool:
    """Whether a number or a share may begin with the token."""
    return token.text[-1] in "0123456789" or token.lower in _BEGINNINGS


def number_at(tokens: list[Piece], at: int, money: bool = False) -> Number | None:
    """The number that begins at that token, as long as it goes, or None."""
    if at >= len(tokens):
        return None
    token = tokens[at]
    if token.text[-1] in "0123456789":
        return _figures(tokens, at, money)
    if token.lower in VAGUE:
        return _vague(tokens, at)
    if token.lower in ("a", "an", "half", "several", "few", "couple", "the"):
        return _with_article(tokens, at)
    return _spelled(tokens, at) if token.lower in SMALL else None


def figures_of(written: str) -> float | tuple[float, float] | None:
    """The value of a run of figures; two where a dot may group thousands; None where it is no number."""
    if len(written) > _MOST_FIGURES:
        return None
    if _GROUPED.fullmatch(written):
        return float(written.replace(",", ""))
    if _DOTTED.fullmatch(written):
        return float(written.replace(".", ""))
    if not _PLAIN.fullmatch(written):
        return None
    if re.fullmatch(r"[1-9][0-9]{0,2}\.000", written):
        return (float(written), float(written.replace(".", "")))
    return float(written)


def _figures(tokens: list[Piece], at: int, money: bool) -> Number | None:
    last = _grouped(tokens, at)
    value = figures_of("".join(token.text for token in tokens[at : last + 1]))
    if value is None:
        return None
    if isinstance(value, float) and last == at and _is_half(tokens, at + 1):
        return _mixed(tokens, at, value)
    after, scale = _scale(tokens, last + 1, money)
    if isinstance(value, tuple):
        if scale == 1.0:
            return Number(at, after, value[0], None, value[1], 1.0, True)
        value = value[0]
    value = _exact(value * scale)
    return Number(at, after, value, value, value, scale, True) if value < _MOST else None


def _grouped(tokens: list[Piece], at: int) -> int:
    """The last token of figures grouped by single blanks ("10 000"), the same token where they are not."""
    if len(tokens[at].text) > 3 or not tokens[at].text.isdigit() or tokens[at].text[0] == "0":
        return at
    last = at
    while last + 1 < len(tokens) and last - at < 4 and _is_group(tokens[last], tokens[last + 1]):
        last += 1
    return last


def _is_group(before: Piece, piece: Piece) -> bool:
    return len(piece.text) == 3 and piece.text.isdigit() and piece.start == before.end + 1


def _is_half(tokens: list[Piece], at: int) -> bool:
    """Whether "1/2", "1/4" or "3/4" follows, apart from the figures before it."""
    run = "".join(word(tokens, place) for place in range(at, at + 3))
    return run in ("1/2", "1/4", "3/4") and not tight(tokens, at) and tight(tokens, at + 2)


def _mixed(tokens: list[Piece], at: int, value: float) -> Number:
    value += int(tokens[at + 1].text) / int(tokens[at + 3].text)
    return Number(at, at + 4, value, value, value, 1.0, True)


def _exact(value: float) -> float:
    """The value without the noise of floating point ("1.1 million" is 1100000)."""
    return float(f"{value:.12g}")


def _scale(tokens: list[Piece], at: int, money: bool) -> tuple[int, float]:
    """The scale words from that token on: where they end and what they multiply by."""
    factor = 1.0
    if word(tokens, at) == "-" and tight(tokens, at) and word(tokens, at + 1) in SCALES:
        at += 1
    short = word(tokens, at)
    if short in SHORT or (short in LETTER and tight(tokens, at) and (money or _means_scale(tokens, at))):
        return at + 1, SHORT.get(short) or LETTER[short]
    while word(tokens, at) in SCALES:
        factor *= SCALES[tokens[at].lower]
        at += 1
    if word(tokens, at) == "dozen":
        return at + 1, factor * 12
    return at, factor


def _means_scale(tokens: list[Piece], at: int) -> bool:
    """Whether a letter that touches figures is a scale: a capital M or B, or "m" before people or things."""
    return tokens[at].text in ("M", "B") or (
        (tokens[at].text == "m" and word(tokens, at + 1)[-1:] == "s") or word(tokens, at + 1) == "people"
    )


def _vague(tokens: list[Piece], at: int) -> Number | None:
    low, high = VAGUE[tokens[at].lower]
    if tokens[at].lower in ("tens", "scores") and word(tokens, at + 1) != "of":
        return None
    after = at + 1
    if word(tokens, after) == "of" and word(tokens, after + 1) in ("thousands", "millions", "billions", "trillions"):
        base = VAGUE[tokens[after + 1].lower][0]
        low, high, after = low * base, (high + 1) * base - 1, after + 2
    return Number(at, after, float(low), None, float(high))


def _with_article(tokens: list[Piece], at: int) -> Number | None:
    """Numbers that begin with "a", "half", "several", "a few" or "a couple of" and go on to a scale or a dozen."""
    start, first = at, tokens[at].lower
    if first in ("a", "an", "the"):
        at += 1
    lead = word(tokens, at)
    if lead in ("several", "few") and first != "the":
        return _some_of_a_scale(tokens, start, at + 1)
    if lead == "couple" and word(tokens, at + 1) == "of":
        return _times(tokens, start, at + 2, 2.0)
    if lead == "half":
        at += 1 + (word(tokens, at + 1) in ("a", "-"))
        return _times(tokens, start, at, 0.5)
    if first != "a":
        return None
    return _spelled(tokens, start) if lead in SCALES else _times(tokens, start, at, 1.0)


def _times(tokens: list[Piece], start: int, at: int, factor: float) -> Number | None:
    after, scale = _scale(tokens, at, False)
    if after == at or (word(tokens, at) in SHORT):
        return None
    value = _exact(factor * scale)
    return Number(start, after, value, value, value, scale)


def _some_of_a_scale(tokens: list[Piece], start: int, at: int) -> Number | None:
    """ "Several hundred" and "a few thousand": from two of the scale to below ten."""
    after, scale = _scale(tokens, at, False)
    if after == at or word(tokens, at) in SHORT:
        return None
    return Number(start, after, 2 * scale, None, 10 * scale - 1, scale)


def _spelled(tokens: list[Piece], at: int) -> Number | None:
    """A number in words: "twenty-five", "three hundred and forty", "two and a half million"."""
    start, (at, value, scale) = at, _value(tokens, at)
    factor = 1.0
    if [word(tokens, place) for place in range(at, at + 3)] == ["and", "a", "half"]:
        at, factor = _scale(tokens, at + 3, False)
        value, scale = value + 0.5, factor
    elif word(tokens, at) == "dozen":
        at, factor, scale = at + 1, 12.0, 12.0
    value = _exact(value * factor)
    return Number(start, at, value, value, value, scale) if value < _MOST else None


def _value(tokens: list[Piece], at: int) -> tuple[int, float, float]:
    """Where the number words from that token on end, their value, and the last scale among them."""
    total, group, scale = 0.0, 0.0, 1.0
    if tokens[at].lower == "a":
        at += 1
        group = 1.0
    while at < len(tokens):
        name = tokens[at].lower
        if name in SMALL and _may_follow(group, SMALL[name]):
            group += SMALL[name]
        elif name == "hundred" and 0 < group < 100:
            group, scale = group * 100, 100.0
        elif name in SCALES and group:
            scale = SCALES[name]
            total, group = total + group * scale, 0.0
        elif not _links(tokens, at, group, total):
            break
        at += 1
    return at, total + group, scale


def _may_follow(group: float, value: int) -> bool:
    """Whether a small number can go on the group: after hundreds, or a unit after a ten."""
    rest = group % 100
    return group == 0 or (rest == 0 and group >= 100) or (rest >= 20 and rest % 10 == 0 and 0 < value < 10)


def _links(tokens: list[Piece], at: int, group: float, total: float) -> bool:
    """Whether a hyphen or "and" at that token joins two parts of one spelled number."""
    after = word(tokens, at + 1)
    if tokens[at].lower == "-" and tokens[at].tight:
        return (after in SMALL and group % 100 >= 20 and group % 10 == 0) or after in SCALES
    if tokens[at].lower == "and":
        return after in SMALL and bool((group and group % 100 == 0) or (total and not group))
    return False
