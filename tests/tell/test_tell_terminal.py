"""The summary and the lists fit a terminal, name ids, and carry no control characters."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from rich.console import Console
from tell_invented import MATTERS, picture, summary

from sayso.model.picture import Unread
from sayso.tell.lists import table
from sayso.tell.phrases import clean, date_words, value_of
from sayso.tell.sheet import sheet
from sayso.tell.terminal import show


def shown(width: int, **changes: object) -> str:
    out = io.StringIO()
    show(replace(summary(), **changes), Console(file=out, width=width, highlight=False))  # type: ignore[arg-type]
    return out.getvalue()


@pytest.mark.parametrize("width", [80, 120])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    assert all(len(line) <= width for line in shown(width).splitlines())


def test_numbers_stand_beside_their_ids() -> None:
    text = shown(100)
    for line, id in (("11", "n:reports:read"), ("18", "n:claims"), ("12", "n:origins"), ("3", "n:contradictions")):
        assert any(line in row and row.rstrip().endswith(id) for row in text.splitlines())
    assert all(matter.id in text for matter in MATTERS)


def test_the_three_numbers_of_a_matter_stand_together() -> None:
    row = next(line for line in shown(120).splitlines() if "deserter_punishment (event)" in line)
    assert row.split()[-4:] == ["2", "2", "1–2", "·"]


def test_an_unreported_indicator_is_named_and_never_zero() -> None:
    text = shown(80, by_month=(("desertion", "2031-03", 5),))
    assert "Not reported: malingering, pay_cut" in text.replace("\n", " ")


def test_gaps_between_periods_are_columns() -> None:
    text = shown(120, by_month=(("desertion", "2031-01", 1), ("desertion", "2031-04", 1)))
    assert all(month in text for month in ("2031-01", "2031-02", "2031-03", "2031-04"))


def test_cut_lists_say_of_how_many() -> None:
    unread = tuple(Unread(f"{at}.pdf", "pdf is not read") for at in range(30))
    assert "8 of 30 shown" in shown(80, unread=unread)
    assert "10 of 99 shown" in shown(80, matters_total=99)


def test_an_empty_case_is_shown() -> None:
    text = shown(80, by_status=(), outlets=(), by_month=(), matters=(), matters_total=0, claims=0)
    assert "0  claims" in text


def test_control_characters_do_not_reach_the_terminal() -> None:
    text = shown(80, name="x\x1b[31mred\x07", unread=(Unread("a\x1b]0;t\x07", "w\x9b1m\u202e53"),))
    assert not any(sign in text for sign in "\x1b\x07\x9b\u202e")
    assert "⟨U+202E⟩53" in text


def test_colour_respects_no_color(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    out = io.StringIO()
    show(summary(), Console(file=out, width=80, force_terminal=True, highlight=False))
    assert "\x1b[33m" not in out.getvalue()


@pytest.mark.parametrize("kind", ["reports", "claims", "matters", "origins", "ties", "sources"])
def test_lists_fit_and_count(kind: str) -> None:
    out = io.StringIO()
    rows = sheet(picture())[kind]
    table(kind, rows[:2], Console(file=out, width=80), len(rows))
    assert all(len(line) <= 80 for line in out.getvalue().splitlines())
    assert f"2 of {len(rows)} {kind} shown" in out.getvalue()


@pytest.mark.parametrize("kind", ["claims", "matters"])
def test_no_indicator_is_broken(kind: str) -> None:
    out = io.StringIO()
    rows = [{**row, "indicator": "deserter_punishment"} for row in sheet(picture())[kind]]
    table(kind, rows, Console(file=out, width=80))
    assert out.getvalue().count("deserter_punishment") == len(rows)


def test_reports_of_an_unknown_outlet_are_told() -> None:
    whole = summary()
    nameless = sum(1 for report in picture().reports if not report.outlet)
    assert whole.outlets and nameless != 1
    told = f" {nameless}  reports whose outlet is not known"
    assert (told in shown(80)) == bool(nameless)
    fewer = shown(80, outlets=whole.outlets[1:])
    assert f" {nameless + whole.outlets[0][1]}  report" in fewer and "outlet is not known" in fewer


def test_clean_keeps_words() -> None:
    assert clean("صوت الفرات\n\tx") == "صوت الفرات  x"
    assert clean("two\nlines", line=False) == "two\nlines"


def test_dates_and_values_in_words() -> None:
    assert date_words("../2031-05") == "until 2031-05"
    assert date_words("2031-05/..") == "from 2031-05"
    assert date_words("2031-05-01/2031-05-02") == "2031-05-01 to 2031-05-02"
    assert value_of(35, None, "persons", "count") == "at least 35 persons"
    assert value_of(0.02, 0.02, "share", "share") == "2%"
    assert value_of(100, 200, "USD", "amount") == "100 to 200 USD"
    assert value_of(5, 5, "persons", "count", 14) == "5 persons of 14"
    assert value_of(None, None, "persons", "count") == "an unstated number of persons"
