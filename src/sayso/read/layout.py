"""How a text is laid out: its blocks, where the body begins, and which line is the headline."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Protocol

from sayso.model.span import Span
from sayso.text.paragraphs import paragraphs

#: A block with at least this many words that ends like a sentence is running text, not a label, link or caption.
_FULL_WORDS = 12
#: A block with this many words is running text however it ends (cut-off feeds end in mid-word).
_LONG_WORDS = 30
_ENDS = re.compile(r"[.!?…][\"'”’)\]]*(?:\s*(?:[(\[][^()\[\]]{2,30}[)\]]|[—–-]{1,2}\s?[A-Z][\w ]{1,20}))?$")


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph or line of a text that stands by itself, and how many words it has."""

    start: int
    end: int
    text: str
    words: int

    @property
    def span(self) -> Span:
        """Where the block stands."""
        return Span(self.start, self.end)

    @property
    def ends_sentence(self) -> bool:
        """Whether it ends with a stop, inside or outside quotation marks."""
        return _ENDS.search(self.text[-40:]) is not None

    @property
    def is_full(self) -> bool:
        """Whether it is a paragraph of running text."""
        return self.words >= _LONG_WORDS or (self.words >= _FULL_WORDS and self.ends_sentence)


@dataclass(frozen=True, slots=True)
class Layout:
    """A text as blocks; `headline` is the number of the block that is the title, `body` of the first full paragraph.

    `tail` is the number of the block after the last full paragraph.
    """

    text: str
    blocks: tuple[Block, ...]
    headline: int | None
    body: int
    tail: int


class Finder(Protocol):
    """One kind of page furniture; `finds` are texts with the words it must find, `leaves` texts it must leave alone."""

    @property
    def name(self) -> str: ...
    @property
    def version(self) -> str: ...
    @property
    def finds(self) -> tuple[tuple[str, str], ...]: ...
    @property
    def leaves(self) -> tuple[str, ...]: ...
    def spans(self, layout: Layout) -> Iterator[Span]: ...


def blocks_of(text: str) -> tuple[Block, ...]:
    """The blocks of a text, in order."""
    spans = paragraphs(text)
    return tuple(Block(s.start, s.end, w := text[s.start : s.end], len(w.split())) for s in spans)


def layout_of(text: str, title: str | None = None, furniture: Callable[[Block], bool] = lambda block: False) -> Layout:
    """The layout of a text; `title` is the one given or found on the page, and what is `furniture` is no headline."""
    blocks = blocks_of(text)
    body = next((number for number, block in enumerate(blocks) if block.is_full), len(blocks))
    last = max((number for number, block in enumerate(blocks) if block.is_full), default=len(blocks) - 1)
    return Layout(text, blocks, _headline(blocks, body, title, furniture), body, last + 1)


#: A headline has at least this many words; what stands above it and is shorter is a section label.
_HEADLINE_WORDS = 4
_HEADLINE_MOST_WORDS = 40
#: Words of up to so many letters (of, the, and) are in lower case in labels too.
_SMALL_WORD = 3
#: A line of this many words that ends with a full stop is said by the body; no headline stands below it.
_SAID_WORDS = 4
_NO_HEADLINE = re.compile(
    r"by\s+[A-Z]|(?:published|posted|updated|last updated|date|share|home)\b|©|copyright|[\d\W]+$|[\w ]+ reports:$",
    re.IGNORECASE,
)


def _headline(
    blocks: tuple[Block, ...], body: int, title: str | None, furniture: Callable[[Block], bool]
) -> int | None:
    if title:
        wanted = plainly(title)
        for number, block in enumerate(blocks[: max(body + 1, 8)]):
            if wanted and plainly(block.text) == wanted:
                return number
    if len(blocks) == 1:
        return None
    said = (number for number, block in enumerate(blocks) if block.words >= _SAID_WORDS and block.text.endswith("."))
    above = range(min(body, next(said, len(blocks))))
    candidates = [number for number in above if _may_head(blocks[number]) and not furniture(blocks[number])]
    named = [number for number in candidates if blocks[number].words >= _HEADLINE_WORDS or says(blocks[number].text)]
    if named and not _is_lone_title(blocks, candidates, named[0]):
        return named[0]
    return candidates[0] if candidates else None


def says(line: str) -> bool:
    """Whether a short line is written like a sentence and not like a label: a word after the first is in lower case."""
    return any(word[0].islower() and len(word) > _SMALL_WORD for word in line.split()[1:])


def _is_lone_title(blocks: tuple[Block, ...], candidates: list[int], first: int) -> bool:
    """Whether the first longer line is a caption below a short headline: it is printed twice, or ends in a credit."""
    block = blocks[first]
    if first == candidates[0]:
        return False
    again = first + 1 < len(blocks) and blocks[first + 1].text == block.text
    return again or block.text.endswith((")", "]", "."))


def _may_head(block: Block) -> bool:
    if block.words > _HEADLINE_MOST_WORDS or block.text.endswith((".", ":")):
        return False
    return _NO_HEADLINE.match(block.text) is None


def plainly(words: str) -> str:
    """The letters and digits of some words, folded, to compare lines that differ in marks and spaces alone."""
    return "".join(filter(str.isalnum, words.casefold()))


#: So many characters tell most lines apart.
_OPENING = 16


def alike(one: str, other: str) -> bool:
    """Whether two lines differ in marks and spaces alone."""
    opening, against = plainly(one[:_OPENING]), plainly(other[:_OPENING])
    shared = min(len(opening), len(against))
    return opening[:shared] == against[:shared] and plainly(one) == plainly(other)
