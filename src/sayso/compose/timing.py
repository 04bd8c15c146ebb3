"""A claim's time: of its words, its sentence, the act it goes on with, or its tense."""

from __future__ import annotations

import re
from dataclasses import replace

from sayso.compose.going_on import carried_time
from sayso.compose.passage import Findings, inside
from sayso.compose.slots import is_free
from sayso.model.coding import Coding, Stage
from sayso.model.report import Published
from sayso.model.slots import When
from sayso.model.span import Sentence
from sayso.text.tagging import tagged


def time_of(findings: Findings, coding: Coding) -> When | None:
    """The time in the words of a claim, else of its sentence, of the act it goes on with, or of its tense."""
    sentence = findings.sentences[coding.sentence]
    present = _is_present(sentence, coding)
    now = present or (present is None and coding.stage is Stage.ONGOING)
    times = [time for time in findings.times if not _is_of_before(findings, time)]
    stated = _plainest([t for t in times if inside(t.start, t.end, coding.span)])
    if now and not any(not _NOW.fullmatch(t.written) for t in stated) and _NOW.search(_words(findings, coding)):
        return _now(findings.report.published)
    if not stated:
        stated = [t for t in times if is_free(findings, coding, t.start, t.end)]
    if stated:
        nearest = min(stated, key=lambda t: (abs((t.start or 0) - coding.trigger.start), t.start or 0))
        return (
            _opened(findings, nearest, sentence) if coding.stage is Stage.ONGOING else _over(findings, nearest, coding)
        )
    return (
        carried_time(findings, coding)
        or told_by(findings, coding)
        or (_now(findings.report.published) if now else None)
    )


#: So close stand two expressions of one time: "between August and November | last year", "the same night, | Friday".
_SAME_TIME = 2


def _plainest(times: list[When]) -> list[When]:
    """The times, less one that only says over what its neighbour says more finely or more plainly."""
    out = []
    for time in times:
        beside = [t for t in times if t is not time and _are_beside(time, t)]
        if any(_is_finer(other, time) for other in beside):
            continue
        out.append(time)
    return out or times


def _are_beside(one: When, other: When) -> bool:
    first, second = sorted((one, other), key=lambda t: t.start or 0)
    return 0 <= (second.start or 0) - (first.end or 0) <= _SAME_TIME


_TAKES_UP = re.compile(r"(?:the|that) (?:very )?same\b", re.IGNORECASE)


def _is_finer(one: When, other: When) -> bool:
    """Whether one time lies within another, or the other merely takes up a day ("the same night")."""
    if _TAKES_UP.match(other.written):
        return True
    bounds = (one.earliest, one.latest, other.earliest, other.latest)
    if any(bound is None for bound in bounds) or (one.earliest, one.latest) == (other.earliest, other.latest):
        return False
    return (other.earliest or "") <= (one.earliest or "") and (one.latest or "") <= (other.latest or "")


_PERFECT = re.compile(r"\b(?:has|have|had)\b")


def _over(findings: Findings, time: When, coding: Coding) -> When:
    """The time of what is over: it ends when the report was published, if it began before ("since July")."""
    last = findings.report.published.latest if findings.report.published is not None else None
    if coding.stage is not Stage.DONE or last is None or time.earliest is None or time.earliest > last:
        return time
    if time.latest is not None and (time.latest <= last or _PERFECT.search(_words(findings, coding)) is None):
        return time
    if time.earliest == last:
        return replace(time, edtf=last, latest=last)
    return replace(time, edtf=f"{time.edtf.split('/')[0] if '/' in time.edtf else time.earliest}/{last}", latest=last)


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
