"""Reports and claims become ties, voices, dependences and matters."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from sayso.link.citing import Shelf, citation_ties, cited_dependences, credit_ties, seen_of, shelf_of
from sayso.link.matters import blocks, gathered
from sayso.link.related import with_related
from sayso.link.rulings import Rulings, rulings
from sayso.link.voices import Names, voice_of
from sayso.model.binding import Bound, Dependence, Gathering
from sayso.model.books import Codebook, OutletFinder
from sayso.model.claim import Claim
from sayso.model.decision import Decision
from sayso.model.finding import Tie
from sayso.model.report import Report, Status


def link(
    reports: Sequence[Report],
    claims: Sequence[Claim],
    decisions: Sequence[Decision],
    register: OutletFinder,
    codebook: Codebook,
) -> Bound:
    """Everything that ties the claims of a case to one another; the order of reports and claims changes nothing."""
    ruled = rulings(decisions)
    names = Names(register)
    shelf = shelf_of((report for report in reports if report.status is not Status.DUPLICATE), names)
    standing = _standing(claims, shelf, ruled)
    by_id = {claim.id: claim for claim in standing}
    gatherings = with_related(gathered(blocks(standing, shelf.reports, codebook), by_id, ruled, {}), by_id)
    dependences = [d for g in gatherings for d in cited_dependences(g, by_id, shelf)]
    cited = {claim.report for claim in standing}
    ties = citation_ties(standing, shelf) + credit_ties((shelf.reports[r] for r in sorted(cited)), names)
    return _bound(ties, gatherings, dependences, standing, shelf, ruled)


def _standing(claims: Sequence[Claim], shelf: Shelf, ruled: Rulings) -> list[Claim]:
    """The claims that count, by id: rejected and superseded ones, and those of absent reports, are left out."""
    kept = (
        claim
        for claim in claims
        if claim.counts and claim.id not in ruled.rejected
        and claim.report in shelf.reports and claim.report not in ruled.rejected
    )  # fmt: skip
    return sorted(kept, key=lambda claim: claim.id)


def _bound(
    ties: list[Tie], gatherings: list[Gathering], dependences: list[Dependence], claims: list[Claim], shelf: Shelf,
    ruled: Rulings,
) -> Bound:  # fmt: skip
    kept = {tie.id: tie for tie in ties if tie.id not in ruled.rejected}
    held = [d for d in dependences if d.tie in kept]
    aimed = _aimed(kept, held)
    voices = {claim.id: voice_of(claim, shelf.reports[claim.report], shelf.names) for claim in claims}
    return Bound(
        ties=tuple(sorted(aimed.values(), key=lambda tie: (tie.type, tie.source, tie.id))),
        gatherings=tuple(gatherings),
        voices=voices,
        dependences=tuple(sorted(held, key=lambda d: (d.child, d.parent, d.tie))),
        seen=seen_of(claims, shelf, _reports_on(gatherings, claims)),
        together=ruled.decided("same origin"),
        apart=ruled.decided("not the same origin"),
    )


def _aimed(ties: Mapping[str, Tie], dependences: Sequence[Dependence]) -> dict[str, Tie]:
    """The ties with the claim they lead to, where that is in the case."""
    targets: dict[str, str] = {}
    for dependence in sorted(dependences, key=lambda d: (d.tie, d.parent)):
        targets.setdefault(dependence.tie, dependence.parent)
    return {
        key: replace(tie, target=targets[key]) if tie.target is None and key in targets else tie
        for key, tie in ties.items()
    }


def _reports_on(gatherings: Sequence[Gathering], claims: Sequence[Claim]) -> dict[str, frozenset[str]]:
    """For each claim, the reports that have a claim on one of its matters."""
    report_of = {claim.id: claim.report for claim in claims}
    found: dict[str, frozenset[str]] = defaultdict(frozenset)
    for gathering in gatherings:
        on = frozenset(report_of[claim] for claim in (*gathering.claims, *gathering.possible))
        for claim in gathering.claims:
            found[claim] = on
    return found
