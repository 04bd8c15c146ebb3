"""The pattern language of codebooks: what a pattern says, and how its text is read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

ROLES = ("group", "members", "leader", "family", "civilians", "outsider", "person", "document")
#: `<own>` in a pattern is any of these: whoever acts for the group or is it.
OWN = ("members", "leader", "group")
SHADES = (
    *("wished", "asked", "attempted", "threatened", "ordered", "ongoing", "done", "unstated"),
    *("rising", "falling", "steady", "negated", "possible", "predicted", "group-wide", "unit", "individual"),
)
FORMS = ("v", "n", "ed", "ing", "s", "a")

#: Words a gap spans when no number is written: long enough for "some of the men of the second battalion have now".
GAP = 6
_LARGEST_GAP = 20


class PatternError(ValueError):
    """A pattern cannot be read; says what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word, in the inflections that `form` names: "" all of them, "=" as written, else one of `FORMS`."""

    text: str
    form: str = ""


@dataclass(frozen=True, slots=True)
class Slot:
    """A mention in one of several roles; `actor` marks the one whose cohesion the claim bears on."""

    roles: tuple[str, ...]
    actor: bool = False


@dataclass(frozen=True, slots=True)
class Gap:
    """Up to `most` words of the same clause."""

    most: int = GAP


@dataclass(frozen=True, slots=True)
class Number:
    """A number in digits or words, with what makes it vague ("about 20", "dozens of")."""


@dataclass(frozen=True, slots=True)
class Use:
    """A word class of the codebook, by name."""

    name: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several sequences."""

    options: tuple[Sequence, ...]


@dataclass(frozen=True, slots=True)
class Maybe:
    """An item that may be absent."""

    item: Item


@dataclass(frozen=True, slots=True)
class Unless:
    """Nothing of these may follow here."""

    options: tuple[Sequence, ...]


Item: TypeAlias = Word | Slot | Gap | Number | Use | Choice | Maybe | Unless
Sequence: TypeAlias = tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Pattern:
    """One readable pattern: what must stand in a row, and the shades it states about what it finds."""

    items: Sequence
    shades: tuple[str, ...]
    written: str


_TOKEN = re.compile(r"\s*(=>|~\(|[()|?]|\.\.\.\d*|<[^>]*>|\$[\w-]+|[^\s()|?<>$]+|.)")
_WORD = re.compile(r"=?[\w'%$&+.,-]*[\w%$',-](?:/(?:" + "|".join(FORMS) + r"))?", re.UNICODE)
_CLASS = re.compile(r"\$[\w-]+")
#: One word and no more, as most entries of word classes are.
_PLAIN = re.compile(r"[a-z-]+(?:/[a-z]+)?")
_OPENING = frozenset({"(", "~("})
_ENDS = frozenset({"", ")", "|", "=>"})


class _Reader:
    """Reads the tokens of one pattern from left to right; "" stands behind the last."""

    def __init__(self, written: str) -> None:
        self.tokens: list[str] = [*_TOKEN.findall(written.strip()), ""]
        self.at = 0

    def next(self) -> str:
        token = self.tokens[self.at]
        self.at += 1
        return token

    def sequence(self) -> Sequence:
        items: list[Item] = []
        while (token := self.tokens[self.at]) not in _ENDS:
            self.at += 1
            item = self.bracket(token) if token in _OPENING else _single(token)
            if self.tokens[self.at] == "?":
                self.at += 1
                item = Maybe(item)
            items.append(item)
        if not items:
            raise PatternError("an empty alternative")
        return tuple(items)

    def bracket(self, opening: str) -> Choice | Unless:
        found = [self.sequence()]
        while (token := self.next()) == "|":
            found.append(self.sequence())
        if token != ")":
            raise PatternError("a bracket is not closed")
        return Choice(tuple(found)) if opening == "(" else Unless(tuple(found))


@cache
def _single(token: str) -> Item:
    """The item that one token says; most words stand in many patterns."""
    if token.startswith("..."):
        most = int(token[3:] or GAP)
        if not 0 < most <= _LARGEST_GAP:
            raise PatternError(f"a gap of {most} words; at most {_LARGEST_GAP}")
        return Gap(most)
    if token.startswith("<"):
        return _slot(token)
    if _CLASS.fullmatch(token):
        return Use(token[1:])
    return _word(token)


def _slot(token: str) -> Slot | Number:
    inside = token[1:-1].strip()
    if inside == "number":
        return Number()
    named = (part.strip() for part in inside.rstrip("*").split("|"))
    roles = tuple(role for name in named for role in (OWN if name == "own" else (name,)))
    unknown = [role for role in roles if role not in ROLES]
    if unknown or not token.endswith(">"):
        known = ", ".join((*ROLES, "own", "number"))
        raise PatternError(f"no role is called {', '.join(unknown) or token}; roles are {known}")
    return Slot(roles, inside.endswith("*"))


def _word(token: str) -> Word:
    if not _WORD.fullmatch(token):
        raise PatternError(f"{token!r} cannot be read here")
    if token.startswith("="):
        return Word(token[1:].lower(), "=")
    text, _, form = token.partition("/")
    return Word(text.lower(), form)


@cache
def parse(written: str) -> Pattern:
    """The pattern that a line of a codebook says; raises `PatternError` with what is wrong."""
    if _PLAIN.fullmatch(written):
        return Pattern((_single(written),), (), written)
    reader = _Reader(written)
    items = reader.sequence()
    shades: tuple[str, ...] = ()
    after = reader.next()
    if after == "=>":
        shades = tuple(word.strip(",") for word in reader.tokens[reader.at : -1])
    elif after:
        raise PatternError(f"{after!r} has no opening bracket before it")
    unknown = [shade for shade in shades if shade not in SHADES]
    if unknown:
        raise PatternError(f"nothing is called {', '.join(unknown)}; after => stand {', '.join(SHADES)}")
    return Pattern(items, shades, written.strip())


def classes_of(items: Sequence) -> tuple[str, ...]:
    """The word classes that a sequence uses, in order."""
    found: list[str] = []
    for item in items:
        match item:
            case Word():
                pass
            case Use(name):
                found.append(name)
            case Maybe(inner):
                found.extend(classes_of((inner,)))
            case Choice(options) | Unless(options):
                for option in options:
                    found.extend(classes_of(option))
    return tuple(found)
