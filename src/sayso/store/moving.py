"""Decisions moved to the claims that are there now: after re-reading, and, for pairs, after an edit."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.model.decision import Decision
from sayso.store.log import PAIRS


@dataclass(frozen=True, slots=True)
class _Moves:
    """Where ids lead: after re-reading, and after edits."""

    now: Mapping[str, str]
    edits: Mapping[str, str]

    def one(self, id: str) -> str:
        return self.now.get(id, id)

    def of_pair(self, id: str) -> str:
        """The claim that stands in the place of this one; edits never lead in a circle, since each makes a new id."""
        found = self.one(id)
        while found in self.edits:
            found = self.one(self.edits[found])
        return found


def moved(standing: Sequence[Decision], now: Mapping[str, str]) -> tuple[Decision, ...]:
    """The standing decisions, each about the claim that is there now; what was said of two claims follows an edit, what
    was said of one stays with the one it was said of."""
    edits = {now.get(entry.about, entry.about): made_by(entry) for entry in standing if entry.says == "edit"}
    moves = _Moves(now, edits)
    return tuple(_moved(entry, moves) for entry in standing)


def made_by(edit: Decision) -> str:
    """The claim that an edit makes."""
    return str(json.loads(edit.value)["claim"]["id"])


def _moved(entry: Decision, moves: _Moves) -> Decision:
    if entry.says not in PAIRS:
        return replace(entry, about=moves.one(entry.about), value=moves.one(entry.value))
    return replace(entry, about=moves.of_pair(entry.about), value=_pair(entry.value, moves))


def _pair(value: str, moves: _Moves) -> str:
    try:
        ids = json.loads(value)
    except ValueError:
        return moves.of_pair(value)
    if isinstance(ids, str):
        return json.dumps(moves.of_pair(ids))
    return json.dumps([moves.of_pair(str(id)) for id in ids]) if isinstance(ids, list) else value
