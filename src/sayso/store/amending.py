"""The derived rows themselves, changed one by one."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table, delete, insert, select

from sayso.model.finding import Matter, Origin, Tie
from sayso.store import rows
from sayso.store.chunking import chunks
from sayso.store.schema import alias, linked, matter, origin, tie


class Derived:
    """The rows of matters, origins and ties, changed one by one; ids that vanish still lead to the claims they held."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def matters(self, ids: Iterable[str]) -> dict[str, Matter]:
        """The matters of these ids."""
        return {id: rows.to_matter(value) for id, value in self._values(matter, ids)}

    def origins(self, ids: Iterable[str]) -> dict[str, Origin]:
        """The origins of these ids."""
        return {id: rows.to_origin(value) for id, value in self._values(origin, ids)}

    def ties(self, ids: Iterable[str]) -> dict[str, Tie]:
        """The ties of these ids."""
        return {id: rows.to_tie(value) for id, value in self._values(tie, ids)}

    def _values(self, table: Table, ids: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        for some in chunks(ids):
            for row in self._connection.execute(select(table.c.id, table.c.value).where(table.c.id.in_(some))):
                yield row[0], row[1]

    def put_matters(self, found: Iterable[Matter]) -> None:
        """These matters stand."""
        self._put(matter, map(rows.of_matter, found))

    def put_origins(self, found: Iterable[Origin]) -> None:
        """These origins stand."""
        self._put(origin, map(rows.of_origin, found))

    def put_ties(self, found: Iterable[Tie]) -> None:
        """These ties stand."""
        self._put(tie, map(rows.of_tie, found))

    def _put(self, table: Table, made: Iterable[dict[str, Any]]) -> None:
        for some in chunks(made, 1000):
            self._connection.execute(insert(table).prefix_with("OR REPLACE"), some)

    def drop_ties(self, ids: Iterable[str]) -> None:
        """These ties stand no longer."""
        for some in chunks(ids):
            self._connection.execute(delete(tie).where(tie.c.id.in_(some)))

    def drop_matters(self, ids: Iterable[str]) -> None:
        """These matters stand no longer."""
        for some in chunks(sorted(ids)):
            self._drop(matter, {id: found.claims for id, found in self.matters(some).items()})

    def drop_origins(self, ids: Iterable[str]) -> None:
        """Of these origins, those that no claim has stand no longer."""
        for some in chunks(sorted(ids)):
            query = select(linked.c.origin).where(linked.c.origin.in_(some)).distinct()
            had = set(self._connection.execute(query).scalars())
            self._drop(origin, {id: found.claims for id, found in self.origins(set(some) - had).items()})

    def _drop(self, table: Table, lost: Mapping[str, Sequence[str]]) -> None:
        if lost:
            self._connection.execute(delete(table).where(table.c.id.in_(sorted(lost))))
            made = [{"old": id, "claims": json.dumps(lost[id])} for id in sorted(lost)]
            self._connection.execute(insert(alias).prefix_with("OR REPLACE"), made)
