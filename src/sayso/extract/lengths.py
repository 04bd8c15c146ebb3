"""How far the words of a telling reach: over the whole of a quotation, and never out of their own sentence."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.extract.quotes import Quotation
from sayso.model.span import Sentence, Span


def whole(text: str, quotes: Sequence[Quotation], content: Span) -> Span:
    """The content with the whole of a quotation that runs on over sentences and paragraphs."""
    start, end = content.start, content.end
    for number, quote in enumerate(quotes):
        if not quote.is_speech or not quote.span.overlap(Span(start, end)) or quote.span.overlap(content) < 2:
            continue
        start, end = (
            min(start, quote.span.start) if quote.span.start <= content.start else start,
            max(end, quote.span.end),
        )
        last = number
        while quotes[last].open_end and last + 1 < len(quotes):
            following = quotes[last + 1]
            if text[quotes[last].span.end : following.span.start].strip():
                break
            last, end = last + 1, following.span.end
    return Span(start, end)


def within_sentence(content: Span, cue: Span, sentence: Sentence, quotes: Sequence[Quotation]) -> Span:
    """The content, cut to the sentence of its cue unless a quotation carries it on."""
    if sentence.span.holds(content) or not sentence.span.holds(cue):
        return content
    if any(q.is_speech and q.span.overlap(content) * 2 > len(content) for q in quotes):
        return content
    start, end = max(content.start, sentence.start), min(content.end, sentence.end)
    return Span(start, end) if start < end else content
