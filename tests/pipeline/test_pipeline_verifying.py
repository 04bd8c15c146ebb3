from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from stand_in import stages, words

import sayso
from sayso.api import Case
from sayso.pipeline.verifying import verified
from sayso.store import View

BOOK = (
    'name: mini\nversion: "1"\ntitle: Mini\nscope: any\nindicators:\n  - code: desertion\n    family: leaving\n'
    "    name: Desertion\n    definition: Members leave.\n    examples:\n      - Five men {deserted} last week.\n"
)


@pytest.fixture
def case(tmp_path: Path) -> Case:
    (tmp_path / "mini.yaml").write_text(BOOK)
    (tmp_path / "in").mkdir()
    for number in range(3):
        (tmp_path / "in" / f"{number}.txt").write_text(words(number))
    (tmp_path / "in" / "manifest.csv").write_text("path,outlet,published,url\n0.txt,Post,2016-03-05,\n")
    made = sayso.new(tmp_path / "case", codebook=tmp_path / "mini.yaml")
    made.add(tmp_path / "in", workers=1, stages=stages())
    made.decide(made.claims()[0]["id"], "accept", why="seen")
    made.add(workers=1, stages=stages())
    return made


def complaints(case: Case) -> tuple[str, ...]:
    with View(case.folder) as view:
        return verified(view, stages()).complaints


def test_an_untouched_case_holds(case: Case) -> None:
    assert complaints(case) == ()


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ("UPDATE text SET text = replace(text, 'siege', 'feast')", "its text is not what its original gives"),
        ("UPDATE claim SET value = replace(value, 'men deserted', 'men returned')", "its quote is not what stands"),
        ("UPDATE claim SET value = replace(value, '\"start\":', '\"start\":1') WHERE number = 1", "is damaged"),
        ("UPDATE claim SET review = 'rejected'", "but the decisions make it"),
        ("UPDATE claim SET month = '1999-01'", "is filed under what it does not say"),
        ("UPDATE claim SET report = 2 WHERE number = 1", "is filed under another report"),
        ("UPDATE report SET outlet = 'Wire' WHERE number = 1", "is filed under what it does not say"),
        ("UPDATE matter SET low = 9", "is filed under what it does not say"),
        (
            "UPDATE matter SET value = replace(value, '\"reports\":', '\"reports\":1'), reports = 10 + reports",
            "reports is kept as 1",
        ),
        ("DELETE FROM matter WHERE id = (SELECT min(id) FROM matter)", "is missing"),
        ("DELETE FROM decision", "but the decisions make it proposed"),
        ("UPDATE linked SET origin = 'o0'", "its origin is"),
        ("UPDATE meta SET value = '99' WHERE key = 'revision'", "not up to date"),
    ],
)
def test_every_change_behind_our_back_is_named(case: Case, change: str, told: str) -> None:
    with closing(sqlite3.connect(case.folder / "case.db")) as connection, connection:
        connection.execute(change.replace("replace(value,", "replace(CAST(value AS TEXT),"))
    found = complaints(case)
    assert any(told in each for each in found), found


def test_originals_that_are_gone_or_changed_are_named(case: Case) -> None:
    first, second, _ = sorted(path for path in (case.folder / "originals").rglob("*") if path.is_file())
    first.unlink()
    second.write_bytes(second.read_bytes() + b" ")
    found = " ".join(complaints(case))
    assert "its original is gone" in found
    assert "its original was changed" in found
