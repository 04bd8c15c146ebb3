"""Claims that people edited: made from the log, so that undoing and reading again give them back as they were."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
from sqlalchemy import Connection, delete, exists, func, insert, select

from sayso.model.claim import Claim
from sayso.model.decision import Decision
from sayso.model.errors import Bug
from sayso.store import rows, schema
from sayso.store.desk_tables import edited, stale
from sayso.store.log import read_log, undone


class Edit(msgspec.Struct):
    """What the value of an "edit" holds: the changes as they were given, and the whole claim that they make."""

    changes: dict[str, object]
    claim: Claim


_edit = msgspec.json.Decoder(Edit)


def value_of(changes: dict[str, object], claim: Claim) -> str:
    """The value of an "edit"."""
    return msgspec.json.encode(Edit(changes, claim), order="sorted").decode()


def note(connection: Connection, entry: Decision) -> None:
    """The edit is known under its number, and its report's edited claims are made anew."""
    claim = _edit.decode(entry.value).claim
    report = connection.execute(select(schema.report.c.number).where(schema.report.c.id == claim.report)).scalar()
    if report is None or claim.own_id != claim.id:
        raise Bug(f"the edit of {entry.about} makes a claim that cannot stand")
    _note_names(connection, report, entry.about, claim)
    connection.execute(insert(edited).values(number=entry.number, report=report, old=entry.about, claim=claim.id))


def _note_names(connection: Connection, report: int, old: str, claim: Claim) -> None:
    value = connection.execute(select(schema.claim.c.value).where(schema.claim.c.id == old)).scalar()
    before = rows.bare_claim(value) if value is not None else None
    if before is None or _named(before) != _named(claim):
        names_others(connection, report)


def names_others(connection: Connection, report: int) -> None:
    """What the report hides has to be worked out again, since its claims may name others than before."""
    connection.execute(insert(stale).prefix_with("OR IGNORE").values(kind="names", id=str(report)))


def _named(claim: Claim) -> tuple[object, ...]:
    return claim.chain, claim.actor, claim.other


def reports_of(connection: Connection, olds: Iterable[str]) -> list[int]:
    """The reports in which these claims were edited."""
    query = select(edited.c.report).where(edited.c.old.in_(sorted(set(olds)))).distinct()
    return sorted(connection.execute(query).scalars())


def clear(connection: Connection, report: int) -> None:
    """None of the report's claims is an edited one; `settle` makes those that stand again."""
    ids = select(edited.c.claim).where(edited.c.report == report)
    connection.execute(delete(schema.claim).where(schema.claim.c.report == report, schema.claim.c.id.in_(ids)))


def settle(connection: Connection, report: int) -> set[str]:
    """The report's edited claims are those whose edits stand and whose words are in its text; gives every claim that an
    edit of the report was ever about or made."""
    found = connection.execute(select(edited).where(edited.c.report == report).order_by(edited.c.number)).all()
    if not found:
        return set()
    clear(connection, report)
    log = {entry.number: entry for entry in read_log(connection, {row.old for row in found})}
    gone = undone(tuple(log.values()))
    text = connection.execute(select(schema.text.c.text).where(schema.text.c.number == report)).scalar() or ""
    for row in found:
        if row.number not in gone and row.number in log and _present(connection, row.old):
            _make(connection, report, _edit.decode(log[row.number].value).claim, text)
    return {id for row in found for id in (row.old, row.claim)}


def _present(connection: Connection, claim: str) -> bool:
    replaced = schema.replaced
    new = connection.execute(select(replaced.c.new).where(replaced.c.old == claim)).scalar()
    query = select(func.count()).select_from(schema.claim).where(schema.claim.c.id == (new or claim))
    return bool(connection.execute(query).scalar_one())


def _make(connection: Connection, report: int, claim: Claim, text: str) -> None:
    if text[claim.start : claim.end] != claim.quote:
        return
    row = connection.execute(select(schema.report).where(schema.report.c.number == report)).one()
    published = rows.to_report(row).published
    key = connection.execute(
        insert(schema.claim).prefix_with("OR REPLACE").values(report=report, **rows.of_claim(claim, published))
    ).inserted_primary_key
    assert key is not None
    around = sorted({id for place in claim.places for id in (place.id, *place.within)})
    if around:
        connection.execute(insert(schema.claim_place), [{"claim": key[0], "place": place} for place in around])


def is_edited(connection: Connection, claim: str) -> bool:
    """Whether an edit made the claim."""
    return bool(connection.execute(select(exists().where(edited.c.claim == claim))).scalar())


def edited_ids(connection: Connection) -> frozenset[str]:
    """Every claim that an edit ever made."""
    return frozenset(connection.execute(select(edited.c.claim)).scalars())
