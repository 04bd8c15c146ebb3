"""Origins and sources: who stands behind what, how reliable a person holds them to be, and who is the same."""

from __future__ import annotations

from typing import Any

from litestar import Response, get
from litestar.params import FromPath

from sayso.web.pages.matters import Number
from sayso.web.replies import PAGE, Asked, Hosted, Page, answer, pages_of

#: The grades of a source's record, with what each says.
GRADES = (
    ("A", "completely reliable"),
    ("B", "usually reliable"),
    ("C", "fairly reliable"),
    ("D", "not usually reliable"),
    ("E", "unreliable"),
    ("F", "cannot be judged"),
)


@get("/origins", sync_to_thread=True)
def origins(request: Asked, host: Hosted, page: Number = 1) -> Response[Any]:
    """The origins, those with most claims first."""
    found = host.desk.origins(offset=(page - 1) * PAGE, limit=PAGE, names=host.names)
    context = {"origins": found["rows"], "at": pages_of(found["total"], page)}
    return answer(request, host, Page("origins.html", "Origins", context, found["rows"], found["total"]))


@get("/origin/{id:str}", sync_to_thread=True)
def origin(request: Asked, host: Hosted, id: FromPath[str], page: Number = 1) -> Response[Any]:
    """One origin with the claims that rest on it."""
    found = host.desk.origin(id, names=host.names, offset=(page - 1) * PAGE, limit=PAGE)
    rows = found["claims"]
    context = {
        "origin": found["origin"],
        "rows": rows,
        "at": pages_of(found["total"], page),
        "decisions": found["decisions"],
    }
    return answer(
        request, host, Page("origin.html", "Origin", context, rows, found["total"], more={"origin": found["origin"]})
    )


@get("/sources", sync_to_thread=True)
def sources(request: Asked, host: Hosted, page: Number = 1) -> Response[Any]:
    """The outlets and agencies of the case: control, interest, reliability with its reason and its history."""
    found = host.kept("sources", host.case.sources)
    shown = found[(page - 1) * PAGE : page * PAGE]
    context = {"sources": shown, "grades": GRADES, "at": pages_of(len(found), page)}
    return answer(request, host, Page("sources.html", "Sources", context, shown, len(found)))


HANDLERS = (origins, origin, sources)
