"""Everything that changes a case goes through here, with who, when and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, delete, insert, or_

from sayso.model.decision import Decision
from sayso.model.errors import BadInput
from sayso.model.finding import Linked
from sayso.model.picture import Analysis, Unread
from sayso.store import deriving, originals, placing, schema, stirring
from sayso.store.identity import Arrival, Known, Standing, standing_of
from sayso.store.log import START, VERBS, broken_links, hash_of, read_log, undone
from sayso.store.opening import connected, explained


class Writer:
    """A case, open for writing by one named person or program; close it, or use it in a `with` statement."""

    def __init__(self, case: Path, *, who: str, when: str, why: str) -> None:
        self.case = case
        self._who, self._when, self._why = who, when, why
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
        with explained(self.case), self._connection.begin():
            yield self._connection

    def _enter(self, connection: Connection) -> None:
        """The log of writes has one line for this writer, made with its first change."""
        if not self._entered:
            connection.execute(insert(schema.entry).values(who=self._who, at=self._when, why=self._why))
            self._entered = True

    def keep_original(self, data: bytes) -> str:
        """The hash of the bytes, which now stand in the case."""
        return originals.keep(self.case, data)

    def put(
        self, arrival: Arrival, analysis: Analysis | None, within: Mapping[str, Sequence[str]]
    ) -> tuple[Known, bool]:
        """What the report is to the case, and whether that is now so; False asks for an analysis under that id.

        `within` gives, for a place's id, the ids of the places that contain it.
        """
        with self._transaction() as connection:
            known = standing_of(connection, arrival, self._touched)
            stirs = stirring.report_stirs(connection, known, analysis)
            if known.standing in (Standing.NEW, Standing.CHANGED):
                if analysis is None or analysis.report != known.id:
                    return known, False
                number = placing.put_report(connection, arrival, known, analysis, within)
            elif known.standing is Standing.DUPLICATE:
                number = placing.put_duplicate(connection, arrival, known)
            else:
                number = known.number or 0
            self._touched.add(number)
            if known.standing is not Standing.SAME:
                self._enter(connection)
                stirring.raise_revision(connection, stirs=stirs)
        return known, True

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
        if says not in VERBS:
            raise BadInput(f"is no decision; say one of {', '.join(sorted(VERBS))}", repr(says), exit_code=2)
        with self._transaction() as connection:
            log = read_log(connection)
            if broken := broken_links(log):
                raise BadInput(f"the decision log does not hold ({broken[0]}); run `sayso verify`", str(self.case))
            if says == "undo":
                about = _undoable(log, value).about
            entry = _next(log, (self._who, self._when, self._why if why is None else why), (about, says, value))
            connection.execute(
                insert(schema.decision).values(
                    number=entry.number,
                    who=entry.who,
                    at=entry.when,
                    why=entry.why,
                    about=about,
                    says=says,
                    value=value,
                    previous=entry.previous,
                    hash=entry.hash,
                )
            )
            placing.review_again(connection, [placing.present_id(connection, about)])
            self._enter(connection)
            stirring.raise_revision(connection, stirs=stirring.decision_stirs(says))
        return entry


def _undoable(log: Sequence[Decision], number: str) -> Decision:
    """The entry of that number, which no other has taken back yet."""
    gone = undone(log)
    for entry in log:
        if str(entry.number) == number and entry.number not in gone:
            return entry
    raise BadInput("no decision of that number stands that could be undone", repr(number), exit_code=4)


def _next(log: Sequence[Decision], by: tuple[str, str, str], what: tuple[str, str, str]) -> Decision:
    previous = log[-1].hash if log else START
    entry = Decision(len(log) + 1, *by, *what, previous, "")
    return Decision(entry.number, *by, *what, previous, hash_of(entry))
