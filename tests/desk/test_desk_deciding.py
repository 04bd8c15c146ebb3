from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from desk_making import copied

from sayso.api import Case
from sayso.model.errors import BadInput

Row = dict[str, Any]


@pytest.fixture
def case(tmp_path: Path) -> Case:
    return copied(tmp_path)


def lists(case: Case) -> str:
    """Everything the case lists, as one text."""
    found = [case.claims(), case.matters(), case.origins(), case.ties()]
    return json.dumps(found, ensure_ascii=False, sort_keys=True)


def claim_in(case: Case, path: str, indicator: str) -> Row:
    return next(row for row in case.claims() if row["path"] == path and row["indicator"] == indicator)


def matter_of(case: Case, claim: str) -> Row | None:
    return next((row for row in case.matters() if claim in row["claims"]), None)


def desertions(case: Case) -> list[Row]:
    return [claim_in(case, path, "desertion") for path in ("bell.txt", "copy.txt", "other.txt")]


def test_a_rejected_claim_leaves_the_count_at_once_and_an_undo_gives_the_same_bytes(case: Case) -> None:
    before = lists(case)
    claim = desertions(case)[2]["id"]
    held = matter_of(case, claim)
    done = case.desk.decide(claim, "reject", why="a rumour", who="Ada")
    assert (done["number"], done["who"], done["why"], done["stands"]) == (1, "Ada", "a rumour", True)
    assert matter_of(case, claim) is None
    assert held is not None and lists(case) != before
    case.desk.undo(1, who="Ben", why="it is none")
    assert lists(case) == before
    assert case.verify().complaints == ()


def test_accepted_claims_are_counted_as_such(case: Case) -> None:
    claim = desertions(case)[0]["id"]
    case.desk.decide(claim, "accept")
    found = matter_of(case, claim)
    assert found is not None and found["accepted"] == 1
    case.desk.decide(claim, "unsure")
    found = matter_of(case, claim)
    assert found is not None and found["accepted"] == 0
    assert case.verify().complaints == ()


def test_bulk_is_one_entry_an_object_and_all_or_none(case: Case) -> None:
    ids = [row["id"] for row in desertions(case)]
    done = case.desk.decide_all(ids, "accept", who="Ada")
    assert [(row["number"], row["about"]) for row in done] == [(1, ids[0]), (2, ids[1]), (3, ids[2])]
    with pytest.raises(BadInput, match="no claim has that id"):
        case.desk.decide_all([ids[0], "c0"], "reject", why="wrong")
    assert {row["review"] for row in desertions(case)} == {"accepted"}


@pytest.mark.parametrize(
    ("says", "value", "why", "told"),
    [
        ("burn", "", "", "is no decision"),
        ("reject", "", " ", "needs a reason"),
        ("note", "", "", "the note is empty"),
        ("adjudicate", "burn", "so", "neither"),
        ("same", "", "", "say which other claim"),
        ("same", "c0", "", "no claim has that id"),
        ("accept", "", "\ud800", "half a character"),
    ],
)
def test_what_cannot_be_decided_is_refused_in_one_sentence(
    case: Case, says: str, value: str, why: str, told: str
) -> None:
    claim = desertions(case)[0]["id"]
    with pytest.raises(BadInput, match=told):
        case.desk.decide(claim, says, value=value, why=why)


def test_an_adjudication_outranks_what_the_coders_say_later(case: Case) -> None:
    claim = desertions(case)[0]["id"]
    case.desk.decide(claim, "accept", who="Ada")
    case.desk.decide(claim, "adjudicate", value="reject", why="both looked again", who="Eve")
    case.desk.decide(claim, "accept", who="Ben")
    assert claim_in(case, "bell.txt", "desertion")["review"] == "rejected"
    assert matter_of(case, claim) is None
    assert case.verify().complaints == ()


def test_matters_are_split_and_joined_and_both_are_taken_back_bit_for_bit(case: Case) -> None:
    whole = lists(case)
    claims = desertions(case)
    held = matter_of(case, claims[2]["id"])
    assert held is not None and len(held["claims"]) > 1
    (parted,) = case.desk.split([claims[2]["id"]], why="another night", who="Ada")
    away = matter_of(case, claims[2]["id"])
    assert away is not None and away["claims"] == [claims[2]["id"]]
    split = lists(case)
    first = matter_of(case, claims[0]["id"])
    assert first is not None
    (joined,) = case.desk.join(first["id"], away["id"], why="the same night after all")
    together = matter_of(case, claims[2]["id"])
    assert together is not None and claims[0]["id"] in together["claims"]
    case.desk.undo(joined["number"])
    assert lists(case) == split
    case.desk.undo(parted["number"])
    assert lists(case) == whole
    assert case.verify().complaints == ()


def test_what_cannot_be_joined_or_split_is_refused(case: Case) -> None:
    claims = [row["id"] for row in desertions(case)]
    held = matter_of(case, claims[0])
    assert held is not None
    with pytest.raises(BadInput, match="one matter already"):
        case.desk.join(claims[0], claims[2])
    with pytest.raises(BadInput, match="all claims of their matter"):
        case.desk.split(held["claims"])
    far = claim_in(case, "far.txt", "surrender")["id"]
    with pytest.raises(BadInput, match="not of one matter"):
        case.desk.split([claims[0], far])


def test_origins_are_joined_and_parted_and_taken_back(case: Case) -> None:
    before = lists(case)
    one, copy, other = (row["id"] for row in desertions(case))
    found = matter_of(case, one)
    assert found is not None
    case.desk.same_origin(one, other, why="both heard it from him")
    after = matter_of(case, one)
    assert after is not None and after["origins"]["high"] == found["origins"]["high"] - 1
    case.desk.undo(1)
    assert lists(case) == before
    case.desk.not_same_origin([copy], why="they telephoned him")
    apart = matter_of(case, one)
    assert apart is not None and apart["origins"]["high"] == found["origins"]["high"] + 1
    case.desk.undo(3)
    assert lists(case) == before


def test_outlets_of_one_owner_count_once_in_the_low_count(case: Case) -> None:
    before = lists(case)
    case.desk.owner("Morning Bell", "Dune Holding", why="its imprint")
    case.desk.owner("Tamesna Post", "Dune Holding", why="its imprint")
    assert case.verify().complaints == ()
    case.desk.undo(2)
    case.desk.undo(1)
    assert lists(case) == before
    with pytest.raises(BadInput, match="names that source"):
        case.desk.owner("Nowhere Times", "Dune Holding", why="none")


def test_a_grade_needs_a_reason_and_is_a_letter(case: Case) -> None:
    assert case.desk.grade("Morning Bell", "B", why="right in nine of ten")["value"] == "B"
    with pytest.raises(BadInput, match="needs a reason"):
        case.desk.grade("Morning Bell", "B", why="")
    with pytest.raises(BadInput, match="is no grade"):
        case.desk.grade("Morning Bell", "G", why="none")
