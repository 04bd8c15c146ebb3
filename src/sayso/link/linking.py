"""Reports and claims become ties, voices, dependences and matters."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.link.citing import Shelf, citation_ties, cited_dependences, credit_ties, seen_of, shelf_of
from sayso.link.details import Details
from sayso.link.items import shared_items
from sayso.link.kin import completed, kin_of
from sayso.link.matters import blocks, gathered
from sayso.link.related import with_related
from sayso.link.reuse import Texts
from sayso.link.rulings import Rulings, rulings
from sayso.link.voices import Names, voice_of
from sayso.link.wording import Wordings
from sayso.link.wordties import Desk, compared, dependences_of, strongest, tie_of
from sayso.model.binding import Bound, Dependence, Gathering, TieWeights
from sayso.model.books import Codebook, OutletFinder
from sayso.model.claim import Claim
from sayso.model.decision import Decision
from sayso.model.finding import Tie
from sayso.model.report import Report, Status


@dataclass(frozen=True, slots=True)
class Books:
    """What linking looks things up in."""

    register: OutletFinder
    codebook: Codebook
    weights: TieWeights


def link(reports: Sequence[Report], claims: Sequence[Claim], decisions: Sequence[Decision], books: Books) -> Bound:
    """Everything that ties the claims of a case to one another; the order of reports and claims changes nothing."""
    ruled = rulings(decisions)
    shelf = shelf_of((report for report in reports if report.status is not Status.DUPLICATE), Names(books.register))
    standing = _standing(claims, shelf, ruled)
    desk = desk_of(standing, shelf, books.weights)
    whole = completed(standing, kin_of(standing, desk.wordings, desk.texts.pairs()))
    found = gathered(blocks(whole, shelf.reports, books.codebook), desk.claims, ruled)
    gatherings = with_related(found, desk.claims)
    ties = _named_ties(standing, shelf)
    dependences = [d for g in gatherings for d in cited_dependences(g, desk.claims, shelf)]
    for gathering in gatherings:
        worded = word_ties(gathering, desk)
        ties += worded
        dependences += [d for tie in worded for d in dependences_of(tie)]
    return _bound(ties, gatherings, dependences, standing, shelf, ruled)


def _named_ties(claims: Sequence[Claim], shelf: Shelf) -> list[Tie]:
    cited = sorted({claim.report for claim in claims})
    return citation_ties(claims, shelf) + credit_ties((shelf.reports[r] for r in cited), shelf.names)


def word_ties(gathering: Gathering, desk: Desk) -> list[Tie]:
    """The ties by shared words within a matter: enough of them to hold together what hangs together."""
    kept = strongest(compared((*gathering.claims, *gathering.possible), desk))
    return [tie_of(comparison, desk, desk.weights.version) for comparison in kept]


def desk_of(claims: Sequence[Claim], shelf: Shelf, weights: TieWeights) -> Desk:
    """What the claims are compared with: their wordings, and the text and values that their reports share."""
    by_report: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_report[claim.report].append(claim)
    told = [shelf.reports[report] for report in sorted(by_report)]
    by_id = {claim.id: claim for claim in claims}
    wordings = Wordings(by_id, shelf.reports)
    return Desk(wordings, Texts(told), shared_items(claims), Details(told, by_report), weights, by_id)


def _standing(claims: Sequence[Claim], shelf: Shelf, ruled: Rulings) -> list[Claim]:
    """The claims that count, by id: rejected and superseded ones, and those of absent reports, are left out."""
    out = ruled.rejected
    kept = (claim for claim in claims if claim.counts and claim.report in shelf.reports)
    return sorted((c for c in kept if c.id not in out and c.report not in out), key=lambda claim: claim.id)


def _bound(
    ties: list[Tie],
    gatherings: list[Gathering],
    dependences: list[Dependence],
    claims: list[Claim],
    shelf: Shelf,
    ruled: Rulings,
) -> Bound:
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
    found: dict[str, frozenset[str]] = {}
    for gathering in gatherings:
        on = frozenset(report_of[claim] for claim in (*gathering.claims, *gathering.possible))
        found.update(dict.fromkeys(gathering.claims, on))
    return found
