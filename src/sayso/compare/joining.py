"""Words that act as one: "no one", "out of", "according to"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.compare.items import Item

_JOINS = {
    ("no", "one"): ("pron", "nobody"), ("not", "one"): ("det", "no"), ("not", "a", "single"): ("det", "no"),
    ("no", "longer"): ("adv", "no longer"), ("any", "more"): ("skip", ""), ("any", "longer"): ("skip", ""),
    ("not", "yet"): ("adv", "not"), ("not", "only"): ("skip", ""),
    ("out", "of"): ("in", "out of"), ("according", "to"): ("in", "according to"), ("far", "from"): ("in", "far from"),
    ("instead", "of"): ("in", "instead of"), ("rather", "than"): ("in", "rather than"),
    ("because", "of"): ("in", "because of"),
    ("due", "to"): ("in", "because of"), ("owing", "to"): ("in", "because of"), ("ahead", "of"): ("in", "ahead of"),
    ("short", "of"): ("in", "short of"), ("in", "front", "of"): ("in", "in front of"), ("as", "if"): ("in", "if"),
    ("as", "long", "as"): ("in", "if"), ("so", "long", "as"): ("in", "if"), ("in", "case"): ("in", "if"),
    ("even", "if"): ("in", "if"),
    ("only", "if"): ("in", "if"), ("provided", "that"): ("in", "if"), ("on", "condition", "that"): ("in", "if"),
    ("such", "as"): ("in", "such as"), ("each", "other"): ("pron", "each other"), ("by", "no", "means"): ("adv", "not"),
    ("in", "no", "way"): ("adv", "not"), ("not", "at", "all"): ("adv", "not"), ("as", "though"): ("in", "if"),
    ("even", "though"): ("in", "though"), ("no", "matter"): ("in", "whether"), ("at", "no", "time"): ("adv", "never"),
    ("on", "no", "occasion"): ("adv", "never"), ("under", "no", "circumstances"): ("adv", "never"),
    ("anything", "but"): ("adv", "not"),
    ("a", "few"): ("det", "several"), ("a", "number", "of"): ("det", "several"), ("a", "lot", "of"): ("det", "many"),
    ("the", "majority", "of"): ("det", "most"), ("most", "of", "the"): ("det", "most"),
}  # fmt: skip
_LONGEST = 3


def joined(items: Sequence[Item]) -> list[Item]:
    """The items with words that act as one put together."""
    out: list[Item] = []
    at = 0
    while at < len(items):
        if _is_compound(items, at):
            whole = items[at].lower + "-" + items[at + 2].lower
            out.append(replace(items[at], end=items[at + 2].end, lower=whole, key=whole, kind="adj", tag="JJ"))
            at += 3
            continue
        length = next((n for n in range(_LONGEST, 1, -1) if _words(items, at, n) in _JOINS), 0)
        if not length:
            out.append(items[at])
            at += 1
            continue
        kind, word = _JOINS[_words(items, at, length)]
        if kind != "skip":
            end = items[at + length - 1].end
            tag = {"adv": "RB", "det": "DT", "pron": "PRP"}.get(kind, "IN")
            out.append(replace(items[at], end=end, lower=word, key=word, kind=kind, tag=tag, name=False))
        at += length
    return _without_brackets(out)


def _is_compound(items: Sequence[Item], at: int) -> bool:
    """Whether a number and a word are written as one: "19-year-old"."""
    if at + 2 >= len(items) or items[at].kind != "num" or items[at + 1].lower != "-":
        return False
    return (
        items[at].end == items[at + 1].start
        and items[at + 1].end == items[at + 2].start
        and items[at + 2].lower[0].isalpha()
    )


def _words(items: Sequence[Item], at: int, length: int) -> tuple[str, ...]:
    return tuple(item.lower for item in items[at : at + length])


#: A bracket holds at most so many words that are left out; a longer one is read as text.
_ASIDE = 4


def _without_brackets(items: list[Item]) -> list[Item]:
    """The items without short asides in round brackets."""
    out: list[Item] = []
    at = 0
    while at < len(items):
        if items[at].lower == "(":
            close = next((n for n in range(at + 1, min(len(items), at + _ASIDE + 2)) if items[n].lower == ")"), 0)
            if close and not any(item.lower in _DOUBTS for item in items[at:close]):
                at = close + 1
                continue
        out.append(items[at])
        at += 1
    return out


_DOUBTS = frozenset(
    "not no never if allegedly reportedly unconfirmed denied possibly perhaps probably alleged sic ?".split()
)
