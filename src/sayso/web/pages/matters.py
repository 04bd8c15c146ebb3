"""Matters: three numbers each, the chains as a drawing, contradictions, credibility; split and join by decision."""

from __future__ import annotations

from typing import Annotated, Any

from litestar import Response, get
from litestar.params import FromPath, QueryParameter

from sayso.tell.chainart import MOST, chain_art, drawn
from sayso.web.replies import PAGE, Asked, Hosted, Page, Row, answer, pages_of

Number = Annotated[int, QueryParameter(ge=1, le=1_000_000)]


@get("/matters", sync_to_thread=True)
def matters(request: Asked, host: Hosted, page: Number = 1) -> Response[Any]:
    """The matters, the widest base first."""
    found = host.desk.matters(offset=(page - 1) * PAGE, limit=PAGE, names=host.names)
    context = {"matters": found["rows"], "at": pages_of(found["total"], page)}
    return answer(request, host, Page("matters.html", "Matters", context, found["rows"], found["total"]))


@get("/matter/{id:str}", sync_to_thread=True)
def matter(request: Asked, host: Hosted, id: FromPath[str], page: Number = 1) -> Response[Any]:
    """One matter with all it rests on."""
    found = host.desk.matter(id, names=host.names)
    rows = found["claims"]
    claims = [each["claim"] for each in rows]
    art = chain_art(claims[: MOST * 4])
    some, whole = drawn(claims[: MOST * 4])
    context = {
        "matter": found["matter"],
        "art": art,
        "drawn": "" if whole <= some else f"{some} of {whole} tellers drawn.",
        "rows": rows[(page - 1) * PAGE : page * PAGE],
        "at": pages_of(len(rows), page),
        "decisions": found["decisions"],
        "ties": found["ties"],
        "related": [host.matter_row(each) for each in found["matter"]["related"][:8]],
        "quarrels": [_quarrel(each, {c["id"]: c for c in claims}) for each in found["matter"]["contradictions"]],
    }
    more = {"matter": found["matter"], "decisions": found["decisions"]}
    return answer(request, host, Page("matter.html", "Matter", context, rows, more=more))


def _quarrel(row: Row, claims: dict[str, Row]) -> Row:
    """A contradiction with the claims of each side, as far as they are of this matter."""
    return {**row, "sides": [[claims[id] for id in side if id in claims] for side in row["claims"]]}


HANDLERS = (matters, matter)
