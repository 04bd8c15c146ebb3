"""The way in: a token for a session, the coder's name, another browser, the lock; and the desk's own files."""

from __future__ import annotations

import re
from importlib.resources import files
from typing import Annotated, Any, Literal

from litestar import Response, get, post
from litestar.datastructures import Cookie
from litestar.exceptions import NotFoundException
from litestar.params import FromPath, FromQuery, JSONBody, QueryParameter
from msgspec import Meta, Struct

from sayso.model.errors import BadInput
from sayso.web.graphic import GRAPHIC
from sayso.web.replies import Asked, Hosted, Page, answer, session_of
from sayso.web.sessions import LONGEST_NAME

#: What is served beside the pages: exactly these files, whatever a path says.
_STATIC = {
    name: (f"text/{'css' if name.endswith('.css') else 'javascript'}; charset=utf-8")
    for name in ("desk.css", "desk.js", "keys.js", "keymap.js", "palette.js", "places.js", "spans.js", "working.js")
}

#: A place of this desk that a form may lead on to.
_OURS = re.compile(r"/(?![/\\])[A-Za-z0-9/_.?&=%:+,~-]*")

Line = Annotated[str, Meta(max_length=LONGEST_NAME)]
Next = Annotated[str, Meta(max_length=4000)]


class Named(Struct, forbid_unknown_fields=True):
    """Who decides in this session."""

    coder: Line
    next: Next = "/"


class Themed(Struct, forbid_unknown_fields=True):
    """How the pages of this session look."""

    theme: str = ""
    next: Next = "/you"


class Opened(Struct, forbid_unknown_fields=True):
    """Whether graphic passages of this session are open."""

    open: Literal["", "yes"] = ""
    next: Next = "/you"


class Onward(Struct, forbid_unknown_fields=True):
    """Nothing but where to go on."""

    next: Next = "/you"


def onward(address: str) -> str:
    """The address, if it is a place of this desk; else its start."""
    return address if _OURS.fullmatch(address) else "/"


def led(address: str) -> Response[Any]:
    """An answer that leads to a place of this desk."""
    return Response(None, status_code=303, headers={"location": onward(address)})


@get("/start", sync_to_thread=False)
def start(request: Asked, host: Hosted, token: Annotated[str, QueryParameter(max_length=200)] = "") -> Response[Any]:
    """A session for a token that has not been used; else a sentence that says what to do."""
    if host.doors.besieged:
        raise BadInput("Too many wrong addresses; wait a minute and try again.", exit_code=1)
    secret = host.doors.enter(token)
    if secret is None:
        words = "This address has been used, or was never given. An open desk makes another under “Who decides”."
        return answer(request, host, Page("refused.html", "No way in", {"words": words, "status": 401}), 401)
    cookie = Cookie(request.scope["state"]["cookie"], path="/", value=secret, httponly=True, samesite="strict")
    return Response(None, status_code=303, headers={"location": "/name"}, cookies=[cookie])


@get("/name", sync_to_thread=True)
def name(request: Asked, host: Hosted, next: FromQuery[str] = "/") -> Response[Any]:
    """Asks who decides."""
    known = [each["who"] for each in host.desk.coders()]
    context = {"known": known, "next": onward(next)}
    return answer(request, host, Page("name.html", "Who decides?", context, [{"who": each} for each in known]))


@post("/do/name", sync_to_thread=True)
def call(request: Asked, host: Hosted, data: JSONBody[Named]) -> Response[Any]:
    """From now on the session's decisions are kept under that name."""
    coder = " ".join(data.coder.split())
    if not coder or not coder.isprintable():
        raise BadInput("a name is a line of letters, signs and digits", exit_code=2)
    session = session_of(request)
    session.coder, session.since = coder, host.since(coder)
    return led(data.next)


@get("/you", sync_to_thread=False)
def you(request: Asked, host: Hosted) -> Response[Any]:
    """The session: who decides, how pages look, another browser, the lock."""
    return answer(request, host, Page("you.html", "You", _you(request, host, "")))


def _you(request: Asked, host: Hosted, address: str) -> dict[str, Any]:
    names = sorted(each.name.lower() for code, each in host.indicators.items() if code in GRAPHIC)
    return {"address": address, "graphic_words": ", ".join(names), "graphic_open": session_of(request).open_graphic}


@post("/do/graphic", sync_to_thread=False)
def graphic(request: Asked, data: JSONBody[Opened]) -> Response[Any]:
    """The session's graphic passages are open, or folded until each is opened."""
    session_of(request).open_graphic = data.open == "yes"
    return led(data.next)


@post("/do/theme", sync_to_thread=False)
def theme(request: Asked, data: JSONBody[Themed]) -> Response[Any]:
    """The session's pages are light, dark, or as the system says."""
    if data.theme not in ("", "light", "dark"):
        raise BadInput("a theme is light, dark or empty", exit_code=2)
    session_of(request).theme = data.theme
    return led(data.next)


@post("/do/invite", sync_to_thread=False)
def invite(request: Asked, host: Hosted, data: JSONBody[Onward]) -> Response[Any]:
    """An address that opens one more session on this machine, once."""
    server = request.headers.get("host", "")
    address = f"http://{server}/start?token={host.doors.token()}"
    return answer(
        request, host, Page("you.html", "You", _you(request, host, address), more={"next": onward(data.next)})
    )


@post("/do/lock", sync_to_thread=False)
def lock(request: Asked, host: Hosted, data: JSONBody[Onward]) -> Response[Any]:
    """Every session is over, and no address opens one any more."""
    host.doors.lock()
    return Response("The desk is locked. Stop it with Ctrl+C and start it again.\n", media_type="text/plain")


@get("/static/{file:str}", sync_to_thread=False)
def static(file: FromPath[str]) -> Response[Any]:
    """One of the desk's own files."""
    if file not in _STATIC:
        raise NotFoundException
    return Response((files("sayso.web") / "static" / file).read_bytes(), media_type=_STATIC[file])


HANDLERS = (start, name, call, you, theme, graphic, invite, lock, static)
