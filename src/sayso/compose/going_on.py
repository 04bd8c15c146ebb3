"""What a claim takes over from the sentences before it: the spot or the day of an act that it goes on with."""

from __future__ import annotations

import re
from dataclasses import replace

from sayso.compose.passage import Findings, inside
from sayso.model.coding import Coding, Stage
from sayso.model.mention import Role
from sayso.model.slots import Place, Precision, When
from sayso.model.span import Sentence

WIDE = frozenset({Precision.COUNTRY, Precision.REGION})
_TURNS = re.compile(r"\b(?:elsewhere|meanwhile|separately|however|later|nationwide|overall|in all)\b", re.IGNORECASE)
#: Codes of acts at one spot, which the next sentence goes on to tell of; a march, a mood or a wage has no one spot.
_FIGHTING = frozenset(
    (
        "casualties leader_loss defeat surrender mutiny infighting deserter_punishment civilian_abuse external_attack"
    ).split()
)
#: Words that tell of a fight or a killing, whatever it is coded to.
_FOUGHT = re.compile(
    r"\b(?:attack|raid|clash|fight|fought|battle|ambush|shell|bomb|assault|storm|struck|engage|offensive|siege|shot|"
    r"kill|execut|blast|explo|airstrike|air strike)\w*",
    re.IGNORECASE,
)
#: Words that take up an act or a spot named before.
_SAME_SPOT = re.compile(
    r"\b(?:that|this|the same|those) (?:battle|fight|fighting|attack|raid|clash|clashes|ambush|assault|operation|siege|"
    r"town|village|camp|base|post|city|district|area|spot|place)\b",
    re.IGNORECASE,
)


def taken_up(findings: Findings, known: list[Place], coding: Coding) -> list[Place]:
    """The place that "that battle" or "the same town" takes up: the last spot named before it in its paragraph."""
    sentence = findings.sentences[coding.sentence]
    taken = _SAME_SPOT.search(findings.report.text, sentence.start, coding.span.end)
    if taken is None:
        return []
    first = min(s.start for s in findings.sentences if s.paragraph == sentence.paragraph and not s.headline)
    spots = [p for p in known if first <= p.start < taken.start() and p.precision not in WIDE]
    return [replace(place, role="where") for place in spots[-1:]]


_THEY = re.compile(r"[\"“‘']?(?:they|these (?:men|fighters)|those)(?:['’]re|['’]ve)?\b", re.IGNORECASE)
#: Between people and where they are: "fighters still left in", "men holed up at".
_STAYING = re.compile(
    r"\s+(?:(?:who|that|are|were|still|now|left|remaining|holed|up|trapped|stationed|encircled|based|besieged|dug|held)\s+)"
    r"{0,4}(?:in|at|inside|near|around)\s+(?:the\s+)?(?:\w+\s+)?$",
    re.IGNORECASE,
)


def where_they_are(findings: Findings, known: list[Place], coding: Coding) -> list[Place]:
    """Where those are whom a claim's "they" takes up: "members still left in Hawija face two choices. They …"."""
    sentence = findings.sentences[coding.sentence]
    text = findings.report.text
    if not _THEY.match(coding.span.of(text)) or any(_stands_in(place, sentence) for place in known):
        return []
    before = next((s for s in reversed(findings.sentences[: coding.sentence]) if not s.debris), None)
    if before is None or before.headline or sentence.paragraph - before.paragraph > 1:
        return []
    people = [m for m in findings.mentions if m.role is Role.MEMBERS and before.span.holds(m.span)]
    return [
        replace(place, role="where")
        for place in known
        if _stands_in(place, before) and any(_STAYING.fullmatch(text, m.end, place.start) for m in people)
    ][-1:]


#: Openings of a sentence that goes on with the act of the one before.
_GOING_ON = re.compile(
    r"(?:it|they|he|she|others?|another|both|all|some|several|most|the (?:attack|raid|clash|fighting|assault|operation|"
    r"battle|deserters|defectors|rebels|fighters|militants|soldiers|attackers|dead|same)|(?:at least |some |about )?"
    r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen|[a-z]+ty(?:-[a-z]+)?))\b",
    re.IGNORECASE,
)
#: So many sentences before may have set the spot.
_BACK = 2


def carried_place(findings: Findings, known: list[Place], coding: Coding) -> list[Place]:
    """Where a sentence just before set an act that this one goes on with; none where this one names any place."""
    sentence = findings.sentences[coding.sentence]
    words = sentence.span.of(findings.report.text)
    if coding.stage is not Stage.DONE or coding.indicator not in _FIGHTING:
        return []
    if _TURNS.search(words) or any(_stands_in(place, sentence) for place in known):
        return []
    if not _GOING_ON.match(words) and coding.span.start > sentence.start:
        return []
    for number in range(coding.sentence - 1, max(-1, coding.sentence - 1 - _BACK), -1):
        before = findings.sentences[number]
        if before.paragraph != sentence.paragraph or before.headline or before.debris:
            return []
        named = [place for place in known if _stands_in(place, before)]
        if named:
            spots = [place for place in named if place.role == "where" and place.precision not in WIDE]
            one = len({place.id for place in spots}) == 1 and _tells_of_act(findings, number)
            return spots[:1] if one else []
    return []


def _tells_of_act(findings: Findings, number: int) -> bool:
    """Whether a sentence tells of a fight: one of its claims does, or its words."""
    coded = any(c.sentence == number and c.stage is Stage.DONE and c.indicator in _FIGHTING for c in findings.codings)
    return coded or _FOUGHT.search(findings.sentences[number].span.of(findings.report.text)) is not None


def _stands_in(place: Place, sentence: Sentence) -> bool:
    return inside(place.start, place.end, sentence.span)


def carried_time(findings: Findings, coding: Coding) -> When | None:
    """The day of the act that the sentence right before set and this one goes on with; none where it is not clear."""
    sentence = findings.sentences[coding.sentence]
    words = sentence.span.of(findings.report.text)
    if coding.stage is not Stage.DONE or coding.indicator not in _FIGHTING or coding.sentence == 0:
        return None
    before = findings.sentences[coding.sentence - 1]
    if before.paragraph != sentence.paragraph or before.headline or before.debris or _TURNS.search(words):
        return None
    if coding.span.start > sentence.start or _FOUGHT.search(before.span.of(findings.report.text)) is None:
        return None
    days = [t for t in findings.times if inside(t.start, t.end, before.span) and t.precision == "day"]
    told = [a for a in findings.attributions if any(cue.overlap(before.span) for cue in a.cues)]
    free = [d for d in days if all(any(inside(d.start, d.end, c) for c in a.contents) for a in told)]
    return free[0] if len(days) == 1 and free else None
