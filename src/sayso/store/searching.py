"""Search over all text, with counts by what claims say; names that are hidden are neither found nor counted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from sqlalchemy import Connection

from sayso.store.paging import Page

#: What claims are counted by, and the column that holds it; "place" is counted apart, since a claim lies in many.
COLUMNS = ("indicator", "month", "outlet", "certainty", "origins", "state")
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
    with _found(connection, asked):
        ids, total = (_claims if asked.of == "claims" else _reports)(connection, asked, page)
        facets = {facet: _facet(connection, asked, facet) for facet in FACETS}
    return Found(
        ids,
        total,
        {facet: values[:VALUES] for facet, values in facets.items()},
        {facet: len(values) - VALUES for facet, values in facets.items() if len(values) > VALUES},
    )


@contextmanager
def _found(connection: Connection, asked: Asked) -> Iterator[None]:
    """The reports that have the words, in `hit`, and the claims that fit, in `fits`, as long as they are asked for."""
    _drop(connection)
    if asked.match is not None:
        hits, values = _hits(asked)
        connection.exec_driver_sql(
            f"CREATE TEMP TABLE hit AS SELECT number, min(rank) AS rank FROM ({hits}) GROUP BY number", values
        )
    conditions, wanted = _conditions(asked)
    connection.exec_driver_sql(
        "CREATE TEMP TABLE fits AS SELECT claim, number, report, effect, indicator, month, outlet, certainty, origins, "
        f"state FROM desk WHERE {' AND '.join(conditions)}",
        tuple(wanted),
    )
    try:
        yield
    finally:
        _drop(connection)


def _drop(connection: Connection) -> None:
    for table in ("hit", "fits"):
        connection.exec_driver_sql(f"DROP TABLE IF EXISTS temp.{table}")


def _hits(asked: Asked) -> tuple[str, tuple[str, ...]]:
    match = asked.match or ""
    if not match:
        return "SELECT 0 AS number, 0.0 AS rank WHERE 0", ()
    whole = "SELECT rowid AS number, rank FROM text_words WHERE text_words MATCH ?"
    if asked.names:
        return whole, (match,)
    masked = "SELECT rowid AS number, rank FROM shown_words WHERE shown_words MATCH ?"
    return f"{whole} AND rowid NOT IN (SELECT number FROM shown) UNION ALL {masked}", (match, match)


def _conditions(asked: Asked) -> tuple[list[str], list[str]]:
    conditions: list[str] = ["1"]
    wanted: list[str] = []
    if asked.match is not None:
        conditions.append("report IN (SELECT number FROM temp.hit)")
    if not asked.narrow.get("state"):
        conditions.append("state <> 'superseded'")  # what took its place is found
    for column in COLUMNS:
        values = asked.narrow.get(column, ())
        if values:
            conditions.append(f"{column} IN ({_marks(values)})")
            wanted += values
    places = asked.narrow.get("place", ())
    if places:
        conditions.append(f"number IN (SELECT claim FROM claim_place WHERE place IN ({_marks(places)}))")
        wanted += places
    return conditions, wanted


def _marks(values: Sequence[str]) -> str:
    return ", ".join("?" for _ in values)


def _claims(connection: Connection, asked: Asked, page: Page) -> tuple[list[str], int]:
    query = "SELECT claim FROM temp.fits ORDER BY effect DESC, claim DESC LIMIT ? OFFSET ?"
    ids = list(connection.exec_driver_sql(query, (page.limit, page.offset)).scalars())
    return ids, int(connection.exec_driver_sql("SELECT count(*) FROM temp.fits").scalar_one())


def _printed(asked: Asked) -> tuple[str, tuple[str, ...]]:
    """The reports that fit, as a query for their numbers."""
    if asked.of_claims:
        return "SELECT DISTINCT report FROM temp.fits", ()
    conditions, wanted = ["status NOT IN ('duplicate', 'failed')"], asked.narrow.get("outlet", ())
    if asked.match is not None:
        conditions.append("number IN (SELECT number FROM temp.hit)")
    if wanted:
        conditions.append(f"coalesce(outlet, '') IN ({_marks(wanted)})")
    return f"SELECT number FROM report WHERE {' AND '.join(conditions)}", wanted


def _reports(connection: Connection, asked: Asked, page: Page) -> tuple[list[str], int]:
    numbers, wanted = _printed(asked)
    ranked = asked.match is not None
    order = "(SELECT rank FROM temp.hit WHERE hit.number = report.number), " if ranked else ""
    query = (
        f"SELECT id FROM report WHERE number IN ({numbers}) ORDER BY {order}published_earliest DESC, path, id "
        "LIMIT ? OFFSET ?"
    )
    ids = list(connection.exec_driver_sql(query, (*wanted, page.limit, page.offset)).scalars())
    return ids, int(connection.exec_driver_sql(f"SELECT count(*) FROM ({numbers})", wanted).scalar_one())


def _facet(connection: Connection, asked: Asked, facet: str) -> list[tuple[str, int]]:
    """The values of a facet with their counts, most frequent first; months in their order."""
    unit = "count(*)" if asked.of == "claims" else "count(DISTINCT report)"
    wanted: tuple[str, ...] = ()
    if facet == "place":
        query = (
            f"SELECT place, {unit} FROM temp.fits JOIN claim_place ON claim_place.claim = fits.number GROUP BY place"
        )
    elif facet == "outlet" and asked.of == "reports" and not asked.of_claims:
        numbers, wanted = _printed(asked)
        query = f"SELECT coalesce(outlet, ''), count(*) FROM report WHERE number IN ({numbers}) GROUP BY 1"
    else:
        query = f"SELECT {facet}, {unit} FROM temp.fits GROUP BY {facet}"
    found = [(str(value), int(count)) for value, count in connection.exec_driver_sql(query, wanted)]
    return sorted(found) if facet in ("month", "origins") else sorted(found, key=lambda each: (-each[1], each[0]))


def snippets(connection: Connection, asked: Asked, reports: Sequence[str]) -> dict[str, list[tuple[str, bool]]]:
    """For each report some words around what was found in it; what is hidden is masked there too."""
    if not asked.match or not reports:
        return {}
    found: dict[str, list[tuple[str, bool]]] = {}
    for table in ("text_words",) if asked.names else ("text_words", "shown_words"):
        open_only = table == "text_words" and not asked.names
        query = (
            f"SELECT report.id, snippet({table}, 0, '{_ON}', '{_OFF}', ' … ', {_WORDS}) FROM {table} "
            f"JOIN report ON report.number = {table}.rowid WHERE {table} MATCH ? AND {table}.rowid IN "
            f"(SELECT number FROM report WHERE id IN ({_marks(reports)}))"
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
