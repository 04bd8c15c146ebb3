"""Matters: three numbers each, the chains as a drawing, contradictions, credibility; split and join by decision."""

from __future__ import annotations

from typing import Annotated, Any

from litestar import Response, get
from litestar.params import FromPath, QueryParameter

from sayso.tell.chainart import MOST, chain_art, drawn
from sayso.web.replies import PAGE, Asked, Hosted, Page, Row, answer, pages_of

#: So many contradictions of one matter stand on its page, and so many claims of each side.
QUARRELS, SIDE = 20, 6

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
    found = host.desk.matter(id, names=host.names, offset=(page - 1) * PAGE, limit=PAGE)
    matter, rows = found["matter"], found["claims"]
    quarrels = matter["contradictions"][:QUARRELS]
    wanted = [
        *matter["claims"][: MOST * 2],
        *(id for each in quarrels for side in each["claims"] for id in side[:SIDE]),
    ]
    near = {each["claim"]["id"]: each["claim"] for each in host.desk.claims([*dict.fromkeys(wanted)], host.names)}
    claims = [near[id] for id in matter["claims"][: MOST * 2] if id in near]
    art = chain_art(claims)
    some, whole = drawn(claims)
    context = {
        "matter": matter,
        "art": art,
        "drawn": "" if whole <= some else f"{some} of {whole} tellers drawn, of the first {len(claims)} claims.",
        "rows": rows,
        "at": pages_of(found["total"], page),
        "decisions": found["decisions"],
        "ties": found["ties"],
        "related": [host.matter_row(each) for each in matter["related"][:8]],
        "quarrels": [_quarrel(each, near) for each in quarrels],
        "quarrels_total": len(matter["contradictions"]),
    }
    more = {"matter": matter, "decisions": found["decisions"]}
    return answer(request, host, Page("matter.html", "Matter", context, rows, found["total"], more))


def _quarrel(row: Row, claims: dict[str, Row]) -> Row:
    """A contradiction with the first claims of each side, and how many more each has."""
    sides = [([claims[id] for id in side[:SIDE] if id in claims], max(0, len(side) - SIDE)) for side in row["claims"]]
    return {**row, "sides": sides}


HANDLERS = (matters, matter)
