"""The desk's rows by columns, in the order of the queue: a hundred thousand claims are counted by everything they say
in some milliseconds. It is kept in the case, and read as far as it is asked for; what moved since is laid over it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

import msgspec
import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, RowMapping, delete, insert, select

from sayso.store.chunking import chunks
from sayso.store.desk_tables import desk, ledger, moved
from sayso.store.readers import remembered, remembers
from sayso.store.schema import claim_place

Numbers = NDArray[np.int32]
Ids = NDArray[np.bytes_]
Fits = NDArray[np.bool_]

#: What a claim has one value of; each is the name of a column of the desk.
COLUMNS = ("indicator", "month", "outlet", "certainty", "origins", "state")

#: The whole numbers that are kept of each claim.
_WHOLE = ("number", "report", "effect")

#: What claims are counted by, and all that is kept.
COUNTED = (*COLUMNS, "lies", "in_place")
ALL = ("claim", *_WHOLE, *COUNTED)

#: From so many rows that only changed the ledger is written again; where one comes, goes or has another effect, at
#: once. Laying changed ones over costs some microseconds each at every reading; others cost thirty milliseconds at a
#: hundred thousand claims, as much as writing them.
ENOUGH = 200


@dataclass(slots=True)
class Ledger:
    """The desk by columns, highest effect first: values are numbers of `words`. `lies` and `in_place` are pairs, in no
    order: the number of a claim, and one of the places that it lies in."""

    claim: Ids
    whole: dict[str, Numbers]
    codes: dict[str, Numbers]
    lies: Numbers
    in_place: Numbers
    words: dict[str, list[str]]

    @property
    def most(self) -> int:
        """One more than the highest number of a claim."""
        return 1 + int(max(self.whole["number"].max(initial=0), self.lies.max(initial=0)))

    def known(self, facet: str, values: Iterable[str]) -> list[int]:
        """The numbers of those of the values that some claim has, or had."""
        wanted = set(values)
        return [at for at, word in enumerate(self.words[facet]) if word in wanted]

    def lying(self, places: Sequence[int]) -> Fits:
        """Which claims lie in one of the places, by the claim's number."""
        found = np.zeros(self.most, dtype=bool)
        found[self.lies[np.isin(self.in_place, places)]] = True
        return found


def read(connection: Connection, columns: Collection[str]) -> Ledger:
    """The ledger as the desk's rows stand, also where some moved since it was written; other columns than these, and
    the numbers of claims, may be empty."""
    if remembers(connection):
        return remembered(connection, "ledger", lambda: _read(connection, ALL))
    return _read(connection, columns)


def _read(connection: Connection, columns: Collection[str]) -> Ledger:
    numbers = connection.execute(select(moved.c.number)).scalars().all()
    kept = _kept(connection, {*columns, "number", *(("effect",) if numbers else ())})
    if not numbers:
        return kept
    fresh = _rows(connection, numbers)
    if (spots := _same_spots(kept, fresh, numbers)) is not None:
        return _set(kept, spots, fresh)
    return _laid_over(connection, _kept(connection, ALL), numbers)


def _same_spots(kept: Ledger, fresh: Sequence[RowMapping], numbers: Sequence[int]) -> list[int] | None:
    """Where the rows stand in the ledger; None where one came, went, or belongs elsewhere now."""
    at = np.flatnonzero(np.isin(kept.whole["number"], numbers)).tolist()
    spots = {int(kept.whole["number"][spot]): spot for spot in at}
    stays = len(spots) == len(fresh) == len(numbers)
    if not stays or any(kept.whole["effect"][spots[row["number"]]] != row["effect"] for row in fresh):
        return None
    return [spots[row["number"]] for row in fresh]


def _set(kept: Ledger, spots: Sequence[int], fresh: Sequence[RowMapping]) -> Ledger:
    """The ledger with what these rows say now."""
    codes = dict(kept.codes)
    for name in COLUMNS:
        if len(codes[name]):
            codes[name] = codes[name].copy()
            codes[name][spots] = _coded(kept.words[name], (row[name] for row in fresh))
    return Ledger(kept.claim, kept.whole, codes, kept.lies, kept.in_place, kept.words)


def keep(connection: Connection, *, anew: bool = False) -> None:
    """The ledger is written where reading would be slowed down by what moved; `anew` from the rows alone."""
    if anew:
        _write(connection, _laid_over(connection, _empty(), None))
        return
    numbers = connection.execute(select(moved.c.number)).scalars().all()
    if not numbers:
        return
    kept = _kept(connection, ("number", "effect"))
    if len(numbers) >= ENOUGH or _same_spots(kept, _rows(connection, numbers), numbers) is None:
        _write(connection, read(connection, ALL))


def _empty() -> Ledger:
    nothing = np.empty(0, dtype=np.int32)
    return Ledger(
        np.empty(0, dtype="S1"),
        dict.fromkeys(_WHOLE, nothing),
        dict.fromkeys(COLUMNS, nothing),
        nothing,
        nothing,
        {facet: [] for facet in (*COLUMNS, "place")},
    )


