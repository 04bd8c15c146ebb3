"""Statements of indicators in a text, from the tags of its windows."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from sayso.encode import borders
from sayso.encode.labels import CERTAINTIES, CODES, COLUMNS, STAGES
from sayso.encode.spans import Run, Scores, probabilities, sigmoid, stretches
from sayso.model.reading import Stated, Trace
from sayso.model.span import Sentence, Span

Units = tuple[tuple[int, int, int], ...]


def claims_of(
    sentences: Sequence[Sentence], windows: Sequence[tuple[Units, Scores]], sure: float, trace: float
) -> tuple[tuple[Stated, ...], tuple[Trace, ...]]:
    """The statements that are sure enough, and the traces of those that may be."""
    by_sentence: dict[int, list[tuple[int, Scores]]] = {}
    for units, tags in windows:
        for (_, sentence, token), tag in zip(units, tags, strict=True):
            by_sentence.setdefault(sentence, []).append((token, tag))
    claims: list[Stated] = []
    traces: list[Trace] = []
    for number in sorted(by_sentence):
        tags = np.zeros((len(sentences[number].tokens), by_sentence[number][0][1].shape[0]), np.float32)
        tags[:, COLUMNS["codes"]] = -30.0
        for token, tag in by_sentence[number]:
            tags[token] = tag
        _read(sentences[number], number, tags, (sure, trace), (claims, traces))
    return tuple(sorted(claims, key=lambda c: (c.span.start, c.span.end, c.code))), tuple(traces)


#: What stands between two statements of one sentence.
_JOINING = frozenset(", ; : - – — -- and or but nor while".split())
#: More than a mean of small numbers can lie above the largest of them by rounding.
_NEARLY = 0.999


def _read(
    sentence: Sentence,
    number: int,
    tags: Scores,
    levels: tuple[float, float],
    into: tuple[list[Stated], list[Trace]],
) -> None:
    likely, begins = sigmoid(tags[:, COLUMNS["codes"]]), sigmoid(tags[:, COLUMNS["begin"]])[:, 0]
    sure, least = levels
    apart = np.array([token.lower in _JOINING for token in sentence.tokens], bool)
    tops = likely.max(axis=0)
    for column in np.flatnonzero(tops >= least):
        values = likely[:, column]
        into[1].append(Trace(CODES[column], number, tuple([round(value, 3) for value in values.tolist()])))
        if tops[column] < sure * _NEARLY:
            continue  # no mean of these values can be sure enough
        for run in stretches(values, (begins, apart), sure):
            into[0].append(_stated(CODES[column], sentence, number, run, tags))


def _stated(code: str, sentence: Sentence, number: int, run: Run, tags: Scores) -> Stated:
    first, end = borders.statement(sentence.tokens, run.first, run.end)
    part = tags[first:end]
    return Stated(
        code=code,
        span=Span(sentence.tokens[first].start, sentence.tokens[end - 1].end),
        sentence=number,
        score=round(run.score, 4),
        certainty=CERTAINTIES[int(probabilities(part[:, COLUMNS["certainty"]]).mean(axis=0).argmax())],
        negated=bool(sigmoid(part[:, COLUMNS["negated"]]).mean() >= 0.5),
        stage=STAGES[int(probabilities(part[:, COLUMNS["stage"]]).mean(axis=0).argmax())],
    )
