from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest
from case_making import TEXT, arrival_of, case_at, claim_of, claims_in, put, report_of, writer

from sayso.model.picture import Analysis
from sayso.model.report import Published, Status
from sayso.store import View
from sayso.store.identity import Met, Standing


def test_the_same_file_twice_changes_nothing(tmp_path: Path) -> None:
    case = case_at(tmp_path / "case")
    report = report_of()
    assert put(case, report, claim_of(report)).standing is Standing.NEW
    with View(case) as view:
        before = view.revision()
    assert put(case, report, claim_of(report)).standing is Standing.SAME
    with View(case) as view:
        assert view.revision() == before
        assert len(view.reports()) == 1


def test_the_same_bytes_under_another_outlet_are_another_report(tmp_path: Path) -> None:
    case = case_at(tmp_path / "case")
    put(case, report_of("a.txt", outlet="One"))
    assert put(case, report_of("b.txt", outlet="Two")).standing is Standing.NEW
    assert put(case, report_of("a.txt", outlet="Three"), folder="/elsewhere").standing is Standing.NEW


def test_the_same_bytes_outlet_and_url_under_another_path_are_a_duplicate(tmp_path: Path) -> None:
    case = case_at(tmp_path / "case")
    put(case, report_of("a.txt"))
    assert put(case, report_of("b.txt")).standing is Standing.DUPLICATE
    assert put(case, report_of("b.txt")).standing is Standing.SAME
    with View(case) as view:
        first, second = view.reports(with_text=True)
    assert (first.status, second.status) == (Status.READ, Status.DUPLICATE)
    assert first.id != second.id
    assert second.text == TEXT


@pytest.mark.parametrize("order", list(permutations(["a.txt", "b.txt", "c.txt"])))
def test_of_copies_the_least_path_is_the_report_whatever_the_order(tmp_path: Path, order: tuple[str, ...]) -> None:
    case = case_at(tmp_path / "case")
    for path in order:
        report = report_of(path)
        put(case, report, claim_of(report))
    with View(case) as view:
        listed = [(report.path, report.status) for report in view.reports()]
    assert listed == [("a.txt", Status.READ), ("b.txt", Status.DUPLICATE), ("c.txt", Status.DUPLICATE)]
    assert [claim.path for claim in claims_in(case)] == ["a.txt"]


def test_a_later_manifest_changes_metadata_and_makes_no_second_report(tmp_path: Path) -> None:
    case = case_at(tmp_path / "case")
    bare = report_of()
    put(case, bare, claim_of(bare))
    dated = report_of(outlet="The Post", published=Published("2016-03", "2016-03-01", "2016-03-31", "manifest"))
    with writer(case) as open_case:
        known, done = open_case.put(arrival_of(dated), None, {})
        assert (known.standing, known.id, done) == (Standing.CHANGED, bare.id, False)
        analysis = Analysis(known.id, (), (claim_of(known.report),), ())
        assert open_case.put(arrival_of(dated), analysis, {})[1]
    with View(case) as view:
        (report,) = view.reports()
    assert (report.id, report.outlet, report.published) == (bare.id, "The Post", dated.published)
    assert [claim.chain[-1].name for claim in claims_in(case)] == ["The Post"]


def test_adding_again_without_the_manifest_keeps_what_it_said(tmp_path: Path) -> None:
    case = case_at(tmp_path / "case")
    put(case, report_of(outlet="The Post"))
    assert put(case, report_of()).standing is Standing.SAME
    newer = report_of()
    with writer(case) as open_case:
        known, _ = open_case.put(arrival_of(newer, made_by="two"), None, {})
    assert known.standing is Standing.CHANGED
    assert known.report.outlet == "The Post"


def test_a_duplicate_becomes_a_report_when_a_manifest_gives_it_another_outlet(tmp_path: Path) -> None:
    case = case_at(tmp_path / "case")
    put(case, report_of("a.txt"))
    put(case, report_of("b.txt"))
    assert put(case, report_of("b.txt", outlet="The Post")).standing is Standing.NEW
    with View(case) as view:
        assert [(each.path, each.status) for each in view.reports()] == [
            ("a.txt", Status.READ),
            ("b.txt", Status.READ),
        ]


def test_one_file_under_two_outlets_in_one_run_is_two_reports_and_stays_so(tmp_path: Path) -> None:
    case = case_at(tmp_path / "case")
    both = [report_of(outlet="One"), report_of(outlet="Two")]
    for _ in range(2):
        with writer(case) as open_case:
            for report in both:
                assert open_case.put(arrival_of(report), Analysis(report.id, (), (), ()), {})[1]
        with View(case) as view:
            assert sorted(each.outlet or "" for each in view.reports()) == ["One", "Two"]


def test_known_reports_are_recognised_without_reading_them(tmp_path: Path) -> None:
    case = case_at(tmp_path / "case")
    report = report_of(outlet="One")
    put(case, report)
    arrival = arrival_of(report)
    with View(case) as view:
        sha, at = report.sha256, arrival.found_at
        met = [Met(sha, at, arrival.given), Met(sha, at, ""), Met(sha, at, '["Two",null,null,null]'), None]
        assert [number is not None for number in view.unchanged(met, "one")] == [True, True, False, False]
        assert view.unchanged(met, "two") == [None] * 4
        assert view.unchanged([Met("0" * 64, at, "")], "one") == [None]
