"""Activity: who decided what, when and why, any of it taken back; and two coders compared."""

from __future__ import annotations

from typing import Annotated, Any

from litestar import Response, get, post
from litestar.params import FromQuery, JSONBody, QueryParameter
from msgspec import Meta, Struct

from sayso.web.pages.deciding import Id, coder_of, done
from sayso.web.pages.entry import Next
from sayso.web.pages.matters import Number
from sayso.web.replies import PAGE, Asked, Hosted, Page, Row, answer, pages_of, session_of

Since = Annotated[int, QueryParameter(ge=0, le=1_000_000_000)]

_PLACES = {"c": "claim", "r": "report", "m": "matter", "o": "origin"}


class Adjudicate(Struct, forbid_unknown_fields=True):
    """What a claim is held to be where two coders disagree."""

    claim: Id
    says: str
    why: Annotated[str, Meta(max_length=4000)] = ""
    next: Next = "/agreement"


@get("/activity", sync_to_thread=True)
def activity(
    request: Asked,
    host: Hosted,
    since: Since = 0,
    who: FromQuery[str] = "",
    about: FromQuery[str] = "",
    page: Number = 1,
) -> Response[Any]:
    """The decisions, the newest first; of one coder, about one thing, or since a decision."""
    found = host.desk.activity(
        since=since, who=who or None, about=about or None, offset=(page - 1) * PAGE, limit=PAGE, names=host.names
    )
    context = {
        "rows": [{**row, "links": [_link(id) for id in row["links"]]} for row in found["rows"]],
        "at": pages_of(found["total"], page),
        "since": since,
        "mine_since": session_of(request).since,
        "who_wanted": who,
        "coders": host.desk.coders(),
        "last": found["last"],
    }
    return answer(request, host, Page("activity.html", "Activity", context, found["rows"], found["total"]))


def _link(id: str) -> Row:
    kind = _PLACES.get(id[:1]) if len(id) == 17 else None
    return {"id": id, "kind": kind, "address": f"/{kind}/{id}" if kind else None}


@get("/agreement", sync_to_thread=True)
def agreement(
    request: Asked, host: Hosted, one: FromQuery[str] = "", other: FromQuery[str] = "", page: Number = 1
) -> Response[Any]:
    """How far two coders agree, where they disagree, and where one of them has not decided."""
    coders = host.desk.coders()
    if not one and not other and len(coders) > 1:
        one, other = coders[0]["who"], coders[1]["who"]
    found: Row | None = None
    rows: list[Row] = []
    if one and other and one != other:
        found = host.kept(("agreement", one, other), lambda: host.desk.agreement(one, other))
        rows = found["rows"]
    shown = [{**row, "row": _claim(host, row["claim"])} for row in rows[(page - 1) * PAGE : page * PAGE]]
    context = {
        "coders": coders,
        "one": one,
        "other": other,
        "found": found,
        "rows": shown,
        "at": pages_of(len(rows), page),
    }
    more = {key: value for key, value in (found or {}).items() if key != "rows"}
    return answer(request, host, Page("agreement.html", "Agreement", context, rows, more=more))


def _claim(host: Hosted, claim: Any) -> Row:
    id = claim if isinstance(claim, str) else claim["id"]
    row: Row = host.desk.claim(id, names=host.names)
    return row


@post("/do/adjudicate", sync_to_thread=True)
def adjudicate(request: Asked, host: Hosted, data: JSONBody[Adjudicate]) -> Response[Any]:
    """The claim is what was settled between the coders."""
    row = host.desk.adjudicate(data.claim, data.says, why=data.why, who=coder_of(request), settle=False)
    return done(request, host, f"adjudicated: {data.says}", [row], data.next)


HANDLERS = (activity, agreement, adjudicate)
