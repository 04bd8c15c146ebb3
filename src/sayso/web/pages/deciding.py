"""Decisions sent by forms: each is an entry of the log with who, when and why, and none waits for the counts."""

from __future__ import annotations

from typing import Annotated, Any

from litestar import Response, post
from litestar.params import JSONBody
from msgspec import Meta, Struct

from sayso.model.errors import BadInput
from sayso.web.editing import changes_of
from sayso.web.host import Host
from sayso.web.pages.entry import Next, led
from sayso.web.replies import Asked, Hosted, Row, session_of
from sayso.web.sessions import Flash

Id = Annotated[str, Meta(min_length=1, max_length=300)]
Words = Annotated[str, Meta(max_length=4000)]
Ids = Id | list[Id]

#: So long a page waits for counts to follow a decision that changes them, in seconds; large ones follow later.
PATIENCE_S = 0.7

#: So long it waits after an accept, an unsure or a note: the next claim comes at once, its numbers hardly change.
_HURRY_S = 0.1


class Decide(Struct, forbid_unknown_fields=True):
    """One decision about one thing or many."""

    about: Ids
    says: str
    value: Words = ""
    why: Words = ""
    next: Next = "/queue"


class Undo(Struct, forbid_unknown_fields=True):
    """Decisions to take back; none named means the coder's last that stands."""

    number: str | list[str] = ""
    why: Words = ""
    next: Next = "/queue"


class Pair(Struct, forbid_unknown_fields=True):
    """Two things that are one."""

    one: Id
    other: Id
    why: Words = ""
    next: Next = "/matters"


class Apart(Struct, forbid_unknown_fields=True):
    """Claims that do not belong to the rest."""

    about: Ids
    why: Words = ""
    next: Next = "/matters"


class Source(Struct, forbid_unknown_fields=True):
    """What is decided of a source: its grade or its owner."""

    source: Id
    value: Annotated[str, Meta(max_length=200)] = ""
    why: Words = ""
    next: Next = "/sources"


def coder_of(request: Asked) -> str:
    """Who decides; `BadInput` where nobody has said."""
    coder = session_of(request).coder
    if not coder:
        raise BadInput("say first who decides, under /name", exit_code=1)
    return coder


def ids(given: Ids) -> list[str]:
    """One id or several, as a list without repeats."""
    return list(dict.fromkeys([given] if isinstance(given, str) else given))


def done(
    request: Asked, host: Host, words: str, rows: list[Row], next: str, patience: float = PATIENCE_S
) -> Response[Any]:
    """What was decided is told on the page that follows; the counts follow as soon as they can."""
    host.settling.ask(soon=patience > _HURRY_S)
    host.settling.wait(patience)
    numbers = tuple(row["number"] for row in rows)
    if "application/json" in request.headers.get("accept", ""):
        return Response({"done": words, "numbers": numbers}, status_code=200)
    session_of(request).flash = Flash(words, numbers)
    return led(next)


_DONE = {"accept": "accepted", "reject": "rejected", "unsure": "marked unsure", "note": "note kept"}


@post("/do/decide", sync_to_thread=True)
def decide(request: Asked, host: Hosted, data: JSONBody[Decide]) -> Response[Any]:
    """The decision, in the log; for many things one entry each."""
    if data.says not in _DONE:
        raise BadInput(f"is not decided here; say one of {', '.join(_DONE)}", repr(data.says), exit_code=2)
    abouts = ids(data.about)
    made = host.desk.decide_all(abouts, data.says, value=data.value, why=data.why, who=coder_of(request), settle=False)
    many = f" ({len(made)} claims)" if len(made) > 1 else ""
    reason = f": {data.why}" if data.says == "reject" and data.why else ""
    return done(request, host, f"{_DONE[data.says]}{reason}{many}", made, data.next, _HURRY_S)


