"""The trained reader: the same text gives the same reading, to the last bit."""

from __future__ import annotations

from pathlib import Path

import pytest

import sayso
from sayso.encode.reader import Reader
from sayso.encode.windows import LIMIT
from sayso.text.sentences import sentences

WEIGHTS = Path(sayso.__file__).parent / "data" / "weights"
PARAGRAPH = (
    "Forty fighters of the Velmar Column left their post above Kossar on Sunday, a police officer said. He added that "
    "none had been paid since March, and that “the rest will follow when the river falls”. The column denied it."
)
TEXT = "\n\n".join(f"{PARAGRAPH} That was day {day}." for day in range(1, 9))


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(WEIGHTS)


def test_threads_change_nothing(reader: Reader) -> None:
    found = sentences(TEXT)
    once = reader.read(TEXT, found, vectors=True)
    assert once == reader.read(TEXT, found, vectors=True) == Reader(WEIGHTS, threads=2).read(TEXT, found, vectors=True)
    assert any(claim.code == "desertion" for claim in once.claims) and len(once.vectors) == len(found)


def test_a_window_is_read_alike_whatever_was_read_before_it(reader: Reader) -> None:
    found = sentences(PARAGRAPH)
    before = reader.read(PARAGRAPH, found)
    reader.read("onions " * (2 * LIMIT), sentences("onions " * (2 * LIMIT)))
    assert reader.read(PARAGRAPH, found) == before
    assert {PARAGRAPH[s.span.start : s.span.end] for s in before.sources} >= {"a police officer", "The column"}
