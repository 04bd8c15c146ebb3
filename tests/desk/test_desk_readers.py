"""Connections that stay open between pages: what they remember is never older than the case."""

from __future__ import annotations

import shutil
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from desk_making import copied

from sayso.model.errors import BadInput
from sayso.store import View
from sayso.store.readers import Readers, remembered


def test_a_search_asked_again_is_what_a_desk_opened_anew_finds(tmp_path: Path) -> None:
    case = copied(tmp_path)
    readers = case.desk.room.readers = Readers(case.folder)
    plain = copied(tmp_path / "plain").desk
    asked: list[dict[str, Any]] = [
        {},
        {"text": "deserted"},
        {"of": "reports", "text": "Gao"},
        {"of": "reports"},
        {"state": ["accepted"]},
        {"of": "reports", "outlet": ["Tamesna Post"]},
        {"of": "reports", "indicator": ["desertion"]},
    ]
    for round in range(2):
        for each in asked:
            assert case.desk.search(**each) == plain.search(**each) == case.desk.search(**each), each
        assert case.desk.matters() == plain.matters()
        assert case.desk.origins() == plain.origins()
        if round == 0:
            claim = plain.queue()["rows"][0]["claim"]["id"]
            for desk in (case.desk, plain):
                desk.decide(claim, "accept", who="Ana")
    assert case.desk.search(state=["accepted"])["total"] == 1
    readers.close()


def test_what_is_remembered_is_made_again_once_another_has_written(tmp_path: Path) -> None:
    case = copied(tmp_path)
    readers = Readers(case.folder)
    numbers = count(1)

    def asked() -> int:
        with View(case.folder, readers) as view:
            return view.ask(lambda connection: remembered(connection, "x", lambda: next(numbers)))

    assert [asked(), asked()] == [1, 1]
    case.decide(case.claims()[0]["id"], "accept")
    assert [asked(), asked()] == [2, 2]
    with View(case.folder) as own:
        assert own.ask(lambda connection: remembered(connection, "x", lambda: "own")) == "own"
    readers.close()


def test_a_case_put_in_place_of_another_is_the_one_that_is_read(tmp_path: Path) -> None:
    case = copied(tmp_path)
    readers = Readers(case.folder)
    with View(case.folder, readers) as view:
        assert view.decisions() == ()
    other = copied(tmp_path / "other")
    other.decide(other.claims()[0]["id"], "accept")
    shutil.copy(other.folder / "case.db", tmp_path / "moved.db")
    for part in case.folder.glob("case.db-*"):
        part.unlink()
    (tmp_path / "moved.db").replace(case.folder / "case.db")
    with View(case.folder, readers) as view:
        assert len(view.decisions()) == 1
    shutil.rmtree(case.folder)
    with pytest.raises(BadInput, match="still there"):
        View(case.folder, readers)


def test_a_view_closed_twice_gives_its_connection_back_once(tmp_path: Path) -> None:
    case = copied(tmp_path)
    readers = Readers(case.folder)
    first = View(case.folder, readers)
    first.close()
    first.close()
    with View(case.folder, readers) as one, View(case.folder, readers) as other:
        assert one._connection is not other._connection
    readers.close()
