"""Ties by shared words: text reuse, quotations, details and values, with the spans on both sides."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from sayso.link.details import misspelt
from sayso.link.evidence import Evidence, Told, evidence_of, probability, told_alike
from sayso.link.retelling import Retellings
from sayso.link.sharing import Sharing
from sayso.link.wording import Wording, Wordings
from sayso.model.binding import Dependence, TieWeights
from sayso.model.claim import Claim, Maker
from sayso.model.finding import Tie, TieSpan, TieType
from sayso.model.ids import id_of

#: Claims of one matter are compared pair by pair up to this many; above, only those that share a rare word run.
ALL_PAIRS = 60

#: In a large matter, word runs that this many claims share are no reason to compare them.
_COMMON_RUN = 40


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two claims with what they share and how likely they rest on one say-so."""

    one: str
    other: str
    evidence: Evidence
    probability: float


@dataclass(frozen=True, slots=True)
class Desk:
    """What comparisons are made with."""

    wordings: Wordings
    sharing: Sharing
    weights: TieWeights
    claims: Mapping[str, Claim]
    retellings: Retellings


def compared(ids: Iterable[str], desk: Desk) -> list[Comparison]:
    """The comparisons among claims of one matter that may be ties, of different reports."""
    members = [desk.wordings[claim] for claim in sorted(ids) if claim in desk.wordings]
    found = (_comparison(one, other, evidence, desk) for one, other, evidence in evidenced(members, desk))
    return [each for each in found if each.evidence.same or each.probability >= desk.weights.possible]


def evidenced(members: Sequence[Wording], desk: Desk) -> list[tuple[Wording, Wording, Evidence]]:
    """What pairs of claims of different reports share, where neither is more like another claim of the other's."""
    by_report: dict[str, list[Wording]] = defaultdict(list)
    for member in members:
        by_report[member.report].append(member)
    wrong = {member.claim: misspelt((desk.claims[member.claim],)) for member in members}
    found = []
    for one, other in _pairs(members, desk):
        rival, mistake = _rivalled(one, other, by_report), bool(wrong[one.claim] & wrong[other.claim])
        found.append((one, other, replace(_evidence(one, other, desk), rival=float(rival), mistake=float(mistake))))
    most: dict[tuple[str, str], float] = defaultdict(float)
    for one, other, evidence in found:
        for at in ((one.claim, other.report), (other.claim, one.report)):
            most[at] = max(most[at], evidence.likeness)
    return [
        (one, other, evidence)
        for one, other, evidence in found
        if evidence.likeness >= max(most[one.claim, other.report], most[other.claim, one.report])
    ]


def _rivalled(one: Wording, other: Wording, by_report: Mapping[str, Sequence[Wording]]) -> bool:
    """Whether one of the two reports has, of the matter, another claim that is told as the other's is, where these are
    not: a copy that adds a teller of its own."""
    if told_alike(one, other):
        return False
    mine = any(told_alike(each, other) for each in by_report[one.report] if each is not one)
    return mine or any(told_alike(one, each) for each in by_report[other.report] if each is not other)


def _evidence(one: Wording, other: Wording, desk: Desk) -> Evidence:
    pair = (one.report, other.report) if one.report < other.report else (other.report, one.report)
    return evidence_of(one, other, Told(*desk.sharing.between(*pair), desk.retellings.between(*pair)))


def _comparison(one: Wording, other: Wording, evidence: Evidence, desk: Desk) -> Comparison:
    return Comparison(one.claim, other.claim, evidence, probability(evidence, desk.weights))


def _pairs(members: Sequence[Wording], desk: Desk) -> list[tuple[Wording, Wording]]:
    if len(members) <= ALL_PAIRS:
        return [(a, b) for n, a in enumerate(members) for b in members[n + 1 :] if a.report != b.report]
    by_run: dict[object, list[int]] = defaultdict(list)
    for at, wording in enumerate(members):
        for gram in wording.grams:
            by_run[gram].append(at)
        by_run[wording.words].append(at)
    found: set[tuple[int, int]] = set()
    for places in by_run.values():
        if len(places) <= _COMMON_RUN:
            found.update((a, b) for n, a in enumerate(places) for b in places[n + 1 :])
        elif members[places[0]].words == members[places[-1]].words:
            found.update(pairwise(places))
    return [(members[a], members[b]) for a, b in sorted(found) if members[a].report != members[b].report]


