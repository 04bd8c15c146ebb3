"""The first page, for somebody who has never seen the desk; the help page; and how far counting is."""

from __future__ import annotations

from typing import Any

from litestar import Response, get

from sayso.web.pages.entry import led
from sayso.web.replies import Asked, Hosted, Page, answer, session_of

#: The keys of the desk, as help shows them; each can be changed in the browser.
KEYS = (
    ("j", "next claim, or next entry of a list"),
    ("k", "previous claim, or previous entry"),
    ("a", "accept the claim"),
    ("r", "reject it; then a digit for the reason"),
    ("u", "unsure"),
    ("e", "edit code, span, slots and chain"),
    ("n", "write a note"),
    ("z", "undo what was just done"),
    ("o", "open or close a graphic passage"),
    ("/", "search"),
    ("?", "this page"),
)


@get("/", sync_to_thread=True)
def home(request: Asked, host: Hosted) -> Response[Any]:
    """What the case holds, and where to begin."""
    if not session_of(request).coder:
        return led("/name")
    found = host.kept("sums", host.sums)
    session = session_of(request)
    fresh = host.desk.activity(since=session.since, limit=200, names=host.names)["rows"]
    context = {
        **found,
        "waiting": host.desk.queue(limit=1, names=host.names)["total"],
        "fresh": sum(each["who"] != session.coder for each in fresh),
        "since": session.since,
        "views": host.desk.views(),
    }
    return answer(request, host, Page("home.html", "Home", context, [found["sums"]]))


@get("/help", sync_to_thread=False)
def help(request: Asked, host: Hosted) -> Response[Any]:
    """The keys, and the words that every page uses."""
    rows = [{"key": key, "does": does} for key, does in KEYS]
    return answer(request, host, Page("help.html", "Help", {"keys": KEYS}, rows))


@get("/working", sync_to_thread=False)
def working(request: Asked, host: Hosted) -> Response[Any]:
    """Whether counts are being brought up to date; a page asks while they are."""
    state = {"busy": host.settling.busy, "trouble": host.settling.trouble}
    words = "Counts are being brought up to date." if state["busy"] else "The counts are up to date."
    return answer(request, host, Page("refused.html", "Working", {"words": words, "status": 200}, [state], more=state))


@get("/preparing", sync_to_thread=False)
def preparing(request: Asked, host: Hosted) -> Response[Any]:
    """What stands in for a page while reports that were added are made ready; it asks again."""
    reply = answer(request, host, Page("preparing.html", "Being set up", {}, [{"busy": host.settling.busy}]))
    reply.headers["refresh"] = "2"
    return reply


HANDLERS = (home, help, working, preparing)
