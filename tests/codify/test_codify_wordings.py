"""The wordings found out beforehand are those that the patterns of the shipped codebook come to today."""

from __future__ import annotations

import sys
from dataclasses import replace
from importlib import import_module
from pathlib import Path

from sayso.books import wordings
from sayso.books.codebook import load
from sayso.codify.coder import Coder
from sayso.codify.wordings import compiler_of, wordings_of
from sayso.text.sentences import sentences

sys.path.insert(0, str(Path(__file__).parents[2] / "tools"))
tool = import_module("make_ready")
CODEBOOK = load("cohesion")
SHIPPED = wordings.shipped()


def test_the_file_is_what_is_found_out_today() -> None:
    stale = "the codebook or its inflections changed; run python tools/make_ready.py"
    assert wordings.SHIPPED.read_text("utf-8") == tool.made_wordings(), stale


def test_with_them_every_pattern_needs_the_same_words_and_every_form_has_the_same_tags() -> None:
    with_them, without = compiler_of(CODEBOOK, None, SHIPPED), compiler_of(CODEBOOK, None, None)
    patterns = [pattern for indicator in CODEBOOK.indicators for pattern in (*indicator.patterns, *indicator.excludes)]
    patterns += [pattern for reasons in CODEBOOK.reasons.values() for pattern in reasons]
    assert len(patterns) > 1000
    for pattern in patterns:
        assert with_them.needs(pattern) == without.needs(pattern), pattern
        assert with_them.ready(pattern) == without.ready(pattern)
    assert with_them.forms.tags == without.forms.tags


def test_another_codebook_takes_nothing_from_them() -> None:
    first, *rest = CODEBOOK.indicators
    other = replace(CODEBOOK, indicators=(replace(first, patterns=("jump/v ship",)), *rest))
    text = "Three rebels jumped ship."
    assert [each.rule for each in Coder(other, None, SHIPPED).code(text, sentences(text), ())] == ["jump/v ship"]
    assert wordings_of(other).of != SHIPPED.of
