"""Tokens of a stretch for reading numbers: words, runs of figures, and single marks, with their offsets."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace

#: ASCII figures only: other digits are left out rather than guessed at. No alternative can match what another starts.
_TOKEN = re.compile(r"(?:(?<![\w.,])\.)?[0-9]+(?:[.,][0-9]+)*|[^\W\d_]+(?:['’][^\W\d_]+)*|[^\s]")


#: What the words of a date are replaced by: no word, no number, no unit.
MASK = "\x00"


@dataclass(frozen=True, slots=True)
class Piece:
    """One token: its place in the text, its words, and whether it touches the token before it."""

    start: int
    end: int
    text: str
    lower: str
    tight: bool


def pieces(text: str, start: int, end: int) -> list[Piece]:
    """The tokens of `text[start:end]` in order."""
    found: list[Piece] = []
    last = -1
    for match in _TOKEN.finditer(text, start, end):
        written = match.group()
        found.append(Piece(match.start(), match.end(), written, written.lower(), match.start() == last))
        last = match.end()
    return found


def word(tokens: list[Piece], at: int) -> str:
    """The lower-case token at that place, "" outside the list."""
    return tokens[at].lower if 0 <= at < len(tokens) else ""


def tight(tokens: list[Piece], at: int) -> bool:
    """Whether the token at that place exists and touches the one before."""
    return 0 <= at < len(tokens) and tokens[at].tight


def is_word(token: Piece) -> bool:
    """Whether the token is a word, not figures or a mark."""
    return token.text[0].isalpha()


def masked(piece: Piece, dated: tuple[tuple[int, int], ...]) -> Piece:
    """The token, or a mark in its place inside one of the dated stretches, which are in order; "since" stays."""
    place = bisect_left(dated, (piece.end, 0))
    if not place or dated[place - 1][1] <= piece.start or piece.lower == "since":
        return piece
    return replace(piece, text=MASK, lower=MASK)
