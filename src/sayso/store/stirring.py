"""Which changes of a case linking cannot see, so that what it found stands as it is.

Linking sees the claims that count, the texts of their reports, and, of reports without a claim, only whether an outlet
that some claim names has a report that was read. So a report without a claim changes nothing where its outlet has two
others that were read (two, because a report is no witness for itself), or is not known.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection

from sayso.model.picture import Analysis
from sayso.model.report import Status
from sayso.store.deriving import get_meta, revision, set_meta
from sayso.store.identity import Known, Standing
from sayso.store.schema import report

#: Decisions that are about no claim's place in a matter or an origin.
_UNSEEN = frozenset({"note", "grade", "sentence", "drop", "view", "publish"})

#: Reports of an outlet that were read, from which on one more without a claim changes no hop's state.
_ENOUGH = 2


_READ = f"SELECT 1 FROM {report.name} WHERE outlet = ? AND status = ? LIMIT ?"


def stirred(connection: Connection) -> int:
    """The revision at which something that linking sees last changed; the present one where that was not kept."""
    kept = get_meta(connection, "stirred")
    return revision(connection) if kept is None else int(kept)


def raise_revision(connection: Connection, stirs: Sequence[bool]) -> None:
    """The case has changed that often, each time in something that linking sees or not."""
    before = revision(connection)
    set_meta(connection, "revision", str(before + len(stirs)))
    if any(stirs):
        last = max(at for at, each in enumerate(stirs, 1) if each)
        set_meta(connection, "stirred", str(before + last))


def decision_stirs(says: str) -> bool:
    """Whether linking sees such a decision."""
    return says not in _UNSEEN


def report_stirs(connection: Connection, known: Known, analysis: Analysis | None) -> bool:
    """Whether linking would see the arriving report; asked before it is put into the case."""
    if known.standing is Standing.DUPLICATE:
        return known.report.path < known.path  # the least path is the report's, and a reason may name it
    if known.standing is not Standing.NEW or known.number is not None or (analysis and analysis.claims):
        return True
    outlet = known.report.outlet
    if outlet is None:
        return False
    found = connection.exec_driver_sql(_READ, (outlet, Status.READ.value, _ENOUGH))
    return len(found.all()) < _ENOUGH