@post("/do/undo", sync_to_thread=True)
def undo(request: Asked, host: Hosted, data: JSONBody[Undo]) -> Response[Any]:
    """The decisions taken back, each by a new entry."""
    coder = coder_of(request)
    numbers = [each for each in ids(data.number) if each]
    if not all(each.isascii() and each.isdigit() and len(each) < 16 for each in numbers):
        raise BadInput("a decision is named by its number", exit_code=2)
    chosen = [int(each) for each in numbers] or host.last_of(coder)
    if not chosen:
        raise BadInput("no decision of yours stands that could be taken back", exit_code=4)
    made = [host.desk.undo(each, why=data.why, who=coder, settle=False) for each in chosen]
    return done(request, host, "taken back", made, data.next)


@post("/do/edit", sync_to_thread=True)
def edit(request: Asked, host: Hosted, data: JSONBody[dict[str, str | list[str]]]) -> Response[Any]:
    """The claim as the form has it, in place of the claim as it was read."""
    claim = data.get("claim", "")
    if not isinstance(claim, str) or not claim:
        raise BadInput("an edit names its claim", exit_code=2)
    known = host.desk.claim(claim, names=True)["claim"]
    shown = host.desk.claim(claim, names=host.names)["claim"]
    changes = changes_of(data, shown, known, host.places)
    next = data.get("next", "/queue")
    if not changes:
        raise BadInput("nothing was changed; accept the claim with a, or change it", exit_code=2)
    made = host.desk.edit(claim, changes, why=_line(data.get("why", "")), who=coder_of(request), settle=False)
    return done(request, host, f"edited: {', '.join(sorted(changes))}", [made["decision"]], _line(next))


def _line(given: str | list[str]) -> str:
    return given if isinstance(given, str) else given[-1]


@post("/do/join", sync_to_thread=True)
def join(request: Asked, host: Hosted, data: JSONBody[Pair]) -> Response[Any]:
    """Two matters are one from now on."""
    made = host.desk.join(data.one, data.other, why=data.why, who=coder_of(request), settle=False)
    return done(request, host, "joined", made, data.next)


@post("/do/split", sync_to_thread=True)
def split(request: Asked, host: Hosted, data: JSONBody[Apart]) -> Response[Any]:
    """The claims leave their matter."""
    made = host.desk.split(ids(data.about), why=data.why, who=coder_of(request), settle=False)
    return done(request, host, "split off", made, data.next)


@post("/do/same-origin", sync_to_thread=True)
def same_origin(request: Asked, host: Hosted, data: JSONBody[Pair]) -> Response[Any]:
    """Two origins are one from now on."""
    made = host.desk.same_origin(data.one, data.other, why=data.why, who=coder_of(request), settle=False)
    return done(request, host, "one origin from now on", made, data.next)


@post("/do/not-same-origin", sync_to_thread=True)
def not_same_origin(request: Asked, host: Hosted, data: JSONBody[Apart]) -> Response[Any]:
    """The claims rest on a say-so of their own."""
    made = host.desk.not_same_origin(ids(data.about), why=data.why, who=coder_of(request), settle=False)
    return done(request, host, "not the same origin from now on", made, data.next)


@post("/do/grade", sync_to_thread=True)
def grade(request: Asked, host: Hosted, data: JSONBody[Source]) -> Response[Any]:
    """The reliability of a source, with its reason."""
    made = host.desk.decide(data.source, "grade", value=data.value, why=data.why, who=coder_of(request), settle=False)
    return done(request, host, f"graded {data.value or 'no more'}", [made], data.next)


@post("/do/owner", sync_to_thread=True)
def owner(request: Asked, host: Hosted, data: JSONBody[Source]) -> Response[Any]:
    """Who owns a source, as far as counting goes."""
    made = host.desk.owner(data.source, data.value, why=data.why, who=coder_of(request), settle=False)
    return done(request, host, "owner noted", [made], data.next)


HANDLERS = (decide, undo, edit, join, split, same_origin, not_same_origin, grade, owner)
