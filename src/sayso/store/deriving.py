"""Derived rows: replaced as a whole, in one transaction, from what linking found."""

from __future__ import annotations

import json

from sqlalchemy import Connection, delete, insert, select

from sayso.model.finding import Linked
from sayso.store import rows, schema


def get_meta(connection: Connection, key: str) -> str | None:
    """The single value of that name."""
    return connection.execute(select(schema.meta.c.value).where(schema.meta.c.key == key)).scalar()


def set_meta(connection: Connection, key: str, value: str) -> None:
    """The single value of that name is this."""
    connection.execute(delete(schema.meta).where(schema.meta.c.key == key))
    connection.execute(insert(schema.meta).values(key=key, value=value))


def revision(connection: Connection) -> int:
    """How often the case has changed."""
    return int(get_meta(connection, "revision") or 0)


def linked_revision(connection: Connection) -> int:
    """Which revision the derived rows were made from; -1 where there are none."""
    return int(get_meta(connection, "linked") or -1)


def stamp(connection: Connection, at: int, made_by: str) -> None:
    """The derived rows were made from that revision, by that program and books."""
    set_meta(connection, "linked", str(at))
    set_meta(connection, "linked_by", made_by)


def clear(connection: Connection) -> None:
    """No derived row is left, and no index is of any that come."""
    set_meta(connection, "index", "")
    for table in schema.DERIVED:
        connection.execute(delete(table))


def put(connection: Connection, linked: Linked) -> None:
    """The derived rows are these; ids that vanish still lead to the claims they held."""
    before = {
        **{row.id: rows.to_matter(row.value).claims for row in connection.execute(select(schema.matter))},
        **{row.id: rows.to_origin(row.value).claims for row in connection.execute(select(schema.origin))},
    }
    now = {each.id for each in linked.matters} | {each.id for each in linked.origins}
    clear(connection)
    for old in sorted(before.keys() - now):
        connection.execute(delete(schema.alias).where(schema.alias.c.old == old))
        connection.execute(insert(schema.alias).values(old=old, claims=json.dumps(before[old])))
    if linked.ties:
        connection.execute(insert(schema.tie), [rows.of_tie(each) for each in linked.ties])
    if linked.origins:
        connection.execute(insert(schema.origin), [rows.of_origin(each) for each in linked.origins])
    if linked.matters:
        connection.execute(insert(schema.matter), [rows.of_matter(each) for each in linked.matters])
    if entries := linked_rows(linked):
        connection.execute(insert(schema.linked), entries)


def linked_rows(linked: Linked) -> list[dict[str, str | None]]:
    matter_of = {claim: matter.id for matter in linked.matters for claim in matter.claims}
    seen: dict[str, dict[int, str]] = {}
    for (claim, hop), value in linked.seen.items():
        seen.setdefault(claim, {})[hop] = value
    return [
        {
            "claim": claim,
            "matter": matter_of.get(claim),
            "origin": linked.origin_of.get(claim, ""),
            "seen": rows.of_seen(seen.get(claim, {})),
        }
        for claim in sorted(linked.origin_of.keys() | matter_of.keys() | seen.keys())
    ]
