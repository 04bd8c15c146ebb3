"""Search over all text, with counts by what claims say; names that are hidden are neither found nor counted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection

from sayso.store import ledger, schema
from sayso.store.counting import claims_of, counts, fitting
from sayso.store.ledger import Numbers
from sayso.store.paging import Page, ids_of

Ranks = NDArray[np.float64]

#: What claims and reports are counted by.
FACETS = ("indicator", "place", "month", "outlet", "certainty", "origins", "state")

#: So many values of a facet are given; of the others only how many there are.
VALUES = 100

#: A snippet has about so many words.
_WORDS = 24

#: What marks hits in a snippet on the way here; control characters, which no text that is printed needs.
_ON, _OFF = "\x02", "\x03"

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
    held = ledger.read(connection, (*ledger.COUNTED, "report"))
    hits = hits_of(connection, asked)
    fits = fitting(held, asked.narrow, None if hits is None else hits[0])
    if asked.of == "claims":
        ids, total = claims_of(connection, held, fits, page)
        facets = counts(held, fits)
    else:
        printed = _printed(connection, asked, None if hits is None else hits[0])
        numbers = np.unique(held.whole["report"][fits]) if asked.of_claims else np.array(sorted(printed), np.int32)
        ids, total = _reports(connection, numbers, hits, page), len(numbers)
        facets = counts(held, fits, held.whole["report"])
        if not asked.of_claims:
            facets["outlet"] = list(Counter(printed.values()).items())
    ordered = {facet: _ordered(facet, facets[facet]) for facet in FACETS}
    return Found(
        ids,
        total,
        {facet: values[:VALUES] for facet, values in ordered.items()},
        {facet: len(values) - VALUES for facet, values in ordered.items() if len(values) > VALUES},
    )


def hits_of(connection: Connection, asked: Asked) -> tuple[Numbers, Ranks] | None:
    """The reports that have the words, and how well each fits (least is best), where ranks are needed; None where no
    words are asked for."""
    if asked.match is None:
        return None
    if not asked.match:
        return np.empty(0, np.int32), np.empty(0, np.float64)
    rank = "rank" if asked.of == "reports" else "0.0"
    query = f"SELECT rowid, {rank} FROM text_words WHERE text_words MATCH ?"
    if asked.names:
        found = dict(connection.exec_driver_sql(query, (asked.match,)).all())
    else:
        masked = set(connection.exec_driver_sql("SELECT number FROM shown").scalars())
        whole = connection.exec_driver_sql(query, (asked.match,)).all()
        found = {number: rank for number, rank in whole if number not in masked}
        if masked:
            found |= dict(connection.exec_driver_sql(query.replace("text_words", "shown_words"), (asked.match,)).all())
    return np.fromiter(found, np.int32, len(found)), np.fromiter(found.values(), np.float64, len(found))


def _printed(connection: Connection, asked: Asked, hits: Numbers | None) -> dict[int, str]:
    """The outlet of each report that was read, has the words and is of a wanted outlet, by number."""
    query = "SELECT number, coalesce(outlet, '') FROM report WHERE status NOT IN ('duplicate', 'failed')"
    wanted, among = set(asked.narrow.get("outlet", ())), None if hits is None else set(hits.tolist())
    return {
        number: outlet
        for number, outlet in connection.exec_driver_sql(query).all()
        if (not wanted or outlet in wanted) and (among is None or number in among)
    }


def _reports(connection: Connection, numbers: Numbers, hits: tuple[Numbers, Ranks] | None, page: Page) -> list[str]:
    """The reports of these numbers: those that fit the words best first, then the latest."""
    query = "SELECT number FROM report ORDER BY published_earliest DESC, path, id"
    latest = np.fromiter(connection.exec_driver_sql(query).scalars().all(), np.int32)
    found = latest[np.isin(latest, numbers)]
    if hits is not None:
        ranks = dict(zip(hits[0].tolist(), hits[1].tolist(), strict=True))
        found = found[np.argsort([ranks[number] for number in found.tolist()], kind="stable")]
    wanted = found[page.offset : page.offset + page.limit].tolist()
    return ids_of(connection, schema.report, wanted)


def _ordered(facet: str, found: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """The values of a facet, most frequent first; months in their order."""
    return sorted(found) if facet in ("month", "origins") else sorted(found, key=lambda each: (-each[1], each[0]))


def snippets(connection: Connection, asked: Asked, reports: Sequence[str]) -> dict[str, list[tuple[str, bool]]]:
    """For each report some words around what was found in it; what is hidden is masked there too."""
    if not asked.match or not reports:
        return {}
    found: dict[str, list[tuple[str, bool]]] = {}
    marks = ", ".join("?" for _ in reports)
    for table in ("text_words",) if asked.names else ("text_words", "shown_words"):
        open_only = table == "text_words" and not asked.names
        query = (
            f"SELECT report.id, snippet({table}, 0, '{_ON}', '{_OFF}', ' … ', {_WORDS}) FROM {table} "
            f"JOIN report ON report.number = {table}.rowid WHERE {table} MATCH ? AND {table}.rowid IN "
            f"(SELECT number FROM report WHERE id IN ({marks}))"
            + (" AND report.number NOT IN (SELECT number FROM shown)" if open_only else "")
        )
        for id, words in connection.exec_driver_sql(query, (asked.match, *reports)):
            found[id] = _parted(words)
    return found


def _parted(words: str) -> list[tuple[str, bool]]:
    parts = []
    for at, part in enumerate(re.split(f"[{_ON}{_OFF}]", words)):
        if part:
            parts.append((part, at % 2 == 1))
    return parts
