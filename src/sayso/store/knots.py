"""What linking keeps of each matter between two runs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from sqlalchemy import Connection, Table, delete, func, insert, select

from sayso.store.chunking import chunks
from sayso.store.index_tables import knot, maybe, named, tied


class Knot(NamedTuple):
    """What is kept of a matter: `members` tells whether its claims changed, `trends` is JSON by claim."""

    matter: str
    members: str
    topic: str
    shelf: str
    spot: str
    trends: str


class Knots:
    """The kept rows of matters, with the ties within them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, matters: Iterable[str]) -> dict[str, Knot]:
        """What is kept of some matters."""
        return {each.matter: each for each in self._where("matter", matters)}

    def at_spots(self, spots: Iterable[str]) -> list[Knot]:
        """The matters at some spots in place and time."""
        return self._where("spot", spots)

    def in_topics(self, topics: Iterable[str]) -> list[Knot]:
        """The matters of some indicators and actors."""
        return self._where("topic", topics)

    def _where(self, column: str, values: Iterable[str]) -> list[Knot]:
        found: list[Knot] = []
        for some in chunks(values):
            query = select(knot).where(knot.c[column].in_(some)).order_by(knot.c.matter)
            found += [Knot(*row) for row in self._connection.execute(query)]
        return found

    def with_trends(self) -> list[Knot]:
        """The matters whose claims tell a trend."""
        query = select(knot).where(knot.c.trends != "").order_by(knot.c.matter)
        return [Knot(*row) for row in self._connection.execute(query)]

    def crowded(self) -> list[str]:
        """The spots that hold more than one matter."""
        query = select(knot.c.spot).where(knot.c.spot != "").group_by(knot.c.spot).having(func.count() > 1)
        return list(self._connection.execute(query.order_by(knot.c.spot)).scalars())

    def least(self, topic: str, most: int) -> dict[str, tuple[str, ...]]:
        """Of an indicator and actor, the least so many matters of each kind and stage."""
        shelves = self._connection.execute(select(knot.c.shelf).where(knot.c.topic == topic).distinct()).scalars().all()
        query = select(knot.c.matter).where(knot.c.topic == topic).order_by(knot.c.matter).limit(most)
        return {
            shelf: tuple(self._connection.execute(query.where(knot.c.shelf == shelf)).scalars())
            for shelf in sorted(shelves)
        }

    def put(self, found: Iterable[Knot]) -> None:
        """Of these matters this is kept."""
        for some in chunks(found, 5000):
            self._connection.execute(insert(knot).prefix_with("OR REPLACE"), [each._asdict() for each in some])

    def put_possible(self, possible: Mapping[str, Sequence[str]]) -> None:
        """Exactly these claims are possibly about these matters."""
        self._drop(maybe, possible)
        pairs = ((claim, id) for id, claims in possible.items() for claim in claims)
        for some in chunks(pairs, 5000):
            self._connection.execute(insert(maybe), [{"claim": claim, "matter": id} for claim, id in some])

    def possible(self, claims: Iterable[str]) -> set[str]:
        """The matters that some claims are possibly about."""
        found: set[str] = set()
        for some in chunks(claims):
            found.update(self._connection.execute(select(maybe.c.matter).where(maybe.c.claim.in_(some))).scalars())
        return found

    def put_tied(self, found: Mapping[str, Mapping[str, str]]) -> None:
        """Within these matters exactly these ties hold, each with the least claim it leads to."""
        self._drop(tied, found)
        entries = ((tie, id, parent) for id, ties in found.items() for tie, parent in ties.items())
        for some in chunks(entries, 5000):
            made = [{"tie": tie, "matter": id, "parent": parent} for tie, id, parent in some]
            self._connection.execute(insert(tied), made)

    def tied(self, matters: Iterable[str]) -> dict[str, dict[str, str]]:
        """The ties within some matters, each with the least claim it leads to."""
        found: dict[str, dict[str, str]] = {}
        for some in chunks(matters):
            for row in self._connection.execute(select(tied).where(tied.c.matter.in_(some))):
                found.setdefault(row.matter, {})[row.tie] = row.parent
        return found

    def leading(self, ties: Iterable[str]) -> dict[str, str]:
        """For each tie that holds within some matter, the least claim it leads to."""
        found: dict[str, str] = {}
        for some in chunks(ties):
            query = select(tied.c.tie, func.min(tied.c.parent)).where(tied.c.tie.in_(some)).group_by(tied.c.tie)
            found.update((row[0], row[1]) for row in self._connection.execute(query))
        return found

    def around(self, ties: Iterable[str]) -> set[str]:
        """The matters within which some ties hold."""
        found: set[str] = set()
        for some in chunks(ties):
            found.update(self._connection.execute(select(tied.c.matter).where(tied.c.tie.in_(some))).scalars())
        return found

    def named(self, reports: Iterable[int]) -> set[str]:
        """The ties of citations and credits of some reports."""
        found: set[str] = set()
        for some in chunks(reports):
            found.update(self._connection.execute(select(named.c.tie).where(named.c.report.in_(some))).scalars())
        return found

    def naming(self, ties: Iterable[str]) -> dict[str, int]:
        """The reports of those ties that are citations or credits."""
        found: dict[str, int] = {}
        for some in chunks(ties):
            found.update(
                (row.tie, row.report) for row in self._connection.execute(select(named).where(named.c.tie.in_(some)))
            )
        return found

    def put_named(self, ties: Mapping[str, int], gone: Iterable[str]) -> None:
        """The ties of citations and credits are of these reports; those that are gone are of none."""
        for some in chunks(gone):
            self._connection.execute(delete(named).where(named.c.tie.in_(some)))
        for entries in chunks(ties.items(), 5000):
            made = [{"tie": tie, "report": report} for tie, report in entries]
            self._connection.execute(insert(named).prefix_with("OR REPLACE"), made)

    def _drop(self, table: Table, matters: Iterable[str]) -> None:
        for some in chunks(matters):
            self._connection.execute(delete(table).where(table.c.matter.in_(some)))

    def drop(self, matters: Sequence[str]) -> None:
        """Nothing is kept of these matters."""
        for table in (knot, maybe, tied):
            self._drop(table, matters)
