"""Matters get their counts, sides, values, contradictions and grades; claims get their origins."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sayso.model.binding import Bound, Gathering, Voice
from sayso.model.books import Codebook
from sayso.model.claim import Claim, Review
from sayso.model.finding import Contradiction, Count, Linked, Matter, QuantityGroup
from sayso.model.report import Report
from sayso.model.telling import Access, Side
from sayso.weigh.across import across
from sayso.weigh.bridging import bridged
from sayso.weigh.contradictions import contradictions
from sayso.weigh.counting import Tally, Weighed, tally
from sayso.weigh.grading import Case, grade
from sayso.weigh.origins import origins_of
from sayso.weigh.quantities import quantity_groups
from sayso.weigh.retracting import taken_back, unvalued, without
from sayso.weigh.saying import reason_of
from sayso.weigh.standing import shown_for, sides_of
from sayso.weigh.voices import Ground, ground_of

#: A matter that others read as another act is at most possibly true.
_RIVALLED = 3

#: Undated reports rank after all dated ones.
_LAST = date.max.toordinal()


@dataclass(frozen=True, slots=True)
class Scales:
    """What every matter of a case is weighed on."""

    claims: dict[str, Claim]
    reports: dict[str, Report]
    bound: Bound
    rank: dict[str, tuple[int, str]]
    codebook: Codebook


def weigh(bound: Bound, reports: Sequence[Report], claims: Sequence[Claim], codebook: Codebook) -> Linked:
    """The matters of a case, weighed, with its origins; every array in one order."""
    return weighed_and_traced(bound, reports, claims, codebook)[0]


def weighed_and_traced(
    bound: Bound, reports: Sequence[Report], claims: Sequence[Claim], codebook: Codebook
) -> tuple[Linked, dict[str, str]]:
    """The case, weighed, and the key of the voice that each claim is traced to."""
    scales = scales_of(bound, reports, claims, codebook)
    weighed = [weigh_one(gathering, scales) for gathering in bound.gatherings]
    root_of = {claim: root for one in weighed for claim, root in roots_in(one, bound.voices).items()}
    origins, origin_of = origins_of(root_of, bound.voices, scales.claims, scales.reports)
    matters = [matter_of(one, scales, origin_of) for one in weighed]
    return Linked(bound.ties, origins, tuple(with_rivals(matters, scales)), origin_of, bound.seen), root_of


def with_rivals(matters: Sequence[Matter], scales: Scales) -> list[Matter]:
    """The matters with what other matters say against them; rival readings bar the first two grades."""
    found = across(matters, {claim.id: claim.trend for claim in scales.claims.values() if claim.trend})
    return [rivalled(matter, found[matter.id]) if matter.id in found else matter for matter in matters]


def rivalled(matter: Matter, found: tuple[Contradiction, ...]) -> Matter:
    """The matter with what others say against it."""
    told = (*matter.contradictions, *found)
    grade_now = matter.credibility
    if grade_now is None or grade_now > _RIVALLED:
        return replace(matter, contradictions=told)
    why = f"{matter.why} Held at {_RIVALLED}: {found[0].why}."
    return replace(matter, contradictions=told, credibility=_RIVALLED, why=why)


def scales_of(bound: Bound, reports: Sequence[Report], claims: Sequence[Claim], codebook: Codebook) -> Scales:
    """What the matters of these claims are weighed on."""
    by_id = {claim.id: claim for claim in claims if claim.id in bound.voices}
    by_report = {report.id: report for report in reports}
    rank = {claim.id: printed_rank(claim, by_report[claim.report]) for claim in by_id.values()}
    return Scales(by_id, by_report, bound, rank, codebook)


def printed_rank(claim: Claim, report: Report) -> tuple[int, str]:
    """What claims are ordered by: the first possible day of print, then the id."""
    day = report.published.earliest if report.published else None
    try:
        return (date.fromisoformat(day).toordinal() if day else _LAST), claim.id
    except ValueError:
        return _LAST, claim.id


def weigh_one(gathering: Gathering, scales: Scales) -> Weighed:
    """One matter with its claims by side and its two counts."""
    held = [scales.claims[claim] for claim in gathering.claims if claim in scales.claims]
    near = [scales.claims[claim] for claim in gathering.possible if claim in scales.claims]
    sides = sides_of(held, near, _repeated((*held, *near), scales.bound.voices))
    ground = ground_of(scales.bound, gathering.id)
    sides = without(sides, taken_back(sides, ground, scales.rank))
    ground = bridged(ground, {claim.id for claim in sides.everything})
    reasons = {claim: tuple(sorted({d.why for d in found if d.certain})) for claim, found in ground.by_child.items()}
    support = _tally(sides.sure, (*sides.unsure, *sides.near), ground, scales)
    return Weighed(gathering, sides, support, _tally(sides.against, (), ground, scales), reasons)


def _tally(sure: Sequence[Claim], unsure: Sequence[Claim], ground: Ground, scales: Scales) -> Tally:
    """The count of one side: what hangs together through a claim of the other, or of neither, still does."""
    return tally(sure, unsure, bridged(ground, {claim.id for claim in (*sure, *unsure)}), scales.rank)


def _repeated(claims: Iterable[Claim], voices: Mapping[str, Voice]) -> frozenset[str]:
    found = ((claim.id, voices[claim.id].takes) for claim in claims)
    return frozenset(claim for claim, takes in found if takes is not None and takes.repeats)


def roots_in(one: Weighed, voices: Mapping[str, Voice]) -> dict[str, str]:
    """The key of the voice that each claim of a matter is traced to; those in no count speak for themselves."""
    roots = {claim: voices[claim].key for claim in one.gathering.claims if claim in voices}
    for part in (one.support, one.against):
        for key, ids in part.web.claims.items():
            roots.update((claim, part.root[key]) for claim in ids if claim in roots)
    return roots


def matter_of(one: Weighed, scales: Scales, origin_of: Mapping[str, str]) -> Matter:
    """The matter as everybody reads it."""
    sides, gathering = one.sides, one.gathering
    shown = shown_for(sides, gathering.kind)
    support, against = count_of(one.support, origin_of), count_of(one.against, origin_of)
    heads = _heads(one.support, scales)
    found = contradictions(unvalued(sides), gathering.kind)
    credibility, graded = grade(_case(one, heads, found, scales))
    values: tuple[QuantityGroup, ...] = quantity_groups((c for c in shown if c.id not in sides.revised), origin_of)
    return Matter(
        id=gathering.id,
        kind=gathering.kind,
        indicator=gathering.indicator,
        actor=gathering.actor,
        place=gathering.place,
        time=gathering.time,
        claims=gathering.claims,
        reports=len({claim.report for claim in shown}),
        outlets=outlets_of(shown, scales.reports),
        origins=support,
        against=against,
        sides=_counted([claim.chain[0].side.value for claim in heads], [side.value for side in Side]),
        access=_counted([claim.chain[0].access.value for claim in heads], [access.value for access in Access]),
        related=gathering.related,
        quantities=values,
        contradictions=found,
        credibility=credibility,
        why=reason_of(one, scales.reports, graded),
        possible=gathering.possible,
        accepted=sum(claim.review is Review.ACCEPTED for claim in shown),
        stage=gathering.stage,
        depth=min((len(claim.chain) for claim in shown), default=None),
        withdrawn=tuple(sorted(claim.id for claim in (*sides.withdrawn, *sides.repeated))),
    )


def count_of(part: Tally, origin_of: Mapping[str, str]) -> Count:
    """A count with the ids of its origins, and how every possible tie would group them."""
    named = {key: min(origin_of[claim] for claim in part.web.claims[key]) for key in part.heads}
    groups: dict[str, set[str]] = {}
    for key in part.heads:
        groups.setdefault(part.group.get(key, key), set()).add(named[key])
    ordered = sorted(tuple(sorted(group)) for group in groups.values())
    return Count(part.low, part.high, tuple(sorted(set(named.values()))), tuple(ordered))


def outlets_of(claims: Sequence[Claim], reports: Mapping[str, Report]) -> int:
    """How many outlets printed the claims; a report of an unknown outlet is one of its own."""
    return len({reports[claim.report].outlet or f"?{claim.report}" for claim in claims})


def _heads(part: Tally, scales: Scales) -> list[Claim]:
    """One claim for each origin: the one printed first."""
    return [scales.claims[min(part.web.claims[key], key=lambda claim: scales.rank[claim])] for key in part.heads]


def _counted(found: Sequence[str], order: Sequence[str]) -> tuple[tuple[str, int], ...]:
    return tuple((name, found.count(name)) for name in order if name in found)


def _case(one: Weighed, heads: Sequence[Claim], found: tuple[Contradiction, ...], scales: Scales) -> Case:
    indicator = scales.codebook.find(one.gathering.indicator)
    decay = indicator is not None and indicator.speaks_for == "decay"
    own = [claim for claim in heads if claim.chain[0].side is Side.OWN]
    return Case(
        kind=one.gathering.kind,
        low=one.support.low,
        high=one.support.high,
        against_low=one.against.low,
        against_high=one.against.high,
        sides=frozenset(claim.chain[0].side.value for claim in heads),
        own_admits=decay and bool(own),
        seen=any(claim.chain[0].access in (Access.SAW, Access.OWN_RECORD) for claim in heads),
        contradictions=found,
    )
