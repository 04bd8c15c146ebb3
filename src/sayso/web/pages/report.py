"""A report: its frozen text, its claims, its ties; two reports side by side with what they share marked."""

from __future__ import annotations

from typing import Any

from litestar import Response, get
from litestar.params import FromPath, FromQuery

from sayso.web.graphic import folds
from sayso.web.marks import others_of, shared, shown
from sayso.web.replies import Asked, Hosted, Page, Row, answer, session_of


@get("/report/{id:str}", sync_to_thread=True)
def report(request: Asked, host: Hosted, id: FromPath[str], beside: FromQuery[str] = "") -> Response[Any]:
    """One report, or two side by side."""
    whole = host.desk.report(id, names=host.names)
    claims = [each["claim"] for each in whole["claims"]]
    here = folds(claims, session_of(request), host.indicators)
    context: Row = {
        "report": whole["report"],
        "claims": whole["claims"],
        "ties": [_tie(each, id, claims) for each in whole["ties"]],
        "text": shown(whole["text"], others_of(claims), folds=here),
        "other": None,
    }
    if beside:
        second = host.desk.report(beside, names=host.names)
        others = [each["claim"] for each in second["claims"]]
        one, other = shared(whole["text"], second["text"])
        context |= {
            "other": second["report"],
            "text": shown(whole["text"], one, folds=here),
            "other_text": shown(second["text"], other, folds=folds(others, session_of(request), host.indicators)),
            "runs": len(one),
            "characters": sum(each.end - each.start for each in one),
        }
    title = whole["report"]["title"] or whole["report"]["path"]
    return answer(request, host, Page("report.html", title, context, whole["claims"], more={"report": whole["report"]}))


def _tie(tie: Row, id: str, claims: list[Row]) -> Row:
    """The tie with the other report that it leads to, as far as its words say."""
    others = [report for report, _, _ in tie["spans"] if report != id]
    ends = [end for end in (tie["from"], tie["to"]) if end and end.startswith("r") and end != id]
    return {**tie, "beside": next(iter([*others, *ends]), None)}


HANDLERS = (report,)
