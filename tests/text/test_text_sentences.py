"""Sentences never cross a paragraph, keep their words, and end where a reader would end them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model.span import Span
from sayso.text.paragraphs import paragraphs
from sayso.text.sentences import sentences
from sayso.text.tagging import tagged
from sayso.text.tokens import tokens

#: The bar marks where a sentence ends.
CASES = [
    "Col. Idris Vane spoke near Gao.|He left at 3 p.m. on Sunday.",
    "The U.S. envoy met Brig. Gen. Aro in Juba.|Nothing was signed.",
    "They paid 1,200.50 birr a head.|No one complained.",
    "“We are tired,” said Sgt. Oumar.|“We want to go home.”",
    "GAO, Mali (SPA) -|Ten men left on Sunday.|Two came back.",
    "JUBA, March 3 —|The road is open.",
    "“They went home.” he wrote, without a capital.|Then came the rain.",
]


@pytest.mark.parametrize("case", CASES)
def test_boundaries(case: str) -> None:
    expected = case.split("|")
    text = " ".join(expected)
    assert [sentence.span.of(text) for sentence in sentences(text)] == expected


def test_wrapped_lines_are_one_paragraph_and_menu_lines_are_not() -> None:
    wrapped = "The column that left the barracks at Dori on Friday night had not\nreached the river by Sunday."
    assert len(paragraphs(wrapped)) == 1
    assert len(paragraphs("Sahel News\nSecurity\n\nA first line")) == 3


def test_marks_reach_the_sentences() -> None:
    text = "Post empty\n\nThe post is empty. Nobody came.\n\nShare this"
    found = sentences(text, debris=[Span(44, 54)], headline=Span(0, 10))
    assert [(s.headline, s.debris) for s in found] == [(True, False), (False, False), (False, False), (False, True)]


def test_tags_tell_a_verb_from_a_noun() -> None:
    (sentence,) = sentences("She speaks to the guards.")
    assert [token.tag for token in tagged(sentence).tokens] == ["PRP", "VBZ", "TO", "DT", "NNS", "."]


@given(st.text())
def test_tokens_and_sentences_cover_what_they_say(text: str) -> None:
    end = 0
    for sentence in sentences(text):
        assert sentence.start >= end
        end = sentence.end
        assert "".join(token.text for token in sentence.tokens) == "".join(sentence.span.of(text).split())
    for token in tokens(text, 0, len(text)):
        assert text[token.start : token.end] == token.text
