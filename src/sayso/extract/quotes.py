"""Quotations of a text: where they open and close, also over several paragraphs."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.model.span import Sentence, Span

_OPENERS = {"“": "”", "‘": "’", "«": "»", "„": "”"}
#: A quotation shorter than this many words is a quoted term, not speech of its own.
SPEECH_WORDS = 3
_MARK = re.compile(r"[“”«»„\"]|(?<![^\s(\[—–-])[‘'](?=\w)|(?<=[\w.,!?…])[’'](?![^\W\d_])")


@dataclass(frozen=True, slots=True)
class Quotation:
    """One quotation with its marks; `open_end` says that its paragraph ends before it is closed."""

    span: Span
    words: int
    open_end: bool = False

    @property
    def is_speech(self) -> bool:
        """Whether it is long enough to be somebody's words rather than a quoted term."""
        return self.words >= SPEECH_WORDS


def quotations(text: str, sentences: tuple[Sentence, ...]) -> tuple[Quotation, ...]:
    """The outermost quotations of a text in order; one left open closes at the end of its paragraph."""
    found: list[Quotation] = []
    for start, end in _paragraphs(sentences):
        found += _in_paragraph(text, start, end)
    return tuple(found)


def _paragraphs(sentences: tuple[Sentence, ...]) -> list[tuple[int, int]]:
    bounds: dict[int, tuple[int, int]] = {}
    for sentence in sentences:
        first = bounds.get(sentence.paragraph, (sentence.start, sentence.end))[0]
        bounds[sentence.paragraph] = (first, sentence.end)
    return list(bounds.values())


def _in_paragraph(text: str, start: int, end: int) -> list[Quotation]:
    found: list[Quotation] = []
    opened, closer = -1, ""
    for mark in _MARK.finditer(text, start, end):
        sign = mark.group()
        if opened < 0:
            if (closer := _closer(text, mark.start(), sign, end)) != "":
                opened = mark.start()
        elif sign == closer:
            found.append(_quotation(text, opened, mark.end()))
            opened = -1
    if opened >= 0 and closer not in ("’", "'"):
        found.append(_quotation(text, opened, end, open_end=True))
    return found


def _closer(text: str, at: int, sign: str, end: int) -> str:
    """The mark that would close a quotation opened here, or "" where the mark opens none."""
    if sign == '"':
        return '"'
    if sign == "'":
        return "'" if _single_closes(text, at, end, "'") else ""
    if sign == "‘":
        return "’" if _single_closes(text, at, end, "’") else ""
    return _OPENERS.get(sign, "")


def _single_closes(text: str, at: int, end: int, sign: str) -> bool:
    return re.compile(rf"(?<=[\w.,!?…]){sign}(?![^\W\d_])").search(text, at + 2, min(end, at + 600)) is not None


def _quotation(text: str, start: int, end: int, *, open_end: bool = False) -> Quotation:
    return Quotation(Span(start, end), len(re.findall(r"\w+(?:['’]\w+)?", text[start:end])), open_end)
