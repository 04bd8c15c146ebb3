from __future__ import annotations

import json
from pathlib import Path

import pytest
from desk_making import copied
from desk_reports import PRIVATE
from test_desk_deciding import desertions

from sayso.api import Case


@pytest.fixture
def case(tmp_path: Path) -> Case:
    return copied(tmp_path)


def test_who_decided_what_when_and_why_newest_first(case: Case) -> None:
    one, two, three = (row["id"] for row in desertions(case))
    case.desk.decide(one, "accept", who="Ada", settle=False)
    case.desk.decide(two, "reject", why="a copy", who="Ben", settle=False)
    case.desk.split([three], why="another night", who="Ada", settle=False)
    case.desk.undo(2, who="Ada", why="no copy")
    found = case.desk.activity()
    assert [row["number"] for row in found["rows"]] == [4, 3, 2, 1]
    assert (found["total"], found["last"]) == (4, 4)
    assert [row["told"] for row in found["rows"][2:]] == [f"Ben rejected {two}.", f"Ada accepted {one}."]
    assert (found["rows"][2]["stands"], found["rows"][2]["undone_by"]) == (False, 4)
    assert three in found["rows"][1]["links"] and one in found["rows"][1]["links"]
    assert [row["number"] for row in case.desk.activity(since=2)["rows"]] == [4, 3]
    assert [row["number"] for row in case.desk.activity(who="Ben")["rows"]] == [2]
    assert [row["number"] for row in case.desk.activity(about=two)["rows"]] == [4, 3, 2]
    assert [row["number"] for row in case.desk.activity(offset=1, limit=2)["rows"]] == [3, 2]


def test_every_kind_of_decision_has_its_sentence(case: Case) -> None:
    one, two, three = (row["id"] for row in desertions(case))
    case.desk.decide(one, "unsure", settle=False)
    case.desk.decide(one, "note", value=f"ask {PRIVATE}", why=f"{PRIVATE} knows", settle=False)
    case.desk.decide(one, "same", value=two, settle=False)
    case.desk.same_origin(one, three, settle=False)
    case.desk.not_same_origin([two], settle=False)
    case.desk.grade("Morning Bell", "B", why="its record")
    case.desk.owner("Morning Bell", "Dune Holding", why="its imprint", settle=False)
    case.desk.decide(three, "adjudicate", value="accept", why="looked again", settle=False)
    edit = case.desk.edit(two, {"stage": "ongoing"})
    sentence = case.desk.write("So it is.", [one])
    case.desk.remove(sentence["id"])
    case.desk.undo(1)
    rows = case.desk.activity()["rows"]
    assert all(row["told"].endswith(".") and "{" not in row["told"] for row in rows)
    assert edit["claim"]["id"] in next(row for row in rows if row["says"] == "edit")["links"]
    assert "Tarku" not in json.dumps(rows) and "Tarku" in json.dumps(case.desk.activity(names=True))
    assert case.verify().complaints == ()


def test_sources_tell_grades_and_owners_with_their_history(case: Case) -> None:
    before = case.sources()
    case.desk.grade("Morning Bell", "B", why="right in nine of ten", who="Ada")
    case.desk.grade("Morning Bell", "C", why="two corrections", who="Ben")
    case.desk.owner("Morning Bell", "Dune Holding", why="its imprint")
    (row,) = (row for row in case.sources() if row["name"] == "Morning Bell")
    assert (row["reliability"], row["reliability_why"], row["owner"]) == ("C", "two corrections", "Dune Holding")
    assert [each["value"] for each in row["history"]] == ["B", "C", "Dune Holding"]
    case.desk.publish(case.folder.parent / "out.json")
    sheet = json.loads((case.folder.parent / "out.json").read_text("utf-8"))
    told = {row["name"]: (row["reliability"], row["owner"]) for row in sheet["sources"]}
    assert told["Morning Bell"] == ("C", "Dune Holding")
    case.desk.undo(2)
    (row,) = (row for row in case.sources() if row["name"] == "Morning Bell")
    assert (row["reliability"], [each["stands"] for each in row["history"]]) == ("B", [True, False, True])
    assert {row["name"] for row in before} == {row["name"] for row in case.sources()}
