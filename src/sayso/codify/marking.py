"""A sentence as one string in which mentions are bracketed by marks, for patterns to run over."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field

from sayso.codify.lexicon import (
    BARE_AFTER,
    BE,
    CLOSING,
    HAVE,
    MARKS,
    NUMBERS,
    PARTS,
    POSSESSIVES,
    PREMODIFIERS,
    PREPOSITIONS,
    SUBJECTS,
)
from sayso.codify.marks import BOUND, CLOSE, FREE
from sayso.codify.positions import Positions
from sayso.model.mention import Mention
from sayso.model.span import Sentence

_FIRST_DIGIT, _DIGITS = 0x80, 32
#: What a token may not hold, because it means something here.
_RESERVED = re.compile("[\x00-\x1f\x80-\x9f]")
#: More mentions than this in one sentence are left unmarked: two digits number no more.
_MOST_MENTIONS = _DIGITS * _DIGITS
#: Words between marks that make no clause of their own.
_SHORT_INSERTION = 4
#: Words in the longest noun of a role class ("rank and file").
_LONGEST_NOUN = 3
#: Roles whose words are not taken for members even where a word class would: "coalition soldiers".
_FOREIGN = frozenset({"outsider", "civilians", "family"})


@dataclass(frozen=True, slots=True)
class Marked:
    """The marked string of a sentence; `starts` are the positions of its tokens, `mentions` (index, first, last)."""

    text: str
    starts: tuple[int, ...]
    mentions: tuple[tuple[int | None, int, int], ...]
    free: frozenset[int]
    roles: frozenset[str]
    order: tuple[str, ...]  # the role of each of `mentions`
    positions: Positions

    def token_at(self, position: int) -> int:
        """The token that stands at a position of the marked string."""
        return max(0, bisect_right(self.starts, position) - 1)

    def mention(self, mark: str) -> tuple[int | None, int, int]:
        """The mention that a mark in the string stands for."""
        return self.mentions[(ord(mark[0]) - _FIRST_DIGIT) * _DIGITS + ord(mark[1]) - _FIRST_DIGIT]


@dataclass(slots=True)
class _Found:
    """Mentions of one sentence in token positions, while they are gathered."""

    items: list[_Item] = field(default_factory=list)
    covered: dict[int, dict[str, _Item]] = field(default_factory=dict)

    def add(self, item: _Item) -> None:
        if len(self.items) < _MOST_MENTIONS:
            self.items.append(item)
            for token in range(item.first, item.last + 1):
                self.covered.setdefault(token, {})[item.role] = item

    def add_noun(self, role: str, first: int, last: int) -> None:
        """Mark a noun of a role class, also within a longer mention of that role ("unpaid fighters")."""
        here = self.covered.get(last, {})
        around = here.get(role)
        if around is None and not _FOREIGN & here.keys():
            self.add(_Item(role, None, first, last, first))
        elif around is not None and around.first < first and around.last == last:
            self.add(_Item(role, around.index, first, last, around.first))


@dataclass(frozen=True, slots=True)
class _Item:
    """One mention: the word before `anchor` tells whether it can be a subject."""

    role: str
    index: int | None
    first: int
    last: int
    anchor: int


def marked(sentence: Sentence, mentions: Iterable[tuple[int, Mention]], nouns: dict[str, str]) -> Marked:
    """The sentence with its mentions marked; `nouns` gives roles to nouns that no mention covers."""
    words = [token.lower if token.lower.isascii() else _RESERVED.sub("?", token.lower) for token in sentence.tokens]
    words = [word if word.isprintable() else _RESERVED.sub("?", word) for word in words]
    found = _Found()
    for index, mention in mentions:
        inside = [n for n, t in enumerate(sentence.tokens) if t.start < mention.end and t.end > mention.start]
        if inside:
            found.add(_Item(str(mention.role), index, inside[0], inside[-1], inside[0]))
    for number in range(len(words)):
        for length in range(1, min(_LONGEST_NOUN, number + 1) + 1):
            role = nouns.get(" ".join(words[number + 1 - length : number + 1]))
            if role:
                found.add_noun(role, number + 1 - length, number)
    for number in range(len(words)):
        if number not in found.covered and _stands_alone(words, number):
            found.add(_Item("members", None, number, number, number))
    return _joined(sentence, words, found)


def _stands_alone(words: list[str], at: int) -> bool:
    """Whether a pronoun or number without a noun stands where a subject can: whom no mention explains, may be members.

    A number needs a verb after it ("eleven were missing") or words that count further people ("two more").
    """
    after, second = (*words[at + 1 : at + 3], "", "")[:2]
    if after == "of" and second not in PARTS:
        return False
    if words[at] in SUBJECTS:
        return after not in MARKS | {",", "."}
    numeric = words[at] in NUMBERS or words[at].isdigit()
    return numeric and (after in BE | HAVE | BARE_AFTER or after.endswith("ed"))


def _joined(sentence: Sentence, words: list[str], found: _Found) -> Marked:
    opens: dict[int, list[str]] = {}
    closes: dict[int, list[str]] = {}
    free: set[int] = set()
    ordered = sorted(found.items, key=lambda item: (item.first, -item.last, item.role))
    for number, item in enumerate(ordered):
        is_free = _may_be_subject(words, item.anchor)
        if is_free:
            free.add(item.first)
        opening = (FREE if is_free else BOUND)[item.role] + _numbered(number)
        opens.setdefault(item.first, []).append(opening)
        closes.setdefault(item.last, []).insert(0, CLOSE[item.role])
    parts, starts, position = [" "], [], 1
    transparent = short_insertions(words)
    for number, word in enumerate(words):
        before = "".join(opens.get(number, ()))
        starts.append(position + len(before))
        shown = "" if number in transparent else word
        part = f"{before}{shown}{''.join(closes.get(number, ()))} "
        parts.append(part)
        position += len(part)
    text = "".join(parts)
    return Marked(
        text=text,
        starts=tuple(starts),
        mentions=tuple((item.index, item.first, item.last) for item in ordered),
        free=frozenset(free),
        roles=frozenset(item.role for item in ordered),
        order=tuple(item.role for item in ordered),
        positions=Positions(text),
    )


def _numbered(number: int) -> str:
    return chr(_FIRST_DIGIT + number // _DIGITS) + chr(_FIRST_DIGIT + number % _DIGITS)


def short_insertions(words: list[str]) -> frozenset[int]:
    """The quote marks and brackets around a word or a few, which no clause ends at ("fake 'sick notices'")."""
    found: set[int] = set()
    for at, word in enumerate(words):
        if word in CLOSING and at not in found:
            stop = min(len(words), at + _SHORT_INSERTION + 2)
            end = next((n for n in range(at + 1, stop) if words[n] in CLOSING[word]), None)
            found |= set() if end is None or end == at + 1 else {at, end}
    return frozenset(found)


def _may_be_subject(words: list[str], first: int) -> bool:
    """Whether a mention that begins here can be the subject of what follows: no preposition stands before it."""
    if words[first] in POSSESSIVES:
        return False
    before = first - 1
    while before >= 0 and (words[before] in PREMODIFIERS or words[before][0].isdigit()):
        before -= 1
    return before < 0 or words[before] not in PREPOSITIONS
