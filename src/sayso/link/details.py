"""Rare details of reports: odd numbers, and names that are no slot of any claim; who copies facts copies these."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
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
_DOUBT = 2.0


@dataclass(frozen=True, slots=True)
class Details:
    """The rare details of each report and how rare each is, in steps of powers of two."""

    of: Mapping[str, frozenset[str]]
    weight: Mapping[str, float]

    def shared(self, one: str, other: str) -> float:
        """The weight of the details two reports share, against those of the one that has fewer."""
        mine, theirs = self.of.get(one, frozenset()), self.of.get(other, frozenset())
        common = sum(self.weight[word] for word in mine & theirs)
        if not common:
            return 0.0
        least = min(sum(self.weight[w] for w in sorted(mine)), sum(self.weight[w] for w in sorted(theirs)))
        return round(common / (least + _DOUBT), 9)


def details_of(reports: Iterable[Report], claims: Iterable[Claim]) -> Details:
    """The rare details of some reports, those left out that are places, people or groups of their claims."""
    known = slot_words(claims)
    found = {report.id: _details(report, known) for report in reports}
    counted = Counter(word for words in found.values() for word in words)
    return Details(found, {word: _rarity(number) for word, number in counted.items()})


def _rarity(number: int) -> float:
    return 1.0 / (1.0 + int(log2(number))) if number < _COMMON else 0.0


def _details(report: Report, known: frozenset[str]) -> frozenset[str]:
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
