"""Borders of spans, by the rules of the marking."""

from __future__ import annotations

import pytest

from sayso.encode import borders
from sayso.text.tokens import tokens


def _trimmed(kind: str, text: str, words: str) -> str:
    made = tokens(text, 0, len(text))
    start = text.index(words)
    covered = [n for n, token in enumerate(made) if token.start >= start and token.end <= start + len(words)]
    first, end = getattr(borders, kind)(made, covered[0], covered[-1] + 1)
    return text[made[first].start : made[end - 1].end]


@pytest.mark.parametrize(
    ("text", "words", "wanted"),
    [
        ("He said that the post was empty.", "that the post was empty.", "that the post was empty"),
        ("“We are leaving,” he said.", "“We are leaving", "“We are leaving,”"),
        ("“We are leaving,” he said.", "We are leaving,”", "“We are leaving,”"),
        ('He said: "The pay is late."', '"The pay is late', '"The pay is late."'),
        ("The post was empty, he said.", "The post was empty,", "The post was empty"),
        ("He said, the post was empty", ", the post was empty", "the post was empty"),
        ("They were “running scared”, he said.", "They were “running scared”,", "They were “running scared”"),
    ],
)
def test_a_content_takes_its_marks_along_and_leaves_stops(text: str, words: str, wanted: str) -> None:
    assert _trimmed("content", text, words) == wanted


def test_a_source_ends_at_its_last_word_and_a_colon_may_be_a_cue() -> None:
    assert _trimmed("plain", "Sgt. Amadou Kel, a gunner, said so.", "Sgt. Amadou Kel, a gunner,") == (
        "Sgt. Amadou Kel, a gunner"
    )
    assert _trimmed("plain", "The mayor: the road is open.", ":") == ":"


def test_a_statement_has_no_joining_word_at_its_edges() -> None:
    text = "He said that ten men had left and"
    assert _trimmed("statement", text, "that ten men had left and") == "ten men had left"
