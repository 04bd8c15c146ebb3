"""Several reports put into a case in one go: what each of them is to it, as if they came one by one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from sayso.model.errors import Bug
from sayso.model.picture import Analysis
from sayso.store import placing, stirring
from sayso.store.identity import Alike, Arrival, Known, Standing, standing_of
from sayso.store.index import note_changed

#: A report as it comes in, with its analysis where there is one.
Brought = tuple[Arrival, Analysis | None]


@dataclass(frozen=True, slots=True)
class Put:
    """What reports are to a case, in order, or what keeps one out; where fewer are told than came, the next one is to
    be analysed again as `waits`."""

    told: Sequence[Known | Bug]
    waits: Known | None = None


def put_all(
    connection: Connection, found: Sequence[Brought], within: Mapping[str, Sequence[str]], touched: set[int]
) -> tuple[list[Known], Known | None]:
    """What the reports are to the case, which now holds them, up to the first that is to be analysed again, and that
    one; `touched` are the rows that this run has met, and `Bug` says that one cannot be stored."""
    alike = Alike(connection, {arrival.report.sha256 for arrival, _ in found})
    told: list[Known] = []
    waits: Known | None = None
    noted: list[int | None] = []
    stirs: list[bool] = []
    for arrival, analysis in found:
        known = standing_of(alike, arrival, touched)
        if _asks(known, analysis):
            waits = known
            break
        stirred = known.standing is not Standing.SAME and stirring.report_stirs(connection, known, analysis)
        number = _placed(connection, arrival, known, analysis, within)
        touched.add(number)
        told.append(known)
        if known.standing is not Standing.SAME:
            alike.forget(arrival.report.sha256)
            noted += [number, known.number]
            stirs.append(stirred)
    if stirs:
        note_changed(connection, *noted)
        stirring.raise_revision(connection, stirs)
    return told, waits


def _asks(known: Known, analysis: Analysis | None) -> bool:
    coded = known.standing in (Standing.NEW, Standing.CHANGED)
    return coded and (analysis is None or analysis.report != known.id)


def _placed(
    connection: Connection,
    arrival: Arrival,
    known: Known,
    analysis: Analysis | None,
    within: Mapping[str, Sequence[str]],
) -> int:
    if known.standing is Standing.DUPLICATE:
        return placing.put_duplicate(connection, arrival, known)
    if known.standing is Standing.SAME or analysis is None:
        return known.number or 0
    return placing.put_report(connection, arrival, known, analysis, within)
