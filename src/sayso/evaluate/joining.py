"""Tokens put together again as a text that a person would write, with where each token stands in it."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.model.span import Span

#: A token that begins a new paragraph; it covers no words.
BREAK = "\n\n"
_CLOSING = frozenset(". , ; : ! ? ) ] } % ’ ” - – n't N'T".split())
_OPENING = frozenset("( [ { “ ‘ $ £ € - –".split())


def joined(tokens: Sequence[str]) -> tuple[str, tuple[Span, ...]]:
    """The text and one span for each token; straight quotation marks open and close by turns within a paragraph."""
    pieces: list[str] = []
    spans: list[Span] = []
    length, tight, opened = 0, True, {'"': False, "'": False}
    for token in tokens:
        mark = token if token in opened else ""
        possessive = mark == "'" and not opened["'"] and bool(pieces) and pieces[-1].endswith("s")
        closes = bool(mark) and opened[mark]
        glued = tight or closes or possessive or (not mark and _follows(token))
        piece = token if glued else f" {token}"
        pieces.append(piece)
        spans.append(Span(length + len(piece) - (0 if token == BREAK else len(token)), length + len(piece)))
        length += len(piece)
        tight = token == BREAK or token in _OPENING or (bool(mark) and not closes and not possessive)
        if token == BREAK:
            opened = dict.fromkeys(opened, False)
        elif mark and not possessive:
            opened[mark] = not closes
    return "".join(pieces), tuple(spans)


def _follows(token: str) -> bool:
    """Whether a token is written without a blank before it."""
    return token == BREAK or token in _CLOSING or token.startswith(("'", "’"))
