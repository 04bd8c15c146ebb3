"""Where a span ends, by the rules of the marking: marks of quotation whole, no stray comma or stop."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.model.span import Token

_OPEN, _CLOSE = frozenset("“«„"), frozenset("”»")
_STOPS = frozenset({".", ",", ";", ":", "…", "...", "—", "–", "--"})
_ASIDE = frozenset({",", ";", ".", ":"})


def content(tokens: Sequence[Token], first: int, end: int) -> tuple[int, int]:
    """The stretch with the marks of quotation that belong to it, and without a stop after its last word."""
    while first < end - 1 and tokens[first].text in _ASIDE | {"—", "–", "--"}:
        first += 1
    opened = _open_at_end(tokens, first, end)
    if opened is not None:
        end = _closed(tokens, end, opened)
    elif first and _closes_alone(tokens, first, end) and tokens[first - 1].text in _OPEN | {'"'}:
        first -= 1
    while end - 1 > first and tokens[end - 1].text in _STOPS and not _inside_quote(tokens, first, end):
        end -= 1
    return first, end


def _open_at_end(tokens: Sequence[Token], first: int, end: int) -> str | None:
    """The mark that would close the quotation still open at the end of a stretch."""
    wanted: str | None = None
    for token in tokens[first:end]:
        if token.text == '"':
            wanted = None if wanted == '"' else '"'
        elif token.text in _OPEN:
            wanted = "”" if token.text == "“" else "»" if token.text == "«" else "“"
        elif token.text == wanted:
            wanted = None
    return wanted


def _closed(tokens: Sequence[Token], end: int, mark: str) -> int:
    """Past a closing mark that follows at once, with a stop before it."""
    for at in range(end, min(end + 2, len(tokens))):
        if tokens[at].text == mark:
            return at + 1
        if tokens[at].text not in {".", ",", "!", "?", "…", "..."}:
            break
    return end


def _closes_alone(tokens: Sequence[Token], first: int, end: int) -> bool:
    marks = [token.text for token in tokens[first:end] if token.text in _OPEN | _CLOSE | {'"'}]
    return bool(marks) and (marks[0] in _CLOSE or (marks[0] == '"' and len(marks) % 2 == 1))


def _inside_quote(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Whether the last token still stands inside marks of quotation that the stretch opened and does not close."""
    return _open_at_end(tokens, first, end) is not None and end < len(tokens) and tokens[end].text in _CLOSE | {'"'}


def plain(tokens: Sequence[Token], first: int, end: int) -> tuple[int, int]:
    """The stretch without marks at its edges, where words remain."""
    if not any(token.text[0].isalnum() for token in tokens[first:end]):
        return first, end
    while not tokens[first].text[0].isalnum() and tokens[first].text not in _OPEN | {'"', "(", "$", "€", "£", "’", "'"}:
        first += 1
    while tokens[end - 1].text in _STOPS and end - 1 > first:
        end -= 1
    return first, end


def statement(tokens: Sequence[Token], first: int, end: int) -> tuple[int, int]:
    """The stretch without marks and joining words at its edges."""
    edges = _STOPS | _OPEN | _CLOSE | {'"', "that", "and", "but", "?", "!", "(", ")"}
    while first < end - 1 and tokens[first].lower in edges:
        first += 1
    while end - 1 > first and tokens[end - 1].lower in edges:
        end -= 1
    return first, end
