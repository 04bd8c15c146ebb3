"""Traces of reports and who has which hash, kept in the case as sorted arrays."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, Integer, bindparam, delete, func, insert, select, type_coerce, update

from sayso.store.chunking import chunks
from sayso.store.deriving import get_meta, set_meta
from sayso.store.index_tables import fact, posting

Keys = NDArray[np.uint64]
Grades = NDArray[np.uint8]
Numbers = NDArray[np.int64]

#: Hashes in a stretch when the index is made: a stretch then takes about a page of the database.
_STRETCH = 256


class Traces:
    """The traces of the reports of a case, by kind and number of report, and the postings of each kind."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._shards: dict[tuple[str, int], tuple[Keys, Numbers]] = {}
        self._bits: dict[str, int] = {}

    def of(self, kind: str, reports: Iterable[int]) -> dict[int, tuple[Keys, Grades]]:
        """The hashes and grades of some reports."""
        found = {}
        for some in chunks(reports):
            for row in self._connection.execute(select(fact.c.report, fact.c[kind]).where(fact.c.report.in_(some))):
                found[row[0]] = _unpacked(row[1])
        return found

    def put(self, kind: str, traces: Mapping[int, tuple[Keys, Grades]]) -> None:
        """The hashes and grades of some reports, whose rows are there, are these."""
        query = update(fact).where(fact.c.report == bindparam("at")).values({kind: bindparam("made")})
        for some in chunks(traces.items(), 5000):
            rows = [{"at": report, "made": keys.tobytes() + grades.tobytes()} for report, (keys, grades) in some]
            self._connection.execute(query, rows)

    def settle(self, rows: Sequence[Mapping[str, object]]) -> None:
        """The reports have rows of that outlet, with empty traces where they are new."""
        known = self.printed_by([int(str(row["report"])) for row in rows])
        fresh = [
            {"run": b"", "detail": b"", "value": b"", "partners": b"", **r} for r in rows if r["report"] not in known
        ]
        if fresh:
            self._connection.execute(insert(fact), fresh)
        for row in rows:
            if row["report"] in known and known[int(str(row["report"]))] != (row["outlet"], row["was_read"]):
                where = fact.c.report == row["report"]
                self._connection.execute(
                    update(fact).where(where).values(outlet=row["outlet"], was_read=row["was_read"])
                )

    def printed_by(self, reports: Iterable[int]) -> dict[int, tuple[str, bool]]:
        """The outlet key of reports, and whether they were read."""
        found: dict[int, tuple[str, bool]] = {}
        for some in chunks(reports):
            query = select(fact.c.report, fact.c.outlet, fact.c.was_read).where(fact.c.report.in_(some))
            found.update((row[0], (row[1], row[2])) for row in self._connection.execute(query))
        return found

    def printed(self, outlets: Iterable[str]) -> dict[str, tuple[int, int]]:
        """How many reports these outlets have: all, and those read."""
        found: dict[str, tuple[int, int]] = {}
        for some in chunks(outlets):
            query = select(fact.c.outlet, func.count(), func.sum(type_coerce(fact.c.was_read, Integer))).where(
                fact.c.outlet.in_(some)
            )
            found.update((row[0], (row[1], row[2])) for row in self._connection.execute(query.group_by(fact.c.outlet)))
        return found

    def partners(self, reports: Iterable[int]) -> dict[int, list[int]]:
        """The reports that some reports share text with, by number."""
        found = {}
        for some in chunks(reports):
            for row in self._connection.execute(select(fact.c.report, fact.c.partners).where(fact.c.report.in_(some))):
                found[row[0]] = np.frombuffer(row[1], "<i4").tolist()
        return found

    def put_partners(self, partners: Mapping[int, Sequence[int]]) -> None:
        """Some reports share text with exactly these."""
        query = update(fact).where(fact.c.report == bindparam("at")).values(partners=bindparam("made"))
        for some in chunks(partners.items(), 5000):
            rows = [{"at": report, "made": np.array(found, "<i4").tobytes()} for report, found in some]
            self._connection.execute(query, rows)

    def holders(self, kind: str, keys: Keys) -> tuple[Keys, Numbers]:
        """Every hash of these, each given once and in order, with each report that has it."""
        if not self._split(kind):
            return keys[:0], np.empty(0, np.int64)
        found: list[tuple[Keys, Numbers]] = []
        for shard, wanted in self._by_shard(kind, keys):
            held, reports = self._shard(kind, shard)
            low, high = np.searchsorted(held, wanted, "left"), np.searchsorted(held, wanted, "right")
            found += [(held[a:b], reports[a:b]) for a, b in zip(low.tolist(), high.tolist(), strict=True) if a < b]
        if not found:
            return keys[:0], np.empty(0, np.int64)
        return np.concatenate([each[0] for each in found]), np.concatenate([each[1] for each in found])

    def move(self, kind: str, gone: tuple[Keys, Numbers], come: tuple[Keys, Numbers]) -> None:
        """The first reports no longer have their hashes, the second have them now; neither repeats a pair."""
        if not self._split(kind):
            self.fill(kind, *come)
            return
        for shard, wanted in self._by_shard(kind, np.unique(np.concatenate([gone[0], come[0]]))):
            held, reports = self._shard(kind, shard)
            out = [_within(gone, wanted), _within(come, wanted)]
            lost = {(key, report) for key, report in zip(*(each.tolist() for each in out[0]), strict=True)}
            keep = (
                [pair not in lost for pair in zip(held.tolist(), reports.tolist(), strict=True)]
                if lost
                else slice(None)
            )
            held, reports = np.concatenate([held[keep], out[1][0]]), np.concatenate([reports[keep], out[1][1]])
            self._write(kind, shard, held, reports)

    def _split(self, kind: str) -> int:
        """How many leading bits of a hash name its stretch; 0 where there is none yet."""
        if kind not in self._bits:
            self._bits[kind] = int(get_meta(self._connection, f"stretches of {kind}") or 0)
        return self._bits[kind]

    def forget(self) -> None:
        """No posting is kept; the next ones choose their stretches anew."""
        self._connection.execute(delete(posting))
        for kind in ("run", "detail", "value"):
            set_meta(self._connection, f"stretches of {kind}", "0")
        self._bits.clear()
        self._shards.clear()

    def fill(self, kind: str, keys: Keys, reports: Numbers) -> None:
        """These hashes, and no others, are of these reports, one for each; there were none before."""
        self._bits[kind] = bits = max(1, (len(keys) // _STRETCH).bit_length())
        set_meta(self._connection, f"stretches of {kind}", str(bits))
        order = np.lexsort((reports, keys))
        keys, reports = keys[order], reports[order]
        shards, starts = np.unique(keys >> np.uint64(64 - bits), return_index=True)
        ends = [*starts[1:].tolist(), len(keys)][: len(shards)]
        rows = (
            {"kind": kind, "shard": shard, **_packed(keys[a:b], reports[a:b])}
            for shard, a, b in zip(shards.tolist(), starts.tolist(), ends, strict=True)
        )
        for some in chunks(rows, 5000):
            self._connection.execute(insert(posting), some)

    def _by_shard(self, kind: str, keys: Keys) -> Iterator[tuple[int, Keys]]:
        shards, starts = np.unique(keys >> np.uint64(64 - self._split(kind)), return_index=True)
        self._read(kind, shards.tolist())
        for shard, a, b in zip(shards.tolist(), starts.tolist(), [*starts[1:].tolist(), len(keys)], strict=False):
            yield shard, keys[a:b]

    def _read(self, kind: str, shards: Sequence[int]) -> None:
        wanted = [shard for shard in shards if (kind, shard) not in self._shards]
        for shard in wanted:
            self._shards[kind, shard] = (np.empty(0, np.uint64), np.empty(0, np.int64))
        for some in chunks(wanted):
            query = select(posting).where(posting.c.kind == kind, posting.c.shard.in_(some))
            for row in self._connection.execute(query):
                reports = np.frombuffer(row.reports, "<i4").astype(np.int64)
                self._shards[kind, row.shard] = (np.frombuffer(row.keys, "<u8"), reports)

    def _shard(self, kind: str, shard: int) -> tuple[Keys, Numbers]:
        return self._shards[kind, shard]

    def _write(self, kind: str, shard: int, keys: Keys, reports: Numbers) -> None:
        order = np.lexsort((reports, keys))
        keys, reports = keys[order], reports[order]
        self._shards[kind, shard] = (keys, reports)
        self._connection.execute(delete(posting).where(posting.c.kind == kind, posting.c.shard == shard))
        self._connection.execute(insert(posting).values(kind=kind, shard=shard, **_packed(keys, reports)))


def _within(pairs: tuple[Keys, Numbers], keys: Keys) -> tuple[Keys, Numbers]:
    here = np.isin(pairs[0], keys)
    return pairs[0][here], pairs[1][here]


def _packed(keys: Keys, reports: Numbers) -> dict[str, bytes]:
    return {"keys": keys.astype("<u8").tobytes(), "reports": reports.astype("<i4").tobytes()}


def _unpacked(made: bytes) -> tuple[Keys, Grades]:
    number = len(made) // 9
    return np.frombuffer(made, "<u8", number), np.frombuffer(made, np.uint8, number, number * 8)
