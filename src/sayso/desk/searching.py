"""Search as the desk gives it: rows with snippets, and facets with names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypedDict, Unpack

from sayso.desk.asking import choice, only, refused, words
from sayso.desk.reading import page_of
from sayso.desk.room import Room
from sayso.desk.showing import claim_rows, hiding_of
from sayso.store import View, paging, searching
from sayso.store.searching import FACETS, Asked
from sayso.store.snippets import snippets
from sayso.tell.rows import report_row

Row = dict[str, Any]

UNITS = ("claims", "reports")

_NOT_KNOWN = {"outlet": "not known", "month": "no date"}


class Wanted(TypedDict, total=False):
    """The values that a search is narrowed to, of each facet any of them."""

    indicator: Sequence[str]
    place: Sequence[str]
    month: Sequence[str]
    outlet: Sequence[str]
    certainty: Sequence[str]
    origins: Sequence[str]
    state: Sequence[str]


class Searching:
    """The searching part of the desk."""

    room: Room

    def search(
        self,
        text: str = "",
        *,
        of: str = "claims",
        offset: int = 0,
        limit: int = 50,
        names: bool = False,
        **wanted: Unpack[Wanted],
    ) -> Row:
        """The claims, or the reports, whose text has all the words and that fit; with counts for narrowing further."""
        page = page_of(offset, limit)
        only(wanted, FACETS, "search")
        narrow = {facet: tuple(dict.fromkeys(_values(values))) for facet, values in wanted.items()}
        asked = Asked(searching.match_of(words(text, "search")), choice(of, UNITS, "kind of row"), names, narrow)
        with self.room.fresh() as view:
            found = view.ask(lambda connection: searching.search(connection, asked, page))
            shown = (_claims if of == "claims" else _reports)(view, found.ids, asked)
        return {
            "rows": shown,
            "total": found.total,
            "offset": offset,
            "limit": limit,
            "facets": {facet: self._facet(facet, values) for facet, values in found.facets.items()},
            "facets_left": found.left,
        }

    def _facet(self, facet: str, values: Sequence[tuple[str, int]]) -> list[Row]:
        names = self._names(facet, [value for value, _ in values])
        return [
            {"value": value, "name": names.get(value) or value or _NOT_KNOWN.get(facet, "none"), "count": count}
            for value, count in values
        ]

    def _names(self, facet: str, values: Sequence[str]) -> dict[str, str]:
        if facet == "indicator":
            return {each.code: each.name for each in self.room.linker.books.codebook.indicators}
        return self.room.place_names(values) if facet == "place" else {}


def _values(given: object) -> list[str]:
    if isinstance(given, str) or not isinstance(given, Sequence):
        raise refused("the values that a search is narrowed to are a list", repr(given))
    return [words(each, "value") for each in given]


def _claims(view: View, ids: Sequence[str], asked: Asked) -> list[Row]:
    rows = claim_rows(view, ids, asked.names)
    found = _snippets(view, asked, [row["claim"]["report"] for row in rows])
    return [row | {"snippet": found.get(row["claim"]["report"], [])} for row in rows]


def _reports(view: View, ids: Sequence[str], asked: Asked) -> list[Row]:
    hidden = hiding_of(view, (), asked.names, ids)
    found = _snippets(view, asked, ids)
    held = view.ask(lambda connection: paging.claim_counts(connection, ids))
    reports = view.ask(lambda connection: paging.reports(connection, ids))
    return [
        {
            "report": report_row(each, hidden.spans.get(each.id, ()), asked.names),
            "claims": held.get(each.id, 0),
            "snippet": found.get(each.id, []),
        }
        for each in (reports[id] for id in ids if id in reports)
    ]


def _snippets(view: View, asked: Asked, reports: Sequence[str]) -> dict[str, list[list[Any]]]:
    match = asked.match
    if not match:
        return {}
    distinct = list(dict.fromkeys(reports))
    found = view.ask(lambda connection: snippets(connection, match, distinct, asked.names))
    return {id: [list(part) for part in parts] for id, parts in found.items()}
