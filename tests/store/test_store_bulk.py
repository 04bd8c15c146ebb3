"""Many reports put in at once stand as those put in one by one do."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from case_making import arrival_of, case_at, claim_of, in_kidal, in_march, put, report_of, writer

from sayso.model.claim import Claim
from sayso.model.errors import Bug
from sayso.model.picture import Analysis
from sayso.model.report import Report
from sayso.store import View

WITHIN = {"p1": ("region", "country")}


def _told() -> list[tuple[Report, tuple[Claim, ...]]]:
    texts = [
        "Five men deserted near Kidal in March.",
        "Nothing happened.",
        "Five men deserted. Five men deserted near.",
    ]
    reports = [report_of(f"{at}.txt", text, f"Outlet {at}") for at, text in enumerate(texts)]
    first = claim_of(reports[0], places=(in_kidal(texts[0]),), time=in_march(texts[0]))
    twin = report_of("3.txt", texts[1], "Outlet 3")
    return [(reports[0], (first,)), (reports[1], ()), (reports[2], (claim_of(reports[2]),)), (twin, ())]


def _rows(case: Path) -> dict[str, list[tuple[object, ...]]]:
    names = "report text reading claim claim_place changed entry stale moved text_words".split()
    with closing(sqlite3.connect(case / "case.db")) as connection:
        return {name: sorted(connection.execute(f"SELECT * FROM {name}").fetchall()) for name in names}


def _filled(case: Path, told: list[tuple[Report, tuple[Claim, ...]]]) -> int:
    with writer(case) as open_case:
        pairs = ((arrival_of(report), Analysis(report.id, (), claims, ())) for report, claims in told)
        return open_case.put_new(pairs, WITHIN)


def test_a_case_filled_at_once_holds_what_one_filled_report_by_report_does(tmp_path: Path) -> None:
    at_once, one_by_one = case_at(tmp_path / "a"), case_at(tmp_path / "b")
    assert _filled(at_once, _told()) == 4
    for report, claims in _told():
        put(one_by_one, report, *claims)
    mine, theirs = _rows(at_once), _rows(one_by_one)
    assert mine.pop("entry")[0] == theirs.pop("entry")[0]
    assert mine == theirs
    assert len(mine["claim_place"]) == 3
    with View(at_once) as view:
        assert view.revision() == 1


def test_a_case_with_reports_is_not_filled(tmp_path: Path) -> None:
    case = case_at(tmp_path / "case")
    put(case, _told()[0][0])
    with pytest.raises(Bug, match="only a case without reports"):
        _filled(case, _told())


def test_nothing_is_put_in_where_one_report_cannot_be(tmp_path: Path) -> None:
    case = case_at(tmp_path / "case")
    with pytest.raises(Bug, match="is a report that another one is"):
        _filled(case, [*_told(), _told()[0]])
    assert _rows(case)["report"] == []
