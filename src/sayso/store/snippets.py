"""Some words of a report around what was searched for, found in a bounded stretch of its text.

The database has a function for it, whose time grows with the square of the hits: a megabyte that says one word over and
over kept a page for minutes.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from sqlalchemy import Connection

from sayso.store.chunking import chunks

#: So many characters of a text are looked through; what stands only later has no snippet.
LOOKED = 100_000

#: So many hits of a text are weighed against each other.
_HITS = 100

#: A snippet has so many characters, and so many of them before its first hit.
_LONG, _BEFORE = 170, 50

_TERM = re.compile(r'"([^"]+)"')
_WORD = re.compile(r"[^\W_]+")

Parts = list[tuple[str, bool]]


def snippets(connection: Connection, match: str, reports: Sequence[str], names: bool) -> dict[str, Parts]:
    """For each report some words around what was found in it, each stretch with whether it is a hit; what is hidden is
    masked there too. `match` is the search as the database takes it."""
    pattern = _pattern(match)
    if pattern is None:
        return {}
    text = "text.text" if names else "coalesce(shown.text, text.text)"
    found: dict[str, Parts] = {}
    for some in chunks(reports):
        query = (
            f"SELECT report.id, substr({text}, 1, {LOOKED}) FROM report JOIN text ON text.number = report.number "
            f"LEFT JOIN shown ON shown.number = report.number WHERE report.id IN ({', '.join('?' for _ in some)})"
        )
        for id, words in connection.exec_driver_sql(query, tuple(some)):
            if parts := snippet(words, pattern):
                found[id] = parts
    return found


def snippet(text: str, pattern: re.Pattern[str]) -> Parts:
    """The stretch of the text that has the most different hits, the first of these; empty where there is none."""
    folded = _folded(text)
    hits = [hit.span() for hit, _ in zip(pattern.finditer(folded), range(_HITS), strict=False)]
    if not hits:
        return []
    first = max(range(len(hits)), key=lambda at: (_different(folded, hits, at), -at))
    low = _at_word(text, hits[first][0] - _BEFORE)
    high = max(hits[first][1], _word_end(text, low + _LONG))
    parts: Parts = [("… ", False)] if low else []
    at = low
    for start, end in hits:
        if low <= start and end <= high:
            parts += [(text[at:start], False), (text[start:end], True)]
            at = end
    parts += [(text[at:high], False), (" …", False)] if high < len(text) else [(text[at:high], False)]
    return [(" ".join(words.split("\n")), hit) for words, hit in parts if words]


def _pattern(match: str) -> re.Pattern[str] | None:
    terms = [[re.escape(word) for word in _WORD.findall(_folded(term))] for term in _TERM.findall(match)]
    each = "|".join(r"[\W_]{1,20}".join(words) for words in terms if words)
    return re.compile(rf"(?<![^\W_])(?:{each})(?![^\W_])") if each else None


def _different(folded: str, hits: Sequence[tuple[int, int]], at: int) -> int:
    """How many different words of the search a snippet that begins with this hit has."""
    end = hits[at][0] - _BEFORE + _LONG
    return len({folded[start:last] for start, last in hits[at : at + 20] if last <= end})


def _at_word(text: str, at: int) -> int:
    """The first beginning of a word from there on."""
    if at <= 0:
        return 0
    gap = re.compile(r"\s").search(text, at, at + _BEFORE // 2)
    return gap.end() if gap else at


def _word_end(text: str, at: int) -> int:
    gap = re.compile(r"\s").search(text, at, at + _BEFORE // 2)
    return gap.start() if gap else min(at, len(text))


def _folded(text: str) -> str:
    """The text in small letters without marks on them, each sign where it was."""
    small = text.lower()
    if text.isascii():
        return small
    return "".join(map(_sign, text))


@lru_cache(4096)
def _sign(sign: str) -> str:
    return unicodedata.normalize("NFKD", sign)[:1].lower()[:1] or sign
