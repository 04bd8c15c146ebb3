"""Quotations in which no cue stands: they go to who spoke last before them, or whose name heads the passage."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.extract.quotes import Quotation
from sayso.model.span import Sentence, Span
from sayso.model.telling import Attribution, Teller

#: A shorter orphan is more often a slogan or a title than somebody's words.
_ORPHAN_WORDS = 5


def with_orphans(
    text: str,
    found: Sequence[Attribution],
    quotes: Sequence[Quotation],
    sentences: Sequence[Sentence],
    headings: Sequence[tuple[Span, Teller]],
) -> list[Attribution]:
    """The attributions, with one more, marked inferred, for each quotation without a cue of its own."""
    given = list(found)
    for quote in quotes:
        if not quote.is_speech or quote.words < _ORPHAN_WORDS or not _is_orphan(given, quote, sentences):
            continue
        before = [a for a in given if a.sources and a.sources[0].start < quote.span.start and not a.inferred]
        heading = next((h for h in reversed(headings) if h[0].end <= quote.span.start), None)
        if heading is not None and not any(a.sources[0].start > heading[0].start for a in before):
            if not text[heading[0].end : quote.span.start].strip():
                given.append(Attribution((), (), (quote.span,), heading[1], inferred=True))
        elif before and _is_near(sentences, before[-1].cues[0], quote.span):
            given.append(replace(before[-1], sources=(), cues=(), contents=(quote.span,), inferred=True, within=False))
    return given


def _is_orphan(found: Sequence[Attribution], quote: Quotation, sentences: Sequence[Sentence]) -> bool:
    if any(content.overlap(quote.span) for a in found for content in a.contents):
        return False
    # A quotation that fills its sentences stands alone; words around it would have had a cue of their own.
    return any(
        (s.span.holds(quote.span) and len(s.span) <= len(quote.span) + 2) or quote.span.holds(s.span) for s in sentences
    )


def _is_near(sentences: Sequence[Sentence], cue: Span, quote: Span) -> bool:
    """Whether a quotation stands in the paragraph of a cue or in the one after it."""

    def paragraph(at: int) -> int:
        return next((s.paragraph for s in sentences if s.start <= at < s.end), -9)

    return 0 <= paragraph(quote.start) - paragraph(cue.start) <= 1
