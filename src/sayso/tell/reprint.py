"""What a file prints, read back: every number by its id, and every line against what the data prints."""

from __future__ import annotations

import html
import re
from html.parser import HTMLParser
from itertools import zip_longest

from sayso.tell.index import Index
from sayso.tell.numbers import numbers
from sayso.tell.phrases import clean

#: So many differing lines are named; after the first the others mostly follow from it.
_LINES = 20

#: So much of a differing line is shown.
_SHOWN = 160


class _Printed(HTMLParser):
    """Collects the words of every element that carries the id of a number or of a passage."""

    def __init__(self) -> None:
        super().__init__()
        self.numbers: list[tuple[str, str]] = []
        self.quotes: list[tuple[str, str]] = []
        self._open: tuple[str, str] | None = None  # the tag and the id
        self._words = ""
        self._label = False  # inside the name of a mark, which is not of the report

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        row = dict(attrs)
        id = row.get("data-n") if tag == "a" else row.get("data-q") if tag == "blockquote" else None
        if id:
            self._open, self._words = (tag, id), ""
        self._label = tag == "i"

    def handle_data(self, data: str) -> None:
        if self._open is not None and not self._label:
            self._words += data

    def handle_endtag(self, tag: str) -> None:
        self._label = self._label and tag != "i"
        if self._open is not None and tag == self._open[0]:
            found = self.numbers if tag == "a" else self.quotes
            found.append((self._open[1], self._words))
            self._open = None


def _read(text: str) -> _Printed:
    reader = _Printed()
    reader.feed(text)
    return reader


def printed_numbers(text: str, index: Index) -> list[str]:
    """Printed numbers that are not what the data gives."""
    known = numbers(index)
    wrong = []
    for id, words in _read(text).numbers:
        number = known.get(id)
        if number is None:
            wrong.append(f"number {id}: printed as {words}, its data has no such number")
        elif words != f"{number.value:,}":
            wrong.append(f"number {id}: printed as {words}, its data gives {number.value:,}")
    return list(dict.fromkeys(wrong))


def printed_quotes(text: str, index: Index) -> list[str]:
    """Printed passages that are not those that the data carries."""
    wrong = []
    for id, words in _read(text).quotes:
        passage = index.passages.get(id)
        if passage is None:
            wrong.append(f"passage {id}: printed, but not carried")
        elif words != clean(passage["text"], line=False):
            wrong.append(f"passage {id}: printed with other words than it is carried with: “{words[:_SHOWN]}”")
    return list(dict.fromkeys(wrong))


def differing_lines(text: str, again: str) -> list[str]:
    """The lines that are printed otherwise than the data prints them."""
    pairs = zip_longest(text.split("\n"), again.split("\n"))
    wrong = []
    for at, (here, there) in enumerate(pairs, 1):
        if here != there:
            one, other = _around(here or "", there or "")
            wrong.append(f"line {at}: the file has “{one}”, its data gives “{other}”")
        if len(wrong) == _LINES:
            break
    return wrong


def _around(here: str, there: str) -> tuple[str, str]:
    """Both lines from a little before where they part, without their tags."""
    start = next((at for at, (a, b) in enumerate(zip(here, there, strict=False)) if a != b), min(len(here), len(there)))
    start = max(0, start - _SHOWN // 4)
    return _plain(here[start : start + _SHOWN]), _plain(there[start : start + _SHOWN])


def _plain(words: str) -> str:
    return html.unescape(re.sub(r"<[^>]*>?", " ", words)).strip()
