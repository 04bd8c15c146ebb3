"""A claim's slots: the quantity, places and time that belong to its words."""

from __future__ import annotations

import re

from sayso.compose.passage import Findings, inside
from sayso.model.coding import Coding, Stage
from sayso.model.mention import Role
from sayso.model.report import Published
from sayso.model.slots import Quantity, When
from sayso.model.span import Sentence, Span
from sayso.text.tagging import tagged

_MONEY = frozenset({"pay_cut", "revenue_loss"})
_MEASURES_FIRST = {"recruitment_change": "rate", "pay_cut": "amount", "revenue_loss": "amount", "defeat": "share"}
#: Units that measure time, distance or age: seldom what a claim counts.
_SIDE_UNITS = frozenset(
    (
        "day week month year hour minute decade mile kilometre kilometer km metre meter age percent-point time side "
        "way front part reason sign"
    ).split()
)


def quantity_of(findings: Findings, coding: Coding, taken: frozenset[int]) -> Quantity | None:
    """The quantity in the words of a claim; of several, the one of the kind asked for, nearest to the trigger."""
    counted_there = _with_number(findings, coding.span)
    found = [q for q in findings.quantities if inside(q.start, q.end, counted_there) and q.start not in taken]
    found = [q for q in found if q.unit not in _SIDE_UNITS or q.measure in {"share", "amount"}]
    if not found:
        return None
    wanted = _MEASURES_FIRST.get(coding.indicator)
    people = _people(findings, coding)

    def rank(quantity: Quantity) -> tuple[int, int, int, int]:
        before = _BEFORE.search(findings.report.text, max(0, quantity.start - _BEFORE_WITHIN), quantity.start)
        asked = 0 if wanted is not None and quantity.measure == wanted else 1
        counted = 0 if any(quantity.start <= p.end and p.start <= quantity.end + 40 for p in people) else 1
        money = quantity.measure == "amount" and coding.indicator not in _MONEY
        return (asked, counted + 2 * money, before is not None, abs(quantity.start - coding.trigger.start))

    return min(found, key=rank)


#: "down from 1,900", "fell from 60,000": the number that held before.
_BEFORE = re.compile(r"\bfrom\s+(?:about|roughly|around|some|nearly|over)?\s*$")
_BEFORE_WITHIN = 16


def _with_number(findings: Findings, span: Span) -> Span:
    """The span, with the number right before it that counts its first words: "two Nepali | guards who fled"."""
    for quantity in findings.quantities:
        if quantity.start < span.start <= quantity.end + 1 and quantity.measure == "count":
            return Span(quantity.start, span.end)
    return span


def _people(findings: Findings, coding: Coding) -> list[Span]:
    roles = {Role.MEMBERS, Role.FAMILY, Role.LEADER, Role.CIVILIANS}
    return [m.span for m in findings.mentions if m.role in roles and coding.span.holds(m.span)]


def is_free(findings: Findings, coding: Coding, start: int | None, end: int | None) -> bool:
    """Whether words of the sentence outside every claim belong to this claim: they stand in what its teller tells.

    "told reporters on Wednesday" dates the telling, "an elder in Dori said" places the elder: neither is the claim's.
    """
    sentence = findings.sentences[coding.sentence].span
    if not inside(start, end, sentence):
        return False
    others = [c.span for c in findings.codings if c.sentence == coding.sentence and c.span != coding.span]
    if any(inside(start, end, other) for other in others):
        return False
    told = [a for a in findings.attributions if any(c.overlap(coding.trigger) for c in a.contents)]
    here = [a for a in told if any(cue.overlap(sentence) for cue in a.cues)]
    if any(inside(start, end, source) for a in findings.attributions for source in a.sources):
        return False
    return all(any(inside(start, end, content) for content in a.contents) for a in here)


def time_of(findings: Findings, coding: Coding) -> When | None:
    """The time that the words of a claim give, else that of its sentence, else what its present tense says."""
    sentence = findings.sentences[coding.sentence]
    stated = [t for t in findings.times if inside(t.start, t.end, coding.span)]
    if not stated:
        stated = [t for t in findings.times if is_free(findings, coding, t.start, t.end)]
    if stated:
        return min(stated, key=lambda t: (abs((t.start or 0) - coding.trigger.start), t.start or 0))
    present = _is_present(sentence, coding)
    if present or (present is None and coding.stage is Stage.ONGOING):
        return _now(findings.report.published)
    return None


def _is_present(sentence: Sentence, coding: Coding) -> bool | None:
    """Whether the verb of a claim stands in the present tense ("are losing", "lack"); None where it has no verb."""
    inner = [t for t in tagged(sentence).tokens if coding.span.start <= t.start < coding.span.end]
    verbs = [t for t in inner if t.tag in {"VBZ", "VBP", "VBD", "MD"} or t.lower in _PAST]
    if not verbs:
        return None
    return verbs[0].tag in {"VBZ", "VBP"} and verbs[0].lower not in {"has", "have", "'ve"} | _PAST


_PAST = frozenset({"was", "were", "had", "did"})


def _now(published: Published | None) -> When:
    """A state told in the present: it holds at publication, since when is not said."""
    latest = published.latest if published is not None else None
    return When(f"../{published.edtf}" if published else "../..", None, latest, "longer", "tense", "", None, None)
