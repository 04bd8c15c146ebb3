"""What if something were left out: what people write, made into what weighing leaves out, and told as rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from sayso.books import tie_weights
from sayso.link.linking import Books, link
from sayso.model.books import Codebook, OutletFinder
from sayso.model.change import Change, Standing
from sayso.model.claim import Claim
from sayso.model.decision import Decision
from sayso.model.errors import BadInput
from sayso.model.report import Report
from sayso.model.telling import Side, TellerKind
from sayso.pipeline.owners import owned
from sayso.weigh.weighing import weigh
from sayso.weigh.whatif import Leaving, Weighing, leave_one_out, weighing_of, whatif

Row = dict[str, Any]

#: A case's reports with their texts, its claims, and the decisions that stand.
Held = tuple[Sequence[Report], Sequence[Claim], Sequence[Decision]]

_ALLOWED: dict[str, frozenset[str] | None] = {
    "origin": None,
    "outlet": None,
    "country": None,
    "kind": frozenset(TellerKind),
    "side": frozenset(Side),
}


def leaving(without: Sequence[str], as_of: str | None, origin: Callable[[str], str | None]) -> Leaving:
    """What is to be left out; `origin` gives the present id of an origin. `BadInput` for what cannot be left out."""
    return Leaving(tuple(_one(each, origin) for each in without), as_of)


def _one(written: str, origin: Callable[[str], str | None]) -> tuple[str, str]:
    what, _, which = written.partition(":")
    if what not in _ALLOWED or not which:
        raise BadInput(
            f"cannot be left out; write one of {', '.join(f'{k}:…' for k in _ALLOWED)}", written, exit_code=2
        )
    known = _ALLOWED[what]
    if known is not None and which not in known:
        raise BadInput(f"is no {what}; it is one of {', '.join(sorted(known))}", which, exit_code=2)
    if what == "origin":
        found = origin(which)
        if found is None:
            raise BadInput("no origin has or had that id", which, exit_code=4)
        which = found
    return what, which.upper() if what == "country" else which


def changes(held: Held, left: Leaving, register: OutletFinder, codebook: Codebook) -> list[Row]:
    """A row for each matter that changes, by id."""
    weighing = weighed(held, register, codebook)
    return [_changed(each) for each in whatif(weighing, left, register)]


def each_origin(held: Held, register: OutletFinder, codebook: Codebook) -> list[Row]:
    """A row for each matter that changes without an origin, the origin on which most matters stand alone first."""
    found = leave_one_out(weighed(held, register, codebook))
    return [{"origin": fall.origin, "kind": fall.kind, **_changed(each)} for fall in found for each in fall.changes]


def weighed(held: Held, register: OutletFinder, codebook: Codebook) -> Weighing:
    """The case linked and weighed once, ready to have things left out."""
    reports, claims, decisions = held
    bound = link(reports, claims, decisions, Books(owned(register, decisions), codebook, tie_weights.load()))
    return weighing_of(bound, weigh(bound, reports, claims, codebook), reports, claims, codebook)


def _changed(each: Change) -> Row:
    return {"id": each.id, "indicator": each.indicator, "before": _row(each.before), "after": _row(each.after)}


def _row(standing: Standing) -> Row:
    return {
        "reports": standing.reports,
        "outlets": standing.outlets,
        "origins": {"low": standing.low, "high": standing.high},
        "credibility": standing.credibility,
    }