def strongest(comparisons: Iterable[Comparison]) -> list[Comparison]:
    """A maximum spanning forest of the comparisons: it keeps, at every level of probability, what hangs together."""
    ordered = sorted(comparisons, key=lambda c: (not c.evidence.same, -c.probability, c.one, c.other))
    above: dict[str, str] = {}
    kept = []
    for comparison in ordered:
        mine, theirs = _top(comparison.one, above), _top(comparison.other, above)
        if mine != theirs:
            above[max(mine, theirs)] = min(mine, theirs)
            kept.append(comparison)
    return kept


def _top(claim: str, above: dict[str, str]) -> str:
    while claim in above:
        claim = above[claim]
    return claim


def tie_of(comparison: Comparison, desk: Desk, version: str) -> Tie:
    """The tie, from the claim that depends to the one it depends on."""
    child, parent = _directed(comparison, desk)
    kind = _type(comparison.evidence)
    certain = comparison.evidence.same or comparison.probability >= desk.weights.certain
    spans = tuple(TieSpan(c.report, *_sentence(c)) for c in (desk.claims[child], desk.claims[parent]))
    tie = id_of("t", kind.value, min(child, parent), max(child, parent))
    shown = 1.0 if comparison.evidence.same else comparison.probability
    why = _why(comparison.evidence, certain, shown)
    return Tie(tie, kind, child, parent, None, certain, shown, spans, why, Maker("sayso.link.wordties", version))


def _sentence(claim: Claim) -> tuple[int, int]:
    inside = claim.sentence[0] <= claim.start and claim.end <= claim.sentence[1]
    return claim.sentence if inside else (claim.start, claim.end)


def dependences_of(tie: Tie) -> list[Dependence]:
    """Both ways: which of two texts was first is shown, but dates are claimed by those who print them."""
    assert tie.target is not None
    ends = ((tie.source, tie.target), (tie.target, tie.source))
    return [Dependence(a, b, tie.certain, tie.probability, tie.id, tie.why) for a, b in ends]


def _directed(comparison: Comparison, desk: Desk) -> tuple[str, str]:
    """The later depends on the earlier; where dates do not tell, the one more of which is in the other, then by id."""
    one, other = desk.wordings[comparison.one], desk.wordings[comparison.other]
    if one.printed and other.printed:
        if one.printed[1] < other.printed[0]:
            return other.claim, one.claim
        if other.printed[1] < one.printed[0]:
            return one.claim, other.claim
    pair = (one.report, other.report) if one.report < other.report else (other.report, one.report)
    shared = desk.sharing.text(*pair)
    if shared and shared.of_first != shared.of_second:
        first, second = (one, other) if one.report < other.report else (other, one)
        inside, around = (first, second) if shared.of_first > shared.of_second else (second, first)
        return inside.claim, around.claim
    return max(one.claim, other.claim), min(one.claim, other.claim)


#: Above this containment of runs or text, it is the wording that is shared, not the facts.
_REUSED = 0.34

#: From this share of rare words, and of their order, on they are a reason to name.
_RETOLD, _IN_ORDER = 0.3, 0.5

#: Below this share of rare details, they are no reason to name.
_TOLD_DETAIL = 0.2


def _type(evidence: Evidence) -> TieType:
    if evidence.same or max(evidence.runs, evidence.text) >= _REUSED:
        return TieType.TEXT_REUSE
    if evidence.quote:
        return TieType.SHARED_QUOTE
    if evidence.detail >= _TOLD_DETAIL or evidence.mistake:
        return TieType.SHARED_DETAIL
    return TieType.SAME_VALUE if evidence.items else TieType.TEXT_REUSE


def _why(evidence: Evidence, certain: bool, shown: float) -> str:
    said = []
    if evidence.same:
        said.append("the sentences are the same")
    elif evidence.runs >= _REUSED:
        said.append(f"{evidence.runs:.0%} of the word runs of one sentence are in the other")
    elif evidence.words:
        said.append(f"{evidence.words:.0%} of the weighty words of one sentence are in the other")
    if evidence.text:
        said.append(f"{evidence.text:.0%} of one report's rare word runs are in the other")
    if evidence.retold.share >= _RETOLD:
        order = ", in one order" if evidence.retold.order >= _IN_ORDER else ""
        said.append(f"{evidence.retold.share:.0%} of one report's rare words are in the other{order}")
    said += ["a quotation of six words or more is the same"] if evidence.quote else []
    said += ["one name is misspelt alike"] if evidence.mistake else []
    said += ["rare details are the same"] if evidence.detail >= _TOLD_DETAIL else []
    said += ["they share four values or more"] if evidence.items else []
    surely = "certain" if certain else f"probability {shown:.2f}"
    return f"{'; '.join(said)[:1].upper()}{'; '.join(said)[1:]} ({surely})."
