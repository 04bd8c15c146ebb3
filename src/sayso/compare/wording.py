"""Reasons in plain words: no sign that the program gives numbers or operators reaches a reader."""

from __future__ import annotations

import re

_NUMBER = re.compile(r"#(-?[\d.e+]+)")
_OPERATORS = {
    "negated": "a negation",
    "denied": "a denial",
    "doubted": "a doubt",
    "alleged": "that it is only alleged",
    "possible": "that it is only possible",
    "likely": "that it is only likely",
    "partly": "that it holds only in part",
    "predicted": "that it is foretold",
    "future": "that it is still to come",
    "planned": "that it is planned",
    "wished": "that it is wished",
    "threatened": "that it is threatened",
    "asked": "that it is asked for",
    "ordered": "that it is ordered",
    "attempted": "that it is attempted",
    "able": "that it can be",
    "due": "that it should be",
    "whether": "that it is a question",
    "open": "that it is left open",
}


def operator_in_words(operator: str) -> str:
    """What an operator says, for a reader: "condition: if" → “if”, "above: negated" → a negation of who tells it."""
    kind, _, word = operator.partition(": ")
    if kind == "above":
        return f"{operator_in_words(word)}, of the telling"
    if kind in {"condition", "open"} and word:
        return f"“{word}”"
    if kind.startswith(("when ", "with ")):
        return f"“{kind.partition(' ')[2]}”"
    return _OPERATORS.get(operator, f"“{operator}”")


def plain(why: str) -> str:
    """A reason whose numbers are written as numbers."""
    return _NUMBER.sub(r"\1", why)
