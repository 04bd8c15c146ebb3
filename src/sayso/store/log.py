"""The decision log: appended, chained by hashes, never changed."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import Connection, func, or_, select

from sayso.model.decision import Decision
from sayso.model.ids import sha256_of
from sayso.model.verdict import VERDICTS
from sayso.store.chunking import chunks
from sayso.store.schema import decision as decisions

#: What the first entry names as the hash before it.
START = "0" * 64

#: Verbs that say of two things whether they are one.
PAIRS = frozenset({"same", "not the same", "same origin", "not the same origin"})

VERBS = PAIRS | {*VERDICTS, "grade", "owner", "note", "sentence", "drop", "view", "publish", "undo"}


def hash_of(entry: Decision) -> str:
    """The hash of an entry: over all it says and the hash before it."""
    parts = (str(entry.number), entry.who, entry.when, entry.why, entry.about, entry.says, entry.value, entry.previous)
    return sha256_of("".join(f"{len(part)}:{part};" for part in parts).encode("utf-8", "surrogatepass"))


#: So many of the last entries are looked at again before another is put behind them; `sayso verify` looks at all.
_CHECKED = 100


#: So many ids are looked for at once within values.
_IDS = 50


def read_log(
    connection: Connection, about: Collection[str] | None = None, *, says: Collection[str] | None = None
) -> tuple[Decision, ...]:
    """All decisions, or those about some ids, or those of some verbs with every undo, oldest first; an undo is about
    what the entry it takes back is about."""
    query = select(decisions).order_by(decisions.c.number)
    if about is not None:
        query = query.where(decisions.c.about.in_(sorted(about)))
    if says is not None:
        query = query.where(decisions.c.says.in_(sorted({*says, "undo"})))
    return tuple(entry_of(row) for row in connection.execute(query))


def entry_of(row: Any) -> Decision:
    """The decision of a row."""
    return Decision(row.number, row.who, row.at, row.why, row.about, row.says, row.value, row.previous, row.hash)


def entry(connection: Connection, number: int) -> Decision | None:
    """The decision of that number."""
    row = connection.execute(select(decisions).where(decisions.c.number == number)).first()
    return entry_of(row) if row else None


def newest(connection: Connection) -> int:
    """The number of the newest decision; 0 where there is none."""
    return connection.execute(select(func.max(decisions.c.number))).scalar() or 0


def page(connection: Connection, since: int, who: str | None, offset: int, limit: int) -> tuple[list[Decision], int]:
    """Some of the decisions after that number, newest first, and how many there are; of one coder if one is named."""
    query = select(decisions).where(decisions.c.number > since)
    if who is not None:
        query = query.where(decisions.c.who == who)
    total = connection.execute(select(func.count()).select_from(query.subquery())).scalar_one()
    rows = connection.execute(query.order_by(decisions.c.number.desc()).limit(limit).offset(offset))
    return [entry_of(row) for row in rows], total


def naming(connection: Connection, ids: Collection[str]) -> tuple[Decision, ...]:
    """The decisions about some ids, and all whose values may name one, oldest first."""
    named = (func.instr(decisions.c.value, id) > 0 for id in sorted(ids))
    parts = (connection.execute(select(decisions).where(or_(*some))) for some in chunks(named, _IDS))
    found = {row.number: entry_of(row) for part in parts for row in part}
    found |= {entry.number: entry for entry in read_log(connection, ids)}
    return tuple(found[number] for number in sorted(found))


def coders(connection: Connection) -> dict[str, int]:
    """How many decisions each coder made, by name."""
    query = select(decisions.c.who, func.count()).group_by(decisions.c.who)
    return {row[0]: row[1] for row in connection.execute(query)}


def broken_end(connection: Connection) -> tuple[str, ...]:
    """A sentence for each fault among the last entries, or where one is missing; empty where another can follow."""
    query = select(decisions).order_by(decisions.c.number.desc()).limit(_CHECKED)
    last = [entry_of(row) for row in connection.execute(query)][::-1]
    held = connection.execute(select(func.count()).select_from(decisions)).scalar_one()
    if last and last[-1].number != held:
        return (f"{last[-1].number:,} decisions were made, and {held:,} are there",)
    if last and last[0].number > 1:
        return broken_links(last[1:], last[0])
    return broken_links(last)


def broken_links(log: Sequence[Decision], after: Decision | None = None) -> tuple[str, ...]:
    """A sentence for each entry that was changed, left out, added or moved, from the first on or after that one; empty
    where the chain holds."""
    complaints: list[str] = []
    before = after.hash if after else START
    for number, entry in enumerate(log, start=after.number + 1 if after else 1):
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
