"""The samples load: all but the broken file are read, and their frozen texts are those the truth counts in."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sayso.books.register import Register
from sayso.model.picture import Unread
from sayso.model.report import Report, Status
from sayso.read.reading import reports

SAMPLES = Path(__file__).resolve().parents[2] / "src" / "sayso" / "data" / "samples"


@pytest.fixture(scope="module")
def loaded() -> dict[str, Report | Unread]:
    return {report.path: report for report in reports([SAMPLES / "reports"], None, Register([]))}


def test_only_the_broken_file_is_unread_and_only_the_french_one_is_not_coded(
    loaded: dict[str, Report | Unread],
) -> None:
    unread = [path for path, report in loaded.items() if isinstance(report, Unread)]
    assert unread == ["27_broken.txt"]
    read = [report for report in loaded.values() if isinstance(report, Report)]
    assert len(read) >= 26
    other = [report.path for report in read if report.status is not Status.READ]
    assert other == ["26_fleuve_matin.txt"]


def test_outlets_and_dates_come_from_manifest_page_and_text(loaded: dict[str, Report | Unread]) -> None:
    page, bare = loaded["12_sahel_today.html"], loaded["25_no_outlet.txt"]
    assert isinstance(page, Report) and isinstance(bare, Report)
    assert page.outlet == "Sahel Today"
    assert page.published is not None and (page.published.edtf, page.published.basis) == ("2019-03-24", "page")
    assert bare.outlet is None
    assert bare.published is not None and (bare.published.edtf, bare.published.basis) == ("2019", "text")


def test_frozen_texts_are_those_that_the_truth_counts_in(loaded: dict[str, Report | Unread]) -> None:
    for line in (SAMPLES / "truth.jsonl").read_text(encoding="utf-8").splitlines():
        claim = json.loads(line)
        if "chain" in claim:
            report = loaded[claim["path"]]
            assert isinstance(report, Report)
            assert report.text[claim["start"] : claim["end"]] == claim["quote"]


def test_words_planted_in_pages_are_in_their_frozen_texts(loaded: dict[str, Report | Unread]) -> None:
    for line in (SAMPLES / "truth.jsonl").read_text(encoding="utf-8").splitlines():
        for also in json.loads(line).get("also", []):
            report = loaded[also["path"]]
            assert isinstance(report, Report)
            assert also["quote"] in report.text
