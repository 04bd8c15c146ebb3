"""The decision log: appended, chained by hashes, never changed."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy import Connection, select

from sayso.model.decision import Decision
from sayso.model.ids import sha256_of
from sayso.model.verdict import VERDICTS
from sayso.store.schema import decision as decisions

#: What the first entry names as the hash before it.
START = "0" * 64

#: Verbs that say of two things whether they are one.
PAIRS = frozenset({"same", "not the same", "same origin", "not the same origin"})

VERBS = PAIRS | {*VERDICTS, "grade", "owner", "note", "sentence", "drop", "undo"}


def hash_of(entry: Decision) -> str:
    """The hash of an entry: over all it says and the hash before it."""
    parts = (str(entry.number), entry.who, entry.when, entry.why, entry.about, entry.says, entry.value, entry.previous)
    return sha256_of("".join(f"{len(part)}:{part};" for part in parts).encode("utf-8", "surrogatepass"))


def read_log(connection: Connection, about: Collection[str] | None = None) -> tuple[Decision, ...]:
    """All decisions, or those about some ids, oldest first; an undo is about what the entry it takes back is about."""
    query = select(decisions).order_by(decisions.c.number)
    rows = connection.execute(query if about is None else query.where(decisions.c.about.in_(sorted(about))))
    return tuple(
        Decision(row.number, row.who, row.at, row.why, row.about, row.says, row.value, row.previous, row.hash)
        for row in rows
    )


def broken_links(log: Sequence[Decision]) -> tuple[str, ...]:
    """A sentence for each entry that was changed, left out, added or moved; empty where the chain holds."""
    complaints: list[str] = []
    before = START
    for number, entry in enumerate(log, start=1):
        if entry.number != number:
            complaints.append(f"decision {entry.number}: an entry is missing or was added before it")
            return tuple(complaints)
        if entry.previous != before:
            complaints.append(f"decision {number}: does not follow the entry before it")
        if entry.hash != hash_of(entry):
            complaints.append(f"decision {number}: was changed after it was made")
        before = entry.hash
    return tuple(complaints)


def undone(log: Sequence[Decision]) -> frozenset[int]:
    """The numbers of the entries that are taken back; an undo that is itself undone takes nothing back."""
    found: set[int] = set()
    for entry in reversed(log):
        if entry.says == "undo" and entry.number not in found:
            found.add(int(entry.value))
    return frozenset(found)


def standing_decisions(log: Sequence[Decision]) -> tuple[Decision, ...]:
    """The decisions that hold: neither undone nor an undoing; an undo names the number that it takes back."""
    gone = undone(log)
    return tuple(entry for entry in log if entry.number not in gone and entry.says != "undo")
