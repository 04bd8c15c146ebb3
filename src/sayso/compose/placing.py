"""A claim's places: those of its words, its sentence, and what the passage before plainly set."""

from __future__ import annotations

import re
from dataclasses import replace

from sayso.compose.going_on import WIDE, carried_place, taken_up, where_they_are
from sayso.compose.passage import Findings, inside
from sayso.compose.slots import is_free
from sayso.model.coding import Coding, Stage
from sayso.model.mention import Role
from sayso.model.slots import Place, Precision
from sayso.model.span import Span
from sayso.model.telling import Certainty, TellerKind


def places_of(findings: Findings, coding: Coding) -> tuple[Place, ...]:
    """The places in the words of a claim; else those of its sentence that are free; else what the passage set."""
    known = [place for place in findings.places if not _is_somebody(findings, place)]
    found = (
        [p for p in known if inside(p.start, p.end, _with_second(findings, coding.span))]
        or _named_before_where(findings, known, coding)
        or [p for p in known if is_free(findings, coding, p.start, p.end)]
        or _of_neighbours(findings, known, coding)
        or _labelled(findings, known, coding)
        or taken_up(findings, known, coding)
        or where_they_are(findings, known, coding)
        or carried_place(findings, known, coding)
    )
    found = _finer(findings, known, coding, found)
    cast = [replace(place, role=_role(findings, coding, place)) for place in found]
    if coding.indicator in _MOVING:
        cast = [_left_behind(place, cast) for place in cast]
    return tuple(sorted(_distinct(cast), key=lambda p: (_ROLES.index(p.role), p.start)))


def _finer(findings: Findings, known: list[Place], coding: Coding, found: list[Place]) -> list[Place]:
    """The places; of countries alone, with the town in them that the sentence names: "reached Gao, … shot in Mali"."""
    if not found or any(place.precision not in WIDE for place in found):
        return found
    wide = {place.id for place in found if place.role == "where"}
    free = [p for p in known if p.precision not in WIDE and is_free(findings, coding, p.start, p.end)]
    finer = [replace(p, role="where") for p in free if wide & set(p.within) and p.end <= coding.span.start]
    return finer[-1:] or found


_BODIES = frozenset({Role.GROUP, Role.PERSON, Role.LEADER})


def _is_somebody(findings: Findings, place: Place) -> bool:
    """Whether a name that no gazetteer lists is that of a group or person of the report."""
    if place.latitude is not None or place.precision is not Precision.TOWN:
        return False
    span = Span(place.start, place.end)
    return any(m.role in _BODIES and not m.pronoun and m.span.overlap(span) for m in findings.mentions)


_WHERE = re.compile(r",\s+(?:where|from where|there)\b")


def _named_before_where(findings: Findings, known: list[Place], coding: Coding) -> list[Place]:
    """The place that a clause takes up: "in Gao, where many fled and others gave up"."""
    sentence = findings.sentences[coding.sentence]
    taken = list(_WHERE.finditer(findings.report.text, sentence.start, coding.trigger.start))
    if not taken:
        return []
    last = taken[-1].start()
    return [replace(place, role="where") for place in known if sentence.start <= place.start and place.end == last][-1:]


#: Tellers who tell of what happens where they are.
_NEIGHBOURS = frozenset({TellerKind.RESIDENT, TellerKind.COMMUNITY_LEADER})


def _of_neighbours(findings: Findings, known: list[Place], coding: Coding) -> list[Place]:
    """Where the people live who tell of an act in one sentence: "village heads in Kutkai township say"."""
    if coding.stage not in _ACTS:
        return []
    sentence = findings.sentences[coding.sentence].span
    homes = [
        source
        for a in findings.attributions
        if a.teller.kind in _NEIGHBOURS
        and a.teller.plural
        and any(content.overlap(coding.trigger) for content in a.contents)
        for source in a.sources
        if sentence.holds(source)
    ]
    return [
        replace(place, role="where")
        for place in known
        if place.precision not in WIDE and any(inside(place.start, place.end, home) for home in homes)
    ]


#: Stages of what happens somewhere; a wish or a demand is made where its speaker is.
_ACTS = frozenset({Stage.DONE, Stage.ONGOING, Stage.ORDERED})


