"""Reports put in together stand as those put in one by one do, and one that cannot be stored keeps no other out."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from case_making import arrival_of, case_at, claim_of, in_kidal, in_march, put, report_of, writer

from sayso.model.errors import Bug
from sayso.model.picture import Analysis
from sayso.store import View
from sayso.store.grouping import Brought, Put
from sayso.store.identity import Standing

WITHIN = {"p1": ("region", "country")}
TEXT = "Five men deserted near Kidal in March."


def brought() -> list[Brought]:
    """New ones, one again, a duplicate with a lesser path, and one of an outlet that has others."""
    first, quiet = report_of("b.txt", TEXT, "One"), report_of("c.txt", "Nothing happened.", "Two")
    claims = (claim_of(first, places=(in_kidal(TEXT),), time=in_march(TEXT)),)
    more = [report_of(f"d{at}.txt", f"Rain fell {at} times.", "Two") for at in range(3)]
    copy = replace(first, path="a.txt")
    told = [(first, claims), (quiet, ()), (quiet, ()), (copy, claims), *((each, ()) for each in more)]
    return [(arrival_of(report), Analysis(report.id, (), found, ())) for report, found in told]


def rows(case: Path) -> dict[str, list[tuple[object, ...]]]:
    with closing(sqlite3.connect(case / "case.db")) as connection:
        found = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%words_%'")
        names = [name for (name,) in found if name != "entry"]
        return {name: sorted(connection.execute(f'SELECT * FROM "{name}"').fetchall(), key=repr) for name in names}


def put_in(case: Path, *groups: Sequence[Brought]) -> list[Put]:
    with writer(case) as open_case:
        return [open_case.put_all(group, WITHIN) for group in groups]


def test_no_grouping_changes_a_row(tmp_path: Path) -> None:
    found = brought()
    whole, halves, single = (case_at(tmp_path / name) for name in ("whole", "halves", "single"))
    (put_together,) = put_in(whole, found)
    put_in(halves, found[:3], found[3:])
    put_in(single, *([each] for each in found))
    assert rows(whole) == rows(halves) == rows(single)
    standings = [each.standing for each in put_together.told if not isinstance(each, Bug)]
    assert standings == [Standing.NEW, Standing.NEW, Standing.SAME, Standing.DUPLICATE, *[Standing.NEW] * 3]
    with View(whole) as view:
        assert view.revision() == 6
        assert {each.path: each.status.value for each in view.reports()}["b.txt"] == "duplicate"


def test_one_that_cannot_be_stored_keeps_no_other_out(tmp_path: Path) -> None:
    found = brought()
    arrival, _ = found[1]
    false = replace(claim_of(arrival.report, "Nothing happened"), report="r of another")
    broken = [found[0], (arrival, Analysis(arrival.report.id, (), (false,), ())), *found[3:]]
    case, without = case_at(tmp_path / "case"), case_at(tmp_path / "without")
    (made,) = put_in(case, broken)
    put_in(without, [found[0], *found[3:]])
    assert [isinstance(each, Bug) for each in made.told] == [False, True, *[False] * 4]
    assert rows(case) == rows(without)


def test_the_first_that_asks_for_another_analysis_ends_what_is_put_in(tmp_path: Path) -> None:
    case = case_at(tmp_path / "case")
    put(case, report_of("b.txt", TEXT), folder="/in")
    dated = report_of("b.txt", TEXT, "One")
    (made,) = put_in(case, [brought()[1], (arrival_of(dated), Analysis(dated.id, (), (), ())), brought()[-1]])
    assert len(made.told) == 1
    assert made.waits is not None and (made.waits.standing, made.waits.report.outlet) == (Standing.CHANGED, "One")
    with View(case) as view:
        assert sorted(each.path for each in view.reports()) == ["b.txt", "c.txt"]
