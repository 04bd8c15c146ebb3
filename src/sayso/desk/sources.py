"""Sources with what people decided of them: reliability with its reason and history, and the owner."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sayso.desk.activity import decision_row, undone_by, value_of
from sayso.model.books import Control, Outlet
from sayso.model.decision import Decision
from sayso.pipeline.owners import SOURCE
from sayso.store.log import standing_decisions

Row = dict[str, Any]


def with_decisions(rows: Sequence[Row], log: Sequence[Decision]) -> list[Row]:
    """The rows of sources with the grade and owner that stand, why, and every decision about them, oldest first.

    A grade is of the source's record; it is told beside credibility and changes no count.
    """
    gone = undone_by(log)
    held: dict[str, list[Row]] = {}
    for entry in log:
        if entry.says in ("grade", "owner") and entry.about.startswith(SOURCE):
            row = decision_row(entry, gone.get(entry.number)) | {"value": value_of(entry)}
            held.setdefault(entry.about.removeprefix(SOURCE), []).append(row)
    return [_decided(row, held.get(row["name"], [])) for row in rows]


def decided(outlets: Sequence[Outlet], log: Sequence[Decision]) -> tuple[Outlet, ...]:
    """The register's entries with the grades and owners that people gave, and an entry for each source that only a
    decision knows; by name."""
    known = {each.name: each for each in outlets}
    for entry in standing_decisions(log):
        if entry.says in ("grade", "owner") and entry.about.startswith(SOURCE):
            name, value = entry.about.removeprefix(SOURCE), value_of(entry) or None
            held = known.get(name) or Outlet(name, (), None, None, Control.UNKNOWN, False, (), "", "a decision")
            known[name] = replace(held, reliability=value) if entry.says == "grade" else replace(held, owner=value)
    return tuple(known[name] for name in sorted(known))


def _decided(row: Row, history: Sequence[Row]) -> Row:
    grade, owner = _last(history, "grade"), _last(history, "owner")
    return row | {
        "reliability": (grade["value"] or None) if grade else row["reliability"],
        "reliability_why": grade["why"] if grade else None,
        "owner": (owner["value"] or None) if owner else row["owner"],
        "owner_why": owner["why"] if owner else None,
        "history": list(history),
    }


def _last(history: Sequence[Row], says: str) -> Row | None:
    return next((row for row in reversed(history) if row["says"] == says and row["stands"]), None)
