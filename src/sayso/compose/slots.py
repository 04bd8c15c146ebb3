"""A claim's quantity, and which words of its sentence belong to a claim."""

from __future__ import annotations

import re
from dataclasses import replace

from sayso.compose.passage import Findings, inside
from sayso.model.coding import Coding
from sayso.model.mention import Role
from sayso.model.slots import Quantity
from sayso.model.span import Span
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
    found = [q for q in found if not _is_beside(findings, q)]
    if not found:
        return _of_subject(findings, coding, taken) or _both(findings, coding)
    wanted = _MEASURES_FIRST.get(coding.indicator)
    people = _people(findings, coding)

    def rank(quantity: Quantity) -> tuple[int, int, int, int]:
        before = _BEFORE.search(findings.report.text, max(0, quantity.start - _BEFORE_WITHIN), quantity.start)
        asked = 0 if wanted is not None and quantity.measure == wanted else 1
        subject = quantity.start == counted_there.start
        near = any(quantity.start <= p.end and p.start <= quantity.end + 40 for p in people)
        money = quantity.measure == "amount" and coding.indicator not in _MONEY
        return (asked, (not (near or subject)) + 2 * money, before is not None, _apart(quantity, coding.trigger))

    return _with_period(findings, coding, min(found, key=rank))


def _apart(quantity: Quantity, trigger: Span) -> int:
    return abs(quantity.start - trigger.start)


_AGED = re.compile(
    r"\b(?:older than|younger than|aged?(?: of)?|(?:boys?|girls?|children|men|youths?) of)\s+$", re.IGNORECASE
)


def _is_beside(findings: Findings, quantity: Quantity) -> bool:
    """Whether a number counts what a claim seldom counts: a length of time, a way, an age."""
    if quantity.unit in _SIDE_UNITS and quantity.measure != "share":
        return True
    return _AGED.search(findings.report.text, max(0, quantity.start - _BEFORE_WITHIN), quantity.start) is not None


#: Marks that end a clause or open another.
_BREAK = re.compile(r"[,;:.!?()\[\]\"“”\n]|\b(?:and|but|that|whether)\b")
#: A subject's number stands at most so far before its verb, in characters.
_SUBJECT_WITHIN = 70


def _of_subject(findings: Findings, coding: Coding, taken: frozenset[int]) -> Quantity | None:
    """The count of the subject before a claim that begins with its verb: "Two men of the group | gave up"."""
    tokens = tagged(findings.sentences[coding.sentence]).tokens
    opening = next((t for t in tokens if t.start >= coding.span.start), None)
    if opening is None or not (opening.tag.startswith("V") or opening.tag == "IN"):
        return None
    sentence = findings.sentences[coding.sentence].span
    for quantity in reversed(findings.quantities):
        if not sentence.start <= quantity.start < quantity.end <= coding.span.start:
            continue
        words = Span(quantity.start, quantity.end)
        told = any(s.overlap(words) for a in findings.attributions for s in a.sources)
        between = findings.report.text[quantity.end : coding.span.start]
        near = len(between) <= _SUBJECT_WITHIN and _BREAK.search(between) is None
        fits = quantity.measure == "count" and quantity.start not in taken and not _is_beside(findings, quantity)
        return quantity if near and fits and not told else None
    return None


_BOTH = re.compile(r"both\s+(?!sides\b|parties\b)(?=(?:of\s+)?\w+)", re.IGNORECASE)


def _both(findings: Findings, coding: Coding) -> Quantity | None:
    """Two, where "both" is the subject of a claim."""
    text = findings.report.text
    found = _BOTH.match(text, coding.span.start, coding.span.end)
    tokens = tagged(findings.sentences[coding.sentence]).tokens
    second = next((t for t in tokens if found is not None and t.start >= found.end()), None)
    if found is None or second is None or not (second.tag.startswith("V") or second.lower == "of"):
        return None
    end = found.start() + len("both")
    return Quantity(2, 2, 2, "", None, None, "count", False, text[found.start() : end], found.start(), end)


_PERIOD = re.compile(
    r"\b(hourly|daily|weekly|monthly|yearly|annual)\s+(?:wages?|pay|salary|salaries|stipend|payment|allowance)\b"
)
_PERIODS = {"hourly": "hour", "daily": "day", "weekly": "week", "monthly": "month", "yearly": "year", "annual": "year"}


def _with_period(findings: Findings, coding: Coding, quantity: Quantity) -> Quantity:
    """The amount, by the period that the claim's words name before it: "their monthly wage fell from 90 to 60"."""
    if quantity.measure != "amount" or quantity.per is not None:
        return quantity
    named = _PERIOD.search(findings.report.text, coding.span.start, quantity.start)
    return quantity if named is None else replace(quantity, per=_PERIODS[named.group(1)])


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
    others = [c for c in findings.codings if c.sentence == coding.sentence and not c.span.holds(coding.span)]
    if any(inside(start, end, other.span) for other in others if not _is_cut_off(findings, other, coding)):
        return False
    told = [a for a in findings.attributions if any(c.overlap(coding.trigger) for c in a.contents)]
    here = [a for a in told if any(cue.overlap(sentence) for cue in a.cues)]
    if any(inside(start, end, source) for a in findings.attributions for source in a.sources):
        return False
    return all(any(inside(start, end, content) for content in a.contents) for a in here)


def _is_cut_off(findings: Findings, other: Coding, coding: Coding) -> bool:
    """Whether another statement of the code is but the beginning of this one: "In Tessit, | nine gave up"."""
    between = findings.report.text[other.span.end : coding.span.start]
    return other.indicator == coding.indicator and other.span.end < coding.span.start and not between.strip(" ,")
