"""A report's text as paragraphs, with the words of a claim marked in colour and shape."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from types import MappingProxyType
from typing import Any

from markupsafe import Markup, escape

from sayso.tell.marking import LABELS
from sayso.tell.passages import spans_of
from sayso.tell.phrases import clean

Row = dict[str, Any]

#: So many characters of a text stand on a page around what it is about; a longer text says what is left out.
WINDOW = 30_000

#: So far around a claim each word can be reached by the keys that move its spans.
REACH = 2_500

_WORD = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of a text and what it is; `address` is where a click on it leads."""

    kind: str
    start: int
    end: int
    address: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """The part of a text that a page shows, in paragraphs, and how long the whole is."""

    paragraphs: tuple[Markup, ...]
    start: int
    end: int
    whole: int

    @property
    def cut(self) -> bool:
        """Whether something of the text is not shown."""
        return self.start > 0 or self.end < self.whole


def stretches_of(claim: Row) -> list[Stretch]:
    """What a claim marks in its report: its words, its sources and cues, its slots."""
    return [Stretch(kind, start, end) for kind, start, end, _ in spans_of(claim) if start < end]


def others_of(claims: Iterable[Row], but: str = "") -> list[Stretch]:
    """Where other claims of the same report stand, each leading to itself."""
    return [Stretch("else", each["start"], each["end"], f"/claim/{each['id']}") for each in claims if each["id"] != but]


#: Where words of a text are folded, and what is said in their place.
Folds = Mapping[tuple[int, int], str]


def shown(
    text: str,
    stretches: Sequence[Stretch],
    around: tuple[int, int] | None = None,
    folds: Folds = MappingProxyType({}),
) -> Shown:
    """The text, or its part around a place, with the stretches marked; around a place each word can be chosen.

    A paragraph that holds folded words is closed until it is opened.
    """
    low, high = _window(len(text), around)
    worded = (max(low, around[0] - REACH), min(high, around[1] + REACH)) if around else (0, 0)
    near = sorted((s for s in stretches if s.start < high and s.end > low), key=lambda s: (s.start, -s.end, s.kind))
    paragraphs = tuple(
        _folded(_paragraph(text, (start, end), near, worded), (start, end), folds)
        for start, end in _lines(text, low, high)
        if start < end
    )
    return Shown(paragraphs, low, high, len(text))


def _folded(paragraph: Markup, line: tuple[int, int], folds: Folds) -> Markup:
    about = dict.fromkeys(words for (start, end), words in folds.items() if start < line[1] and end > line[0])
    if not about:
        return paragraph
    said = Markup("<summary>graphic passage: {}; <kbd>o</kbd> opens it</summary>").format(", ".join(about))
    return Markup('<details class="graphic" data-key="o">{}{}</details>').format(said, paragraph)


def _window(whole: int, around: tuple[int, int] | None) -> tuple[int, int]:
    if whole <= WINDOW or around is None:
        return 0, min(whole, WINDOW)
    low = max(0, min(around[0] - WINDOW // 2, whole - WINDOW))
    return low, min(whole, max(around[1], low + WINDOW))


def _lines(text: str, low: int, high: int) -> Iterator[tuple[int, int]]:
    at = low
    while at < high:
        end = text.find("\n", at, high)
        end = high if end < 0 else end
        if text[at:end].strip():
            yield at, end
        at = end + 1


def _paragraph(text: str, line: tuple[int, int], near: Sequence[Stretch], worded: tuple[int, int]) -> Markup:
    low, high = line
    here = [s for s in near if s.start < high and s.end > low]
    edges = {max(low, min(high, at)) for s in here for at in (s.start, s.end)}
    cuts = sorted({low, high, *edges, *(at for at in worded if low < at < high)})
    pieces = [_piece(text, piece, here, worded) for piece in pairwise(cuts)]
    return Markup('<p dir="auto">{}</p>').format(Markup("").join(pieces))


def _piece(text: str, piece: tuple[int, int], here: Sequence[Stretch], worded: tuple[int, int]) -> Markup:
    start, end = piece
    held = [s for s in here if s.start <= start and end <= s.end]
    kinds = [kind for kind in (*LABELS, "shared") if any(s.kind == kind for s in held)]
    begins = [LABELS[kind] for kind in LABELS if any(s.kind == kind and s.start == start for s in held)]
    tags = Markup("").join(Markup('<i class="tag">{}</i>').format(label) for label in begins)
    words = _words(text, start, end) if worded[0] <= start and end <= worded[1] else escape(_clean(text[start:end]))
    link = next((s.address for s in held if s.address), "")
    if kinds:
        here_mark = Markup(" data-here") if "claim" in kinds and "claim" in begins else Markup("")
        words = Markup('<mark class="{}"{}>{}</mark>').format(" ".join(kinds), here_mark, words)
    elif link:
        words = Markup('<a href="{}"><mark class="else">{}</mark></a>').format(link, words)
    return tags + words


def _words(text: str, start: int, end: int) -> Markup:
    """Each word in an element that knows where it stands; what lies between stays as it is."""
    parts, at = [], start
    for found in _WORD.finditer(text, start, end):
        first, last = found.span()
        between = escape(_clean(text[at:first])) if at < first else ""
        parts.append(f'{between}<span data-s="{first}" data-e="{last}">{escape(_clean(found.group()))}</span>')
        at = last
    parts.append(escape(_clean(text[at:end])))
    return Markup("".join(parts))


def _clean(words: str) -> str:
    return clean(words, line=False)


def shared(one: str, other: str, least: int = 40) -> tuple[list[Stretch], list[Stretch]]:
    """Where two texts say the same in runs of at least so many characters, word for word but for white space."""
    ones, others = _tokens(one), _tokens(other)
    found: tuple[list[Stretch], list[Stretch]] = ([], [])
    at = 0
    places = _places(others)
    while at < len(ones):
        best, long = -1, 0
        for start in places.get(_gram(ones, at), ()):
            run = _run(ones, at, others, start)
            if run > long:
                best, long = start, run
        if long and ones[at + long - 1][2] - ones[at][1] >= least:
            found[0].append(Stretch("shared", ones[at][1], ones[at + long - 1][2]))
            found[1].append(Stretch("shared", others[best][1], others[best + long - 1][2]))
            at += long
        else:
            at += 1
    return found


_Token = tuple[str, int, int]

#: A shared run begins with so many equal words; common phrases are shorter.
_GRAM = 5

#: So many places of one run of words are looked at; a text that repeats itself has more.
_PLACES = 20


def _tokens(text: str) -> list[_Token]:
    return [(m.group().casefold(), m.start(), m.end()) for m in _WORD.finditer(text[:WINDOW])]


def _gram(tokens: Sequence[_Token], at: int) -> tuple[str, ...]:
    return tuple(token[0] for token in tokens[at : at + _GRAM])


def _places(tokens: Sequence[_Token]) -> dict[tuple[str, ...], list[int]]:
    found: dict[tuple[str, ...], list[int]] = {}
    for at in range(len(tokens) - _GRAM + 1):
        places = found.setdefault(_gram(tokens, at), [])
        if len(places) < _PLACES:
            places.append(at)
    return found


def _run(ones: Sequence[_Token], at: int, others: Sequence[_Token], start: int) -> int:
    long = 0
    while at + long < len(ones) and start + long < len(others) and ones[at + long][0] == others[start + long][0]:
        long += 1
    return long