def _kept(connection: Connection, columns: Collection[str]) -> Ledger:
    query = select(ledger).where(ledger.c.name.in_(sorted({*columns, "words", "width"})))
    held: dict[str, bytes] = {row.name: row.value for row in connection.execute(query)}
    if not held:
        return _empty()
    words = msgspec.json.decode(held["words"], type=dict[str, list[str]])
    width = msgspec.json.decode(held["width"], type=int)

    def numbers(name: str) -> Numbers:
        return np.frombuffer(held.get(name, b""), dtype=np.int32)

    return Ledger(
        np.frombuffer(held.get("claim", b""), dtype=f"S{width}"),
        {name: numbers(name) for name in _WHOLE},
        {name: numbers(name) for name in COLUMNS},
        numbers("lies"),
        numbers("in_place"),
        words,
    )


def _write(connection: Connection, made: Ledger) -> None:
    held = {name: column.tobytes() for name, column in (made.whole | made.codes).items()}
    held |= {"claim": made.claim.tobytes(), "lies": made.lies.tobytes(), "in_place": made.in_place.tobytes()}
    held["words"] = msgspec.json.encode(made.words)
    held["width"] = msgspec.json.encode(made.claim.dtype.itemsize)
    connection.execute(delete(ledger))
    connection.execute(insert(ledger), [{"name": name, "value": held[name]} for name in sorted(held)])
    connection.execute(delete(moved))


def _laid_over(connection: Connection, before: Ledger, numbers: Sequence[int] | None) -> Ledger:
    """The ledger with the rows of these claims as they stand now; with all rows where `numbers` is None."""
    fresh, pairs = _rows(connection, numbers), _pairs(connection, numbers)
    words = {facet: list(known) for facet, known in before.words.items()}
    stays = ~np.isin(before.whole["number"], numbers or ())
    rest = before.claim[stays]
    effect = before.whole["effect"][stays]
    places = _spots(rest, effect, fresh)
    new: dict[str, Numbers] = {name: _numbers(row[name] for row in fresh) for name in _WHOLE}
    new |= {name: _coded(words[name], (row[name] for row in fresh)) for name in COLUMNS}

    def joined(name: str, column: Numbers) -> Numbers:
        return np.insert(column[stays], places, new[name])

    still = ~np.isin(before.lies, numbers or ())
    names = np.array([row["claim"].encode() for row in fresh], dtype=bytes)
    wide = f"S{max(rest.dtype.itemsize, names.dtype.itemsize if fresh else 1)}"
    return Ledger(
        np.insert(rest.astype(wide), places, names.astype(wide)) if fresh else rest,
        {name: joined(name, before.whole[name]) for name in _WHOLE},
        {name: joined(name, before.codes[name]) for name in COLUMNS},
        np.concatenate((before.lies[still], _numbers(claim for claim, _ in pairs))),
        np.concatenate((before.in_place[still], _coded(words["place"], (place for _, place in pairs)))),
        words,
    )


def _numbers(values: Iterable[int]) -> Numbers:
    return np.fromiter(values, dtype=np.int32)


def _coded(words: list[str], values: Iterable[str]) -> Numbers:
    """The values as numbers of the words; what is new among them is added."""
    at = {word: number for number, word in enumerate(words)}
    found = _numbers(at.setdefault(value, len(at)) for value in values)
    words[:] = at
    return found


def _spots(claims: Ids, effects: Numbers, fresh: Sequence[RowMapping]) -> list[int]:
    """Before which row of the ledger each fresh row belongs; both are in the order of the queue."""
    if not len(claims):
        return [0] * len(fresh)
    falling = -effects.astype(np.int64)
    found = []
    for row in fresh:
        first, last = np.searchsorted(falling, -row["effect"]), np.searchsorted(falling, -row["effect"], "right")
        among = claims[first:last][::-1]
        found.append(int(last - np.searchsorted(among, row["claim"].encode(), "right")))
    return found


_FIELDS = tuple(desk.c[name] for name in ("claim", *_WHOLE, *COLUMNS))


def _rows(connection: Connection, numbers: Sequence[int] | None) -> list[RowMapping]:
    """The rows of the desk, in the order of the queue."""
    query = select(*_FIELDS).order_by(desk.c.effect.desc(), desk.c.claim.desc())
    if numbers is None:
        return list(connection.execute(query).mappings().all())
    found: list[RowMapping] = []
    for some in chunks(numbers):
        found += connection.execute(query.where(desk.c.number.in_(some))).mappings().all()
    return sorted(found, key=lambda row: (row["effect"], row["claim"]), reverse=True)


def _pairs(connection: Connection, numbers: Sequence[int] | None) -> list[tuple[int, str]]:
    """The claims of the desk with the places they lie in."""
    query = select(claim_place.c.claim, claim_place.c.place).order_by(claim_place.c.claim, claim_place.c.place)
    if numbers is None:
        return [(row[0], row[1]) for row in connection.execute(query)]
    parts = (connection.execute(query.where(claim_place.c.claim.in_(some))) for some in chunks(numbers))
    return [(row[0], row[1]) for part in parts for row in part]
