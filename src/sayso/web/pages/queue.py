"""The queue: one claim at a time, its report on the left, its form on the right, one key a decision."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from litestar import Response, get
from litestar.params import FromPath, FromQuery, QueryParameter

from sayso.model.coding import Stage
from sayso.model.telling import Access, Certainty, Side, TellerKind
from sayso.web.graphic import folds
from sayso.web.marks import others_of, shown, stretches_of
from sayso.web.replies import Asked, Hosted, Page, Row, answer, session_of

Which = Literal["unreviewed", "unsure", "accepted", "rejected", "superseded", "mine", "all"]

#: Why a claim is rejected, each with its digit.
REASONS = (
    "not about the group",
    "another indicator",
    "denied, planned or conditional, not stated",
    "the text does not say so",
    "the same statement is another claim",
    "the words or the chain are wrong",
    "background, not news",
    "an old event told again",
    "other; a note says more",
)

#: So many claims that come next are listed beside the form.
_COMING = 6

#: What the form offers; the words are those of the vocabulary.
CHOICES = {
    "certainties": [each.value for each in Certainty],
    "stages": [each.value for each in Stage],
    "scopes": ["individual", "unit", "local", "group-wide", "unstated"],
    "trends": ["rising", "falling", "steady"],
    "kinds": [each.value for each in TellerKind],
    "sides": [each.value for each in Side],
    "accesses": [each.value for each in Access],
    "measures": ["count", "rate", "share", "amount", "total so far"],
    "roles": ["where", "from", "to"],
}


@get("/queue", sync_to_thread=True)
def queue(
    request: Asked,
    host: Hosted,
    which: Annotated[Which, QueryParameter(name="state")] = "unreviewed",
    indicator: FromQuery[list[str] | None] = None,
    at: Annotated[int, QueryParameter(ge=0, le=10_000_000)] = 0,
) -> Response[Any]:
    """The claim at that place of the queue, with those that come next."""
    indicator = [each for each in indicator or () if each]
    wanted: Row = {"state": which, "indicator": tuple(indicator), "who": session_of(request).coder or None}
    listed = host.desk.queue(**wanted, offset=at, limit=_COMING + 1, names=host.names)
    if not listed["rows"] and at and listed["total"]:
        at = listed["total"] - 1
        listed = host.desk.queue(**wanted, offset=at, limit=1, names=host.names)
    rows, total = listed["rows"], listed["total"]
    context: Row = {
        "at": at,
        "of": total,
        "state_wanted": which,
        "wanted": indicator,
        "coming": rows[1:],
        "row": None,
        "step": 0 if which == "unreviewed" else 1,
    }
    if rows:
        context |= claim_context(request, host, host.desk.claim(rows[0]["claim"]["id"], names=host.names))
    return answer(request, host, Page("queue.html", "Queue", context, rows, total))


@get("/claim/{id:str}", sync_to_thread=True)
def claim(request: Asked, host: Hosted, id: FromPath[str]) -> Response[Any]:
    """One claim, wherever it stands in the queue."""
    row = host.desk.claim(id, names=host.names)
    context: Row = {"at": None, "of": None, "state_wanted": None, "wanted": [], "coming": [], "step": 0}
    return answer(request, host, Page("queue.html", f"Claim {id}", context | claim_context(request, host, row), [row]))


def claim_context(request: Asked, host: Hosted, row: Row) -> Row:
    """What the page of a claim shows: the marked text of its report, the form, what was decided."""
    told = row["claim"]
    whole = host.desk.report(told["report"], names=host.names)
    claims = [each["claim"] for each in whole["claims"]]
    stretches = [*stretches_of(told), *others_of(claims, told["id"])]
    return {
        "row": row,
        "claim": told,
        "report": whole["report"],
        "others": len(claims) - 1,
        "text": shown(
            whole["text"],
            stretches,
            (told["start"], told["end"]),
            folds(claims, session_of(request), host.indicators),
        ),
        "reasons": REASONS,
        "choices": CHOICES,
        "matter": matter_of(host, row),
    }


def matter_of(host: Hosted, row: Row) -> Row | None:
    """The matter that a claim counts for."""
    return host.matter_row(row["matter"]) if row["matter"] else None


HANDLERS = (queue, claim)
