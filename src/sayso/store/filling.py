"""The index and the derived rows of a whole case, written at once into tables that are empty."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, Table

from sayso.model.finding import Linked
from sayso.store import index_tables as kept
from sayso.store import rows, schema
from sayso.store.chunking import chunks
from sayso.store.deriving import linked_rows
from sayso.store.knots import Knot
from sayso.store.standing import Stands
from sayso.store.tracing import Keys, Numbers, Traces

#: Rows handed to the database at once.
_AT_ONCE = 5000


class Fact(NamedTuple):
    """One report as it is kept: number, key of its outlet, traces as bytes by kind, and whom it shares text with."""

    report: int
    outlet: str
    was_read: bool
    run: bytes
    detail: bytes
    value: bytes
    partners: bytes


class Filling:
    """Fills the emptied tables, each in one go."""

    def __init__(self, connection: Connection, traces: Traces) -> None:
        self._connection = connection
        self._traces = traces

    def _put(self, table: Table, made: Iterable[Sequence[Any]]) -> None:
        names = ", ".join(column.name for column in table.columns)
        places = ", ".join("?" for _ in table.columns)
        for some in chunks(made, _AT_ONCE):
            self._connection.exec_driver_sql(f"INSERT INTO {table.name} ({names}) VALUES ({places})", some)

    def facts(self, found: Iterable[Fact]) -> None:
        """What is kept of every report."""
        self._put(kept.fact, found)

    def postings(self, kind: str, keys: Keys, reports: Numbers) -> None:
        """Every hash of a kind, with the number of a report that has it."""
        self._traces.fill(kind, keys, reports)

    def claims(
        self, found: Iterable[Stands], outlets: Iterable[tuple[str, str]], breaths: Iterable[tuple[str, str]]
    ) -> None:
        """Every claim that counts, the outlets that claims name, and the pairs told in one breath, both ways."""
        self._put(kept.standing, found)
        self._put(kept.cites, sorted(set(outlets)))
        self._put(kept.breath, sorted({pair for one, other in breaths for pair in ((one, other), (other, one))}))

    def matters(
        self, found: Iterable[Knot], possible: Iterable[tuple[str, str]], tied: Mapping[str, Mapping[str, str]]
    ) -> None:
        """What is kept of every matter, each claim that is possibly about one, and the ties within each."""
        self._put(kept.knot, found)
        self._put(kept.maybe, possible)
        self._put(kept.tied, ((tie, id, parent) for id, ties in tied.items() for tie, parent in ties.items()))

    def named(self, ties: Mapping[str, int]) -> None:
        """Every tie of a citation or credit, with the number of its report."""
        self._put(kept.named, sorted(ties.items()))

    def derived(self, linked: Linked) -> None:
        """The ties, origins and matters, and what each claim has of them."""
        self._put(schema.tie, (tuple(rows.of_tie(each).values()) for each in linked.ties))
        self._put(schema.origin, (tuple(rows.of_origin(each).values()) for each in linked.origins))
        self._put(schema.matter, (tuple(rows.of_matter(each).values()) for each in linked.matters))
        self._put(schema.linked, (tuple(each.values()) for each in linked_rows(linked)))
