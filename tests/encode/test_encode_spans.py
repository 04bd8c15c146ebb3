"""Spans from scores: only whole ones, on the best path."""

from __future__ import annotations

from typing import Any

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sayso.encode.spans import Run, runs, stretches

EVEN = [[0.0, 0.0, 0.0]] * 4
ONE = st.floats(-6, 6, allow_nan=False, width=32)


def _scores(labels: str) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    return np.array([[3.0 * (label == sign) for sign in "obi"] for label in labels], np.float32)


def test_a_beginning_and_what_follows_inside_is_one_span() -> None:
    found = runs(_scores("obiiobi"), 0.0, EVEN)
    assert [(run.first, run.end) for run in found] == [(1, 4), (5, 7)]
    assert all(run.score > 0.8 for run in found)


def test_inside_without_a_beginning_is_begun_or_left_out() -> None:
    assert all(run.first >= 0 for run in runs(_scores("oiio"), 0.0, EVEN))
    assert runs(_scores("oooo"), 0.0, EVEN) == []
    assert runs(np.zeros((0, 3), np.float32), 0.0, EVEN) == []


def test_leaning_to_outside_keeps_only_what_is_surer() -> None:
    scores = np.array([[0, 0.5, 0], [4, 0, 0], [0, 5, 0]], np.float32)
    assert [run.first for run in runs(scores, 0.0, EVEN)] == [0, 2]
    assert [run.first for run in runs(scores, 1.0, EVEN)] == [2]


def test_steps_keep_a_span_from_falling_into_pieces() -> None:
    scores = np.array([[0, 3, 0], [0, 1.2, 1.0], [0, 0, 3]], np.float32)
    assert len(runs(scores, 0.0, EVEN)) == 2
    joined = [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, -1.0, 0.0], [0.0, 0.0, 0.0]]
    assert [(run.first, run.end) for run in runs(scores, 0.0, joined)] == [(0, 3)]


@given(st.lists(st.tuples(ONE, ONE, ONE), max_size=12))
def test_runs_are_ordered_apart_and_within_the_window(rows: list[tuple[float, float, float]]) -> None:
    found = runs(np.array(rows, np.float32).reshape(-1, 3), 0.0, EVEN)
    ends = [0, *(edge for run in found for edge in (run.first, run.end)), len(rows)]
    assert ends == sorted(ends)
    assert all(run.first < run.end and 0 <= run.score <= 1.00001 for run in found)


NONE, NOWHERE = np.zeros(12, np.float32), np.zeros(12, np.bool_)


def at(number: int, value: Any = True) -> Any:
    """Twelve tokens, one of which has this value."""
    made = np.zeros(12, type(value))
    made[number] = value
    return made


def ends(values: list[float], begins: Any = NONE, apart: Any = NOWHERE) -> list[tuple[int, int]]:
    return [(run.first, run.end) for run in stretches(np.array(values, np.float32), (begins, apart), 0.5)]


def test_a_stretch_bridges_a_gap_that_is_short_or_in_which_no_other_statement_may_begin() -> None:
    for gap, after_a_comma, within in ((2, True, True), (3, False, True), (6, False, True), (7, False, False)):
        values = [0.9] * 3 + [0.0] * gap + [0.9] * (9 - gap)
        whole, two = [(0, 12)], [(0, 3), (3 + gap, 12)]
        assert ends(values) == (whole if within else two)
        assert ends(values, apart=at(3)) == (whole if after_a_comma else two)


def test_a_stretch_is_cut_where_another_statement_surely_begins_after_a_joining_word() -> None:
    values = [0.9] * 12
    assert ends(values, at(5, 0.95), at(4)) == [(0, 5), (5, 12)]
    assert ends(values, at(5, 0.95), at(7)) == [(0, 12)]
    assert ends(values, at(5, 0.5), at(4)) == [(0, 12)]
    assert ends(values, at(2, 0.95), at(1)) == [(0, 12)]  # two tokens state nothing


def test_what_is_not_sure_enough_is_no_statement() -> None:
    assert stretches(np.full(5, 0.4, np.float32), (NONE[:5], NOWHERE[:5]), 0.5) == []
    assert stretches(np.full(5, 0.6, np.float32), (NONE[:5], NOWHERE[:5]), 0.5) == [Run(0, 5, 0.6000000238418579)]
