"""Copies of one sentence: a claim whose copy was cut takes, for comparing alone, the place and time of its kin."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from sayso.link.evidence import SAME_FROM
from sayso.link.reuse import Texts
from sayso.link.wording import Wordings
from sayso.model.claim import Claim
from sayso.model.ids import id_of

#: Of two reports that share text, claims whose sentences share this much of their word runs are one sentence.
_SAME_SENTENCE = 0.6

#: A claim looks at most at this many copies of its sentence.
_MOST_KIN = 8


class Kin:
    """Where copies of each claim's sentence stand, by text that reports share and by sentences that are the same."""

    def __init__(self, by_report: Mapping[str, Sequence[Claim]], wordings: Wordings, texts: Texts) -> None:
        self._claims = by_report
        self._wordings = wordings
        self._texts = texts
        self._partners: dict[str, list[str]] = defaultdict(list)
        for one, other in texts.pairs():
            self._partners[one].append(other)
            self._partners[other].append(one)
        self._same: dict[str, list[Claim]] = defaultdict(list)
        for report in by_report:
            self._file(by_report[report])

    def _file(self, claims: Iterable[Claim]) -> set[str]:
        """Files claims by their sentence; returns the reports that have the same sentences."""
        met: set[str] = set()
        for claim in claims:
            sentence = self._sentence(claim)
            if sentence:
                met.update(other.report for other in self._same[sentence])
                self._same[sentence].append(claim)
        return met

    def _sentence(self, claim: Claim) -> str:
        words = self._wordings.sentence(claim)
        return id_of("s", claim.indicator, *words) if len(words) >= SAME_FROM else ""

    def add(self, report: str, touched: Iterable[str]) -> set[str]:
        """Takes in one more report, whose text touched those of others; returns the reports with its sentences."""
        for other in (report, *touched):
            self._partners[other] = self._texts.partners(other)
        return self._file(self._claims[report])

    def of(self, claim: Claim) -> list[Claim]:
        """The claims of other reports whose sentence is a copy of this one's, of its indicator, least ids first."""
        others = {other.id: other for other in self._by_text(claim)}
        same = self._same.get(self._sentence(claim), ())
        least = min(same, key=lambda other: other.id, default=None)
        rest = same if least is not None and least.id == claim.id else [least] if least else []
        others.update(
            (other.id, other) for other in rest
            if other.report != claim.report and _mostly_in(self._own(claim), self._own(other))
        )  # fmt: skip
        return [others[id] for id in sorted(others)[:_MOST_KIN]]

    def _by_text(self, claim: Claim) -> Iterable[Claim]:
        for report in self._partners.get(claim.report, ()):
            for other in self._claims.get(report, ()):
                if other.indicator == claim.indicator and self._one_sentence(claim, other):
                    yield other

    def _own(self, claim: Claim) -> frozenset[str]:
        return self._wordings[claim.id].own

    def _one_sentence(self, one: Claim, other: Claim) -> bool:
        mine, theirs = self._wordings[one.id], self._wordings[other.id]
        return _mostly_in(mine.own, theirs.own) and _mostly_in(mine.grams, theirs.grams)


def lacks(claim: Claim) -> bool:
    """Whether the claim leaves out a slot that a copy of its sentence may give."""
    return claim.time is None or claim.time.basis == "tense" or not claim.places or claim.actor is None


def _mostly_in(one: Collection[object], other: Collection[object]) -> bool:
    least = min(len(one), len(other))
    return least > 0 and len(set(one) & set(other)) >= _SAME_SENTENCE * least


def completed(claims: Sequence[Claim], kin: Kin) -> list[Claim]:
    """The claims of one report as they are compared: what a copy, or a headline, leaves out is taken from its kin."""
    bodies: dict[str, Claim] = {}
    for claim in sorted(claims, key=lambda claim: (claim.headline, claim.start, claim.id)):
        bodies.setdefault(claim.indicator, claim)
    found = []
    for claim in claims:
        others = kin.of(claim) if lacks(claim) else []
        if claim.headline and bodies[claim.indicator] is not claim:
            others = [*others, bodies[claim.indicator]]
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
