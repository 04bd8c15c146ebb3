"""Numbers, sums of money and dates as one item each, whatever way they are written."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.compare.items import Item

_UNITS = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen "
        "eighteen nineteen".split()
    )
}
_TENS = {w: 10 * n for n, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
_SCALES = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_SUFFIXES = {"k": 1000, "m": 10**6, "mn": 10**6, "bn": 10**9}
_FRACTIONS = {"half": 0.5, "third": 1 / 3, "quarter": 0.25, "fifth": 0.2, "tenth": 0.1}
_FRACTIONS |= {"thirds": 1 / 3, "quarters": 0.25, "fifths": 0.2, "tenths": 0.1}
_DIGITS = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(k|m|mn|bn|s)?$")
_DAY = re.compile(r"([12]?\d|3[01])(?:st|nd|rd|th)?$")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d$")
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan jan.", "february feb feb.", "march mar mar.", "april apr apr.", "may", "june jun jun.",
            "july jul jul.", "august aug aug.", "september sep sept sep. sept.", "october oct oct.",
            "november nov nov.", "december dec dec.",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
_MONEY = {
    "$": "dollar",
    "us$": "dollar",
    "€": "euro",
    "£": "pound",
    "¥": "yen",
    "₦": "naira",
    "₹": "rupee",
    "₽": "rouble",
}
_ORDINALS = {w: n for n, w in enumerate("first second third fourth fifth sixth seventh eighth ninth tenth".split(), 1)}
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)$")
#: What stands before a number, longest first, and how it bounds the number.
_BOUNDS = (
    ("no fewer than", ">="), ("no less than", ">="), ("not fewer than", ">="), ("not less than", ">="),
    ("at least", ">="),
    ("a minimum of", ">="), ("no more than", "<="), ("not more than", "<="), ("at most", "<="), ("a maximum of", "<="),
    ("as many as", "<="), ("as much as", "<="), ("up to", "<="), ("more than", ">"), ("upwards of", ">"),
    ("in excess of", ">"),
    ("over", ">"), ("above", ">"), ("exceeding", ">"), ("fewer than", "<"), ("less than", "<"), ("under", "<"),
    ("below", "<"),
    ("close to", "~<"), ("just under", "~<"), ("just over", ">"), ("almost", "~<"), ("nearly", "~<"),
    ("an estimated", "~"),
    ("about", "~"), ("around", "~"), ("some", "~"), ("roughly", "~"), ("approximately", "~"), ("circa", "~"),
    ("exactly", "="), ("precisely", "="), ("only", "!"), ("just", "!"), ("merely", "!"), ("barely", "!"),
    ("a mere", "!"),
)  # fmt: skip


def merged(items: Sequence[Item]) -> list[Item]:
    """The items with dates, sums and numbers put together."""
    return _bounded(_numbered(_dated(items)))


def _dated(items: Sequence[Item]) -> list[Item]:
    out: list[Item] = []
    at = 0
    while at < len(items):
        found = _date_at(items, at)
        if found is None:
            out.append(items[at])
            at += 1
        else:
            out.append(found[0])
            at = found[1]
    return out


def _date_at(items: Sequence[Item], at: int) -> tuple[Item, int] | None:
    """A day with its month and perhaps year, and where it ends; a month and year stay two words."""
    words = [item.lower for item in items[at : at + 4]] + [""] * 4
    if words[1] in _MONTHS and (day := _DAY.match(words[0])):
        month, end = words[1], at + 2
    elif words[0] in _MONTHS and items[at].name and (day := _DAY.match(words[1])):
        month, end = words[0], at + 2
    elif words[1] == "of" and words[2] in _MONTHS and (day := _DAY.match(words[0])):
        month, end = words[2], at + 3
    else:
        return None
    key = f"{_MONTHS[month]:02}-{int(day[1]):02}"
    tail = [item.lower for item in items[end : end + 2]] + ["", ""]
    skip = 1 if tail[0] == "," else 0
    if _YEAR.match(tail[skip]):
        key, end = f"{tail[skip]}-{key}", end + skip + 1
    return replace(items[at], end=items[end - 1].end, kind="date", lower=key, key=key, tag="DATE", name=False), end


def _numbered(items: Sequence[Item]) -> list[Item]:
    out: list[Item] = []
    at = 0
    while at < len(items):
        item = items[at]
        money = _MONEY.get(item.lower)
        start = at + 1 if money else at
        value, end = _number(items, start)
        if value is None:
            out.append(_ordinal(item))
            at += 1
            continue
        first, last = items[at].start, items[end - 1].end
        out.append(
            replace(item, start=first, end=last, kind="num", tag="CD", key=f"#{round(value, 4):.15g}", name=False)
        )
        if money:
            out.append(replace(item, start=first, end=last, kind="n", tag="NNS", key=money, name=False))
        elif end < len(items) and items[end].lower in ("%", "pct"):
            out.append(replace(items[end], kind="n", tag="NN", key="percent"))
            end += 1
        at = end
    return _per_cent(out)


def _ordinal(item: Item) -> Item:
    digits = _ORDINAL.match(item.lower)
    number = int(digits[1]) if digits else _ORDINALS.get(item.lower)
    return item if number is None else replace(item, kind="adj", tag="JJ", key=f"no. {number}")


def _per_cent(items: list[Item]) -> list[Item]:
    out: list[Item] = []
    for item in items:
        if out and item.lower == "cent" and out[-1].lower == "per":
            out[-1] = replace(out[-1], end=item.end, kind="n", tag="NN", key="percent", lower="percent")
        else:
            out.append(item)
    return out


def _number(items: Sequence[Item], at: int) -> tuple[float | None, int]:
    """The value of the number that begins there and where it ends."""
    total, current, end, seen = 0.0, 0.0, at, False
    while end < len(items):
        word = items[end].lower
        fraction = _fraction(items, end, seen)
        if fraction is not None:
            return ((current or 1.0) * fraction, end + 1)
        value = _value(word)
        if value is not None:
            if seen and not _joins(current, value, items[end - 1].lower):
                break
            current += value
        elif word in _SCALES and (seen or _article(items, end) or word != "dozen"):
            scale = _SCALES[word]
            current = (current or 1) * scale
            if scale >= 1000:
                total, current = total + current, 0.0
        elif not (word == "and" and seen and _goes_on(items, end)):
            break
        seen, end = True, end + 1
    return (total + current, end) if seen else (None, at)


def _goes_on(items: Sequence[Item], at: int) -> bool:
    """Whether "and" stands inside a number: "two hundred and forty"."""
    return (
        items[at - 1].lower in ("hundred", "thousand")
        and at + 1 < len(items)
        and _value(items[at + 1].lower) is not None
    )


def _article(items: Sequence[Item], at: int) -> bool:
    return at > 0 and items[at - 1].lower in ("a", "the")


def _joins(current: float, value: float, before: str) -> bool:
    """Whether a word goes on with the number before it: "twenty three", "two hundred five"."""
    return before in _SCALES or before == "and" or (before in _TENS and value < 10 and current >= 20)


def _fraction(items: Sequence[Item], at: int, seen: bool) -> float | None:
    word, before = items[at].lower, items[at - 1].lower if at else ""
    after = items[at + 1].lower if at + 1 < len(items) else ""
    if word == "half" and not seen:
        return 0.5
    if word in _FRACTIONS and (seen or before == "a") and after == "of":
        return _FRACTIONS[word]
    return None


def _value(word: str) -> float | None:
    if word in _UNITS:
        return _UNITS[word]
    if word in _TENS:
        return _TENS[word]
    digits = _DIGITS.match(word)
    if digits is not None:
        return float(digits[1].replace(",", "") + (digits[2] or "")) * _SUFFIXES.get(digits[3] or "", 1)
    tens, _, unit = word.partition("-")
    if tens in _TENS and 0 < _UNITS.get(unit, 0) < 10:
        return _TENS[tens] + _UNITS[unit]
    return None


def _bounded(items: Sequence[Item]) -> list[Item]:
    """The numbers with the words that bound them: "at least 40" is one item."""
    out: list[Item] = []
    for item in items:
        if item.kind == "num" and out:
            if out[-1].lower == "a" and item.key.startswith("#") and out[-1].kind == "det":
                item = replace(item, start=out.pop().start)
            item = _with_bound(out, item)
        out.append(item)
    return out


def _with_bound(out: list[Item], item: Item) -> Item:
    for words, sign in _BOUNDS:
        parts = words.split()
        if [word.lower for word in out[-len(parts) :]] == parts:
            start = out[-len(parts)].start
            del out[-len(parts) :]
            return replace(
                item, start=start, key=f"{item.key}{'' if sign == '=' else sign}{'=' if sign == '=' else ''}"
            )
    return item
