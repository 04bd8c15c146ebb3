from __future__ import annotations

from pathlib import Path

import pytest
from desk_making import copied
from hypothesis import given
from hypothesis import strategies as st

from sayso.api import Case
from sayso.desk.agreement import alpha, interval
from sayso.model.errors import BadInput

CODES = st.sampled_from(["accept", "reject", "unsure"])


@pytest.fixture
def case(tmp_path: Path) -> Case:
    return copied(tmp_path)


def test_two_coders_disagreement_and_incompleteness_are_told_apart(case: Case) -> None:
    ids = sorted(row["id"] for row in case.claims())
    case.desk.decide_all(ids[:4], "accept", who="Ada", settle=False)
    case.desk.decide_all(ids[:2], "accept", who="Ben", settle=False)
    case.desk.decide_all(ids[2:3], "reject", why="a rumour", who="Ben", settle=False)
    case.desk.decide_all(ids[4:5], "unsure", who="Ben")
    found = case.desk.agreement("Ada", "Ben")
    assert (found["both"], found["only_one"], found["only_other"]) == (3, 1, 1)
    assert (found["agree"], found["neither"]) == (2, len(ids) - 5)
    assert {row["claim"]: row["kind"] for row in found["rows"]} == {
        ids[2]: "disagreement",
        ids[3]: "incomplete",
        ids[4]: "incomplete",
    }
    assert found["alpha"] is not None and found["low"] <= found["high"]
    assert found == case.desk.agreement("Ada", "Ben", seed=0)
    case.desk.adjudicate(ids[2], "accept", why="both looked again", who="Eve")
    settled = {row["claim"]: row["adjudicated"] for row in case.desk.agreement("Ada", "Ben")["rows"]}
    assert settled[ids[2]] == "accept"
    assert case.desk.agreement("Ada", "Ben")["alpha"] == found["alpha"]
    assert [row["who"] for row in case.desk.coders()] == ["Ada", "Ben", "Eve"]


def test_without_common_ground_there_is_no_alpha_and_it_says_so(case: Case) -> None:
    found = case.desk.agreement("Ada", "Ben")
    assert (found["alpha"], found["both"], found["why"]) == (None, 0, "No claim was judged by both.")
    with pytest.raises(BadInput, match="two coders"):
        case.desk.agreement("Ada", "Ada")


def test_alpha_is_what_its_definition_gives() -> None:
    # Ten pairs, worked by hand: 2 of 20 ordered pairs disagree; expected from the margins 9, 11 of 20 values.
    pairs = [("accept", "accept")] * 4 + [("reject", "reject")] * 5 + [("accept", "reject")]
    observed, expected = 2 / 20, 2 * 9 * 11 / (20 * 19)
    assert alpha(pairs) == pytest.approx(1 - observed / expected)


@given(st.lists(st.tuples(CODES, CODES), max_size=12))
def test_alpha_does_not_depend_on_order_or_on_who_is_first(pairs: list[tuple[str, str]]) -> None:
    found = alpha(pairs)
    assert (found is None) == (alpha(pairs[::-1]) is None)
    if found is not None:
        assert found <= 1 and alpha(pairs[::-1]) == pytest.approx(found)
        assert alpha([(b, a) for a, b in pairs]) == pytest.approx(found)
        assert (found == pytest.approx(1)) == all(a == b for a, b in pairs)


def test_the_interval_holds_alpha_and_its_seed_fixes_it() -> None:
    pairs = [("accept", "accept")] * 20 + [("reject", "reject")] * 10 + [("accept", "reject")] * 6
    found, ends = alpha(pairs), interval(pairs, 1)
    assert found is not None and ends is not None and ends[0] < found < ends[1]
    assert ends == interval(pairs, 1) != interval(pairs, 2)
