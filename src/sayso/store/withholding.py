"""What reports hide, kept in the case; what it is worked out from, read without the rest of the claims."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

import msgspec
from sqlalchemy import Connection, delete, func, insert, select

from sayso.model.slots import Actor, Other
from sayso.model.span import Span
from sayso.model.telling import Hop
from sayso.store import rows, schema
from sayso.store.chunking import chunks
from sayso.store.desk_tables import hidden, shown, stale

Hides = Mapping[str, tuple[Sequence[Span], Mapping[str, str]]]


class Named(msgspec.Struct):
    """Of a claim only whom it names."""

    report: str
    chain: tuple[Hop, ...]
    actor: Actor | None = None
    other: Other | None = None


_named = msgspec.json.Decoder(Named)


def unsettled(connection: Connection) -> set[str] | None:
    """The reports that were read, or whose claims came to name others, since it was worked out what reports hide; None
    where all are to be looked at."""
    marks = connection.execute(select(stale.c.id).where(stale.c.kind == "names")).scalars().all()
    if "" in marks:
        return None
    found: set[str] = set()
    for some in chunks(int(each) for each in marks):
        found.update(connection.execute(select(schema.report.c.id).where(schema.report.c.number.in_(some))).scalars())
    return found


def is_unsettled(connection: Connection) -> bool:
    """Whether it has to be worked out again what reports hide."""
    return connection.execute(select(stale.c.id).where(stale.c.kind == "names").limit(1)).first() is not None


def named(connection: Connection) -> Iterator[Named]:
    """Whom each claim names, by report and place in its text."""
    of = schema.claim.c
    ordered = select(of.number).order_by(of.report, of.start, of.end, of.indicator, of.id)
    for some in chunks(connection.execute(ordered).scalars().all()):
        query = select(of.number, of.value).where(of.number.in_(some))
        found = {row[0]: row[1] for row in connection.execute(query)}
        yield from (_named.decode(found[number]) for number in some)


def is_told_by(connection: Connection, name: str) -> bool:
    """Whether the chain of some claim names that teller."""
    holds = func.instr(schema.claim.c.value, b'"name":' + msgspec.json.encode(name)) > 0
    found = connection.execute(select(schema.claim.c.value).where(holds)).scalars()
    return any(hop.name == name for value in found for hop in _named.decode(value).chain)


def texts(connection: Connection, reports: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Each of the reports with its text."""
    query = select(schema.report.c.id, schema.text.c.text).join(schema.text)
    for some in chunks(reports):
        for row in connection.execute(query.where(schema.report.c.id.in_(some))):
            yield row[0], row[1]


def reports_with(connection: Connection, phrase: str) -> list[str]:
    """The reports in whose text those words stand one after the other."""
    query = "SELECT report.id FROM text_words JOIN report ON report.number = text_words.rowid WHERE text_words MATCH ?"
    return sorted(connection.exec_driver_sql(query, (phrase,)).scalars())


def kinds(connection: Connection) -> dict[str, dict[str, str]]:
    """The kind of person by name that each report hides, as it was worked out last."""
    query = select(schema.report.c.id, hidden.c.kinds).join(hidden)
    return {row[0]: json.loads(row[1]) for row in connection.execute(query)}


def put(connection: Connection, hides: Hides, masked: Mapping[str, str], stays: Collection[str]) -> None:
    """What these reports hide is this, by id, with the texts of those that hide names, masked, to be searched; what
    others hide is gone, except where it stays as it is."""
    numbers = {row.id: row.number for row in connection.execute(select(schema.report.c.id, schema.report.c.number))}
    keep = {numbers[id] for id in stays}
    for table in (hidden, shown):
        before = connection.execute(select(table.c.number)).scalars().all()
        for some in chunks(number for number in before if number not in keep):
            connection.execute(delete(table).where(table.c.number.in_(some)))
    for id in sorted(hides):
        spans, told = hides[id]
        written = json.dumps(dict(sorted(told.items())), ensure_ascii=False)
        connection.execute(insert(hidden).values(number=numbers[id], spans=rows.of_spans(tuple(spans)), kinds=written))
        if id in masked:
            connection.execute(insert(shown).values(number=numbers[id], text=masked[id]))
    connection.execute(delete(stale).where(stale.c.kind == "names"))
