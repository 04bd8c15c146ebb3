from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.read.debris import FINDERS, debris_of, laid_out
from sayso.read.layout import Finder

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
BODY = "Officers in the river province say that more men left their posts in spring than in the whole of last year."


@pytest.mark.parametrize("finder", FINDERS, ids=lambda finder: str(finder.name))
def test_each_finder_finds_its_examples(finder: Finder) -> None:
    for text, words in finder.finds:
        assert words in [span.of(text) for span in finder.spans(laid_out(text))]


@pytest.mark.parametrize("finder", FINDERS, ids=lambda finder: str(finder.name))
def test_each_finder_leaves_alone_what_it_must(finder: Finder) -> None:
    for words in finder.leaves:
        for text in (words, f"Men quit the river front\n\n{BODY}\n\n{words}\n\n{BODY} It rained."):
            found = [span.of(text) for span in finder.spans(laid_out(text))]
            assert not any(line in found for line in words.split("\n") if line and line != BODY), found


def test_names_of_finders_are_unlike() -> None:
    assert len({finder.name for finder in FINDERS}) == len(FINDERS)
    assert all(finder.finds and finder.leaves and finder.version for finder in FINDERS)


@given(st.text(alphabet=st.sampled_from("ab A:.\n©|/“”!?0123456789-"), max_size=400))
@settings(max_examples=60, deadline=None)
def test_debris_is_sorted_and_lies_in_the_text(text: str) -> None:
    spans = debris_of(laid_out(text))
    assert list(spans) == sorted(set(spans))
    assert all(0 <= span.start < span.end <= len(text) for span in spans)


def test_the_headline_is_no_debris_and_a_repeat_of_it_is() -> None:
    text = f"Men quit the river front\n\n{BODY}\n\nMen quit the river front"
    layout = laid_out(text)
    assert layout.headline == 0
    assert [span.start for span in debris_of(layout)] == [text.rindex("Men quit")]


def test_a_label_above_the_headline_is_not_taken_for_it() -> None:
    layout = laid_out(f"Share this story\n\nWORLD\n\nMen quit the river front\n\n{BODY}")
    assert layout.headline is not None
    assert layout.blocks[layout.headline].text == "Men quit the river front"


def test_the_seeds_lose_their_furniture_and_no_running_text() -> None:
    if not SEEDS.is_dir():
        pytest.skip("the seeds are not beside this checkout")
    found: list[str] = []
    for file in sorted(SEEDS.glob("*.txt")):
        text = file.read_text(encoding="utf-8")
        layout = laid_out(text)
        full = {block.span for block in layout.blocks if block.is_full}
        spans = debris_of(layout)
        repeats = [span for span in spans if span in full]
        assert all(text.count(span.of(text)) > 1 for span in repeats)
        found += [span.of(text) for span in spans]
    assert len(found) == 15
