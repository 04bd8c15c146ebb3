from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from sayso.cli import main

TEXT = (
    "Forty soldiers of the Harmattan Front deserted near Gao on 3 March 2019, Moussa Tarku, a former fighter, said.\n"
)


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("desk")
    (folder / "one.txt").write_text(TEXT)
    made = str(folder / "case")
    assert main(["new", made]) == 0
    assert main(["add", made, str(folder / "one.txt")]) == 0
    return made


def rows(capfd: pytest.CaptureFixture[str], *arguments: str, code: int = 0) -> list[dict[str, Any]]:
    capfd.readouterr()
    assert main(list(arguments)) == code
    return [json.loads(line) for line in capfd.readouterr().out.splitlines()]


def test_a_claim_is_decided_on_and_the_decision_taken_back(case: str, capfd: pytest.CaptureFixture[str]) -> None:
    before = rows(capfd, "matters", case, "--json")
    claim = rows(capfd, "claims", case, "--json")[0]["id"]
    (made,) = rows(capfd, "decide", case, "reject", claim, "--why", "a rumour", "--who", "Ada", "--json")
    assert (made["who"], made["says"], made["about"]) == ("Ada", "reject", claim)
    assert rows(capfd, "claims", case, "--json")[0]["review"] == "rejected"
    number = str(made["number"])
    (back,) = rows(capfd, "undo", case, number, "--who", "Ben", "--json")
    assert back["value"] == number
    assert rows(capfd, "matters", case, "--json") == before
    told = rows(capfd, "activity", case, "--json")
    assert [row["who"] for row in told[:2]] == ["Ben", "Ada"] and told[1]["undone_by"] == back["number"]
    assert rows(capfd, "activity", case, "--since", number, "--json") == told[:1]
    rows(capfd, "undo", case, "999", "--json", code=4)
    rows(capfd, "decide", case, "reject", claim, "--json", code=2)
    rows(capfd, "decide", case, "accept", "c0", "--json", code=4)


def test_words_are_searched_and_hidden_names_are_not_found(case: str, capfd: pytest.CaptureFixture[str]) -> None:
    found = rows(capfd, "search", case, "soldiers gao", "--json")
    assert found and all(row["snippet"] for row in found)
    assert rows(capfd, "search", case, "Tarku", "--json", code=4) == []
    assert len(rows(capfd, "search", case, "Tarku", "--of", "reports", "--names", "--json")) == 1
    for each in rows(capfd, "search", case, "--facets", "--json"):
        narrowed = rows(capfd, "search", case, f"--{each['facet']}", each["value"], "--json")
        assert len(narrowed) == each["count"]
    assert main(["search", case, "gao"]) == 0
    assert "⟦Gao⟧" in capfd.readouterr().out


def test_two_coders_are_compared(case: str, capfd: pytest.CaptureFixture[str]) -> None:
    claim = rows(capfd, "claims", case, "--json")[0]["id"]
    for who in ("Ada", "Ben"):
        rows(capfd, "decide", case, "accept", claim, "--who", who, "--json")
    (found,) = rows(capfd, "agreement", case, "Ada", "Ben", "--json")
    assert (found["both"], found["agree"], found["alpha"]) == (1, 1, None)
    assert main(["agreement", case, "Ada", "Ben"]) == 0
    assert "judged by both: 1" in capfd.readouterr().out


def test_the_log_is_checked_by_verify(case: str, capfd: pytest.CaptureFixture[str]) -> None:
    import sqlite3
    from contextlib import closing

    assert main(["verify", case]) == 0
    with closing(sqlite3.connect(Path(case) / "case.db")) as connection, connection:
        connection.execute("UPDATE decision SET why = 'another' WHERE number = 1")
    assert main(["verify", case]) == 3
    assert "decision 1: was changed after it was made" in capfd.readouterr().out
