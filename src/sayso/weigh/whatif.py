"""What if something were left out: which findings change, and what each would be without it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.model.binding import Bound, Gathering
from sayso.model.books import Codebook, OutletFinder
from sayso.model.change import Change, Fall, Standing
from sayso.model.claim import Claim
from sayso.model.finding import Linked, Matter
from sayso.model.report import Report
from sayso.model.telling import PUBLISHERS
from sayso.weigh.weighing import Scales, matter_of, scales_of, weigh_one


@dataclass(frozen=True, slots=True)
class Leaving:
    """What to leave out, as ("origin" | "outlet" | "kind" | "side" | "country", which); and the day as known on."""

    without: tuple[tuple[str, str], ...] = ()
    as_of: str | None = None


@dataclass(frozen=True, slots=True)
class Weighing:
    """A case as it was linked and weighed."""

    bound: Bound
    linked: Linked
    scales: Scales


def weighing_of(
    bound: Bound, linked: Linked, reports: Sequence[Report], claims: Sequence[Claim], codebook: Codebook
) -> Weighing:
    """The case, ready to have things left out."""
    return Weighing(bound, linked, scales_of(bound, reports, claims, codebook))


def whatif(weighing: Weighing, leaving: Leaving, register: OutletFinder) -> tuple[Change, ...]:
    """The matters that change, by id; where a date does not decide what was known, the interval covers both answers."""
    claims = weighing.scales.claims
    gone = {
        claim.id
        for claim in claims.values()
        if any(_rests_on(claim, what, which, weighing.linked, register) for what, which in leaving.without)
    }
    later, undecided = _unknown_by(leaving.as_of, claims, weighing.scales.reports)
    fewer, more = gone | later | undecided, gone | later
    return tuple(_changes(weighing, weighing.bound.gatherings, fewer, more))


def _rests_on(claim: Claim, what: str, which: str, linked: Linked, register: OutletFinder) -> bool:
    head = claim.chain[0]
    if what == "origin":
        return linked.origin_of.get(claim.id) == which
    if what == "kind":
        return head.kind.value == which
    if what == "side":
        return head.side.value == which
    names = [hop.name for hop in claim.chain if hop.name and hop.kind in PUBLISHERS]
    if what == "outlet":
        found = register.find(which)
        return which in names or (found is not None and found.name in names)
    return any((entry := register.find(name)) and entry.country == which for name in names)


def _unknown_by(
    day: str | None, claims: Mapping[str, Claim], reports: Mapping[str, Report]
) -> tuple[set[str], set[str]]:
    """The claims printed after that day for certain, and those of which it cannot be told."""
    later: set[str] = set()
    undecided: set[str] = set()
    for claim in claims.values() if day else ():
        published = reports[claim.report].published
        first = published.earliest if published else None
        last = published.latest if published else None
        if first and day and first > day:
            later.add(claim.id)
        elif not last or (day and last > day):
            undecided.add(claim.id)
    return later, undecided


def _changes(weighing: Weighing, gatherings: Iterable[Gathering], fewer: set[str], more: set[str]) -> Iterable[Change]:
    matters = {matter.id: matter for matter in weighing.linked.matters}
    for gathering in gatherings:
        touched = fewer.intersection(gathering.claims) or fewer.intersection(gathering.possible)
        if not touched:
            continue
        before = standing_of(matters[gathering.id])
        least, most = (_without(weighing, gathering, out) for out in (fewer, more))
        after = replace(least, low=min(least.low, most.low), high=max(least.high, most.high))
        if before != after:
            yield Change(gathering.id, gathering.indicator, before, after)


def _without(weighing: Weighing, gathering: Gathering, out: set[str]) -> Standing:
    left = replace(
        gathering,
        claims=tuple(claim for claim in gathering.claims if claim not in out),
        possible=tuple(claim for claim in gathering.possible if claim not in out),
    )
    if not left.claims:
        return Standing(0, 0, 0, 0, None)
    origin_of = weighing.linked.origin_of
    return standing_of(matter_of(weigh_one(left, weighing.scales), weighing.scales, origin_of))


def standing_of(matter: Matter) -> Standing:
    """The numbers of a matter."""
    return Standing(matter.reports, matter.outlets, matter.origins.low, matter.origins.high, matter.credibility)


def leave_one_out(weighing: Weighing, watch: Callable[[int], None] = lambda done: None) -> tuple[Fall, ...]:
    """For each origin, what would change without it: those on which most matters stand alone come first."""
    on: dict[str, set[str]] = defaultdict(set)
    for gathering in weighing.bound.gatherings:
        for claim in (*gathering.claims, *gathering.possible):
            on[weighing.linked.origin_of[claim]].add(gathering.id)
    by_id = {gathering.id: gathering for gathering in weighing.bound.gatherings}
    falls = []
    for done, origin in enumerate(weighing.linked.origins):
        out = set(origin.claims)
        changes = tuple(_changes(weighing, [by_id[matter] for matter in sorted(on[origin.id])], out, out))
        lost = sum(change.before.high > 0 and change.after.high == 0 for change in changes)
        falls.append(Fall(origin.id, origin.name, origin.kind, lost, changes))
        watch(done + 1)
    return tuple(sorted(falls, key=lambda fall: (-fall.falls, -len(fall.changes), fall.origin)))
