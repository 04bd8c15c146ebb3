"""What every request passes before a page sees it: the right host, the right site, a session, a small body."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, MutableMapping
from http.cookies import CookieError, SimpleCookie
from typing import Any

from sayso.web.bodies import LARGEST, Unreadable, as_json
from sayso.web.sessions import Doors

Message = MutableMapping[str, Any]
Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "frame-ancestors 'none'; base-uri 'none'; form-action 'self'"
)

#: On every answer, refusals included.
HEADERS = (
    (b"content-security-policy", CSP.encode()),
    (b"referrer-policy", b"no-referrer"),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), microphone=(), geolocation=(), interest-cohort=()"),
    (b"cache-control", b"no-store"),
)

#: What is answered without a session: the way in, and the style of the page that says there is none.
_OPEN = frozenset({"/start", "/static/desk.css"})

_READING = frozenset({"GET", "HEAD", "OPTIONS"})


class Guard:
    """Refuses what no page should see; adds the headers that keep a page to itself."""

    def __init__(self, app: App, doors: Doors, port: int) -> None:
        self._app, self._doors = app, doors
        self.cookie = f"sayso-{port}"
        self._hosts = frozenset({f"127.0.0.1:{port}", f"localhost:{port}"})

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers the request itself, or hands it on with its session."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            await send({"type": "websocket.close", "code": 1008})
            return
        headed = _headed(send)
        headers = _headers_of(scope)
        scope["state"] = {**scope.get("state", {}), "session": self._session(headers), "cookie": self.cookie}
        refused = self._refusal(scope, headers)
        if refused is None:
            receive, refused = await _limited(scope, headers, receive)
        if refused is not None:
            await _say(headed, *refused)
            return
        await self._app(scope, receive, headed)

    def _session(self, headers: dict[str, str]) -> Any:
        try:
            cookie = SimpleCookie(headers.get("cookie", "")).get(self.cookie)
        except CookieError:
            return None
        return self._doors.session(cookie.value) if cookie else None

    def _refusal(self, scope: Scope, headers: dict[str, str]) -> tuple[int, str] | None:
        if headers.get("host", "") not in self._hosts:
            return 421, "This desk answers at its own address alone."
        if not _plain(scope):
            return 400, "There is no such address."
        why = _foreign(scope, headers, self._hosts)
        if why:
            return 403, why
        if scope["state"]["session"] is None and scope["path"] not in _OPEN:
            return 401, (
                "No session. Open the address that `sayso serve` printed; it works once. "
                "An open desk gives another under “Who decides”."
            )
        return None


def _headers_of(scope: Scope) -> dict[str, str]:
    """The headers by name; of one that came twice, all, so that no check sees only the first."""
    found: dict[str, str] = {}
    for name, value in scope["headers"]:
        key = name.decode("latin-1").lower()
        words = value.decode("latin-1")
        found[key] = f"{found[key]}, {words}" if key in found else words
    return found


def _plain(scope: Scope) -> bool:
    """Whether the path holds none of the signs by which a path leaves its folder or its host."""
    raw = scope.get("raw_path", b"").lower()
    path = scope["path"]
    bad = b"%00" in raw or b"%5c" in raw or b"%2f" in raw or b"%25" in raw
    return not bad and "\\" not in path and "//" not in path and "/../" not in f"{path}/" and path.isprintable()


def _foreign(scope: Scope, headers: dict[str, str], hosts: frozenset[str]) -> str:
    """Why the request is another site's; "" where it is our own page's, or the person's at the address bar."""
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    entering = scope["path"] == "/start" and scope["method"] == "GET"
    if site is not None and site not in ("same-origin", "none") and not entering:
        return "Another site sent this request; it is refused."
    if scope["method"] in _READING:
        return ""
    ours = origin in {f"http://{host}" for host in hosts}
    if site is not None:  # a page that sends no referrer sends the origin "null" with a form
        return "" if ours or origin in (None, "null") else "Another site sent this request; it is refused."
    if origin is not None:
        return "" if ours else "Another site sent this request; it is refused."
    session = scope["state"]["session"]
    told = headers.get("x-sayso-session", "")
    return "" if session is not None and told == session.id else "A program that writes names its session."


async def _limited(scope: Scope, headers: dict[str, str], receive: Receive) -> tuple[Receive, tuple[int, str] | None]:
    """The request's body, whole and as strict JSON, or why it is not taken."""
    if scope["method"] in _READING:
        return receive, None
    declared = headers.get("content-length", "0")
    if not declared.isdigit() or int(declared) > LARGEST:
        return receive, (413, "The body is larger than this desk takes.")
    body = bytearray()
    more = True
    while more:
        message = await receive()
        if message["type"] == "http.disconnect":
            return receive, (400, "The request broke off.")
        body += message.get("body", b"")
        more = message.get("more_body", False)
        if len(body) > LARGEST:
            return receive, (413, "The body is larger than this desk takes.")
    try:
        told = as_json(bytes(body), headers.get("content-type", ""))
    except Unreadable as error:
        return receive, (400, f"{str(error).capitalize()}.")
    kept = [(name, value) for name, value in scope["headers"] if name not in (b"content-type", b"content-length")]
    scope["headers"] = [*kept, (b"content-type", b"application/json"), (b"content-length", str(len(told)).encode())]
    return _again(told, receive), None


def _again(body: bytes, receive: Receive) -> Receive:
    """A receive that gives the body once, then whatever comes."""
    left = [body]

    async def given() -> Message:
        if left:
            return {"type": "http.request", "body": left.pop(), "more_body": False}
        return await receive()

    return given


def _headed(send: Send) -> Send:
    """A send that adds our headers to every answer; a page's own are kept where it gives them."""

    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            own = {name.lower() for name, _ in message["headers"]}
            added = [(name, value) for name, value in HEADERS if name not in own]
            message = {**message, "headers": [*message["headers"], *added]}
        await send(message)

    return sent


async def _say(send: Send, status: int, words: str) -> None:
    body = f"{words}\n".encode()
    headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
