"""Reports and claims become ties, voices, dependences and matters."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.link.blocks import Placed
from sayso.link.citing import Shelf, citation_ties, cited_dependences, credit_ties, seen_of, shelf_of
from sayso.link.corrections import heard
from sayso.link.kin import Kin, completed, partners_of, same_of
from sayso.link.matters import Block, blocks, gathered, joined, shown
from sayso.link.mentioning import mentioned
from sayso.link.pairing import pairs
from sayso.link.related import with_related
from sayso.link.retelling import Retellings
from sayso.link.rulings import Rulings, rulings
from sayso.link.sharing import Sharing
from sayso.link.shingles import Words
from sayso.link.traces import Facts, facts_of, keys_of
from sayso.link.voices import Names
from sayso.link.wording import Wordings
from sayso.link.wordties import Desk, compared, dependences_of, strongest, tie_of
from sayso.model.binding import Bound, Dependence, Gathering, TieWeights, Voice
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


@dataclass(frozen=True, slots=True)
class Laid:
    """A whole case laid out for linking: the claims that count by report, what reports can share, which of them share
    text, the key of each claim's sentence where it is long enough, whose say-so each claim is, where placed, and what
    was decided."""

    by_report: Mapping[str, Sequence[Claim]]
    facts: Mapping[str, Facts]
    partners: Mapping[str, Sequence[str]]
    sentences: Mapping[str, str]
    voices: dict[str, Voice]
    placed: Mapping[Block, Sequence[Placed]]
    desk: Desk
    shelf: Shelf
    ruled: Rulings


def link(reports: Sequence[Report], claims: Sequence[Claim], decisions: Sequence[Decision], books: Books) -> Bound:
    """Everything that ties the claims of a case to one another; the order of reports and claims changes nothing."""
    laid = lay_out(reports, claims, rulings(decisions), books)
    named, tied, gatherings = tied_up(laid)
    return bound_of(named, tied, gatherings, laid.shelf, Held(laid.desk.claims, laid.voices, laid.ruled))


def lay_out(reports: Iterable[Report], claims: Sequence[Claim], ruled: Rulings, books: Books) -> Laid:
    """The case, laid out; the order of reports and claims changes nothing."""
    shelf = shelf_of((report for report in reports if report.status is not Status.DUPLICATE), Names(books.register))
    standing = standing_claims(claims, shelf, ruled)
    by_report = told_by(standing)
    facts = case_facts(by_report, shelf)
    desk = desk_of(by_report, shelf, facts, books.weights)
    partners, same = partners_of(pairs(facts)), same_of(standing, desk.wordings)
    kin = Kin(by_report, desk.wordings, partners, same)
    whole = [one for report in by_report.values() for one in completed(report, kin)]
    sentences = {claim.id: key for key, found in same.items() for claim in found}
    voices = {claim.id: heard(claim, shelf.reports[claim.report], shelf.names) for claim in standing}
    placed = blocks(whole, shelf, voices, books.codebook)
    return Laid(by_report, facts, partners, sentences, voices, placed, desk, shelf, ruled)


def tied_up(laid: Laid) -> tuple[list[Tie], dict[str, Tied], list[Gathering]]:
    """The ties of citations and credits, the ties within each matter, and the matters, of a case that was laid out."""
    claims = laid.desk.claims
    found = joined(gathered(laid.placed, laid.ruled), laid.ruled)
    gatherings = with_related([shown(gathering, claims) for gathering in found], claims)
    tied = {gathering.id: tied_in(gathering, laid.desk, laid.shelf) for gathering in gatherings}
    return named_ties(laid.by_report, laid.shelf), tied, gatherings


@dataclass(frozen=True, slots=True)
class Tied:
    """What ties the claims of one matter: ties by shared words, and who depends on whom."""

    ties: tuple[Tie, ...]
    dependences: tuple[Dependence, ...]


@dataclass(frozen=True, slots=True)
class Held:
    """The claims that count, by id, whose say-so each is, and the decisions that stand."""

    claims: Mapping[str, Claim]
    voices: dict[str, Voice]
    ruled: Rulings


def told_by(claims: Iterable[Claim]) -> dict[str, list[Claim]]:
    """Claims by report, both by id."""
    by_report: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_report[claim.report].append(claim)
    return {report: by_report[report] for report in sorted(by_report)}


def named_ties(by_report: Mapping[str, Sequence[Claim]], shelf: Shelf) -> list[Tie]:
    """The ties of citations and credits of some reports."""
    claims = [claim for told in by_report.values() for claim in told]
    return citation_ties(claims, shelf) + credit_ties((shelf.reports[report] for report in by_report), shelf.names)


def tied_in(gathering: Gathering, desk: Desk, shelf: Shelf) -> Tied:
    """The ties within a matter: enough of them to hold together what hangs together."""
    kept = strongest(compared((*gathering.claims, *gathering.possible), desk))
    ties = tuple(tie_of(comparison, desk, desk.weights.version) for comparison in kept)
    worded = [dependence for tie in ties for dependence in dependences_of(tie)]
    spoken = mentioned(gathering, desk.claims, shelf)
    found = [*cited_dependences(gathering, desk.claims, shelf), *worded, *(d for _, rests in spoken for d in rests)]
    return Tied((*ties, *(tie for tie, _ in spoken)), tuple(sorted(found, key=lambda d: (d.child, d.parent, d.tie))))


def case_facts(by_report: Mapping[str, Sequence[Claim]], shelf: Shelf) -> dict[str, Facts]:
    """What the reports of a whole case can share."""
    words = Words()
    return facts_of({report: keys_of(shelf.reports[report], told, words) for report, told in by_report.items()})


def desk_of(
    by_report: Mapping[str, Sequence[Claim]], shelf: Shelf, facts: Mapping[str, Facts], weights: TieWeights
) -> Desk:
    """What the claims are compared with: their wordings, and what their reports share."""
    by_id = {claim.id: claim for claims in by_report.values() for claim in claims}
    retellings = Retellings(shelf.reports, weights.common)
    return Desk(Wordings(by_id, shelf.reports), Sharing(facts), weights, by_id, retellings)


def standing_claims(claims: Sequence[Claim], shelf: Shelf, ruled: Rulings) -> list[Claim]:
    """The claims that count, by id: rejected and superseded ones, and those of absent reports, are left out."""
    out = ruled.rejected
    kept = (claim for claim in claims if claim.counts and claim.report in shelf.reports)
    return sorted((c for c in kept if c.id not in out and c.report not in out), key=lambda claim: claim.id)


def bound_of(
    named: Iterable[Tie], tied: Mapping[str, Tied], gatherings: Sequence[Gathering], shelf: Shelf, held: Held
) -> Bound:
    """What was found, without rejected ties, every array in one order."""
    out = held.ruled.rejected
    ties = {tie.id: tie for tie in (*named, *(tie for each in tied.values() for tie in each.ties)) if tie.id not in out}
    by_matter = {id: tuple(d for d in tied[id].dependences if d.tie in ties) for id in sorted(tied)}
    aimed = _aimed(ties, [d for found in by_matter.values() for d in found])
    claims = [held.claims[claim] for claim in sorted(held.claims)]
    return Bound(
        ties=tuple(sorted(aimed.values(), key=lambda tie: (tie.type, tie.source, tie.id))),
        gatherings=tuple(gatherings),
        voices=held.voices,
        dependences=by_matter,
        seen=seen_of(claims, shelf, _reports_on(gatherings, claims)),
        together=held.ruled.decided("same origin"),
        apart=held.ruled.decided("not the same origin"),
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