def _labelled(findings: Findings, known: list[Place], coding: Coding) -> list[Place]:
    """The place that a label before the sentence gives to its paragraph: "ANSONGO. The attempt was beaten off"."""
    sentence = findings.sentences[coding.sentence]
    for earlier in reversed(findings.sentences[: coding.sentence]):
        if earlier.paragraph != sentence.paragraph or earlier.headline:
            return []
        for place in known:
            if place.start == earlier.start and place.end + 1 >= earlier.end:
                return [replace(place, role="where")]
    return []


_SECOND = re.compile(r"\s*(?:,|and|or|, and)\s+(?:the\s+)?$")


def _with_second(findings: Findings, span: Span) -> Span:
    """The span, with a place that only "and" parts from its end: "to Iraq | and Syria"."""
    for place in findings.places:
        if place.start > span.end and _SECOND.fullmatch(findings.report.text, span.end, place.start):
            return Span(span.start, place.end)
    return span


#: Codes of acts that lead from one place to another; in all others "out of Mosul" says where it happened.
_MOVING = frozenset(
    "desertion defection surrender departure_home transfer_request recruitment_change strength mutiny".split()
)
_PLANNED = frozenset({Certainty.PREDICTED, Certainty.POSSIBLE})
_COMING_FROM = re.compile(r"(\w+)\s+from\s+(?:[\w-]+\s+){0,3}$")


def _role(findings: Findings, coding: Coding, place: Place) -> str:
    """The role of a place in this claim: a planned attack goes `to` it, "deserters from" a town are `where`."""
    told = (a.certainty for a in findings.attributions if any(c.overlap(coding.trigger) for c in a.contents))
    planned = coding.stage is not Stage.DONE or not _PLANNED.isdisjoint((Certainty(coding.certainty), *told))
    if coding.indicator == "external_attack" and place.role == "where" and planned:
        return "to"
    if place.role != "where" and _is_taken_up(findings, coding, place):
        return "where"
    if place.role != "from":
        return place.role
    if _GOING_BACK.search(findings.report.text, max(0, place.start - 60), place.start):
        return "from"
    before = _COMING_FROM.search(findings.report.text, max(0, place.start - 60), place.start)
    people = before is not None and any(
        m.start <= before.start(1) < m.end and m.role is not Role.GROUP for m in findings.mentions
    )
    return "where" if people or coding.indicator not in _MOVING else "from"


#: A force that goes back leaves a place, whatever its claim is coded to.
_GOING_BACK = re.compile(
    r"\b(?:retreat\w*|withdr[ae]w\w*|pull(?:ed|ing)? (?:back|out)|pullout|pull-out|pullback)\s+from\s+"
    r"(?:the\s+)?(?:\w+\s+)?(?:of\s+)?$",
    re.IGNORECASE,
)
_WHICH = re.compile(r",\s+(?:which|where|a (?:town|village|city)|the (?:town|village|city))\b")


def _is_taken_up(findings: Findings, coding: Coding, place: Place) -> bool:
    """Whether a claim tells of the place that another clause led to: "walked to Gao, which the army had retaken"."""
    beyond = place.end <= coding.trigger.start or coding.trigger == coding.span
    taken = _WHICH.match(findings.report.text, place.end) is not None
    return taken and beyond and coding.indicator not in _MOVING


def _left_behind(place: Place, found: list[Place]) -> Place:
    """A place where those were who then went to another: "left their posts in Syria and headed for Iraq"."""
    onward = any(other.role == "to" and other.start > place.start for other in found)
    return replace(place, role="from") if place.role == "where" and onward else place


_ROLES = ("where", "from", "to")


def _distinct(found: list[Place]) -> list[Place]:
    """The places, each once, less a country or province beside a finer place of the same role ("Gao, Mali")."""
    kept: list[Place] = []
    for place in sorted(found, key=lambda p: (_FINENESS[p.precision.value], p.start)):
        same = [k for k in kept if k.role == place.role]
        coarse = _FINENESS[place.precision.value] >= _FINENESS["province"]
        finer = any(_FINENESS[k.precision.value] < _FINENESS[place.precision.value] for k in same)
        if any(k.id == place.id for k in same) or (coarse and finer):
            continue
        kept.append(place)
    return kept


_FINENESS = {"site": 0, "town": 1, "district": 2, "province": 3, "country": 4, "region": 5}
