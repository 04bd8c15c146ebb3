"""Decisions put into the log, each chained to the one before, with what follows for claims at once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection, insert

from sayso.model.decision import Decision
from sayso.model.errors import BadInput
from sayso.store import edits, ledger, log, placing, schema, stirring
from sayso.store.log import START, VERBS, hash_of, read_log, undone
from sayso.store.reviewing import review_again

#: The number of a decision, as an undo gives it.
_NUMBER = re.compile(r"[1-9][0-9]{0,17}")


@dataclass(frozen=True, slots=True)
class Said:
    """What is decided: of which id, what, with which value and why; None: as the writer was opened for."""

    about: str
    says: str
    value: str = ""
    why: str | None = None


@dataclass(frozen=True, slots=True)
class By:
    """Who decides, when, and why where nothing else is said."""

    who: str
    when: str
    why: str


def put(connection: Connection, by: By, said: Sequence[Said], case: str) -> list[Decision]:
    """The decisions as they stand in the log now, in order; all of them or none."""
    if broken := log.broken_end(connection):
        raise BadInput(f"the decision log does not hold ({broken[0]}); run `sayso verify`", case)
    made = []
    for each in said:
        entry = _next(connection, by, _checked(connection, each))
        connection.execute(insert(schema.decision).values(_row(entry)))
        made.append(entry)
        if entry.says == "edit":
            edits.note(connection, entry)
    _follow(connection, made)
    stirring.raise_revision(connection, [any(stirring.decision_stirs(entry.says) for entry in made)])
    return made


def _follow(connection: Connection, made: Sequence[Decision]) -> None:
    """Edited claims and reviews are what the log now says."""
    touched = {placing.present_id(connection, entry.about) for entry in made}
    for report in edits.reports_of(connection, (e.about for e in made if e.says in ("edit", "undo"))):
        touched |= {placing.present_id(connection, id) for id in edits.settle(connection, report)}
        if any(entry.says == "undo" for entry in made):
            edits.names_others(connection, report)
    review_again(connection, touched)
    ledger.keep(connection)


def _checked(connection: Connection, said: Said) -> Said:
    if said.says not in VERBS:
        raise BadInput(f"is no decision; say one of {', '.join(sorted(VERBS))}", repr(said.says), exit_code=2)
    return replace(said, about=_undoable(connection, said.value).about) if said.says == "undo" else said


def _undoable(connection: Connection, number: str) -> Decision:
    """The entry of that number, which no other has taken back yet."""
    found = log.entry(connection, int(number)) if _NUMBER.fullmatch(number) else None
    if found is not None and found.number not in undone(read_log(connection, says=())):
        return found
    raise BadInput("no decision of that number stands that could be undone", repr(number), exit_code=4)


def _next(connection: Connection, by: By, said: Said) -> Decision:
    why = by.why if said.why is None else said.why
    number = log.newest(connection)
    last = log.entry(connection, number)
    previous = last.hash if last else START
    entry = Decision(number + 1, by.who, by.when, why, said.about, said.says, said.value, previous, "")
    return replace(entry, hash=hash_of(entry))


def _row(entry: Decision) -> dict[str, object]:
    return {
        "number": entry.number,
        "who": entry.who,
        "at": entry.when,
        "why": entry.why,
        "about": entry.about,
        "says": entry.says,
        "value": entry.value,
        "previous": entry.previous,
        "hash": entry.hash,
    }
