"""Pages of a case: some claims, matters or reports at a time, without reading the others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, Table, func, select

from sayso.model.claim import Claim
from sayso.model.finding import Matter, Origin
from sayso.model.report import Report
from sayso.store import rows, schema
from sayso.store.desk_tables import coded, desk
from sayso.store.readers import remembered
from sayso.store.rows import Printed

#: So many ids are asked for at once.
_AT_ONCE = 500

STATES = ("unreviewed", "unsure", "accepted", "rejected", "superseded")


@dataclass(frozen=True, slots=True)
class Entry:
    """What the desk knows of a claim, and its report."""

    state: str
    effect: int
    matter: str | None
    told: tuple[int, int, int]  # the marks of its effect, and how many origins and outlets its matter has
    printed: Printed


@dataclass(frozen=True, slots=True)
class Page:
    """Which part of a list is wanted."""

    offset: int
    limit: int


def mine(connection: Connection, who: str, indicators: Sequence[str], page: Page) -> tuple[list[str], int]:
    """The claims that `who` gave a verdict on, in the order of their effect, and how many there are."""
    conditions: list[ColumnElement[bool]] = [desk.c.claim.in_(select(coded.c.claim).where(coded.c.who == who))]
    if indicators:
        conditions.append(desk.c.indicator.in_(indicators))
    ordered = select(desk.c.claim).where(*conditions).order_by(desk.c.effect.desc(), desk.c.claim.desc())
    count = select(func.count()).select_from(desk).where(*conditions)
    ids = connection.execute(ordered.limit(page.limit).offset(page.offset)).scalars()
    return list(ids), connection.execute(count).scalar_one()


_ENTRY = (
    select(desk.c.claim, desk.c.state, desk.c.effect, desk.c.matter, desk.c.marks, schema.matter.c.high,
           schema.matter.c.outlets, schema.report.c.value)
    .join(schema.report, schema.report.c.number == desk.c.report)
    .outerjoin(schema.matter, schema.matter.c.id == desk.c.matter)
)  # fmt: skip


def entries(connection: Connection, ids: Sequence[str]) -> dict[str, Entry]:
    """What the desk knows of the claims, by id."""
    found = {}
    for part in _parts(ids):
        for row in connection.execute(_ENTRY.where(desk.c.claim.in_(part))):
            told = (row.marks, row.high or 0, row.outlets or 0)
            found[row.claim] = Entry(row.state, row.effect, row.matter, told, rows.to_printed(row.value))
    return found


def reports(connection: Connection, ids: Sequence[str]) -> dict[str, Report]:
    """The reports that were read, with their texts, by id."""
    query = select(schema.report, schema.text.c.text).outerjoin(schema.text)
    return {
        row.id: rows.to_report(row, row.text or "")
        for part in _parts(ids)
        for row in connection.execute(query.where(schema.report.c.id.in_(part)))
    }


def ids_of(connection: Connection, table: Table, numbers: Sequence[int]) -> list[str]:
    """The ids of claims or reports of these numbers, in this order."""
    found: dict[int, str] = {}
    for part in (numbers[at : at + _AT_ONCE] for at in range(0, len(numbers), _AT_ONCE)):
        query = select(table.c.number, table.c.id).where(table.c.number.in_(part))
        found.update((row[0], row[1]) for row in connection.execute(query))
    return [found[number] for number in numbers if number in found]


def claims(connection: Connection, ids: Sequence[str]) -> dict[str, Claim]:
    """The claims, by id."""
    claim, report, linked = schema.claim, schema.report, schema.linked
    query = (
        select(claim.c.value, claim.c.review, report.c.path, linked.c.origin, linked.c.seen)
        .join(report, report.c.number == claim.c.report)
        .outerjoin(linked, linked.c.claim == claim.c.id)
    )
    found = (
        rows.to_claim(row) for part in _parts(ids) for row in connection.execute(query.where(claim.c.id.in_(part)))
    )
    return {each.id: each for each in found}


def claims_in(connection: Connection, report: str) -> list[str]:
    """The ids of a report's claims, in text order."""
    claim = schema.claim
    query = select(claim.c.id).join(schema.report).where(schema.report.c.id == report)
    return list(connection.execute(query.order_by(claim.c.start, claim.c.end, claim.c.indicator, claim.c.id)).scalars())


def matter_page(connection: Connection, page: Page) -> tuple[list[Matter], int]:
    """The matters with the widest base first, and how many there are."""
    of = schema.matter.c
    ordered = select(of.id).order_by(of.low.desc(), of.high.desc(), of.outlets.desc(), of.reports.desc(), of.id)
    ids = remembered(connection, "matters", lambda: connection.execute(ordered).scalars().all())
    some = ids[page.offset : page.offset + page.limit]
    return [rows.to_matter(value) for value in _values(connection, schema.matter, some)], len(ids)


def origin_page(connection: Connection, page: Page) -> tuple[list[Origin], int]:
    """The origins with the most claims first, and how many there are."""
    held, linked, origin = func.count().label("held"), schema.linked.c.origin, schema.origin.c.id
    ordered = select(origin).join(schema.linked, linked == origin).group_by(origin).order_by(held.desc(), origin)
    ids = remembered(connection, "origins", lambda: connection.execute(ordered).scalars().all())
    total = connection.execute(select(func.count()).select_from(schema.origin)).scalar_one()
    some = ids[page.offset : page.offset + page.limit]
    return [rows.to_origin(value) for value in _values(connection, schema.origin, some)], total


def _values(connection: Connection, table: Table, ids: Sequence[str]) -> list[bytes]:
    """The values of matters or origins, in the order of these ids."""
    query = select(table.c.id, table.c.value)
    found = {row[0]: row[1] for part in _parts(ids) for row in connection.execute(query.where(table.c.id.in_(part)))}
    return [found[id] for id in ids if id in found]


def _parts(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    for at in range(0, len(ids), _AT_ONCE):
        yield ids[at : at + _AT_ONCE]


def claim_counts(connection: Connection, reports: Sequence[str]) -> dict[str, int]:
    """How many claims each report has that no edit has taken the place of."""
    query = select(schema.report.c.id, func.count()).join(desk, desk.c.report == schema.report.c.number)
    found: dict[str, int] = {}
    for part in _parts(reports):
        narrowed = query.where(schema.report.c.id.in_(part), desk.c.state != "superseded").group_by(schema.report.c.id)
        found.update((row[0], row[1]) for row in connection.execute(narrowed))
    return found
