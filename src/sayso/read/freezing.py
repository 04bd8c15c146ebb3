"""Bytes to a frozen text: plain text decoded, a page extracted, a row's text taken; the same every time."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePosixPath

from lxml.html import HtmlElement

from sayso.read.decoding import Decoded, checked, decode
from sayso.read.tables import json_row

_PAGES = frozenset({".html", ".htm"})
_ROW = re.compile(r"\.(?:csv|jsonl)#(\d+)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Frozen:
    """A frozen text with what its page tells besides; `row` is the text column of a table's row."""

    text: str
    title: str | None = None
    tree: HtmlElement | None = None
    row: str | None = None
    notes: tuple[str, ...] = ()


def frozen(raw: bytes, path: str) -> Frozen | str:
    """The frozen text of some bytes, or a sentence that says why there is none; the path's ending tells the kind."""
    row = _ROW.search(path)
    if row:
        return _of_row(raw, int(row.group(1)))
    page = PurePosixPath(path).suffix.lower() in _PAGES
    decoded = decode(raw, page=page)
    if isinstance(decoded, str):
        return decoded
    notes = _notes(decoded)
    return _of_page(decoded.text, notes) if page else Frozen(decoded.text, notes=notes)


def _notes(decoded: Decoded) -> tuple[str, ...]:
    if not decoded.guessed:
        return ()
    return (f"Its encoding is not stated; it was read as {decoded.encoding}.",)


def _of_row(raw: bytes, number: int) -> Frozen | str:
    values = json_row(raw, number)
    if isinstance(values, str):
        return values
    found = checked(Decoded(values.get("text", ""), "utf-8"))
    if isinstance(found, str):
        return found.replace("The file is", "The row's text is")
    return Frozen(found.text, title=values.get("title") or None, row=values.get("text", ""))


def _of_page(markup: str, notes: tuple[str, ...]) -> Frozen | str:
    from sayso.read.pages import page_of

    page = page_of(markup)
    if isinstance(page, str):
        return page
    return Frozen(page.text, page.title, page.tree, notes=notes)
