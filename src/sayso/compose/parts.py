"""Claims that belong together: a part of a number ("including 40 women") and a change told in one breath."""

from __future__ import annotations

import re
from dataclasses import replace

from sayso.compose.passage import Findings, inside
from sayso.model.claim import Claim, claim_id
from sayso.model.slots import Quantity
from sayso.model.span import Span

_PART = re.compile(
    r"\b(?:including|among them|of them|of whom|among whom|of those|some of them)\b[\s,]*$", re.IGNORECASE
)
_ALSO = re.compile(r"(?:^|,)\s*(?:and|as well as|plus)?\s*$", re.IGNORECASE)
_CHANGE = re.compile(
    r"\b(?:reduc|cut|slash|drop|fell|fall|down to|now|rais|rose|risen|increas|lower|halv|declin|shrank|shrunk|up from|"
    r"grew|grown|doubl|dwindl|plung|just|only)\w*",
    re.IGNORECASE,
)
#: A part's words reach this far behind its number: the noun it counts.
_NOUN_WITHIN = 4


def with_parts(findings: Findings, claims: list[Claim], codebook: str) -> list[Claim]:
    """The claims, with one more for each number that is said to be part of a claim's number in the same sentence."""
    out = list(claims)
    for claim in claims:
        if claim.quantity is None:
            continue
        whole: Quantity = claim.quantity
        sentence = Span(*claim.sentence)
        for quantity in findings.quantities:
            if quantity.start <= whole.end or not inside(quantity.start, quantity.end, sentence):
                continue
            between = findings.report.text[whole.end : quantity.start]
            if not (_PART.search(between) or (_ALSO.search(between) and _is_part(out, claim, whole.end))):
                continue
            part = _part(findings, claim, quantity, codebook)
            if all(other.id != part.id for other in out):
                out.append(part)
    return out


def _is_part(claims: list[Claim], claim: Claim, after: int) -> bool:
    return any(c.part_of == claim.id and c.start >= after for c in claims)


def _part(findings: Findings, claim: Claim, quantity: Quantity, codebook: str) -> Claim:
    text = findings.report.text
    following = [
        t for s in findings.sentences if s.start <= quantity.start < s.end for t in s.tokens if t.start >= quantity.end
    ]
    end = quantity.end
    for token in following[:_NOUN_WITHIN]:
        if not token.text[0].isalpha() or token.lower in {"and", "or", "who", "were", "was", "are", "in", "at"}:
            break
        end = token.end
    span = Span(quantity.start, end)
    return replace(
        claim,
        id=claim_id(claim.report, span.start, span.end, claim.indicator, codebook),
        start=span.start,
        end=span.end,
        quote=span.of(text),
        quantity=quantity,
        part_of=claim.id,
        change_of=None,
        reason=(),
    )


def with_changes(findings: Findings, claims: list[Claim]) -> list[Claim]:
    """The claims, a later value marked as change of the earlier one where both are told in one breath."""
    out: list[Claim] = []
    for claim in claims:
        before = next((c for c in reversed(out) if _is_change(findings, c, claim)), None)
        out.append(claim if before is None else replace(claim, change_of=before.id))
    return out


def _is_change(findings: Findings, before: Claim, after: Claim) -> bool:
    one, other = before.quantity, after.quantity
    if one is None or other is None or before.indicator != after.indicator or after.part_of is not None:
        return False
    if (one.unit, one.measure) != (other.unit, other.measure) or (one.low, one.high) == (other.low, other.high):
        return False
    if _name(before) != _name(after) or before.part_of is not None or after.start <= before.start:
        return False
    first, second = findings.sentence_at(before.start), findings.sentence_at(after.start)
    near = second - first
    same = findings.sentences[first].paragraph == findings.sentences[second].paragraph
    stretch = findings.report.text[before.end if near == 0 else after.sentence[0] : after.end]
    return same and near <= _CHANGE_WITHIN and _CHANGE.search(stretch) is not None


#: The two values of a change stand at most so many sentences apart.
_CHANGE_WITHIN = 2


def _name(claim: Claim) -> str | None:
    return claim.actor.name if claim.actor is not None else None
