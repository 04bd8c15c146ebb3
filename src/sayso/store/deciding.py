"""Decisions put into the log, each chained to the one before, with what follows for claims at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection, insert

from sayso.model.decision import Decision
from sayso.model.errors import BadInput
from sayso.store import edits, placing, schema, stirring
from sayso.store.log import START, VERBS, broken_links, hash_of, read_log, undone
from sayso.store.reviewing import review_again


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
    log = list(read_log(connection))
    if broken := broken_links(log):
        raise BadInput(f"the decision log does not hold ({broken[0]}); run `sayso verify`", case)
    made = []
    for each in said:
        entry = _next(log, by, _checked(log, each))
        connection.execute(insert(schema.decision).values(_row(entry)))
        log.append(entry)
        made.append(entry)
        if entry.says == "edit":
            edits.note(connection, entry)
    _follow(connection, made)
    stirring.raise_revision(connection, stirs=any(stirring.decision_stirs(entry.says) for entry in made))
    return made


def _follow(connection: Connection, made: Sequence[Decision]) -> None:
    """Edited claims and reviews are what the log now says."""
    touched = {placing.present_id(connection, entry.about) for entry in made}
    for report in edits.reports_of(connection, (e.about for e in made if e.says in ("edit", "undo"))):
        touched |= {placing.present_id(connection, id) for id in edits.settle(connection, report)}
        if any(entry.says == "undo" for entry in made):
            edits.names_others(connection, report)
    review_again(connection, touched)


def _checked(log: Sequence[Decision], said: Said) -> Said:
    if said.says not in VERBS:
        raise BadInput(f"is no decision; say one of {', '.join(sorted(VERBS))}", repr(said.says), exit_code=2)
    return replace(said, about=_undoable(log, said.value).about) if said.says == "undo" else said


def _undoable(log: Sequence[Decision], number: str) -> Decision:
    """The entry of that number, which no other has taken back yet."""
    gone = undone(log)
    for entry in log:
        if str(entry.number) == number and entry.number not in gone:
            return entry
    raise BadInput("no decision of that number stands that could be undone", repr(number), exit_code=4)


def _next(log: Sequence[Decision], by: By, said: Said) -> Decision:
    why = by.why if said.why is None else said.why
    previous = log[-1].hash if log else START
    entry = Decision(len(log) + 1, by.who, by.when, why, said.about, said.says, said.value, previous, "")
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
