from __future__ import annotations

import pytest
from codify_scoring import agrees

from sayso.books.codebook import load
from sayso.codify.coder import Coder
from sayso.model.books import Indicator
from sayso.model.span import Span
from sayso.text.sentences import sentences

CODEBOOK = load("cohesion")
CODER = Coder(CODEBOOK)


@pytest.mark.parametrize("indicator", CODEBOOK.indicators, ids=lambda one: one.code)
def test_every_example_is_found_and_no_counter_example_is(indicator: Indicator) -> None:
    wrong: list[str] = []
    for example in indicator.examples:
        assert example.span is not None
        start = example.text.index(example.span)
        span = Span(start, start + len(example.span))
        codings = CODER.code(example.text, sentences(example.text), ())
        if not any(coding.indicator == indicator.code and agrees(coding.span, span) for coding in codings):
            wrong.append(f"line {example.line} not found: {example.text}")
    for counter in indicator.counter_examples:
        codings = CODER.code(counter.text, sentences(counter.text), ())
        wrong += [
            f"line {counter.line} coded by {coding.rule}: {counter.text}"
            for coding in codings
            if coding.indicator == indicator.code
        ]
    assert not wrong, "\n".join(wrong)


def test_each_indicator_has_enough_of_both() -> None:
    assert [one.code for one in CODEBOOK.indicators if len(one.examples) < 12] == []
    assert [one.code for one in CODEBOOK.indicators if len(one.counter_examples) < 10] == []
    assert all(one.patterns and one.borders and one.definition for one in CODEBOOK.indicators)


def test_what_the_finds_rest_on_is_there() -> None:
    for indicator in CODEBOOK.indicators:
        for example in indicator.examples:
            for coding in CODER.code(example.text, sentences(example.text), ()):
                assert coding.span.holds(coding.trigger)
                assert 0 <= coding.span.start < coding.span.end <= len(example.text)
                assert coding.rule
