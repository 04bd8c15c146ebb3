from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from case_making import case_at, claim_of, claims_in, put, report_of, writer

from sayso.model.claim import Review
from sayso.model.errors import BadInput
from sayso.store import View, log
from sayso.store.log import broken_links


def test_a_decision_sets_the_review_and_an_undo_takes_it_back(tmp_path: Path) -> None:
    case = case_at(tmp_path / "case")
    report = report_of()
    claim = claim_of(report)
    put(case, report, claim)
    with writer(case) as open_case:
        first = open_case.decide(claim.id, "reject", why="a rumour")
    assert [each.review for each in claims_in(case)] == [Review.REJECTED]
    with writer(case) as open_case:
        open_case.decide(claim.id, "undo", value=str(first.number))
    assert [each.review for each in claims_in(case)] == [Review.PROPOSED]
    with View(case) as view:
        assert [each.says for each in view.decisions()] == ["reject", "undo"]
        assert view.standing_decisions() == ()
        assert broken_links(view.decisions()) == ()


def test_an_undo_can_be_undone(tmp_path: Path) -> None:
    case = case_at(tmp_path / "case")
    report = report_of()
    claim = claim_of(report)
    put(case, report, claim)
    with writer(case) as open_case:
        open_case.decide(claim.id, "accept")
        open_case.decide(claim.id, "undo", value="1")
        open_case.decide(claim.id, "undo", value="2")
    assert [each.review for each in claims_in(case)] == [Review.ACCEPTED]


def test_what_is_no_decision_is_refused(tmp_path: Path) -> None:
    case = case_at(tmp_path / "case")
    with writer(case) as open_case:
        with pytest.raises(BadInput, match="is no decision"):
            open_case.decide("c1", "burn")
        with pytest.raises(BadInput, match="could be undone"):
            open_case.decide("c1", "undo", value="7")


def test_after_re_reading_a_decision_follows_the_claim_that_took_most_of_its_words(tmp_path: Path) -> None:
    case = case_at(tmp_path / "case")
    report = report_of()
    old = claim_of(report, "Five men deserted near Kidal")
    put(case, report, old, made_by="one")
    with writer(case) as open_case:
        open_case.decide(old.id, "accept")
    other, new = claim_of(report, "More deserted"), claim_of(report, "men deserted near Kidal in March")
    wrong = claim_of(report, "Five men deserted near Kidal", "refusal")
    put(case, report, other, new, wrong, made_by="two")
    assert {claim.id: claim.review for claim in claims_in(case)} == {
        new.id: Review.ACCEPTED,
        other.id: Review.PROPOSED,
        wrong.id: Review.PROPOSED,
    }
    with View(case) as view:
        assert view.claim(old.id) == view.claim(new.id)
        assert [each.about for each in view.standing_decisions()] == [new.id]
        assert view.unattached() == ()


def test_a_decision_without_a_claim_is_listed_and_comes_back(tmp_path: Path) -> None:
    case = case_at(tmp_path / "case")
    report = report_of()
    old = claim_of(report)
    put(case, report, old, made_by="one")
    with writer(case) as open_case:
        open_case.decide(old.id, "reject")
    put(case, report, made_by="two")
    with View(case) as view:
        assert [each.about for each in view.unattached()] == [old.id]
    put(case, report, claim_of(report, "men deserted near"), made_by="three")
    assert [each.review for each in claims_in(case)] == [Review.REJECTED]
    put(case, report, old, made_by="four")
    assert [(each.id, each.review) for each in claims_in(case)] == [(old.id, Review.REJECTED)]


def _edit(connection: sqlite3.Connection) -> None:
    connection.execute("UPDATE decision SET why = 'another' WHERE number = 2")


def _delete(connection: sqlite3.Connection) -> None:
    connection.execute("DELETE FROM decision WHERE number = 2")


def _reorder(connection: sqlite3.Connection) -> None:
    connection.execute("UPDATE decision SET number = 99 WHERE number = 1")
    connection.execute("UPDATE decision SET number = 1 WHERE number = 2")
    connection.execute("UPDATE decision SET number = 2 WHERE number = 99")


def _renumber(connection: sqlite3.Connection) -> None:
    connection.execute("DELETE FROM decision WHERE number = 1")
    connection.execute("UPDATE decision SET number = number - 1")


@pytest.mark.parametrize("tamper", [_edit, _delete, _reorder, _renumber])
def test_a_changed_log_is_noticed(tmp_path: Path, tamper: Callable[[sqlite3.Connection], None]) -> None:
    case = case_at(tmp_path / "case")
    with writer(case) as open_case:
        for at in range(3):
            open_case.decide(f"c{at}", "note", value="x", why="said so")
    with closing(sqlite3.connect(case / "case.db")) as connection, connection:
        tamper(connection)
    with View(case) as view:
        assert broken_links(view.decisions())
    with writer(case) as open_case, pytest.raises(BadInput, match="does not hold"):
        open_case.decide("c9", "note")


@pytest.mark.parametrize(
    "harm", ["UPDATE decision SET why = 'x' WHERE number = 2", "DELETE FROM decision WHERE number = 2"]
)
def test_a_log_that_was_tampered_with_takes_no_more(tmp_path: Path, harm: str) -> None:
    case = case_at(tmp_path / "case")
    report = report_of()
    claim = claim_of(report)
    put(case, report, claim)
    with writer(case) as open_case:
        for says in ("accept", "unsure", "reject"):
            open_case.decide(claim.id, says, why="a rumour")
    with closing(sqlite3.connect(case / "case.db")) as connection, connection:
        connection.execute(harm)
    with writer(case) as open_case, pytest.raises(BadInput, match="does not hold"):
        open_case.decide(claim.id, "accept")


def test_what_is_looked_at_before_an_entry_is_put_is_the_end_of_the_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(log, "_CHECKED", 2)
    case = case_at(tmp_path / "case")
    report = report_of()
    claim = claim_of(report)
    put(case, report, claim)
    for number in range(1, 6):
        with writer(case) as open_case:
            assert open_case.decide(claim.id, "note", value=str(number)).number == number
    with View(case) as view:
        assert broken_links(view.decisions()) == ()
        assert view.ask(lambda connection: log.page(connection, 1, "Ada", 1, 2)) == (
            [view.decisions()[3], view.decisions()[2]],
            4,
        )
