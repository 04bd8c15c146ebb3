"""Dates under hostile input: speed, no crash, spans that hold what they say."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model.report import Published
from sayso.model.slots import When
from sayso.model.span import Span
from sayso.resolve.dates import dates

PUBLISHED = Published("2016-09-28", "2016-09-28", "2016-09-28", "page")
LENGTH = 50_000
#: Seconds of processor time that a hostile stretch may take: far above what a busy machine needs, far below the square.
LIMIT = 1.0
UNITS = (
    "a",
    "1",
    '"',
    " ",
    "May ",
    "May 1 ",
    "1 May ",
    "2014 ",
    "2014-",
    "1/1/",
    "last week ",
    "a day earlier ",
    "since ",
    "the previous day ",
    "early ",
    "the end of the ",
    "January to ",
    "Jan. 1, ",
    "Tuesday ",
    "Monday night ",
    "Q1 ",
    "90s ",
    "between 3 and ",
    "1 day ",
    "the ",
    "Christmas ",
    "three years ",
    "٣",
    "\u0301",
    "\n",
    "the day before ",
    "in ",
    "- ",
)
WORDS = st.sampled_from(
    """
    on in since until by from to between and the of a last next this early late mid- May March Sunday June 3rd
    27 2014 1990s 99999 0000-00-00 2016-02-30 31/12/99 days weeks months years ago earlier later quarter
    spring Q4 now today ٣٥ , . - ' NaN
""".split()
)


@pytest.mark.parametrize("unit", UNITS)
def test_fifty_thousand_characters_take_less_than_a_second(unit: str) -> None:
    text = unit * (LENGTH // len(unit)) + "!"
    spent = []
    for _ in range(2):
        begun = time.process_time()
        dates(text, Span(0, len(text)), PUBLISHED)
        spent.append(time.process_time() - begun)
        if spent[-1] < LIMIT:
            return
    assert min(spent) < LIMIT


@given(st.lists(WORDS, max_size=25))
def test_any_words_give_spans_in_order_and_intervals_that_run_forward(words: list[str]) -> None:
    text = " ".join(words)
    last = 0
    for result in dates(text, Span(0, len(text)), PUBLISHED):
        assert last <= result.start < result.end <= len(text)  # type: ignore[operator]
        assert text[result.start : result.end] == result.written
        last = result.end  # type: ignore[assignment]
        if isinstance(result, When) and result.earliest and result.latest:
            assert date.fromisoformat(result.earliest) <= date.fromisoformat(result.latest)


@given(st.text(max_size=80))
def test_any_text_is_read_without_a_crash_and_the_same_way_twice(text: str) -> None:
    span = Span(0, len(text))
    assert dates(text, span, None) == dates(text, span, None)


@given(st.lists(WORDS, max_size=12), st.integers(0, 20))
def test_offsets_count_in_the_whole_text(words: list[str], shift: int) -> None:
    text = " ".join(words)
    plain = dates(text, Span(0, len(text)), PUBLISHED)
    moved = dates("x" * shift + "\n" + text, Span(shift + 1, shift + 1 + len(text)), PUBLISHED)
    assert [(each.written, each.start) for each in plain] == [
        (each.written, (each.start or 0) - shift - 1) for each in moved
    ]
