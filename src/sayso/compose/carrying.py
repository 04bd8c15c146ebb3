"""Tellers carried on: a sentence that goes on listing what the last one gave, and a sentence about the news itself."""

from __future__ import annotations

import re
from dataclasses import replace

from sayso.compose.chains import Link, depth, links_of
from sayso.compose.passage import Findings
from sayso.model.span import Sentence
from sayso.model.telling import PUBLISHERS, Attribution, Certainty, TellerKind

#: Words that open a sentence which goes on with the list of the one before.
_LISTING = frozenset({"another", "others", "some", "several", "one", "he", "she", "they"})
#: Words that turn away from what was told before.
_TURNING = frozenset(
    {"however", "but", "meanwhile", "still", "yet", "despite", "although", "separately", "elsewhere", "nevertheless"}
)
#: Cues that give a figure and go on to tell nothing: "put the League's strength at 600".
_FIGURES = frozenset({"put", "puts"})
#: Tellers who themselves stand inside what a document or paper gave.
_INNER = frozenset(
    {TellerKind.FIGHTER, TellerKind.FORMER_MEMBER, TellerKind.PRISONER, TellerKind.UNKNOWN, TellerKind.RELATIVE}
)
#: A sentence hands its teller on when at least this part of it is told: then the telling is its main clause. At half,
#: "…, which, according to X, …" hands nothing on; see tests/compose.
_MAIN = 0.5
#: Tellers whose list may run on into the next paragraph.
_LISTERS = frozenset({TellerKind.DOCUMENT, TellerKind.OUTLET, TellerKind.AGENCY})


def carried_links(findings: Findings, number: int, own: list[int]) -> list[Link]:
    """The links that a sentence inherits from the passage before it, marked inferred; none where it inherits none."""
    attributions = findings.attributions
    if own and not all(attributions[n].teller.kind in _INNER and attributions[n].passer is None for n in own):
        return []
    sentence = findings.sentences[number]
    if sentence.headline or sentence.caption or not sentence.tokens or sentence.tokens[0].lower in _TURNING:
        return []
    before = _last_telling(findings, number, bool(own))
    if before is not None and _is_numbered(findings, sentence.paragraph):
        cue = findings.attributions[before[0]].cues[0]
        before = before if findings.sentences[findings.sentence_at(cue.start)].paragraph == sentence.paragraph else None
    if before is None:
        return []
    links = [
        link
        for link in links_of(attributions, before, findings.report.text)
        if link.teller.written or link.teller.named
    ]
    if own:
        links = [link for link in links if link.teller.kind in _LISTERS]
    return [
        replace(link, cue=None, inferred=True, certainty=_CARRIED.get(link.certainty, link.certainty)) for link in links
    ]


#: Who denied or asked one thing states the next one.
_CARRIED = {Certainty.DENIED: Certainty.ASSERTED, Certainty.ASKED: Certainty.ASSERTED}


def _last_telling(findings: Findings, number: int, inner: bool) -> list[int] | None:
    """The attributions, nearest first, of the last sentence before this one that has any and still speaks."""
    sentence = findings.sentences[number]
    paragraph, listing = sentence.paragraph, _is_listing(sentence)
    for earlier in range(number - 1, -1, -1):
        before = findings.sentences[earlier]
        if before.debris or before.headline or before.caption:
            continue
        if before.paragraph != paragraph:
            if not listing or paragraph - before.paragraph > 1:
                return None
            paragraph, listing = before.paragraph, True
        found = _told_in(findings, before)
        if found:
            own = [findings.attributions[n] for n in found]
            if all(a.teller.kind in _INNER and a.passer is None for a in own) and (inner or _is_listing(before)):
                continue
            if before.paragraph != sentence.paragraph and not _lists(own):
                return None
            return found
    return None


def _is_numbered(findings: Findings, paragraph: int) -> bool:
    """Whether a paragraph is an item of its own ("6. …", "12:15 - …"): such a one goes on with nothing before it."""
    first = next(s for s in findings.sentences if s.paragraph == paragraph)
    return _MARK.fullmatch(first.span.of(findings.report.text)) is not None


_MARK = re.compile(r"\(?(?=.*\d|[a-z][.)])[\d:.)\[\]\s-]*[a-z]{0,3}[.)]?[\s–—:-]*", re.IGNORECASE)


def _is_listing(sentence: Sentence) -> bool:
    return bool(sentence.tokens) and sentence.tokens[0].lower in _LISTING


def _lists(attributions: list[Attribution]) -> bool:
    return any(a.teller.kind in _LISTERS or a.passer is not None for a in attributions)


def _told_in(findings: Findings, sentence: Sentence) -> list[int]:
    """The attributions whose cue stands in a sentence and whose content reaches its own words, nearest first."""
    found = [
        number
        for number, attribution in enumerate(findings.attributions)
        if attribution.contents
        and attribution.tells
        and any(sentence.span.holds(cue) for cue in attribution.cues)
        and not attribution.doubted
        and not any(cue.of(findings.report.text).lower() in _FIGURES for cue in attribution.cues)
        and _is_main(attribution, sentence)
    ]
    return sorted(found, key=lambda number: (-depth(findings.attributions, number), -number))


def _is_main(attribution: Attribution, sentence: Sentence) -> bool:
    """Whether the telling is the main clause of its sentence: most of what is not source or cue is told."""
    told = sum(content.overlap(sentence.span) for content in attribution.contents)
    frame = sum(span.overlap(sentence.span) for span in (*attribution.sources, *attribution.cues))
    return told >= _MAIN * (len(sentence.span) - frame)


def relays(findings: Findings) -> dict[int, list[Link]]:
    """For each paragraph, the links that a later sentence about the news itself adds: "first reported by Fars"."""
    added: dict[int, list[Link]] = {}
    for number, attribution in enumerate(findings.attributions):
        if attribution.contents or attribution.teller.kind not in PUBLISHERS:
            continue
        at = findings.sentence_at(attribution.cues[0].start)
        paragraph = findings.sentences[at].paragraph
        told = [
            s.paragraph for s in findings.sentences[:at] if not s.debris and not s.headline and s.paragraph <= paragraph
        ]
        target = max((p for p in told if _has_claim(findings, p)), default=None)
        if target is not None:
            added.setdefault(target, []).extend(links_of(findings.attributions, [number], findings.report.text))
    return added


def _has_claim(findings: Findings, paragraph: int) -> bool:
    return any(findings.sentences[coding.sentence].paragraph == paragraph for coding in findings.codings)
