"""What reading passes around: what was given for a report, what to read, and what came of it."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from pathlib import Path

from sayso.model.picture import Unread
from sayso.model.report import Report

#: Kinds of characters shown escaped: controls, formats (bidi, zero width), surrogates, line and paragraph separators.
_ESCAPED = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


@dataclass(frozen=True, slots=True)
class Given:
    """What a manifest or a row says of a report; `complaints` are sentences about what it says wrongly."""

    outlet: str | None = None
    published: str | None = None
    url: str | None = None
    title: str | None = None
    complaints: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """One report to be read: a file, or a row of one whose own bytes (JSON) are in `row`."""

    path: str
    file: Path
    given: Given = Given()
    row: bytes | None = None


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of one item: the report or why not, its bytes as found (to be stored), and what was given for it."""

    value: Report | Unread
    raw: bytes
    given: Given = Given()


def shown(words: str) -> str:
    """The words with control, bidi and zero-width characters and lone surrogates escaped, safe to print and store."""
    if words.isascii() and words.isprintable():
        return words
    return "".join(_escaped(char) if unicodedata.category(char) in _ESCAPED else char for char in words)


def _escaped(char: str) -> str:
    code = ord(char)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
