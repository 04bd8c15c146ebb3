"""What was decided, as rows: who, when, why, and whether it still stands."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from sayso.model.decision import Decision

Row = dict[str, Any]


def decision_row(entry: Decision, undone_by: int | None = None) -> Row:
    """A decision as the desk and `sayso activity --json` give it."""
    return {
        "number": entry.number,
        "who": entry.who,
        "when": entry.when,
        "why": entry.why,
        "about": entry.about,
        "says": entry.says,
        "value": value_of(entry),
        "stands": undone_by is None,
        "undone_by": undone_by,
    }


def value_of(entry: Decision) -> Any:
    """The value, read; of an edit the changes and the id of the claim that it makes."""
    if entry.says in ("note", "adjudicate", "undo"):
        return entry.value
    try:
        value = json.loads(entry.value)
    except ValueError:
        return entry.value
    if entry.says == "edit" and isinstance(value, dict):
        return {"changes": value["changes"], "claim": value["claim"]["id"]}
    return value


def undone_by(log: Sequence[Decision]) -> dict[int, int]:
    """For each entry that is taken back, the number of the entry that took it back."""
    found: dict[int, int] = {}
    for entry in reversed(log):
        if entry.says == "undo" and entry.number not in found:
            found[int(entry.value)] = entry.number
    return found
