from __future__ import annotations

import json
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from desk_making import copied
from desk_reports import PRIVATE
from sqlalchemy import Connection, Table

from sayso.api import Case
from sayso.desk.refreshing import hidden_in
from sayso.model.errors import BadInput
from sayso.store import View, ledger, withholding
from sayso.store.desk_tables import desk, hidden, shown, stale
from sayso.store.schema import claim_place


@pytest.fixture
def case(tmp_path: Path) -> Case:
    return copied(tmp_path)


def order(case: Case, **narrow: str) -> list[str]:
    return [row["claim"]["id"] for row in case.desk.queue(**narrow)["rows"]]  # type: ignore[arg-type]


def test_the_queue_holds_every_claim_once_most_telling_first(case: Case) -> None:
    found = case.desk.queue()
    assert sorted(order(case)) == sorted(row["id"] for row in case.claims())
    assert found["total"] == len(found["rows"])
    scores = [row["effect"] for row in found["rows"]]
    assert scores == sorted(scores, reverse=True)
    assert all(row["would"] for row in found["rows"])
    assert found["rows"][0]["would"][0] == "The finding would lose its only origin."


def test_pages_are_the_whole_cut_into_parts(case: Case) -> None:
    whole = order(case)
    parts = [case.desk.queue(offset=at, limit=2) for at in range(0, len(whole) + 2, 2)]
    assert [row["claim"]["id"] for part in parts for row in part["rows"]] == whole
    assert {part["total"] for part in parts} == {len(whole)}
    with pytest.raises(BadInput, match="a page begins"):
        case.desk.queue(offset=-1)


def test_states_part_the_claims_and_follow_decisions(case: Case) -> None:
    first, second, third, fourth = order(case)[:4]
    case.desk.decide(first, "accept", who="Ada")
    case.desk.decide(second, "reject", why="a rumour", who="Ada")
    case.desk.decide(third, "unsure", who="Ben")
    new = case.desk.edit(fourth, {"stage": "threatened"}, who="Ben")["claim"]["id"]
    assert set(order(case, state="accepted")) == {first, new}
    assert order(case, state="rejected") == [second]
    assert order(case, state="unsure") == [third]
    assert order(case, state="superseded") == [fourth]
    assert set(order(case, state="mine", who="Ada")) == {first, second}
    assert set(order(case, state="mine", who="Ben")) == {third, fourth}
    parts = [order(case, state=s) for s in ("unreviewed", "unsure", "accepted", "rejected", "superseded")]
    assert sorted(id for part in parts for id in part) == sorted(order(case, state="all"))
    case.desk.undo(3)
    assert third in order(case) and order(case, state="unsure") == []


def test_rows_made_bit_by_bit_are_those_made_all_at_once(case: Case) -> None:
    first, second, third = order(case)[:3]
    case.desk.decide(first, "reject", why="a rumour")
    case.desk.decide(second, "unsure")
    case.desk.edit(third, {"stage": "threatened"})
    with View(case.folder) as view:
        kept = view.ask(lambda c: sorted(tuple(row) for row in c.execute(desk.select())))
        laid = view.ask(spelt)
    with case.writing("test") as writer:

        def all_stale(connection: Connection) -> None:
            connection.execute(desk.delete())
            connection.exec_driver_sql("INSERT OR IGNORE INTO stale SELECT 'claim', id FROM claim")
            assert not withholding.is_unsettled(connection) and connection.execute(stale.select()).first()

        writer.refresh_desk(all_stale)
    case.desk.settle()
    with case.writing("test") as writer:
        writer.refresh_desk(lambda connection: ledger.keep(connection, anew=True))
    with View(case.folder) as view:
        assert view.ask(lambda c: sorted(tuple(row) for row in c.execute(desk.select()))) == kept
        assert view.ask(spelt) == laid
        assert [row[0].decode() for row in laid[0]] == order(case, state="all")


