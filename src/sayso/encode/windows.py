"""Windows: stretches of a text short enough for the encoder, and where in them each token stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from pathlib import Path
from typing import Any

from sayso.model.span import Sentence

#: Word pieces in one window, marks included: the blocks of the training text are about as long, and the encoder was
#: made for no more than 256.
LIMIT = 192
_CLS, _SEP = 101, 102


@dataclass(frozen=True, slots=True)
class Window:
    """Word pieces for the encoder; `units` are the tokens in it as (piece, sentence, token)."""

    pieces: tuple[int, ...]
    units: tuple[tuple[int, int, int], ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A sentence, or as much of it as a window can hold, in word pieces; `units` count from its first piece."""

    paragraph: int
    pieces: tuple[int, ...]
    units: tuple[tuple[int, int, int], ...]


class Pieces:
    """Cuts sentences into word pieces."""

    def __init__(self, path: Path) -> None:
        from tokenizers import Tokenizer

        self._tokenizer: Any = Tokenizer.from_file(str(path))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()

    def parts(self, text: str, number: int, sentence: Sentence) -> list[Part]:
        """The parts of one sentence; most have one."""
        if not sentence.tokens:
            return []
        found = self._tokenizer.encode(text[sentence.start : sentence.end], add_special_tokens=False)
        places = _places(sentence, found.offsets)
        parts, room = [], LIMIT - 2
        for first in range(0, len(found.ids), room):
            units = tuple(
                (piece - first, number, token) for token, piece in enumerate(places) if first <= piece < first + room
            )
            parts.append(Part(sentence.paragraph, tuple(found.ids[first : first + room]), units))
        return parts


def _places(sentence: Sentence, offsets: Sequence[tuple[int, int]]) -> list[int]:
    """For each token the piece at which it begins: the first one inside it, else the one that covers its start."""
    places, at = [], 0
    for token in sentence.tokens:
        start, end = token.start - sentence.start, token.end - sentence.start
        while at < len(offsets) - 1 and offsets[at][1] <= start:
            at += 1
        inside = at
        while inside < len(offsets) - 1 and offsets[inside][0] < start:
            inside += 1
        places.append(inside if offsets[inside][0] < end else at)
    return places if offsets else []


def windows(parts: Sequence[Part]) -> list[Window]:
    """The parts in as few windows as hold them; a paragraph is broken only where it is longer than a window."""
    found: list[list[Part]] = [[]]
    for _, group in groupby(parts, key=lambda part: part.paragraph):
        paragraph = list(group)
        if _size([*found[-1], *paragraph]) > LIMIT:
            found.append([])
        for part in paragraph:
            if _size([*found[-1], part]) > LIMIT:
                found.append([])
            found[-1].append(part)
    return [joined(parts) for parts in found if parts]


def _size(parts: Sequence[Part]) -> int:
    borders = sum(one.paragraph != two.paragraph for one, two in pairwise(parts))
    return sum(len(part.pieces) for part in parts) + borders + 2


def joined(parts: Sequence[Part]) -> Window:
    """One window of these parts, with a mark between paragraphs."""
    pieces: list[int] = [_CLS]
    units: list[tuple[int, int, int]] = []
    for number, part in enumerate(parts):
        if number and part.paragraph != parts[number - 1].paragraph:
            pieces.append(_SEP)
        units += [(len(pieces) + piece, sentence, token) for piece, sentence, token in part.units]
        pieces += part.pieces
    return Window((*pieces, _SEP), tuple(units))
