"""The desk as one application: the pages, the guard before them, and what a refusal looks like."""

from __future__ import annotations

import logging
from asyncio import Semaphore, to_thread
from typing import Any

from litestar import Litestar, Request, Response
from litestar.di import Provide
from litestar.exceptions import HTTPException
from litestar.openapi.config import OpenAPIConfig
from litestar.openapi.plugins import JsonRenderPlugin

from sayso import __version__
from sayso.model.errors import BadBook, BadInput
from sayso.web import pages
from sayso.web.guard import App, Guard, Receive, Scope, Send
from sayso.web.host import Host
from sayso.web.replies import Page, answer

log = logging.getLogger("sayso.web")

#: What an exit code of a command is over HTTP.
_STATUS = {2: 400, 4: 404, 5: 500}

#: Pages that read no report.
_UNREAD = ("/static/", "/schema", "/start", "/name", "/you", "/help", "/working", "/preparing", "/palette", "/places")

#: Pages that wait for a command of its own process, and hold no turn while they do.
_WAITING = ("/publish", "/whatif")

#: So many pages are made at once. More would not be ready sooner, and each needs a connection that knows the case.
AT_ONCE = 3

#: So long a page waits for a small case to be made ready, in seconds.
_PATIENCE_S = 1.0

#: Endings by which a page is asked for as data.
_TWINS = ("json", "csv")


def application(host: Host, port: int) -> App:
    """The whole desk behind its guard, as it answers on that port."""
    litestar = Litestar(
        route_handlers=[*pages.HANDLERS],
        dependencies={"host": Provide(lambda: host, sync_to_thread=False)},
        exception_handlers={
            BadInput: _bad_input(host),
            BadBook: _bad_book(host),
            HTTPException: _http(host),
            Exception: _fault(host),
        },
        openapi_config=OpenAPIConfig(
            title="Sayso review desk", version=__version__, path="/schema", render_plugins=[JsonRenderPlugin()]
        ),
        logging_config=None,
    )
    return Guard(_twinned(_prepared(litestar, host)), host.doors, port)


def _twinned(inner: Any) -> App:
    """The application, with `.json` and `.csv` taken off the path of a page and noted beside it."""

    async def asked(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and not scope["path"].startswith(("/static/", "/schema")):
            stem, dot, ending = scope["path"].rpartition(".")
            if dot and ending in _TWINS and scope["method"] in ("GET", "HEAD"):
                path = "/" if stem == "/home" else stem
                scope = {**scope, "path": path, "raw_path": path.encode("utf-8", "surrogatepass")}
                scope["state"] = {**scope["state"], "twin": ending}
        await inner(scope, receive, send)

    return asked


def _prepared(inner: Any, host: Host) -> App:
    """The application, with a page that says what goes on where reports were added and are not made ready yet; some
    pages are made at a time, the others wait their turn."""
    turns = Semaphore(AT_ONCE)

    async def asked(scope: Scope, receive: Receive, send: Send) -> None:
        reads = scope["type"] == "http" and scope["method"] in ("GET", "HEAD")
        if not reads or scope["path"].startswith(_UNREAD):
            await inner(scope, receive, send)
            return
        async with turns:
            if "twin" not in scope["state"] and not await to_thread(host.prepared, _PATIENCE_S):
                scope = {**scope, "path": "/preparing", "raw_path": b"/preparing"}
            if not scope["path"].startswith(_WAITING):
                await inner(scope, receive, send)
                return
        await inner(scope, receive, send)

    return asked


def _refused(request: Request[Any, Any, Any], host: Host, status: int, words: str) -> Response[Any]:
    page = Page("refused.html", f"Not done ({status})", {"words": words, "status": status}, more={"why": words})
    if "application/json" in request.headers.get("accept", ""):
        return Response({"why": words}, status_code=status)
    return answer(request, host, page, status)


def _bad_input(host: Host) -> Any:
    return lambda request, error: _refused(request, host, _STATUS.get(error.exit_code, 409), str(error))


def _bad_book(host: Host) -> Any:
    return lambda request, error: _refused(request, host, 500, str(error))


def _http(host: Host) -> Any:
    def told(request: Request[Any, Any, Any], error: HTTPException) -> Response[Any]:
        if error.status_code == 404:
            return _refused(request, host, 404, "There is no such page.")
        extra = "; ".join(f"{e.get('key', '')}: {e.get('message', '')}" for e in _listed(error.extra))
        return _refused(request, host, error.status_code, f"{error.detail}{': ' if extra else ''}{extra}")

    return told


def _listed(extra: Any) -> list[dict[str, Any]]:
    return [each for each in extra if isinstance(each, dict)] if isinstance(extra, list) else []


def _fault(host: Host) -> Any:
    def told(request: Request[Any, Any, Any], error: Exception) -> Response[Any]:
        log.exception("a fault of ours while answering", exc_info=error)
        return _refused(request, host, 500, "A fault of ours; nothing was changed. The terminal says more.")

    return told
