from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from desk_making import copied, made
from desk_reports import PRIVATE, REPORTS
from hypothesis import given, settings
from hypothesis import strategies as st

import sayso
from sayso.api import Case
from sayso.model.errors import BadInput
from sayso.store.searching import FACETS, match_of


@pytest.fixture
def case(tmp_path: Path) -> Case:
    return copied(tmp_path)


@cache
def shared() -> Case:
    """The case that is only read."""
    return sayso.open(made())


def test_words_are_found_in_all_text_and_marked(case: Case) -> None:
    found = case.desk.search("deserted gao", of="reports")
    assert {row["report"]["path"] for row in found["rows"]} == {"bell.txt", "copy.txt", "other.txt", "denied.txt"}
    for row in found["rows"]:
        hits = {words.lower() for words, is_hit in row["snippet"] if is_hit}
        assert hits == {"deserted", "gao"}
    assert case.desk.search('"near Gao on 3 March"', of="reports")["total"] == 3
    assert case.desk.search('"Gao deserted"')["total"] == 0


def test_a_hidden_name_is_neither_found_nor_counted_nor_shown(case: Case) -> None:
    for words in (PRIVATE, "Tarku", "tarku moussa", '"Moussa Tarku, a former fighter"'):
        for of in ("claims", "reports"):
            found = case.desk.search(words, of=of)
            assert (found["total"], found["rows"]) == (0, [])
            assert all(values == [] for values in found["facets"].values())
    near = case.desk.search("former fighter", of="reports")
    assert near["total"] == 1 and "Tarku" not in json.dumps(near, ensure_ascii=False)
    assert case.desk.search("Tarku", of="reports", names=True)["total"] == 1


@given(st.text())
@settings(max_examples=60, deadline=None)
def test_no_words_break_a_search(words: str) -> None:
    try:
        found = shared().desk.search(words, limit=1)
    except BadInput as error:
        assert "half a character" in str(error)
    else:
        assert found["total"] >= 0


@pytest.mark.parametrize(
    "words", ['"unbalanced', "a AND", "t:NEAR(", "*", "col:x", "-x", "^", "a OR b", "NEAR(a b)", '""']
)
def test_raw_operators_are_words(words: str) -> None:
    assert shared().desk.search(words)["total"] >= 0
    assert "AND" not in (match_of("a AND b") or "").replace('"AND"', "")


@given(st.data())
@settings(max_examples=40, deadline=None)
def test_the_count_of_a_facet_is_the_number_of_rows_behind_it(data: st.DataObject) -> None:
    desk = shared().desk
    of = data.draw(st.sampled_from(["claims", "reports"]))
    words = data.draw(st.sampled_from(["", "harmattan", "deserted", "gao front", "nowhere"]))
    narrow: dict[str, Any] = {}
    for _ in range(3):
        found = desk.search(words, of=of, limit=1000, **narrow)
        assert found["total"] == len(found["rows"])
        choices = [(facet, each) for facet in FACETS if facet not in narrow for each in found["facets"][facet]]
        if not choices:
            return
        facet, each = data.draw(st.sampled_from(choices))
        narrow[facet] = [each["value"]]
        assert desk.search(words, of=of, limit=1000, **narrow)["total"] == each["count"] > 0


def test_facets_have_names_and_follow_decisions(case: Case) -> None:
    found = case.desk.search()
    assert {each["name"] for each in found["facets"]["outlet"]} == {outlet for outlet, _, _ in REPORTS.values()}
    assert "Mali" in {each["name"] for each in found["facets"]["place"]}
    first = found["rows"][0]["claim"]["id"]
    case.desk.edit(first, {"stage": "threatened"})
    states = {each["value"]: each["count"] for each in case.desk.search()["facets"]["state"]}
    assert states == {"accepted": 1, "unreviewed": found["total"] - 1}
    assert case.desk.search(state=["superseded"])["total"] == 1
