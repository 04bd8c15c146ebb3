"""Trends and what would change without one origin: told in every format, and checked again."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

from rich.console import Console
from tell_invented import picture, summary

from sayso.model.change import Change, Fall, Standing
from sayso.model.picture import Picture
from sayso.model.trend import Dated, Point, Trend
from sayso.tell.assessment import render, sealed, write
from sayso.tell.coverage import active_by_month, events_by_month
from sayso.tell.index import index
from sayso.tell.sheet import sheet
from sayso.tell.terminal import show
from sayso.tell.verify import verify_file

DRAWN = Trend(
    "low_morale",
    (Point("2031-01", 3, 2, 2.6, 1.2, 4.4), Point("2031-02", 0, 0, None, None, None),
     Point("2031-03", 0, 1, 1.1, 0.4, 2.5)),
    True,
    "9 event matters in 4 months with coverage.",
)  # fmt: skip
LISTED = Trend(
    "pay_cut", (Point("2031-01", 1, 2, None, None, None),), False, "too few", (Dated("m1", "pay_cut", "2031-01"),)
)


def whole() -> Picture:
    """The invented case with one origin left out of the first matter that counts one."""
    found = picture()
    matter = next(each for each in found.matters if each.origins.high)
    before = Standing(matter.reports, matter.outlets, matter.origins.low, matter.origins.high, matter.credibility)
    origin = matter.origins.ids[0]
    change = Change(matter.id, matter.indicator, before, Standing(0, 0, 0, 0, None))
    return replace(found, falls=(Fall(origin, None, "official", 1, (change,)),))


def test_what_would_fall_is_told_in_every_format_and_holds(tmp_path: Path) -> None:
    for suffix in (".html", ".md", ".json"):
        path = tmp_path / f"a{suffix}"
        write(whole(), path)
        assert verify_file(path) == ()
        text = path.read_text("utf-8")
        assert "nothing left" in text or suffix == ".json"
        assert whole().falls[0].origin in text


def test_a_change_from_other_numbers_or_a_trend_that_was_not_counted_is_named(tmp_path: Path) -> None:
    rows = sheet(whole())
    rows["falls"][0]["changes"][0]["before"]["reports"] += 1
    rows["trends"] = [{"indicator": "pay_cut", "drawn": False, "why": "", "dated": [],
                       "points": [{"period": "1950-01", "matters": 7, "outlets": 3, "expected": None, "low": None,
                                   "high": None}]}]  # fmt: skip
    path = tmp_path / "a.json"
    path.write_text(render(sealed(rows), ".json"), "utf-8")
    told = " ".join(verify_file(path))
    assert "other numbers than its own" in told
    assert "7 event matters and 3 active outlets" in told


def test_a_gap_is_no_coverage_and_too_few_are_listed() -> None:
    out = io.StringIO()
    show(replace(summary(), trends=(DRAWN, LISTED)), Console(file=out, width=140))
    told = out.getvalue()
    assert "2.6 (1.2 to 4.4)" in told
    gap = next(line for line in told.splitlines() if line.strip().startswith("2031-02"))
    assert "no coverage" in gap and "0" not in gap.split("2031-02")[1]
    assert next(line for line in told.splitlines() if "m1" in line).strip().startswith("2031-01")


def test_matters_too_few_for_a_trend_stand_in_the_page_by_date(tmp_path: Path) -> None:
    found = picture()
    matter = next(each for each in found.matters if each.kind == "event" and each.origins.high and each.time)
    time = replace(matter.time, earliest="2031-02-03", latest="2031-02-03", basis="stated") if matter.time else None
    dated = replace(matter, time=time)
    kept = tuple(dated if each.id == matter.id else each for each in found.matters)
    whole = replace(found, matters=kept)
    outlets = len(active_by_month(index(sheet(whole))).get("2031-02", ()))
    ids = events_by_month(index(sheet(whole)))[matter.indicator, "2031-02"]
    few = Trend(matter.indicator, (Point("2031-02", len(ids), outlets, None, None, None),), False, "too few",
                tuple(Dated(id, matter.indicator, "2031-02") for id in ids))  # fmt: skip
    path = tmp_path / "a.html"
    write(replace(whole, trends=(few,)), path)
    assert verify_file(path) == ()
    assert f'data-n="n:events:{matter.indicator}:2031-02"' in path.read_text("utf-8")
