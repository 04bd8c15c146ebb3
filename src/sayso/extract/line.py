"""One sentence prepared for finders: tagged tokens, and which of them stand inside somebody's quoted words."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.extract.quotes import Quotation
from sayso.model.span import Sentence, Span, Token

NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS", "FW"})
PAST_OR_PRESENT = frozenset({"VBD", "VBZ", "VBP", "VB", "VBN", "MD"})


@dataclass(frozen=True, slots=True)
class Line:
    """A tagged sentence of a text with the quotations that touch it; indices count its tokens."""

    text: str
    sentence: Sentence
    number: int
    quotes: tuple[Quotation, ...]
    quoted: tuple[bool, ...]
    tokens: tuple[Token, ...]
    lows: tuple[str, ...]  # the tokens in small letters: finders ask for them some thousand times a sentence

    def low(self, index: int) -> str:
        """The token in small letters, or "" outside the sentence."""
        return self.lows[index] if 0 <= index < len(self.lows) else ""

    def tag(self, index: int) -> str:
        """The token's part of speech, or "" outside the sentence."""
        return self.tokens[index].tag if 0 <= index < len(self.lows) else ""

    def is_noun(self, index: int) -> bool:
        """Whether the token is a noun or name."""
        return self.tag(index) in NOUN_TAGS

    def span(self, first: int, last: int) -> Span:
        """The span from one token through another."""
        return Span(self.tokens[first].start, self.tokens[last].end)

    def words(self, first: int, last: int) -> str:
        """The words from one token through another."""
        return self.span(first, last).of(self.text)

    def last_word(self) -> int:
        """The index of the last token before the closing stop."""
        index = len(self.tokens) - 1
        while index > 0 and self.tokens[index].text in {".", "!", "?", "…", "..."}:
            index -= 1
        return index

    def has_finite_verb(self, first: int, last: int) -> bool:
        """Whether a finite verb or modal stands from one token through another."""
        return any(self.tag(i) in PAST_OR_PRESENT for i in range(max(0, first), min(last, len(self.tokens) - 1) + 1))


def line_of(text: str, sentence: Sentence, number: int, quotations: tuple[Quotation, ...]) -> Line:
    """The sentence with the quotations that touch it."""
    touching = tuple(q for q in quotations if q.span.overlap(sentence.span))
    speech = [q.span for q in touching if q.is_speech]
    quoted = tuple(any(span.start <= t.start < span.end for span in speech) for t in sentence.tokens)
    lows = tuple(token.lower for token in sentence.tokens)
    return Line(text, sentence, number, touching, quoted, sentence.tokens, lows)
