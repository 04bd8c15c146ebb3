from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from desk_making import copied
from hypothesis import given
from hypothesis import strategies as st
from test_desk_deciding import claim_in, lists, matter_of

from sayso.api import Case
from sayso.desk.asking import stretch
from sayso.model.errors import BadInput
from sayso.store import View


@pytest.fixture
def case(tmp_path: Path) -> Case:
    return copied(tmp_path)


def text_of(case: Case, report: str) -> str:
    with View(case.folder) as view:
        return view.text(report) or ""


def test_an_edit_makes_a_claim_of_its_own_and_takes_the_old_ones_place(case: Case) -> None:
    before = lists(case)
    old = claim_in(case, "far.txt", "surrender")
    text = text_of(case, old["report"])
    start = text.index("Two fighters")
    changes = {
        "start": start,
        "end": start + len("Two fighters of the Harmattan Front surrendered"),
        "stage": "ongoing",
    }
    done = case.desk.edit(old["id"], changes, why="the span was too long", who="Ada")
    new = done["claim"]
    assert new["id"] != old["id"] == new["supersedes"] == done["superseded"]
    assert (new["maker"], new["review"]) == ({"name": "Ada", "version": "edit"}, "accepted")
    assert new["quote"] == "Two fighters of the Harmattan Front surrendered" and new["stage"] == "ongoing"
    reviews = {row["id"]: row["review"] for row in case.claims() if row["path"] == "far.txt"}
    assert reviews[old["id"]] == "superseded" and reviews[new["id"]] == "accepted"
    assert matter_of(case, old["id"]) is None and matter_of(case, new["id"]) is not None
    assert case.verify().complaints == ()
    case.desk.undo(1)
    assert lists(case) == before
    case.desk.undo(2)
    assert case.desk.edit(new["id"], {"stage": "done"})["claim"]["supersedes"] == new["id"]
    case.desk.undo(1)
    assert lists(case) == before
    assert case.verify().complaints == ()


def test_an_edit_outlives_reading_again(case: Case) -> None:
    old = claim_in(case, "far.txt", "surrender")
    new = case.desk.edit(old["id"], {"negated": True}, who="Ada")["claim"]
    before = lists(case)
    with case.writing("test") as writer:
        writer.forget_links()
    import sqlite3

    with sqlite3.connect(case.folder / "case.db") as connection:
        connection.execute("UPDATE report SET made_by = 'older'")
    inputs = case.folder.parent / "again"
    inputs.mkdir()
    (inputs / "far.txt").write_text(text_of(case, old["report"]))
    case.add(inputs, workers=1)
    assert new["id"] in {row["id"] for row in case.claims()}
    assert lists(case) == before


def test_a_pair_that_was_decided_follows_the_edit(case: Case) -> None:
    claim = claim_in(case, "other.txt", "desertion")["id"]
    case.desk.split([claim], why="another night")
    new = case.desk.edit(claim, {"stage": "ongoing"})["claim"]["id"]
    held = matter_of(case, new)
    assert held is not None and held["claims"] == [new]


def test_what_is_superseded_is_decided_no_more(case: Case) -> None:
    claim = claim_in(case, "far.txt", "surrender")["id"]
    case.desk.edit(claim, {"negated": True})
    with pytest.raises(BadInput, match="an edit has taken its place"):
        case.desk.decide(claim, "accept")
    with pytest.raises(BadInput, match="an edit has taken its place"):
        case.desk.edit(claim, {"negated": False})


def test_slots_and_chain_take_their_words_from_the_text(case: Case) -> None:
    old = claim_in(case, "far.txt", "surrender")
    text = text_of(case, old["report"])

    def at(words: str) -> dict[str, int]:
        return {"start": text.index(words), "end": text.index(words) + len(words)}

    place = next(each for each in case.desk.places("Kidal") if each["precision"] != "country")
    changes: dict[str, Any] = {
        "quantity": {"low": 2, "best": 2, "high": 2, **at("Two")},
        "places": [{"role": "where", "id": place["id"], **at("Kidal")}],
        "time": {"edtf": "2019-04", **at("30 April 2019")},
        "actor": {"name": "Harmattan Front", **at("Harmattan Front")},
        "chain": [
            {"name": "Ministry of Defence", "kind": "official", "certainty": "alleged", **at("the ministry of defence"),
             "cue": at("said")},
            {"from": len(old["chain"]) - 1},
        ],
    }  # fmt: skip
    new = case.desk.edit(old["id"], changes)["claim"]
    assert (new["quantity"]["written"], new["places"][0]["written"], new["time"]["edtf"]) == ("Two", "Kidal", "2019-04")
    assert (new["time"]["earliest"], new["time"]["latest"]) == ("2019-04-01", "2019-04-30")
    assert new["chain"][0]["written"] == "the ministry of defence"
    assert new["chain"][-1] == old["chain"][-1] and new["certainty"] == "alleged"
    assert case.verify().complaints == ()
    none = case.desk.edit(new["id"], {"quantity": None, "time": None, "places": []})["claim"]
    assert (none["quantity"], none["time"], none["places"]) == (None, None, [])
    assert new["id"] in {row["supersedes"] for row in case.claims()}


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"start": 0, "end": 10**6}, "is no stretch of the report's text"),
        ({"start": -1, "end": 5}, "is no stretch"),
        ({"start": 5, "end": 5}, "is no stretch"),
        ({"start": "0", "end": 5}, "whole numbers"),
        ({"start": True, "end": 5}, "whole numbers"),
        ({"end": 10**6}, "is no stretch"),
        ({"indicator": "dancing"}, "no code of the codebook"),
        ({"certainty": "sure"}, "is no certainty"),
        ({"stage": "over"}, "is no stage"),
        ({"negated": "yes"}, "neither true nor false"),
        ({"colour": "red"}, "is nothing of a claim"),
        ({"places": [{"id": "nowhere", "start": 0, "end": 3}]}, "no place that is known"),
        ({"time": {"edtf": "2019-02-30", "start": 0, "end": 3}}, "not a date"),
        ({"quantity": {"low": 9, "high": 1, "start": 0, "end": 3}}, "in this order"),
        ({"quantity": {"low": float("nan"), "start": 0, "end": 3}}, "no number"),
        ({"chain": []}, "list of hops"),
        ({"chain": [{"kind": "expert", "start": 0, "end": 3}]}, "last hop is the outlet"),
        ({}, "changes nothing"),
        ({"negated": False}, "changes nothing"),
    ],
)
def test_an_edit_that_cannot_be_is_refused_in_one_sentence(case: Case, changes: dict[str, Any], told: str) -> None:
    claim = claim_in(case, "far.txt", "surrender")["id"]
    before = lists(case)
    with pytest.raises(BadInput, match=told):
        case.desk.edit(claim, changes)
    assert lists(case) == before


@given(st.text(min_size=1), st.integers(-3, 12), st.integers(-3, 12))
def test_a_stretch_is_exact_or_refused(text: str, start: int, end: int) -> None:
    try:
        found = stretch({"start": start, "end": end}, text, "claim")
    except BadInput:
        assert not (0 <= start < end <= len(text)) or text[start:end] != text[start:end].strip()
    else:
        assert found == (start, end, text[start:end]) and found[2].strip() == found[2]
