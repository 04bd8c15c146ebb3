"""Codings of indicators that no model was trained on: sentences like their examples, and unlike the others."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.codify.model_codes import coding_of
from sayso.model.books import Codebook, Example, Indicator
from sayso.model.coding import Coding
from sayso.model.mention import Mention
from sayso.model.reading import Reading, Stated
from sayso.model.span import Sentence, Span

RULE = "examples"
#: So many examples an indicator needs before sentences are compared with them.
LEAST = 10
#: A sentence is as like an indicator as the mean of its so many nearest examples; counter-examples count half.
_NEAREST, _AGAINST = 3, 0.5
#: How like a sentence must be; set where F1 is best when each indicator of `cohesion` in turn is taken for a new one
#: (`python benchmarks/new_indicator.py`: precision 0.66, recall 0.70).
ENOUGH = 0.32

Vectors = NDArray[np.float64]
#: One vector of length one for each text.
VectorsOf = Callable[[Sequence[str]], Vectors]
_NEGATING = frozenset("not n't no never nobody none neither nor without".split())


@dataclass(frozen=True, slots=True)
class Likeness:
    """An indicator's code and kind, with the vectors of its examples and counter-examples."""

    code: str
    kind: str
    fits: Vectors
    not_fits: Vectors

    def of(self, sentences: Vectors) -> Vectors:
        """How like the indicator each sentence is."""
        against = _near(sentences, self.not_fits) if len(self.not_fits) else 0.0
        return np.asarray(_near(sentences, self.fits) - _AGAINST * against)


def _near(sentences: Vectors, examples: Vectors) -> Vectors:
    """The mean likeness of each sentence to the examples that it is nearest to."""
    return np.asarray(np.sort(sentences @ examples.T, axis=1)[:, -_NEAREST:].mean(axis=1))


def wanting(codebook: Codebook, known: frozenset[str]) -> tuple[Indicator, ...]:
    """The indicators with enough examples that the trained model does not know."""
    return tuple(i for i in codebook.indicators if i.code not in known and len(i.examples) >= LEAST)


def likenesses(indicators: Sequence[Indicator], vectors_of: VectorsOf) -> tuple[Likeness, ...]:
    """The indicators as vectors."""

    def vectors(examples: Sequence[Example]) -> Vectors:
        return vectors_of([example.text for example in examples]) if examples else np.zeros((0, 0))

    return tuple(Likeness(i.code, i.kind, vectors(i.examples), vectors(i.counter_examples)) for i in indicators)


def codings_like(
    reading: Reading, sentences: Sequence[Sentence], mentions: Sequence[Mention], known: Sequence[Likeness]
) -> tuple[Coding, ...]:
    """A coding for each sentence and indicator that are alike enough, in text order.

    Vectors only propose: a sentence in which no group, member or leader is named is left alone.
    """
    read = [n for n, vector in enumerate(reading.vectors) if vector]
    if not read or not known:
        return ()
    matrix = np.array([reading.vectors[n] for n in read])
    found = []
    for likeness in known:
        for number, score in zip(read, likeness.of(matrix), strict=True):
            if score >= ENOUGH and (coding := _coding(likeness, float(score), number, (reading, sentences, mentions))):
                found.append(coding)
    return tuple(sorted(found, key=lambda c: (c.span.start, c.span.end, c.indicator)))


def _coding(
    likeness: Likeness, score: float, number: int, around: tuple[Reading, Sequence[Sentence], Sequence[Mention]]
) -> Coding | None:
    reading, sentences, mentions = around
    sentence = sentences[number]
    span = _told(reading, sentence)
    negated = any(t.lower in _NEGATING for t in sentence.tokens if span.start <= t.start < span.end)
    stated = Stated(likeness.code, span, number, round(score, 4), "asserted", negated, "")
    coding = coding_of(stated, sentence, mentions, likeness.kind, RULE)
    return coding if coding.actor is not None else None


def _told(reading: Reading, sentence: Sentence) -> Span:
    """What is told in a sentence, without who tells it: its longest content, else all of it but the stop."""
    contents = [c.span for c in reading.contents if sentence.span.holds(c.span)]
    if contents:
        return max(contents, key=lambda span: (len(span), -span.start))
    words = [token for token in sentence.tokens if any(sign.isalnum() for sign in token.text)]
    return Span(words[0].start, words[-1].end) if words else sentence.span
