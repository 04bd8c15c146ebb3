"""What if something were left out: the case linked and weighed again without it, and what that changes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from sayso.model.books import OutletFinder
from sayso.model.claim import Claim
from sayso.model.decision import Decision
from sayso.model.errors import BadInput
from sayso.model.finding import Linked, Matter
from sayso.model.report import Report
from sayso.model.telling import Side, TellerKind

Row = dict[str, Any]
Link = Callable[[Sequence[Report], Sequence[Claim], Sequence[Decision]], Linked]

_NOTHING = {"reports": 0, "outlets": 0, "origins": {"low": 0, "high": 0}, "credibility": None}


@dataclass(frozen=True, slots=True)
class Leaving:
    """Something to leave out, as `what:which`."""

    what: str
    which: str

    def concerns(self, claim: Claim, register: OutletFinder) -> bool:
        """Whether the claim goes with it: it rests on that origin or first teller, or came through that outlet."""
        first = claim.chain[0]
        if self.what == "origin":
            return claim.origin == self.which
        if self.what == "kind":
            return first.kind == self.which
        if self.what == "side":
            return first.side == self.which
        names = [hop.name for hop in claim.chain if hop.name and hop.kind in (TellerKind.OUTLET, TellerKind.AGENCY)]
        if self.what == "outlet":
            return self.which in names
        return any((entry := register.find(name)) and entry.country == self.which for name in names)


def leaving(written: str, register: OutletFinder, origin: Callable[[str], str | None]) -> Leaving:
    """What is to be left out; `BadInput` with exit code 2 for what cannot be, 4 for an origin that is not there."""
    what, _, which = written.partition(":")
    allowed: dict[str, frozenset[str] | None] = {
        "origin": None,
        "outlet": None,
        "country": None,
        "kind": frozenset(TellerKind),
        "side": frozenset(Side),
    }
    if what not in allowed or not which:
        raise BadInput(f"cannot be left out; write one of {', '.join(f'{k}:…' for k in allowed)}", written, exit_code=2)
    known = allowed[what]
    if known is not None and which not in known:
        raise BadInput(f"is no {what}; it is one of {', '.join(sorted(known))}", which, exit_code=2)
    if what == "origin":
        found = origin(which)
        if found is None:
            raise BadInput("no origin has or had that id", which, exit_code=4)
        which = found
    if what == "outlet" and (entry := register.find(which)) is not None:
        which = entry.name
    return Leaving(what, which.upper() if what == "country" else which)


@dataclass(frozen=True, slots=True)
class Held:
    """A case as it is linked: its reports, claims, decisions and matters."""

    reports: Sequence[Report]
    claims: Sequence[Claim]
    decisions: Sequence[Decision]
    matters: Sequence[Matter]


def changes(held: Held, left: Sequence[Leaving], as_of: str | None, link: Link, register: OutletFinder) -> list[Row]:
    """A row for each matter that changes, by id; where a date cannot be decided, the interval covers both answers."""
    kept = [claim for claim in held.claims if not any(each.concerns(claim, register) for each in left)]
    if left and len(kept) == len(held.claims):
        raise BadInput("no claim rests on that; nothing would be left out", " ".join(map(_written, left)), exit_code=4)
    sure = [report for report in held.reports if as_of is None or _by(report, as_of) is True]
    perhaps = [report for report in held.reports if as_of is None or _by(report, as_of) is not False]
    fewer = link(sure, kept, held.decisions).matters
    more = fewer if len(sure) == len(perhaps) else link(perhaps, kept, held.decisions).matters
    found = []
    for matter in held.matters:
        before = _numbers(matter)
        after = _joined(_successor(matter, fewer), _successor(matter, more))
        if before != after:
            found.append({"id": matter.id, "indicator": matter.indicator, "before": before, "after": after})
    return found


def _written(each: Leaving) -> str:
    return f"{each.what}:{each.which}"


def _by(report: Report, day: str) -> bool | None:
    """Whether the report was published by that day; None where its date does not decide it."""
    published = report.published
    if published is None:
        return None
    if published.latest is not None and published.latest <= day:
        return True
    return False if published.earliest is not None and published.earliest > day else None


def _successor(matter: Matter, matters: Sequence[Matter]) -> Matter | None:
    """The matter that holds most of its claims now, the one with the least id among equals."""
    mine = frozenset(matter.claims)
    shared = [(-len(mine.intersection(each.claims)), each.id, each) for each in matters if each.kind is matter.kind]
    best = min(shared, default=None)
    return best[2] if best and best[0] else None


def _numbers(matter: Matter | None) -> Row:
    if matter is None:
        return dict(_NOTHING)
    return {
        "reports": matter.reports,
        "outlets": matter.outlets,
        "origins": {"low": matter.origins.low, "high": matter.origins.high},
        "credibility": matter.credibility,
    }


def _joined(fewer: Matter | None, more: Matter | None) -> Row:
    """The numbers that are sure, with an interval of origins that covers both; what is undecided is said beside it."""
    sure, perhaps = _numbers(fewer), _numbers(more)
    if sure == perhaps:
        return sure
    low = min(sure["origins"]["low"], perhaps["origins"]["low"])
    high = max(sure["origins"]["high"], perhaps["origins"]["high"])
    undecided = {key: perhaps[key] for key in ("reports", "outlets", "credibility")}
    return {**sure, "origins": {"low": low, "high": high}, "with_undecided": undecided}
