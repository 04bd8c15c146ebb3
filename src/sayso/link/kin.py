"""Copies of one sentence: a claim whose copy was cut takes, for comparing alone, the place and time of its kin."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from sayso.link.evidence import SAME_FROM
from sayso.link.wording import Wording, Wordings
from sayso.model.claim import Claim
from sayso.model.ids import id_of

#: Of two reports that share text, claims whose sentences share this much of their word runs are one sentence.
_SAME_SENTENCE = 0.6

#: A claim looks at most at this many copies of its sentence.
_MOST_KIN = 8


def kin_of(
    claims: Sequence[Claim], wordings: Wordings, paired: Iterable[tuple[str, str]]
) -> dict[str, tuple[str, ...]]:
    """For each claim, those of other reports whose sentence is a copy of its own, of the same indicator."""
    found: dict[str, set[str]] = defaultdict(set)
    for one, other in [*_in_shared_text(claims, wordings, paired), *_in_same_sentences(claims, wordings)]:
        found[one].add(other)
        found[other].add(one)
    return {one: tuple(sorted(others)[:_MOST_KIN]) for one, others in found.items()}


def _in_shared_text(
    claims: Sequence[Claim], wordings: Wordings, paired: Iterable[tuple[str, str]]
) -> list[tuple[str, str]]:
    by_report: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_report[claim.report].append(claim)
    pairs = (p for a, b in sorted(paired) for p in _pairs(by_report.get(a, ()), by_report.get(b, ())))
    return [(one, other) for one, other in pairs if _one_sentence(wordings[one], wordings[other])]


def _in_same_sentences(claims: Sequence[Claim], wordings: Wordings) -> list[tuple[str, str]]:
    same: dict[tuple[str, str], list[str]] = defaultdict(list)
    for claim in claims:
        words = wordings.sentence(claim)
        if len(words) >= SAME_FROM:
            same[claim.indicator, id_of("s", *words)].append(claim.id)
    lacking = {claim.id for claim in claims if lacks(claim)}
    firsts = ((ids[0], one) for ids in same.values() if lacking.intersection(ids) for one in ids[1:])
    return [
        (first, one) for first, one in firsts
        if wordings[first].report != wordings[one].report and _mostly_in(wordings[one].own, wordings[first].own)
    ]  # fmt: skip


def _pairs(first: Iterable[Claim], second: Sequence[Claim]) -> Iterable[tuple[str, str]]:
    alike = ((a, b) for a in first for b in second if a.indicator == b.indicator)
    return ((a.id, b.id) for a, b in alike if lacks(a) or lacks(b))


def lacks(claim: Claim) -> bool:
    """Whether the claim leaves out a slot that a copy of its sentence may give."""
    return claim.time is None or claim.time.basis == "tense" or not claim.places or claim.actor is None


def _one_sentence(one: Wording, other: Wording) -> bool:
    return _mostly_in(one.grams, other.grams) and _mostly_in(one.own, other.own)


def _mostly_in(one: Collection[object], other: Collection[object]) -> bool:
    least = min(len(one), len(other))
    return least > 0 and len(set(one) & set(other)) >= _SAME_SENTENCE * least


def completed(claims: Sequence[Claim], kin: Mapping[str, tuple[str, ...]]) -> list[Claim]:
    """The claims as they are compared: what a copy, or a headline, leaves out is taken from its kin."""
    by_id = {claim.id: claim for claim in claims}
    bodies: dict[tuple[str, str], Claim] = {}
    for claim in sorted(claims, key=lambda claim: (claim.headline, claim.start)):
        bodies.setdefault((claim.report, claim.indicator), claim)
    found = []
    for claim in claims:
        others = [by_id[k] for k in kin.get(claim.id, ()) if k in by_id]
        if claim.headline:
            others.append(bodies[claim.report, claim.indicator])
        found.append(_completed(claim, others) if others else claim)
    return found


def _completed(claim: Claim, others: Sequence[Claim]) -> Claim:
    given = [other for other in others if other.time and other.time.basis != "tense"]
    if given and (claim.time is None or claim.time.basis == "tense"):
        source = min(given, key=lambda other: (_stretch(other), other.id))
        claim = replace(claim, time=source.time, stage=source.stage, scope=source.scope)
    placed = [other for other in others if other.places]
    if placed and not claim.places:
        source = min(placed, key=lambda other: (-max(len(place.within) for place in other.places), other.id))
        claim = replace(claim, places=source.places)
    acted = [other for other in others if other.actor]
    return replace(claim, actor=min(acted, key=lambda o: o.id).actor) if acted and claim.actor is None else claim


def _stretch(claim: Claim) -> tuple[bool, str, str]:
    time = claim.time
    assert time is not None
    return (time.earliest is None or time.latest is None, time.latest or "", time.earliest or "")
