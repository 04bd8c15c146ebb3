"""What linking found, read back: matters, origins and ties, under the ids they have or once had."""

from __future__ import annotations

import json
from collections.abc import Iterator

from sqlalchemy import Connection, select

from sayso.model.finding import Matter, Origin, Tie
from sayso.store import rows, schema


def matters(connection: Connection) -> tuple[Matter, ...]:
    """The matters, by id."""
    query = select(schema.matter.c.value).order_by(schema.matter.c.id)
    return tuple(rows.to_matter(value) for value in connection.execute(query).scalars())


def origins(connection: Connection) -> tuple[Origin, ...]:
    """The origins, by id."""
    query = select(schema.origin.c.value).order_by(schema.origin.c.id)
    return tuple(rows.to_origin(value) for value in connection.execute(query).scalars())


def ties(connection: Connection) -> tuple[Tie, ...]:
    """The ties, by id."""
    query = select(schema.tie.c.value).order_by(schema.tie.c.id)
    return tuple(rows.to_tie(value) for value in connection.execute(query).scalars())


def matter(connection: Connection, id: str) -> Matter | None:
    """The matter that has or once had that id."""
    for each in _ids(connection, id, matter=True):
        query = select(schema.matter.c.value).where(schema.matter.c.id == each)
        if (value := connection.execute(query).scalar()) is not None:
            return rows.to_matter(value)
    return None


def origin(connection: Connection, id: str) -> Origin | None:
    """The origin that has or once had that id."""
    for each in _ids(connection, id, matter=False):
        query = select(schema.origin.c.value).where(schema.origin.c.id == each)
        if (value := connection.execute(query).scalar()) is not None:
            return rows.to_origin(value)
    return None


def _ids(connection: Connection, id: str, *, matter: bool) -> Iterator[str]:
    """The id, then those of the matters or origins that hold the claims it was named by or held."""
    yield id
    known = connection.execute(select(schema.alias.c.claims).where(schema.alias.c.old == id)).scalar()
    column = schema.linked.c.matter if matter else schema.linked.c.origin
    for claim in ("c" + id[1:], *(json.loads(known) if known else ())):
        new = connection.execute(select(schema.replaced.c.new).where(schema.replaced.c.old == claim)).scalar()
        found = connection.execute(select(column).where(schema.linked.c.claim == (new or claim))).scalar()
        if found:
            yield found
