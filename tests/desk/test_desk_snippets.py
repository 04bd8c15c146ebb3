"""Snippets: the words around a hit, from a bounded stretch of the text, whatever the text is."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from desk_making import copied
from desk_reports import PRIVATE
from hypothesis import given
from hypothesis import strategies as st

import sayso
from sayso.store.searching import match_of
from sayso.store.snippets import LOOKED, _pattern, snippet


def found(text: str, words: str) -> list[tuple[str, bool]]:
    """The snippet of a text for some words, as they are typed."""
    pattern = _pattern(match_of(words) or "")
    return snippet(text, pattern) if pattern else []


@pytest.mark.parametrize(
    ("text", "words", "hits"),
    [
        ("The pay was cut.", "pay", ["pay"]),
        ("Men in Ménaka left MENAKA.", "menaka", ["Ménaka", "MENAKA"]),
        ("The pay-cut, then a cut in pay.", '"pay cut"', ["pay-cut"]),
        ("Repay the repayment.", "pay", []),
        ("Straße and STRASSE", "straße", ["Straße"]),
        ("قال سكان إن المقاتلين غادروا", "سكان", ["سكان"]),
        ("a_b and b", "b", ["b", "b"]),
        ("(a+)+ and a", "(a+)+", ["a", "a"]),
    ],
)
def test_hits_are_the_words_as_the_text_has_them(text: str, words: str, hits: list[str]) -> None:
    assert [part for part, hit in found(text, words) if hit] == hits


def test_the_stretch_with_most_different_words_is_shown() -> None:
    text = "pay " * 3 + "x " * 400 + "the pay of fighters at Gao " + "y " * 400 + "pay"
    parts = found(text, "pay Gao fighters")
    assert [part for part, hit in parts if hit] == ["pay", "fighters", "Gao"]
    assert parts[0] == ("… ", False)
    assert parts[-1] == (" …", False)


@given(st.text(max_size=300), st.text(max_size=12))
def test_a_snippet_is_a_stretch_of_the_text(text: str, words: str) -> None:
    parts = found(text, words)
    shown = "".join(part for part, _ in parts if part not in ("… ", " …"))
    assert shown in " ".join(text.split("\n"))
    assert not parts or any(hit for _, hit in parts)


@pytest.mark.parametrize(
    "text",
    ["word " * 200_000, "aaa bbb " * 200_000, "x" * 1_000_000 + " word", "“" * 50_000 + "word", "aaa." * 300_000,
     "é " * 300_000 + "word", "aaa!" + "_" * 500_000 + "bbb"],
)  # fmt: skip
def test_a_hostile_text_keeps_no_page_waiting(text: str) -> None:
    for words in ("word", "aaa bbb", '"aaa bbb"', "word word word"):
        began = time.process_time()
        found(text[:LOOKED], words)
        assert time.process_time() - began < 2, words


def test_a_search_over_a_megabyte_of_one_word_is_answered(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "long.txt").write_text("Fighters left Gao. " + "market " * 150_000)
    case = sayso.new(tmp_path / "case")
    case.add(tmp_path / "in", workers=1)
    began = time.process_time()
    (row,) = case.desk.search("market", of="reports")["rows"]
    assert time.process_time() - began < 3
    assert ["market", True] in row["snippet"]


def test_what_is_masked_is_masked_in_snippets(tmp_path: Path) -> None:
    desk = copied(tmp_path).desk
    rows = desk.search("morale", of="reports")["rows"]
    words = "".join(part for row in rows for part, _ in row["snippet"])
    assert "█" in words
    assert not [name for name in PRIVATE.split() if name in words]
    shown = desk.search("morale", of="reports", names=True)["rows"]
    assert PRIVATE.split()[0] in "".join(part for row in shown for part, _ in row["snippet"])
