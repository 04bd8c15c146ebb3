"""What if: origins, outlets, kinds and sides of tellers left out, and the findings that change."""

from __future__ import annotations

import json
from typing import Annotated, Any

from litestar import Response, get
from litestar.params import FromQuery, QueryParameter

from sayso.model.errors import BadInput
from sayso.model.telling import Side, TellerKind
from sayso.pipeline.whatif import leaving
from sayso.store.filters import last_day
from sayso.web.errands import Result
from sayso.web.pages.matters import Number
from sayso.web.replies import PAGE, Asked, Hosted, Page, Row, answer, pages_of
from sayso.web.templating import named as named_origin

#: So many origins and outlets are offered, those with most claims; any other can be named in the field.
OFFERED = 30

#: So long the page waits for a small case before it says that it is working, in seconds.
_PATIENCE_S = 2.5


@get("/whatif", sync_to_thread=True)
def whatif(
    request: Asked,
    host: Hosted,
    without: Annotated[list[str] | None, QueryParameter(max_items=200)] = None,
    as_of: FromQuery[str] = "",
    page: Number = 1,
) -> Response[Any]:
    """What may be left out, and what changes without what was chosen."""
    chosen = [each for each in dict.fromkeys(without or ()) if each]
    found = _asked(host, chosen, as_of) if chosen or as_of else Result(0, "", "")
    rows = _rows(found) if found else []
    shown = [_told(host, row) for row in rows[(page - 1) * PAGE : page * PAGE]]
    context = {
        "chosen": chosen,
        "as_of": as_of,
        "waiting": found is None,
        "asked": bool(chosen or as_of),
        "rows": shown,
        "at": pages_of(len(rows), page),
        **host.kept("offers", lambda: _offers(host)),
    }
    reply = answer(request, host, Page("whatif.html", "What if", context, rows))
    if found is None:
        reply.headers["refresh"] = "2"
    return reply


def _asked(host: Hosted, chosen: list[str], as_of: str) -> Result | None:
    with host.view() as view:
        leaving(chosen, last_day(as_of) if as_of else None, view.present_origin)  # what cannot be left out says so now
    arguments = ["whatif", str(host.folder), "--json"]
    arguments += [part for each in chosen for part in ("--without", each)]
    arguments += ["--as-of", as_of] if as_of else []
    return host.errands.result(("whatif", *arguments, host.state()), arguments, _PATIENCE_S)


def _rows(found: Result) -> list[Row]:
    if found.code:
        raise BadInput(found.told.strip().removeprefix("sayso: ") or "it could not be worked out")
    return [json.loads(line) for line in found.out.splitlines()]


def _told(host: Hosted, row: Row) -> Row:
    before, after = ((row[when]["origins"]["low"], row[when]["origins"]["high"]) for when in ("before", "after"))
    return {**row, "matter": host.matter_row(row["id"]), "falls": after < before}


def _offers(host: Hosted) -> Row:
    """What the page offers to leave out."""
    found = host.desk.origins(limit=OFFERED, names=host.names)
    named = [(f"origin:{each['id']}", named_origin(each), len(each["claims"])) for each in found["rows"]]
    sources = sorted(
        (each for each in host.case.sources() if each["in_case"]), key=lambda each: (-each["claims"], each["name"])
    )
    return {
        "origins": named,
        "origins_total": found["total"],
        "outlets": [(f"outlet:{each['name']}", each["name"], each["claims"]) for each in sources[:OFFERED]],
        "outlets_total": len(sources),
        "kinds": [(f"kind:{each.value}", each.value) for each in TellerKind],
        "sides": [(f"side:{each.value}", each.value) for each in Side],
    }


HANDLERS = (whatif,)
