"""What the database says of itself: damage, and columns that do not follow from the values they were made from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from msgspec import MsgspecError
from sqlalchemy import Connection, select

from sayso.model.report import Report
from sayso.store import rows, schema


def damage(connection: Connection) -> Iterator[str]:
    """A sentence for each fault that the database finds in itself."""
    for told in connection.exec_driver_sql("PRAGMA integrity_check").scalars():
        if told != "ok":
            yield f"the database: {told}"


def misfiled(connection: Connection) -> Iterator[str]:
    """A sentence for each report, claim or matter that lists would find under what it is not."""
    reports = {row.number: rows.to_report(row) for row in connection.execute(select(schema.report))}
    for row in connection.execute(select(schema.report)):
        filed = ("sha256", "outlet", "published_earliest", "published_latest")
        if _differs(row, rows.of_report(reports[row.number]), filed):
            yield f"report {row.id}: is filed under what it does not say"
    for row in connection.execute(select(schema.claim)):
        yield from _misfiled_claim(row, reports[row.report])
    for row in connection.execute(select(schema.matter)):
        made = rows.of_matter(rows.to_matter(row.value))
        if _differs(row, made, made.keys() - {"value"}):
            yield f"matter {row.id}: is filed under what it does not say"


def _misfiled_claim(row: Any, report: Report) -> Iterator[str]:
    try:
        claim = rows.bare_claim(row.value)
    except MsgspecError as error:
        yield f"claim {row.id}: is damaged ({error})"
        return
    made = rows.of_claim(claim, report.published)
    if _differs(row, made, made.keys() - {"value", "review"}):
        yield f"claim {row.id}: is filed under what it does not say"
    if claim.report != report.id:
        yield f"claim {row.id}: is filed under another report"


def _differs(row: Any, made: Mapping[str, Any], keys: Iterable[str]) -> bool:
    return any(getattr(row, key) != made[key] for key in keys)
