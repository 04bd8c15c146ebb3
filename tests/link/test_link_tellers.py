"""Where a text speaks of a noun as of one not told of before."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from sayso.link import tellers

_PIECES = "a an A one two 12 man Man man's old-man of the many several é a-man . , ’".split()
_GAPS = (" ", " ", " ", "", "  ", "\n")
_TEXTS = st.lists(st.tuples(st.sampled_from(_PIECES), st.sampled_from(_GAPS)), max_size=16)


def plainly(word: str, text: str) -> list[int]:
    """The same, tried at every place of the text."""
    between = r"(?: [\w’'-]+){0,3}?"
    mention = re.compile(rf"\b{tellers._INDEFINITE}\b{between} {re.escape(word)}\b", re.IGNORECASE)
    return [match.start() for match in mention.finditer(text)]


def test_mentions_are_found_with_up_to_three_words_between() -> None:
    text = "A man saw two of the old men. Several very old and tired men slept; 12 men woke."
    assert tellers._indefinite("men", text) == plainly("men", text) == [text.index("two"), text.index("12")]


@given(_TEXTS, st.sampled_from(["man", "Man", "man's", "é"]))
def test_looking_back_from_the_noun_finds_what_trying_every_place_finds(
    pieces: list[tuple[str, str]], word: str
) -> None:
    text = "".join(piece + gap for piece, gap in pieces)
    assert tellers._indefinite(word, text) == plainly(word, text)
