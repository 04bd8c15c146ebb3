"""Everything that changes a case goes through here, with who, when and why."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from sqlalchemy import Connection, delete, insert, or_

from sayso.model.decision import Decision
from sayso.model.errors import BadInput, Bug
from sayso.model.finding import Linked
from sayso.model.picture import Analysis, Unread
from sayso.store import bulk, deciding, deriving, grouping, originals, schema, stirring, withholding
from sayso.store.deciding import By, Said
from sayso.store.grouping import Brought, Put
from sayso.store.identity import Arrival, Known, Standing
from sayso.store.index import Index
from sayso.store.opening import connected, explained

T = TypeVar("T")


class Writer:
    """A case, open for writing by one named person or program; close it, or use it in a `with` statement."""

    def __init__(self, case: Path, *, who: str, when: str, why: str) -> None:
        self.case = case
        self.who = who
        self._when, self._why = when, why
        self._entered = False
        self._touched: set[int] = set()
        self._connection = connected(case, writable=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """The case is no longer held open."""
        self._connection.close()

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        entered = self._entered
        try:
            with explained(self.case), self._connection.begin():
                yield self._connection
        except BaseException:
            self._entered = entered  # what was written has been taken back
            raise

    def _enter(self, connection: Connection) -> None:
        """The log of writes has one line for this writer, made with its first change."""
        if not self._entered:
            connection.execute(insert(schema.entry).values(who=self.who, at=self._when, why=self._why))
            self._entered = True

    def keep_originals(self, found: Iterable[bytes]) -> None:
        """All of the bytes now stand in the case."""
        originals.keep_all(self.case, found)

    def put(
        self, arrival: Arrival, analysis: Analysis | None, within: Mapping[str, Sequence[str]]
    ) -> tuple[Known, bool]:
        """What the report is to the case, and whether that is now so; False asks for an analysis under that id.

        `within` gives, for a place's id, the ids of the places that contain it.
        """
        told, waits = self._put([(arrival, analysis)], within)
        return (waits, False) if waits else (told[0], True)

    def put_all(self, found: Sequence[Brought], within: Mapping[str, Sequence[str]]) -> Put:
        """What the reports are to the case, and now so in one go, up to the first that asks for an analysis under
        another id; where one cannot be stored, they are put in one by one, and a `Bug` stands in its place."""
        try:
            return Put(*self._put(found, within))
        except BadInput:
            raise
        except Exception:
            return self._put_singly(found, within)

    def _put_singly(self, found: Sequence[Brought], within: Mapping[str, Sequence[str]]) -> Put:
        done: list[Known | Bug] = []
        for each in found:
            try:
                told, waits = self._put([each], within)
            except Bug as error:
                done.append(error)
                continue
            if waits:
                return Put(done, waits)
            done += told
        return Put(done)

    def _put(self, found: Sequence[Brought], within: Mapping[str, Sequence[str]]) -> tuple[list[Known], Known | None]:
        touched = set(self._touched)
        with self._transaction() as connection:
            told, waits = grouping.put_all(connection, found, within, touched)
            if any(known.standing is not Standing.SAME for known in told):
                self._enter(connection)
        self._touched = touched
        return told, waits

    def put_new(self, found: Iterable[tuple[Arrival, Analysis]], within: Mapping[str, Sequence[str]]) -> int:
        """How many reports the case now holds, which held none: all of these, put in at once, or on a `Bug` none."""
        with self._transaction() as connection:
            number = bulk.put_new(connection, found, within)
            self._enter(connection)
            stirring.raise_revision(connection, [True])
        return number

    def met(self, number: int) -> None:
        """This run has met the report of that row, unchanged."""
        self._touched.add(number)

    def settle_unread(self, roots: Iterable[str], unread: Iterable[tuple[str, Unread]]) -> None:
        """Of what lies under the roots, exactly these places are listed as unread."""
        rows = [{"found_at": place, "path": each.path, "why": each.why} for place, each in unread]
        gone = [
            condition
            for root in roots
            for condition in (
                schema.unread.c.found_at == root,
                schema.unread.c.found_at.startswith(f"{root}/", autoescape=True),
            )
        ]
        with self._transaction() as connection:
            if gone:
                connection.execute(delete(schema.unread).where(or_(*gone)))
            if rows:
                places = [row["found_at"] for row in rows]
                connection.execute(delete(schema.unread).where(schema.unread.c.found_at.in_(places)))
                connection.execute(insert(schema.unread), rows)

    def link(self, linked: Linked, revision: int, made_by: str) -> bool:
        """Whether what was linked from that revision now stands; False where something newer does already."""
        with self._transaction() as connection:
            if deriving.linked_revision(connection) > revision:
                return False
            deriving.put(connection, linked)
            deriving.stamp(connection, revision, made_by)
        return True

    @contextmanager
    def linking(self) -> Iterator[Index]:
        """The index and the derived rows, to be changed in one transaction."""
        with self._transaction() as connection:
            yield Index(connection)

    def still_linked(self, made_by: str) -> bool:
        """Whether what was linked before stands for the case as it is now, because linking sees no change since."""
        with self._transaction() as connection:
            linked = deriving.linked_revision(connection)
            same = deriving.get_meta(connection, "linked_by") == made_by
            if not same or linked < 0 or linked < stirring.stirred(connection):
                return False
            deriving.stamp(connection, deriving.revision(connection), made_by)
        return True

    def forget_links(self) -> None:
        """The derived rows are gone; the next `add` makes them again."""
        with self._transaction() as connection:
            deriving.clear(connection)
            deriving.stamp(connection, -1, "")

    def decide(self, about: str, says: str, *, value: str = "", why: str | None = None) -> Decision:
        """The decision as it stands in the log, chained to the one before."""
        return self.decide_all([Said(about, says, value, why)])[0]

    def decide_all(self, said: Sequence[Said]) -> list[Decision]:
        """The decisions as they stand in the log, one entry each; all of them or none."""
        with self._transaction() as connection:
            made = deciding.put(connection, By(self.who, self._when, self._why), said, str(self.case))
            self._enter(connection)
        return made

    def refresh_desk(self, refresh: Callable[[Connection], T]) -> T:
        """What refreshing the desk's derived rows gives; they are no change of the case."""
        with self._transaction() as connection:
            return refresh(connection)

    def put_hidden(
        self, revision: int, hides: withholding.Hides, masked: Mapping[str, str], stays: Collection[str]
    ) -> bool:
        """Whether what reports hide, as worked out at that revision, now stands; False where the case has changed."""
        with self._transaction() as connection:
            if deriving.revision(connection) != revision:
                return False
            withholding.put(connection, hides, masked, stays)
        return True
