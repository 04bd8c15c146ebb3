"""The page has a section a set, a line a part, and of many parts the weakest."""

from __future__ import annotations

from sayso.evaluate.figures import Counts, Figure, of_counts, share
from sayso.evaluate.joining import BREAK, joined
from sayso.evaluate.page import page


def test_measures_and_parts() -> None:
    text = page([*share("a", "recall", 1, 4), Figure("a", "error", 0.5), *of_counts("b", "", Counts(1, 2, 1), "news")])
    assert (
        "## a\n\n| measure | value | |\n| --- | --- | --- |\n| recall | 0.250 | 1 of 4 |\n| error | 0.500 |  |" in text
    )
    assert "| | precision | recall | f1 |" in text
    assert "| news | 0.500 (1 of 2) | 1.000 (1 of 1) | 0.667 |" in text


def test_of_many_parts_the_ten_weakest_are_shown() -> None:
    figures = [Figure("codes", "f1", number / 100, part=f"code{number:02}") for number in range(40, 0, -1)]
    text = page(figures)
    assert "The 10 weakest of 40" in text
    assert "code10" in text and "code11" not in text
    assert text.index("code01") < text.index("code02")


def test_shares_of_nothing_are_no_figures() -> None:
    assert share("a", "recall", 0, 0) == []
    assert of_counts("a", "x", Counts(0, 3, 0)) == []
    assert [each.measure for each in of_counts("a", "x", Counts(0, 0, 3))] == ["x recall", "x f1"]


def test_tokens_are_written_as_a_person_would() -> None:
    tokens = [
        "Post",
        BREAK,
        '"',
        "We",
        "ca",
        "n't",
        "go",
        ",",
        '"',
        "a",
        "six",
        "-",
        "man",
        "team",
        "'s",
        "(",
        "x",
        ")",
    ]
    text, spans = joined(tokens)
    assert text == "Post\n\n\"We can't go,\" a six-man team's (x)"
    assert [span.of(text) for span in spans] == ["" if token == BREAK else token for token in tokens]