@pytest.mark.parametrize("enough", [1, 3, 10_000])
def test_the_ledger_is_the_desk_however_often_it_is_written(
    case: Case, enough: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ledger, "ENOUGH", enough)
    for each in order(case):
        case.desk.decide(each, "accept")
        with View(case.folder) as view:
            rows, places = view.ask(spelt)
            held = view.ask(
                lambda c: c.execute(desk.select().order_by(desk.c.effect.desc(), desk.c.claim.desc())).all()
            )
            lies = view.ask(lambda c: {tuple(row) for row in c.execute(claim_place.select())})
        assert rows == [
            (row.claim.encode(), *(getattr(row, name) for name in ("number", "report", "effect", *ledger.COLUMNS)))
            for row in held
        ]
        assert set(places) == lies and len(places) == len(lies)


def spelt(connection: Connection) -> tuple[list[Any], list[tuple[int, str]]]:
    """The rows of the ledger and its places, with words for their numbers."""
    held = ledger.read(connection, ledger.ALL)
    columns = [held.claim.tolist(), *(held.whole[name].tolist() for name in ("number", "report", "effect"))]
    columns += [[held.words[name][at] for at in held.codes[name].tolist()] for name in ledger.COLUMNS]
    places = [held.words["place"][at] for at in held.in_place.tolist()]
    return list(zip(*columns, strict=True)), sorted(zip(held.lies.tolist(), places, strict=True))


def test_private_names_are_masked_in_every_row(case: Case) -> None:
    whole = [case.desk.queue(), case.desk.matters(), case.desk.origins()]
    whole += [case.desk.report(row["id"]) for row in case.reports()]
    whole += [case.desk.matter(row["id"]) for row in case.matters()]
    whole += [case.desk.origin(row["id"]) for row in case.origins()]
    whole += [case.desk.claim(row["id"]) for row in case.claims()]
    told = json.dumps(whole, ensure_ascii=False)
    assert "Tarku" not in told and PRIVATE in json.dumps(case.desk.queue(names=True), ensure_ascii=False)


def test_what_reports_hide_is_worked_out_for_those_that_changed_as_for_all(case: Case, tmp_path: Path) -> None:
    later = tmp_path / "later"
    later.mkdir()
    (later / "river.txt").write_text(
        "Gao waits\n\nTwenty soldiers of the Harmattan Front deserted near Gao on 9 March 2019, Aliou Bengaly, a "
        "former fighter of the front, said. Moussa Tarku had crossed the river before them.\n"
    )
    (later / "road.txt").write_text("Gao waits on\n\nAliou Bengaly and Moussa Tarku were seen on the road to Kidal.\n")
    case.desk.settle()
    before = withheld(case)
    case.add(later, workers=1)
    case.desk.settle()
    one_by_one = withheld(case)
    assert len(one_by_one[0]) == len(before[0]) + 2 and set(before[1]) < set(one_by_one[1])
    with View(case.folder) as view:
        found = hidden_in(view)
        assert not found.hides and len(found.stays) == len(one_by_one[0])
    with case.writing("test") as writer:
        writer.refresh_desk(lambda c: c.exec_driver_sql("INSERT INTO stale VALUES ('names', '')"))
    case.desk.settle()
    assert withheld(case) == one_by_one


def withheld(case: Case) -> list[list[Any]]:
    """All that is kept of what reports hide."""
    with View(case.folder) as view:
        return [view.ask(partial(rows_of, of=of)) for of in (hidden, shown)]


def rows_of(connection: Connection, of: Table) -> list[Any]:
    """The rows of the table."""
    return list(connection.execute(of.select().order_by(of.c.number)).all())


def test_rows_of_the_desk_are_those_of_the_lists(case: Case) -> None:
    claims = {row["id"]: row for row in case.claims()}
    assert {row["claim"]["id"]: row["claim"] for row in case.desk.queue(state="all")["rows"]} == claims
    assert {row["id"]: row for row in case.desk.matters()["rows"]} == {row["id"]: row for row in case.matters()}
    assert {row["id"]: row for row in case.desk.origins()["rows"]} == {row["id"]: row for row in case.origins()}
    assert [case.desk.report(row["id"])["report"] for row in case.reports()] == case.reports()
    ties = {row["id"]: row for row in case.ties()}
    seen = {tie["id"]: tie for row in case.reports() for tie in case.desk.report(row["id"])["ties"]}
    assert seen == ties


def test_what_is_not_there_is_told(case: Case) -> None:
    for look in (case.desk.claim, case.desk.report, case.desk.matter, case.desk.origin):
        with pytest.raises(BadInput, match="has"):
            look("nothing")
