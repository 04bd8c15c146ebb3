"""Search over all text, with counts by what claims say; names that are hidden are neither found nor counted."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection

from sayso.store import ledger, schema
from sayso.store.counting import counts, fitting
from sayso.store.ledger import Fits, Numbers
from sayso.store.paging import Page, ids_of
from sayso.store.readers import remembered

#: The numbers of reports, and how well each fits.
Hits = tuple[Numbers, NDArray[np.float64]]

#: What claims and reports are counted by.
FACETS = ("indicator", "place", "month", "outlet", "certainty", "origins", "state")

#: So many values of a facet are given; of the others only how many there are.
VALUES = 100

_TERM = re.compile(r'"([^"]*)"|([^\s"]+)')


@dataclass(frozen=True, slots=True)
class Asked:
    """What is searched for: words that must stand in the text, and for each facet the values that are wanted.

    `of` is "claims" or "reports"; `names` also searches what is hidden.
    """

    match: str | None
    of: str = "claims"
    names: bool = False
    narrow: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def key(self) -> tuple[object, ...]:
        """What tells one search from another."""
        return self.match, self.of, self.names, *sorted(self.narrow.items())

    @property
    def of_claims(self) -> bool:
        """Whether something is asked that only claims can answer."""
        return any(values for key, values in self.narrow.items() if key != "outlet")


@dataclass(frozen=True, slots=True)
class Found:
    """A page of what was found: ids in order, how many there are, and the counts of each facet."""

    ids: list[str]
    total: int
    facets: dict[str, list[tuple[str, int]]]
    left: dict[str, int]  # how many values of a facet are not given


def match_of(words: str) -> str | None:
    """The search as the database takes it: every word quoted, so that nothing in it is an operator; words in quotes
    stand together. None where nothing is searched for; "" where nothing could be found."""
    terms = [(one or two).replace("\x00", " ") for one, two in _TERM.findall(words)]
    quoted = [f'"{" ".join(term.split())}"' for term in terms if any(sign.isalnum() for sign in term)]
    return " ".join(quoted) if quoted else ("" if words.strip() else None)


def search(connection: Connection, asked: Asked, page: Page) -> Found:
    """What was found; the count of each value is the number of rows that narrowing by it gives."""
    whole = remembered(connection, ("search", asked.key), lambda: _whole(connection, asked))
    some = whole.numbers[page.offset : page.offset + page.limit].tolist()
    table = schema.claim if asked.of == "claims" else schema.report
    return Found(ids_of(connection, table, some), len(whole.numbers), whole.facets, whole.left)


@dataclass(frozen=True, slots=True)
class _Whole:
    """All that was found: the numbers of claims or reports in their order, and the counts of each facet."""

    numbers: Numbers
    facets: dict[str, list[tuple[str, int]]]
    left: dict[str, int]


def _whole(connection: Connection, asked: Asked) -> _Whole:
    held = ledger.read(connection, (*ledger.COUNTED, "report"))
    hits = hits_of(connection, asked)
    fits = fitting(held, asked.narrow, None if hits is None else hits[0])
    if asked.of == "claims":
        numbers, facets = held.whole["number"][fits], counts(held, fits)
    else:
        printed = remembered(connection, "printed", lambda: _printed(connection))
        theirs = np.isin(printed.numbers, held.whole["report"][fits]) if asked.of_claims else _of(printed, asked, hits)
        facets = counts(held, fits, held.whole["report"])
        numbers = _ranked(printed.numbers[theirs], hits)
        if not asked.of_claims:
            found = np.bincount(printed.outlets[theirs], minlength=len(printed.names)).tolist()
            facets["outlet"] = [(name, count) for name, count in zip(printed.names, found, strict=True) if count]
    ordered = {facet: _ordered(facet, facets[facet]) for facet in FACETS}
    return _Whole(
        numbers,
        {facet: values[:VALUES] for facet, values in ordered.items()},
        {facet: len(values) - VALUES for facet, values in ordered.items() if len(values) > VALUES},
    )


def hits_of(connection: Connection, asked: Asked) -> Hits | None:
    """The reports that have the words, and how well each fits (least is best), where ranks are needed; None where no
    words are asked for."""
    if asked.match is None:
        return None
    if not asked.match:
        return np.empty(0, np.int32), np.empty(0, np.float64)
    rank = "rank" if asked.of == "reports" else "0.0"
    query = f"SELECT rowid, {rank} FROM text_words WHERE text_words MATCH ?"
    found = _columns(connection, query, asked.match)
    if asked.names:
        return found
    masked = np.array(connection.exec_driver_sql("SELECT number FROM shown").scalars().all(), np.int32)
    if not len(masked):
        return found
    whole = ~np.isin(found[0], masked)
    hidden = _columns(connection, query.replace("text_words", "shown_words"), asked.match)
    return np.concatenate((found[0][whole], hidden[0])), np.concatenate((found[1][whole], hidden[1]))


def _columns(connection: Connection, query: str, match: str) -> Hits:
    rows = connection.exec_driver_sql(query, (match,)).all()
    both = np.array([tuple(row) for row in rows], np.float64).reshape(-1, 2)
    return both[:, 0].astype(np.int32), both[:, 1]


@dataclass(frozen=True, slots=True)
class _Printed:
    """The reports of a case, the latest first: their numbers, their outlets as numbers of `names`, and which of them
    were read and are no repeats."""

    numbers: Numbers
    outlets: Numbers
    names: list[str]
    whole: Fits


def _printed(connection: Connection) -> _Printed:
    query = (
        "SELECT number, coalesce(outlet, ''), status NOT IN ('duplicate', 'failed') FROM report "
        "ORDER BY published_earliest DESC, path, id"
    )
    rows = connection.exec_driver_sql(query).all()
    known: dict[str, int] = {}
    outlets = [known.setdefault(row[1], len(known)) for row in rows]
    return _Printed(
        np.array([row[0] for row in rows], np.int32),
        np.array(outlets, np.int32),
        list(known),
        np.array([row[2] for row in rows], bool),
    )


def _of(printed: _Printed, asked: Asked, hits: Hits | None) -> Fits:
    """Which of the reports were read, have the words and are of a wanted outlet."""
    fits = printed.whole
    if wanted := asked.narrow.get("outlet"):
        fits = fits & np.isin(printed.outlets, [at for at, name in enumerate(printed.names) if name in wanted])
    return fits if hits is None else fits & np.isin(printed.numbers, hits[0])


def _ranked(numbers: Numbers, hits: Hits | None) -> Numbers:
    """The reports, those that fit the words best first, else in the order they are in."""
    if hits is None or not len(numbers):
        return numbers
    order = np.argsort(hits[0])
    ranks = hits[1][order][np.searchsorted(hits[0][order], numbers)]
    return numbers[np.argsort(ranks, kind="stable")]


def _ordered(facet: str, found: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """The values of a facet, most frequent first; months in their order."""
    return sorted(found) if facet in ("month", "origins") else sorted(found, key=lambda each: (-each[1], each[0]))
