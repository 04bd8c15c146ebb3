"""Every finder finds what its own examples say, and leaves alone what they say."""

from __future__ import annotations

import pytest

from sayso.books import words
from sayso.extract.finders import FINDERS
from sayso.extract.frame import Finder, Frame
from sayso.extract.lexicon import lexicon_of
from sayso.extract.line import line_of
from sayso.extract.quotes import quotations
from sayso.text.sentences import sentences
from sayso.text.tagging import tagged

LEXICON = lexicon_of(words.load())
FINDS = [(finder, *case) for finder in FINDERS for case in finder.finds]
LEAVES = [(finder, text) for finder in FINDERS for text in finder.leaves]


def frames(finder: Finder, text: str) -> list[Frame]:
    found = sentences(text)
    quotes = quotations(text, found)
    return [
        f for number, s in enumerate(found) for f in finder.frames(line_of(text, tagged(s), number, quotes), LEXICON)
    ]


@pytest.mark.parametrize(("finder", "text", "cue", "source", "content"), FINDS)
def test_finds(finder: Finder, text: str, cue: str, source: str, content: str) -> None:
    found = [
        (f.cue.of(text), f.source.of(text) if f.source else "", " … ".join(c.of(text) for c in f.contents))
        for f in frames(finder, text)
    ]
    assert (cue, source, content) in found


@pytest.mark.parametrize(("finder", "text"), LEAVES)
def test_leaves(finder: Finder, text: str) -> None:
    assert frames(finder, text) == []


def test_every_finder_has_examples() -> None:
    assert all(finder.finds and finder.leaves and finder.name and finder.version for finder in FINDERS)
