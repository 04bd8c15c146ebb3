"""The positions of one marked sentence, as sets: the bits of one whole number.

A position is the number of the word that comes next; the last one, after all words, is their count.
"""

from __future__ import annotations

import re
from functools import reduce

from sayso.codify.lexicon import MARKS, NUMBERS
from sayso.codify.marks import BOUND, CLOSE, FREE, SEPARATOR

_PARTS = re.compile(f"([{SEPARATOR}]*)([^{SEPARATOR}]*)")
_OPENED = {mark: role for marks in (FREE, BOUND) for role, mark in marks.items()}
_CLOSED = {mark: role for role, mark in CLOSE.items()}
#: What no gap of a pattern passes.
_STOPS = frozenset(mark for mark in MARKS if len(mark) == 1)


class Positions:
    """Where each word of a marked sentence stands, and where mentions of each role open and close."""

    def __init__(self, marked: str) -> None:
        self.words: dict[str, int] = {}
        self.opens: dict[str, int] = {}
        self.closes: dict[str, int] = {}
        self._known: dict[frozenset[str], int] = {}
        for number, (marks, word) in enumerate(_PARTS.findall(marked)):
            here = 1 << number
            for mark in marks if len(marks) > 1 else ():
                if mark in _OPENED:
                    self.opens[_OPENED[mark]] = self.opens.get(_OPENED[mark], 0) | here
                elif mark in _CLOSED:
                    self.closes[_CLOSED[mark]] = self.closes.get(_CLOSED[mark], 0) | here
            if word:
                self.words[word] = self.words.get(word, 0) | here
        words = reduce(int.__or__, self.words.values(), 0)
        self.starts = words | words + 1
        self.passed = words & ~self.of(_STOPS)
        figures = (at for word, at in self.words.items() if word[0].isdigit())
        self.figures = reduce(int.__or__, figures, self.of(NUMBERS))

    def of(self, words: frozenset[str]) -> int:
        """Where one of these words stands."""
        if words not in self._known:
            self._known[words] = reduce(int.__or__, (self.words[word] for word in self.words.keys() & words), 0)
        return self._known[words]

    def beyond(self, starts: int, roles: tuple[str, ...]) -> int:
        """Where a mention of one of these roles may end that opens at one of the starts."""
        opened = starts & reduce(int.__or__, (self.opens.get(role, 0) for role in roles), 0)
        closed = reduce(int.__or__, (self.closes.get(role, 0) for role in roles), 0)
        return closed & -(opened & -opened)
