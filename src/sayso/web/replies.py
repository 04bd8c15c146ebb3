"""A page as HTML, as JSON or as CSV, from the same rows."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl, urlencode

from litestar import Request, Response
from litestar.datastructures import State
from litestar.di import NamedDependency

from sayso.pipeline.exporting import table
from sayso.web.graphic import folded
from sayso.web.host import Host
from sayso.web.sessions import Session
from sayso.web.templating import rendered

Row = dict[str, Any]
Asked = Request[None, None, State]
Hosted = NamedDependency[Host]

#: The pages that every page leads to.
PLACES = (
    ("Queue", "/queue"),
    ("Matters", "/matters"),
    ("Search", "/search"),
    ("Origins", "/origins"),
    ("Sources", "/sources"),
    ("Timeline", "/timeline"),
    ("Map", "/map"),
    ("What if", "/whatif"),
    ("Assessment", "/assessment"),
    ("Activity", "/activity"),
    ("Agreement", "/agreement"),
)

#: Pages that are no view of the case.
_UNKEPT = frozenset({"/", "/views", "/help", "/you", "/name"})

#: Rows on one page of a list; more are on the next.
PAGE = 50


@dataclass(frozen=True, slots=True)
class Page:
    """What a handler found: for the template its context, for the twins its rows and how many there are in all."""

    template: str
    title: str
    context: Mapping[str, Any] = field(default_factory=dict)
    rows: Sequence[Row] = ()
    total: int | None = None
    more: Mapping[str, Any] = field(default_factory=dict)


def session_of(request: Asked) -> Session:
    """The session of the request; the guard lets none pass without."""
    session: Session = request.scope["state"]["session"]
    return session


def answer(request: Asked, host: Host, page: Page, status: int = 200) -> Response[Any]:
    """The page in the form that its address asks for."""
    twin = request.scope["state"].get("twin", "")
    total = len(page.rows) if page.total is None else page.total
    if twin == "json":
        return _json(request, page, total)
    if twin == "csv":
        return _csv(page, total)
    frame = _frame(request, host)
    words = rendered(page.template, {**frame, "title": page.title, "total": total, **page.context})
    return Response(words, media_type="text/html; charset=utf-8", status_code=status)


def _json(request: Asked, page: Page, total: int) -> Response[Any]:
    whole = {
        "page": page.title,
        "state": request.scope["query_string"].decode("latin-1"),
        "total": total,
        "shown": len(page.rows),
        "rows": list(page.rows),
        **page.more,
    }
    text = json.dumps(whole, ensure_ascii=False, sort_keys=True, allow_nan=False, default=str)
    return Response(text.encode("utf-8", "backslashreplace"), media_type="application/json")


def _csv(page: Page, total: int) -> Response[Any]:
    text = table(page.rows)
    if total > len(page.rows):
        text += f"# {len(page.rows):,} of {total:,} rows; the next page has more\r\n"
    headers = {"content-disposition": 'attachment; filename="sayso.csv"', "x-total": str(total)}
    return Response(text.encode("utf-8", "backslashreplace"), media_type="text/csv; charset=utf-8", headers=headers)


def _frame(request: Asked, host: Host) -> Row:
    """What stands around every page."""
    session: Session | None = request.scope["state"].get("session")
    query = parse_qsl(request.scope["query_string"].decode("latin-1"), keep_blank_values=True, max_num_fields=200)
    return {
        "case": host.case.settings.name,
        "names_shown": host.names,
        "places": PLACES,
        "coder": session.coder if session else "",
        "flash": session.taken()
        if session and request.headers.get("sec-fetch-dest", "document") == "document"
        else None,
        "theme": session.theme if session else "",
        "path": request.scope["path"],
        "query": query,
        "keepable": session is not None and request.scope["path"] not in _UNKEPT,
        "here": _address(request.scope["path"], query),
        "link": _linker(request.scope["path"], query),
        "twin": lambda kind: _address(f"{request.scope['path'].rstrip('/') or '/home'}.{kind}", query),
        "busy": host.settling.busy,
        "trouble": host.settling.trouble,
        "indicators": host.indicators,
        "collapsed": folded(session),
    }


def _linker(path: str, query: Sequence[tuple[str, str]]) -> Callable[..., str]:
    """A function that gives the address with some parts of its query changed; None takes a part away."""
    parts = [(key, urlencode([(key, value)])) for key, value in query]

    def link(**changes: Any) -> str:
        kept = [part for key, part in parts if key not in changes]
        for key, value in changes.items():
            values = value if isinstance(value, list | tuple) else [value]
            kept += [urlencode([(key, str(each))]) for each in values if each is not None]
        return f"{path}?{'&'.join(kept)}" if kept else path

    return link


def _address(path: str, query: Sequence[tuple[str, str]]) -> str:
    return f"{path}?{urlencode(query)}" if query else path


def pages_of(total: int, page: int, size: int = PAGE) -> Row:
    """Where a list stands: its page, the last page, the first and last row shown."""
    last = max(1, -(-total // size))
    return {
        "page": page,
        "last": last,
        "first_row": min(total, (page - 1) * size + 1),
        "last_row": min(total, page * size),
        "total": total,
    }
