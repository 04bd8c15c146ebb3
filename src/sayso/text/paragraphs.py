"""Paragraphs of a frozen text: lines, unless the text is hard-wrapped."""

from __future__ import annotations

import re

from sayso.model.span import Span

_BLOCK = re.compile(r"[^\n]+(?:\n(?![ \t]*\n)[^\n]+)*")

#: A line shorter than this that ends without a stop is a line of its own (a menu entry, a caption), not wrapped text.
#: Set from mail and agency copy, which wraps at 60 to 80 columns; a change needs tests/text/test_text_sentences.py.
_WRAP_AT = 50

_STOPS = frozenset('.!?:"”’)]…')


def _is_wrapped(line: str, following: str) -> bool:
    """Whether `following` continues the sentence of `line`, broken only by the width of a page."""
    line, following = line.rstrip(), following.lstrip()
    if len(line) < _WRAP_AT or len(line) > 2 * _WRAP_AT or not following:
        return False
    return following[0].islower() or line[-1] not in _STOPS


def paragraphs(text: str) -> tuple[Span, ...]:
    """The paragraphs of a text in order, without surrounding white space; blank ones are left out."""
    found: list[Span] = []
    for block in _BLOCK.finditer(text):
        start = block.start()
        lines = block.group().split("\n")
        position = start
        for number, line in enumerate(lines):
            end = position + len(line)
            last = number == len(lines) - 1
            if last or not _is_wrapped(line, lines[number + 1]):
                _append_trimmed(found, text, start, end)
                start = end + 1
            position = end + 1
    return tuple(found)


def _append_trimmed(found: list[Span], text: str, start: int, end: int) -> None:
    stretch = text[start:end]
    left = len(stretch) - len(stretch.lstrip())
    if left < len(stretch):
        found.append(Span(start + left, end - (len(stretch) - len(stretch.rstrip()))))
