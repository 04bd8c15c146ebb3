"""Reports that speak of what another outlet reported, told or quoted, without naming it as a claim's teller."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.link.citing import MAKER, MOST_PARENTS, Shelf, gap
from sayso.link.folding import skeleton
from sayso.model.binding import Dependence, Gathering
from sayso.model.claim import Claim
from sayso.model.finding import Tie, TieSpan, TieType
from sayso.model.ids import id_of
from sayso.model.report import Report
from sayso.model.telling import PUBLISHERS, Hop

#: How likely a claim rests on an outlet whose report is spoken of elsewhere in its own. Set by judgement on families
#: written by hand: above an even chance, never certain.
_ELSEWHERE = 0.6

#: Letters of an outlet's name from which on it is looked for; shorter ones are common words.
_LEAST_NAME = 3

_TOLD_BEFORE = re.compile(
    r"\b(?:told|tells|telling|interviews? (?:with|to|by)|reports? (?:by|in|from|of)|story (?:by|in|from)"
    r"|(?:reported|published|obtained|seen|quoted|cited|interviewed|revealed|broken|carried|spoke) (?:by|in|on|to)"
    r"|according to|citing|cites|quoting|quotes|says?|said|counts?|counted|reports|reported|writes|wrote)(?: the)?"
    r"(?: (?:newspaper|daily|weekly|paper|broadcaster|website|radio"
    r"|news agency|agency|magazine))? ?[“\"'‘]?$",
    re.IGNORECASE,
)
_TELLS_AFTER = re.compile(
    r"^[”\"'’]?(?:['’]s)?(?:,[^,.]{1,40},)?(?: (?:newspaper|daily|weekly|website|news|agency|radio|has|had|also|first"
    r"|then|later|exclusively|report|story|article|investigation|which)){0,3} (?:reports?|reported|reporting|said|says"
    r"|wrote|writes|writing|quotes?|quoted|cites?|cited|reveals?|revealed|published|learned|claims?|claimed|spoke)\b",
    re.IGNORECASE,
)
_WINDOW = 60


@dataclass(frozen=True, slots=True)
class Mention:
    """A claim whose report speaks of what an outlet tells, where, and whether the claim's own sentence does."""

    claim: Claim
    outlet: str
    start: int
    end: int
    close: bool


def mentioned(
    gathering: Gathering, claims: Mapping[str, Claim], shelf: Shelf
) -> list[tuple[Tie, tuple[Dependence, ...]]]:
    """The ties of a matter by which a claim rests on what an outlet, spoken of in its report, says of the matter."""
    members = [claims[claim] for claim in (*gathering.claims, *gathering.possible)]
    by_outlet: dict[str, list[Claim]] = defaultdict(list)
    for claim in members:
        if outlet := shelf.reports[claim.report].outlet:
            by_outlet[outlet].append(claim)
    if len(by_outlet) < 2:
        return []
    found = []
    for mention in _mentions(members, sorted(by_outlet), shelf):
        parents = [p for p in by_outlet[mention.outlet] if not _others(mention.claim.chain[0], p.chain[0])]
        parents = sorted(parents, key=lambda p: (gap(mention.claim, p, shelf), p.id))[:MOST_PARENTS]
        if parents:
            tie = _tie(mention, parents[0].id, shelf)
            rests = (Dependence(mention.claim.id, p.id, tie.certain, tie.probability, tie.id, tie.why) for p in parents)
            found.append((tie, tuple(rests)))
    return found


def _mentions(members: Sequence[Claim], outlets: Sequence[str], shelf: Shelf) -> Iterator[Mention]:
    by_report: dict[str, list[Claim]] = defaultdict(list)
    for claim in members:
        by_report[claim.report].append(claim)
    for id, told in by_report.items():
        report = shelf.reports[id]
        spoken = {outlet: _spans(report, outlet) for outlet in outlets if outlet != report.outlet}
        spoken = {outlet: spans for outlet, spans in spoken.items() if spans}
        only = next(iter(spoken)) if len(spoken) == 1 else None
        for outlet, spans in spoken.items():
            for claim in told:
                if any(hop.name == outlet and hop.kind in PUBLISHERS for hop in claim.chain[:-1]):
                    continue
                start, end = next((s for s in spans if claim.sentence[0] <= s[0] < claim.sentence[1]), spans[0])
                here = claim.sentence[0] <= start < claim.sentence[1]
                yield Mention(claim, outlet, start, end, here or (only == outlet and _is_paper(claim)))


def _is_paper(claim: Claim) -> bool:
    """Whether the claim has its teller from "the newspaper", without a name: the one that the report speaks of."""
    return any(hop.kind in PUBLISHERS and not hop.name and _PAPER.match(hop.written) for hop in claim.chain[:-1])


_PAPER = re.compile(
    r"(?:the|that|this) (?:\w+ )?(?:newspaper|daily|weekly|paper|broadcaster|website|site|blog|radio|agency|magazine)$",
    re.IGNORECASE,
)


def _spans(report: Report, outlet: str) -> list[tuple[int, int]]:
    """Where a report's text names an outlet as one that tells something."""
    text, name = report.text, outlet.removeprefix("The ")
    if len(name) < _LEAST_NAME or name not in text:
        return []
    found = ((match.start(), match.end()) for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text))
    return [
        (start, end) for start, end in found
        if _TOLD_BEFORE.search(text[max(0, start - _WINDOW) : start]) or _TELLS_AFTER.match(text[end : end + _WINDOW])
    ]  # fmt: skip


def tells_of(report: Report, other: Report) -> bool:
    """Whether a report speaks, anywhere in its text, of what the outlet of another tells."""
    return bool(other.outlet and other.outlet != report.outlet and _spans(report, other.outlet))


def _others(mine: Hop, theirs: Hop) -> bool:
    """Whether the two are named and not one; what kind of teller somebody is, each outlet puts in its own words."""
    if not (mine.named and theirs.named and mine.name and theirs.name) or PUBLISHERS & {mine.kind, theirs.kind}:
        return False
    return mine.name != theirs.name and skeleton(mine.name) != skeleton(theirs.name)


def _tie(mention: Mention, parent: str, shelf: Shelf) -> Tie:
    claim = mention.claim
    report = shelf.reports[claim.report]
    where = "in the same sentence" if mention.close else "elsewhere in its report"
    why = f"{report.outlet or report.path} speaks, {where}, of what {mention.outlet} reported."
    spans = (TieSpan(claim.report, claim.start, claim.end), TieSpan(claim.report, mention.start, mention.end))
    id = id_of("t", "mention", claim.id, shelf.names.key(mention.outlet))
    probability = 1.0 if mention.close else _ELSEWHERE
    return Tie(id, TieType.CITATION, claim.id, parent, mention.outlet, mention.close, probability, spans, why, MAKER)
