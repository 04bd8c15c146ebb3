"""Copies of one sentence: a claim whose copy was cut takes, for comparing alone, the place and time of its kin."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import islice

from sayso.link.evidence import SAME_FROM
from sayso.link.wording import Wording, Wordings
from sayso.model.claim import Claim
from sayso.model.ids import id_of

#: Of two reports that share text, claims whose sentences share this much of their word runs are one sentence.
_SAME_SENTENCE = 0.6

#: A claim looks at most at this many copies of its sentence.
_MOST_KIN = 8


class Kin:
    """Where copies of claims' sentences stand: in reports that share text, and wherever the sentence is the same.

    `partners` gives, for a report, those that it shares text with; `same` the claims that have a sentence, by its key.
    Both need to know of those claims alone that are asked about.
    """

    def __init__(
        self, told: Mapping[str, Sequence[Claim]], wordings: Wordings, partners: Mapping[str, Sequence[str]],
        same: Mapping[str, Sequence[Claim]],
    ) -> None:  # fmt: skip
        self._claims = told
        self._wordings = wordings
        self._partners = partners
        self._same = same
        self._coded: dict[str, dict[str, list[Claim]]] = {}

    def told_by(self, report: str) -> Sequence[Claim]:
        """The claims of a report."""
        return self._claims.get(report, ())

    def of(self, claim: Claim) -> list[Claim]:
        """The claims of other reports whose sentence is a copy of this one's, of its indicator, least ids first."""
        same = self._same.get(sentence_key(claim, self._wordings), ())
        least = min(same, key=lambda other: other.id, default=None)
        rest = same if least is not None and least.id == claim.id else [least] if least else []
        alike = {other.id: other for other in rest if other.report != claim.report}
        beside = {
            other.id: other
            for report in self._partners.get(claim.report, ())
            for other in self._coded_in(report).get(claim.indicator, ())
        }
        others = beside | alike
        mine, made = self._wordings[claim.id], self._wordings
        copies = (others[id] for id in sorted(others) if _is_copy(mine, made[id], same=id in alike))
        return list(islice(copies, _MOST_KIN))

    def _coded_in(self, report: str) -> Mapping[str, Sequence[Claim]]:
        """The claims of a report by indicator."""
        if report not in self._coded:
            found = self._coded[report] = defaultdict(list)
            for claim in self.told_by(report):
                found[claim.indicator].append(claim)
        return self._coded[report]


def sentence_key(claim: Claim, wordings: Wordings) -> str:
    """What claims of one indicator have in common whose sentence is the same; "" for a sentence that is too short."""
    words = wordings.sentence(claim)
    return id_of("s", claim.indicator, *words) if len(words) >= SAME_FROM else ""


def same_of(claims: Iterable[Claim], wordings: Wordings) -> dict[str, list[Claim]]:
    """The claims by the key of their sentence."""
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if key := sentence_key(claim, wordings):
            found[key].append(claim)
    return found


def partners_of(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """For each report those that it is paired with."""
    found: dict[str, list[str]] = defaultdict(list)
    for one, other in pairs:
        found[one].append(other)
        found[other].append(one)
    return found


def lacks(claim: Claim) -> bool:
    """Whether the claim leaves out a slot that a copy of its sentence may give."""
    return claim.time is None or claim.time.basis == "tense" or not claim.places or claim.actor is None


def _is_copy(mine: Wording, theirs: Wording, *, same: bool) -> bool:
    """Whether two claims say mostly the same, in sentences that are the same or have mostly the same runs of words."""
    # Runs of words first: claims of one indicator often share words, and seldom runs of them.
    return (same or _mostly_in(mine.grams, theirs.grams)) and _mostly_in(mine.own, theirs.own)


def _mostly_in(one: AbstractSet[object], other: AbstractSet[object]) -> bool:
    least = min(len(one), len(other))
    return least > 0 and len(one & other) >= _SAME_SENTENCE * least


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
