"""Which report of the case an arriving one is: a new one, one it has, a change of its metadata, or a duplicate."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, select

from sayso.model.ids import id_of
from sayso.model.report import Report, Status
from sayso.store.rows import to_report
from sayso.store.schema import report as reports


@dataclass(frozen=True, slots=True)
class Arrival:
    """A report as it comes in.

    `found_at` is where it stands on this machine, `given` what a manifest or its row says of it ("" for nothing),
    `made_by` the program and codebook that read it.
    """

    report: Report
    found_at: str
    given: str
    made_by: str

    @property
    def bare(self) -> bool:
        """Whether neither manifest nor row says anything of it."""
        return not self.given


@dataclass(frozen=True, slots=True)
class Met:
    """What is known of a file or row before it is read: the hash of its bytes, where it stands, what is given."""

    sha256: str
    found_at: str
    given: str


class Standing(StrEnum):
    """What an arriving report is to a case."""

    NEW = "new"
    SAME = "same"
    CHANGED = "changed"  # its metadata, or what reads it
    DUPLICATE = "duplicate"


@dataclass(frozen=True, slots=True)
class Known:
    """What a case knows of an arriving report.

    `id` is the one it has or will have, `number` its row (for a duplicate, that of the report it repeats, with its
    `path`), `report` the value as the case will hold it, `key` the id that its metadata give, `given` what they are.
    """

    standing: Standing
    report: Report
    key: str
    number: int | None = None
    path: str = ""
    given: str = ""

    @property
    def id(self) -> str:
        """The id the report has or will have in the case."""
        return self.report.id


class Alike:
    """The rows of reports by the hash of their bytes, asked for at once."""

    def __init__(self, connection: Connection, hashes: Iterable[str]) -> None:
        self._connection = connection
        self._rows: dict[str, list[Any]] = {each: [] for each in hashes}
        for row in self._asked(sorted(self._rows)):
            self._rows[row.sha256].append(row)

    def _asked(self, hashes: Sequence[str]) -> Iterable[Any]:
        query = select(reports).where(reports.c.sha256.in_(hashes)).order_by(reports.c.number)
        return self._connection.execute(query)

    def of(self, sha256: str) -> Sequence[Any]:
        """The rows of that hash, by number."""
        if sha256 not in self._rows:
            self._rows[sha256] = list(self._asked([sha256]))
        return self._rows[sha256]

    def forget(self, sha256: str) -> None:
        """The rows of that hash have changed."""
        self._rows.pop(sha256, None)


def standing_of(known: Alike, arrival: Arrival, touched: AbstractSet[int]) -> Known:
    """What the arriving report is; `touched` are the rows that this run has already met.

    The same bytes, outlet and url are one report, whatever the path. At the same place on this machine other
    metadata are a later manifest's; in another place they are another report's, unless nothing was known before.
    """
    report = arrival.report
    alike = known.of(report.sha256)
    exact = [row for row in alike if row.key == report.id]
    here = next((row for row in exact if row.path == report.path), None)
    first = next((row for row in exact if row.status != Status.DUPLICATE), None)
    if here is not None and (here.status != Status.DUPLICATE or first is None):
        return _kept(here, arrival)
    if here is not None:
        return _known(Standing.SAME, here.id, arrival, here.number)
    moved = next((row for row in alike if row.number not in touched and _same_place(row, arrival)), None)
    if first is not None and (moved is None or moved.number == first.number):
        repeat = _known(Standing.DUPLICATE, duplicate_id(report.id, report.path), arrival, first.number)
        return replace(repeat, path=first.path)
    if moved is None or (moved.status == Status.DUPLICATE and not arrival.bare):
        return _known(Standing.NEW, _free_id(alike, report), arrival, moved.number if moved else None)
    return _kept(moved, arrival)


def unchanged(connection: Connection, met: Sequence[Met | None], made_by: str) -> list[int | None]:
    """For each the row of a report that was read from there before, and would be read the same again; None where it is
    not."""
    hashes = sorted({each.sha256 for each in met if each})
    query = select(reports.c.sha256, reports.c.found_at, reports.c.given, reports.c.number)
    query = query.where(reports.c.sha256.in_(hashes), reports.c.made_by == made_by).order_by(reports.c.number.desc())
    known = {(row.sha256, row.found_at): row for row in connection.execute(query)} if hashes else {}
    rows = [known.get((each.sha256, each.found_at)) if each else None for each in met]
    return [
        row.number if each and row and each.given in ("", row.given) else None
        for each, row in zip(met, rows, strict=True)
    ]


def duplicate_id(key: str, path: str) -> str:
    """The id under which a duplicate is listed: its path tells it from the report it repeats."""
    return id_of("r", key, "duplicate", path)


def _known(standing: Standing, id: str, arrival: Arrival, number: int | None = None) -> Known:
    return Known(standing, replace(arrival.report, id=id), arrival.report.id, number, given=arrival.given)


def _kept(row: Any, arrival: Arrival) -> Known:
    fresh = row.made_by == arrival.made_by and row.status != Status.DUPLICATE
    if fresh and (arrival.bare or row.given == arrival.given):
        return _known(Standing.SAME, row.id, arrival, row.number)
    if not arrival.bare or row.key == arrival.report.id:
        return _known(Standing.CHANGED, row.id, arrival, row.number)
    # No manifest this time: what an earlier one said of the report still holds.
    before = to_report(row)
    report = replace(
        arrival.report,
        id=row.id,
        outlet=before.outlet,
        outlet_written=before.outlet_written,
        published=before.published,
        title=before.title,
        url=before.url,
    )
    return Known(Standing.CHANGED, report, row.key, row.number, given=row.given)


def _same_place(row: Any, arrival: Arrival) -> bool:
    if row.found_at == arrival.found_at:
        return True
    return bool(row.path == arrival.report.path and (arrival.bare or not row.given))


def _free_id(alike: Any, report: Report) -> str:
    taken = any(row.id == report.id for row in alike)
    return id_of("r", report.id, report.path) if taken else report.id
