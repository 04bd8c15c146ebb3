"""What a run of linking reads and writes, as one value, within one transaction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Select, delete, func, insert, literal, select

from sayso.model.claim import Claim
from sayso.model.decision import Decision
from sayso.model.report import Report, Status
from sayso.store import deriving, moving, rows, schema
from sayso.store.amending import Derived
from sayso.store.chunking import chunks
from sayso.store.filling import Filling
from sayso.store.index_tables import INDEX, changed
from sayso.store.knots import Knots
from sayso.store.log import read_log, standing_decisions
from sayso.store.placing import present_id
from sayso.store.standing import Standing
from sayso.store.tracing import Traces

#: What the rows of the index mean; raised with every change of how linking or weighing come to them.
VERSION = "7"


class Index:
    """A case's index of linking, its derived rows, and the reports, claims and decisions that they are made from."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.traces = Traces(connection)
        self.standing = Standing(connection)
        self.knots = Knots(connection)
        self.derived = Derived(connection)
        self.filling = Filling(connection, self.traces)

    def up_to_date(self, made_by: str) -> bool:
        """Whether the derived rows are those of the case as it stands."""
        now = deriving.revision(self._connection), made_by
        return (deriving.linked_revision(self._connection), self._meta("linked_by")) == now

    def usable(self, made_by: str) -> bool:
        """Whether the index is there and was made by this program and these books."""
        return self._meta("index") == f"{VERSION} {made_by}"

    def _meta(self, key: str) -> str:
        return deriving.get_meta(self._connection, key) or ""

    def stamp(self, made_by: str) -> None:
        """Index and derived rows are those of the case as it stands."""
        deriving.set_meta(self._connection, "index", f"{VERSION} {made_by}")
        deriving.set_meta(self._connection, "index decisions", str(len(read_log(self._connection))))
        deriving.stamp(self._connection, deriving.revision(self._connection), made_by)
        self._connection.execute(delete(changed))

    def clear(self) -> None:
        """Neither index nor derived rows are left; the ids of matters and origins lead to the claims they held."""
        gone = [(each, list(self._connection.execute(select(each.c.id)).scalars())) for each in _NAMED]
        self.derived.drop_matters(gone[0][1])
        self._connection.execute(delete(schema.linked))
        self.derived.drop_origins(gone[1][1])
        deriving.clear(self._connection)
        for table in INDEX:
            self._connection.execute(delete(table))
        self.traces.forget()

    def forget_aliases(self) -> None:
        """An id that a matter or origin has again leads to what it has now."""
        for each in _NAMED:
            query = delete(schema.alias).where(schema.alias.c.old.in_(select(each.c.id)))
            self._connection.execute(query)

    def changed(self) -> list[int]:
        """The reports that were put into the case, or changed, since it was linked; duplicates are left out."""
        query = select(changed.c.report).join(schema.report, schema.report.c.number == changed.c.report)
        query = query.where(schema.report.c.status != Status.DUPLICATE.value).order_by(changed.c.report)
        return list(self._connection.execute(query).scalars())

    def size(self) -> int:
        """How many reports there are but duplicates."""
        query = select(func.count()).where(schema.report.c.status != Status.DUPLICATE.value)
        return self._connection.execute(query).scalar_one()

    def decisions(self) -> tuple[Decision, ...]:
        """The decisions that hold, each about the claim that is there now."""
        moved = {row.old: row.new for row in self._connection.execute(select(schema.replaced)) if row.new}
        return moving.moved(standing_decisions(read_log(self._connection)), moved)

    def later(self) -> list[Decision]:
        """The decisions since the case was linked, those also that were taken back, about the claims there are now; an
        undoing stands for what it took back."""
        log = read_log(self._connection)
        by_number = {str(each.number): each for each in log}
        found = []
        for each in log[int(self._meta("index decisions") or 0) :]:
            while each.says == "undo" and each.value in by_number:
                each = by_number[each.value]
            found.append(replace(each, about=present_id(self._connection, each.about)))
        return found

    def reports_of(self, claims: Iterable[str]) -> set[int]:
        """The reports of some claims, by number."""
        found: set[int] = set()
        for some in chunks(claims):
            query = select(schema.claim.c.report).where(schema.claim.c.id.in_(some))
            found.update(self._connection.execute(query).scalars())
        return found

    def numbers_of(self, reports: Iterable[str]) -> dict[str, int]:
        """The numbers of reports, by id."""
        found: dict[str, int] = {}
        for some in chunks(reports):
            query = select(schema.report.c.id, schema.report.c.number).where(schema.report.c.id.in_(some))
            found.update((row[0], row[1]) for row in self._connection.execute(query))
        return found

    def printed_by(self, numbers: Iterable[int]) -> dict[int, tuple[str, str]]:
        """The id of each report and the outlet that printed it, "" where it is not known."""
        found: dict[int, tuple[str, str]] = {}
        report = schema.report
        for some in chunks(numbers):
            query = select(report.c.number, report.c.id, report.c.outlet).where(report.c.number.in_(some))
            found.update((row[0], (row[1], row[2] or "")) for row in self._connection.execute(query))
        return found

    def reports(self, numbers: Iterable[int]) -> dict[int, Report]:
        """The reports of these numbers, with their texts."""
        report, text = schema.report, schema.text
        found: dict[int, Report] = {}
        for some in chunks(numbers):
            query = select(report, text.c.text).outerjoin(text, text.c.number == report.c.number)
            for row in self._connection.execute(query.where(report.c.number.in_(some))):
                found[row.number] = rows.to_report(row, row.text or "")
        return found

    def everything(self) -> tuple[dict[str, int], list[Report], list[Claim]]:
        """The number of each report but duplicates, by id; these reports with their texts; and all claims."""
        report, text = schema.report, schema.text
        query = select(report, text.c.text).outerjoin(text, text.c.number == report.c.number).order_by(report.c.number)
        numbers: dict[str, int] = {}
        reports: list[Report] = []
        for row in self._connection.execute(query.where(report.c.status != Status.DUPLICATE.value)):
            numbers[row.id] = row.number
            reports.append(rows.to_report(row, row.text or ""))
        return numbers, reports, [rows.to_claim(row) for row in self._connection.execute(_CLAIMS)]

    def claims(self, ids: Iterable[str]) -> dict[str, tuple[int, Claim]]:
        """The claims of these ids, with the numbers of their reports."""
        found: dict[str, tuple[int, Claim]] = {}
        for some in chunks(ids):
            for row in self._connection.execute(_CLAIMS.where(schema.claim.c.id.in_(some))):
                found[row.id] = (row.report, rows.to_claim(row))
        return found

    def told(self, numbers: Iterable[int]) -> Mapping[int, list[Claim]]:
        """All claims of some reports, by id."""
        found: dict[int, list[Claim]] = {}
        for some in chunks(numbers):
            query = _CLAIMS.where(schema.claim.c.report.in_(some)).order_by(schema.claim.c.id)
            for row in self._connection.execute(query):
                found.setdefault(row.report, []).append(rows.to_claim(row))
        return found


_NAMED = (schema.matter, schema.origin)

_CLAIMS: Select[Any] = (
    select(schema.claim.c.id, schema.claim.c.report, schema.claim.c.value, schema.claim.c.review, schema.report.c.path,
           literal("").label("origin"), literal("").label("seen"))
    .join(schema.report, schema.report.c.number == schema.claim.c.report)
)  # fmt: skip


def note_changed(connection: Connection, *reports: int | None) -> None:
    """Linking has these reports to look at again."""
    made = [{"report": number} for number in sorted({number for number in reports if number})]
    if made:
        connection.execute(insert(changed).prefix_with("OR REPLACE"), made)
