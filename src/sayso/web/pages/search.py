"""Search over all text, with facets whose counts are the rows behind them; and the palette's short way anywhere."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal
from urllib.parse import urlencode

from litestar import Response, get
from litestar.params import FromQuery, QueryParameter

from sayso.model.errors import BadInput
from sayso.web.pages.matters import Number
from sayso.web.replies import PAGE, Asked, Hosted, Page, Row, answer, pages_of

Of = Literal["claims", "reports"]
Words = Annotated[str, QueryParameter(max_length=1000)]

#: The facets, in the order of the rail, with what each is called.
FACETS = (
    ("indicator", "indicator"),
    ("place", "place"),
    ("month", "month"),
    ("outlet", "outlet"),
    ("certainty", "certainty"),
    ("origins", "origins behind its matter"),
    ("state", "decided"),
)

#: So many values of one facet can be chosen.
MOST_CHOSEN = 40

#: So many values of a facet are shown; what is narrowed by is always among them.
SHOWN = 12

_ID = re.compile(r"([crmo])[0-9a-f]{16}")
_PLACES = {"c": "claim", "r": "report", "m": "matter", "o": "origin"}

_PAGES = (
    ("Queue", "/queue"),
    ("Matters", "/matters"),
    ("Search", "/search"),
    ("Reports", "/search?of=reports"),
    ("Origins", "/origins"),
    ("Sources", "/sources"),
    ("Timeline", "/timeline"),
    ("Map", "/map"),
    ("What if", "/whatif"),
    ("Assessment", "/assessment"),
    ("Activity", "/activity"),
    ("Agreement", "/agreement"),
    ("Unsure claims", "/queue?state=unsure"),
    ("Saved views", "/views"),
    ("You: name, theme, another browser", "/you"),
    ("Help and keys", "/help"),
)


@get("/search", sync_to_thread=True)
def search(
    request: Asked, host: Hosted, q: Words = "", of: FromQuery[Of] = "claims", page: Number = 1
) -> Response[Any]:
    """The claims or reports that hold the words and fit every facet chosen; a facet is asked for by its name."""
    chosen = {name: _chosen(request, name) for name, _ in FACETS}
    narrow: Row = {name: tuple(values) for name, values in chosen.items()}
    found = host.desk.search(q, of=of, **narrow, offset=(page - 1) * PAGE, limit=PAGE, names=host.names)
    context = {
        "q": q,
        "of": of,
        "rows": _told_once(found["rows"]),
        "chosen": chosen,
        "rail": [
            (name, words, _shown(found["facets"].get(name, []), chosen[name], found["facets_left"].get(name, 0)))
            for name, words in FACETS
        ],
        "at": pages_of(found["total"], page),
    }
    more = {"facets": found["facets"]}
    return answer(request, host, Page("search.html", "Search", context, found["rows"], found["total"], more))


def _told_once(rows: list[Row]) -> list[Row]:
    """The rows as the page shows them: claims of one report that follow each other show its snippet once."""
    reports = [None, *(row["report"]["id"] for row in rows)]
    return [{**row, "snippet": []} if row["report"]["id"] == reports[at] else row for at, row in enumerate(rows)]


def _chosen(request: Asked, name: str) -> list[str]:
    values = list(dict.fromkeys(request.query_params.getall(name, [])))
    if len(values) > MOST_CHOSEN:
        raise BadInput(f"at most {MOST_CHOSEN} values of a facet are chosen at once", name, exit_code=2)
    return values


def _shown(values: list[Row], chosen: list[str], left: int) -> Row:
    first = [each for at, each in enumerate(values) if at < SHOWN or each["value"] in chosen]
    rest = [each for each in values if each not in first]
    return {"values": first, "rest": rest, "left": left}


@get("/palette", sync_to_thread=True)
def palette(request: Asked, host: Hosted, q: Words = "") -> Response[Any]:
    """Where a few words may lead: pages, an id, indicators, a search."""
    words = q.strip().casefold()
    rows = [{"words": name, "address": address, "kind": "page"} for name, address in _PAGES if words in name.casefold()]
    if found := _ID.fullmatch(words):
        rows.insert(0, {"words": words, "address": f"/{_PLACES[found[1]]}/{words}", "kind": _PLACES[found[1]]})
    rows += [
        {"words": each["name"], "address": each["address"], "kind": "saved view"}
        for each in host.desk.views()
        if words in each["name"].casefold()
    ]
    if words:
        rows += [
            {"words": each.name, "address": f"/search?indicator={code}", "kind": "indicator"}
            for code, each in host.indicators.items()
            if words in each.name.casefold() or words in code
        ]
        rows.append({"words": f"search for {q.strip()}", "address": _searched(q), "kind": "search"})
    return answer(request, host, Page("palette.html", "Go to", {"rows": rows}, rows))


@get("/places", sync_to_thread=True)
def places(request: Asked, host: Hosted, q: Words = "") -> Response[Any]:
    """The places that a name may mean, likeliest first, as the edit form offers them."""
    rows = [each for each in host.places(q.strip())[:12]] if q.strip() else []
    offered = [
        {
            "words": f"{each['name']}: {', '.join([each['precision'], *each['within'][:2]])}",
            "address": f"/search?{urlencode({'place': each['id']})}",
            "kind": "place",
            "id": each["id"],
            "name": each["name"],
        }
        for each in rows
    ]
    return answer(request, host, Page("palette.html", "Places", {"rows": offered}, offered))


def _searched(q: str) -> str:
    return f"/search?{urlencode({'q': q.strip()})}"


HANDLERS = (search, palette, places)
