"""New indicators by example: vectors propose, the words decide."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from sayso.codify.by_example import ENOUGH, Vectors, codings_like, likenesses, wanting
from sayso.model.books import Codebook, Example, Indicator
from sayso.model.mention import Mention, Role
from sayso.model.reading import Reading, Told
from sayso.model.span import Span
from sayso.text.sentences import sentences

TEXT = "Residents said that fighters sang at night. The bakers sang too."
FOUND = sentences(TEXT)
FIGHTERS = Mention(20, 28, "fighters", Role.MEMBERS)
SINGING, BAKING = (1.0, 0.0), (0.0, 1.0)


def _vectors_of(texts: Sequence[str]) -> Vectors:
    return np.array([SINGING if "sing" in text else BAKING for text in texts])


def _indicator(code: str, examples: int, counter_examples: int = 0) -> Indicator:
    fits = tuple(Example(f"They sing, {n}.", None, n) for n in range(examples))
    against = tuple(Example(f"They bake, {n}.", None, n) for n in range(counter_examples))
    return Indicator(code, "f", "Name", "", (), "event", "decay", (), (), fits, against, 1)


def _book(*indicators: Indicator) -> Codebook:
    return Codebook("songs", "1", "", "", indicators, {}, {}, "")


def test_only_what_is_unknown_and_has_ten_examples_is_compared() -> None:
    book = _book(_indicator("sung", 10), _indicator("few", 9), _indicator("desertion", 12))
    assert [i.code for i in wanting(book, frozenset({"desertion"}))] == ["sung"]


def test_a_sentence_like_the_examples_that_names_armed_people_is_coded_by_what_is_told_in_it() -> None:
    known = likenesses([_indicator("sung", 10, 3)], _vectors_of)
    content = Told(Span(15, 42), 0, 0.9)
    reading = Reading(contents=(content,), vectors=(SINGING, SINGING))
    (coding,) = codings_like(reading, FOUND, (FIGHTERS,), known)
    assert (coding.indicator, coding.span, coding.actor, coding.rule) == ("sung", Span(15, 42), 0, "examples")


def test_an_unlike_sentence_is_left_alone() -> None:
    known = likenesses([_indicator("sung", 10, 3)], _vectors_of)
    assert known[0].of(np.array([BAKING]))[0] < ENOUGH <= known[0].of(np.array([SINGING]))[0]
    assert not codings_like(Reading(vectors=(BAKING, BAKING)), FOUND, (FIGHTERS,), known)


def test_a_sentence_without_a_vector_is_left_alone() -> None:
    known = likenesses([_indicator("sung", 10)], _vectors_of)
    assert not codings_like(Reading(vectors=((), ())), FOUND, (FIGHTERS,), known)
