"""A claim's slots: the quantity, places and time that belong to its words."""

from __future__ import annotations

import re
from dataclasses import replace

from sayso.compose.going_on import carried_time
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


def time_of(findings: Findings, coding: Coding) -> When | None:
    """The time in the words of a claim, else of its sentence, of the act it goes on with, or of its tense."""
    sentence = findings.sentences[coding.sentence]
    present = _is_present(sentence, coding)
    now = present or (present is None and coding.stage is Stage.ONGOING)
    times = [time for time in findings.times if not _is_of_before(findings, time)]
    stated = [t for t in times if inside(t.start, t.end, coding.span)]
    if now and not any(not _NOW.fullmatch(t.written) for t in stated) and _NOW.search(_words(findings, coding)):
        return _now(findings.report.published)
    if not stated:
        stated = [t for t in times if is_free(findings, coding, t.start, t.end)]
    if stated:
        nearest = min(stated, key=lambda t: (abs((t.start or 0) - coding.trigger.start), t.start or 0))
        return _opened(findings, nearest, sentence) if coding.stage is Stage.ONGOING else nearest
    return (
        carried_time(findings, coding)
        or told_by(findings, coding)
        or (_now(findings.report.published) if now else None)
    )


def _words(findings: Findings, coding: Coding) -> str:
    return coding.span.of(findings.report.text)


#: Words that say that a state holds when it is told, not on that one day.
_NOW = re.compile(r"\b(?:now|today|currently|at present|at the moment|these days|nowadays)\b", re.IGNORECASE)
#: "down from 1,900 in 2019": the time of the number that held before.
_OF_BEFORE = re.compile(
    r"\bfrom\s+(?:(?:about|around|roughly|some|nearly|almost|over|perhaps)\s+)?\d[\d,.]*\s+(?:in\s*)?$"
)
_THEN = re.compile(r"\bof what (?:it|they) (?:had|was|were)\s+(?:been\s+)?(?:in)?\s*$")


def _is_of_before(findings: Findings, time: When) -> bool:
    """Whether a time belongs to the value that a claim compares itself with: "half of what it had in 2019"."""
    start = time.start or 0
    before = findings.report.text[max(0, start - _COMPARED_WITHIN) : start]
    return _OF_BEFORE.search(before) is not None or _THEN.search(before) is not None


_COMPARED_WITHIN = 40

_SINCE = re.compile(r"\b[Ss]ince\s+(?:[^\s,;:.]+\s+){1,12}$")


def _opened(findings: Findings, time: When, sentence: Sentence) -> When:
    """The time of what goes on, without an end where "since" opens its clause: "since the road was closed in May"."""
    if time.earliest is None or time.latest is None:
        return time
    if _SINCE.search(findings.report.text, sentence.start, time.start or 0) is None:
        return time
    return replace(time, edtf=f"{time.edtf.split('/')[0]}/..", latest=None)


def told_by(findings: Findings, coding: Coding) -> When | None:
    """The end of the time when it was told, long before this report: "it was reported last year that …"."""
    sentence = findings.sentences[coding.sentence].span
    published = findings.report.published
    if coding.stage is not Stage.DONE or published is None or published.earliest is None:
        return None
    cues = [
        cue
        for a in findings.attributions
        if any(c.overlap(coding.trigger) for c in a.contents)
        for cue in a.cues
        if sentence.holds(cue)
    ]
    for time in findings.times:
        start, end = time.start or 0, time.end or 0
        beside = any(0 <= start - cue.end <= _BESIDE or 0 <= cue.start - end <= _BESIDE for cue in cues)
        here = beside and inside(start, end, sentence) and time.precision in _LONG
        if here and time.latest is not None and time.latest < published.earliest:
            return replace(time, edtf=f"../{time.latest}", earliest=None)
    return None


#: So close to its cue a time dates the telling.
_BESIDE = 3
_LONG = frozenset({"month", "season", "year", "longer"})


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
