"""Rare details of reports: odd numbers, and names that are no slot of any claim; who copies facts copies these."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import log2
from sys import intern

from sayso.link.folding import folded, words_of
from sayso.link.wording import STOP, is_odd
from sayso.model.claim import Claim
from sayso.model.report import Report

#: A number, or a capitalised word that does not open a sentence, a paragraph or a quotation.
_DETAIL = re.compile(r"(?<=[a-z0-9,;:'’)] )[A-Z][a-z][\w'’-]+|\b\d[\d.,]*\d\b")

#: Names shorter than this are initials and abbreviations.
_LEAST_NAME = 3

#: Details that this many reports have are common knowledge.
_COMMON = 64

#: Added to the smaller weight of details, so that one shared name of two does not look like half a copy.
_DOUBT = 2 * 840

#: The weight of a detail that one report has: divided by every number of steps up to common without a rest.
_ONE = 840


class Details:
    """The rare details of some reports and how many reports have each; one more report may be taken in."""

    def __init__(self, reports: Iterable[Report], claims: Mapping[str, Sequence[Claim]]) -> None:
        self._of = {report.id: details_of(report, claims.get(report.id, ())) for report in reports}
        self._at: dict[str, list[str]] = defaultdict(list)
        for report in sorted(self._of):
            for word in self._of[report]:
                self._at[word].append(report)

    def add(self, report: Report, claims: Sequence[Claim]) -> set[str]:
        """Takes in one more report; returns the reports whose details now weigh less."""
        made = self._of[report.id] = details_of(report, claims)
        touched: set[str] = set()
        for word in made:
            at = self._at[word]
            if _rarity(len(at)) != _rarity(len(at) + 1):
                touched.update(at)
            at.append(report.id)
        return touched

    def shared(self, one: str, other: str) -> float:
        """The weight of the details two reports share, against those of the one that has fewer."""
        mine, theirs = self._of.get(one, frozenset()), self._of.get(other, frozenset())
        common = self._weight(mine & theirs)
        return common / (min(self._weight(mine), self._weight(theirs)) + _DOUBT) if common else 0.0

    def _weight(self, words: frozenset[str]) -> int:
        return sum(_rarity(len(self._at[word])) for word in words)


def _rarity(number: int) -> int:
    """The weight of a detail by how many reports have it, in steps of powers of two; whole, so that sums are exact."""
    return _ONE // (1 + int(log2(max(1, number)))) if number < _COMMON else 0


def details_of(report: Report, claims: Sequence[Claim]) -> frozenset[str]:
    """The rare details of a report, those left out that are slots or tellers of its claims."""
    known = slot_words(claims)
    found = (folded(match).strip(".,").replace(",", "") for match in _DETAIL.findall(report.text))
    return frozenset(intern(word) for word in found if word not in known and (is_odd(word) or _is_name(word)))


def _is_name(word: str) -> bool:
    return len(word) >= _LEAST_NAME and not word[0].isdigit() and word not in STOP


def slot_words(claims: Iterable[Claim]) -> frozenset[str]:
    """The words of all places, actors, tellers and quantities of some claims."""
    written: set[str] = set()
    for claim in claims:
        written.update(place.name for place in claim.places)
        written.update(place.written for place in claim.places)
        written.update(slot.name for slot in (claim.actor, claim.other) if slot)
        written.update(hop.name or hop.written for hop in claim.chain)
        if claim.quantity:
            written.add(claim.quantity.written)
    return frozenset(word for text in written for word in words_of(text))
