"""Rare details of reports: odd numbers, and names that are no slot of any claim; who copies facts copies these."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from sayso.link.folding import bones, folded, with_figures, words_of
from sayso.link.wording import STOP, is_odd, stem
from sayso.model.claim import Claim
from sayso.model.report import Report

#: A number, or a capitalised word that does not open a sentence, a paragraph or a quotation.
_DETAIL = re.compile(r"(?<=[a-z0-9,;:'’)] )[A-Z][a-z][\w'’-]+|\b\d[\d.,]*\d\b")

#: Names shorter than this are initials and abbreviations.
_LEAST_NAME = 3

#: Letters of a word that can be misspelt; shorter ones are often other words.
_LEAST_WORD = 5

#: A word is a misspelling of another where this much of them is alike.
_ALIKE = 0.75


def details_of(report: Report, claims: Sequence[Claim]) -> frozenset[str]:
    """The rare details of a report, those left out that are slots or tellers of its claims."""
    known = slot_words(claims)
    found = (folded(match).strip(".,").replace(",", "") for match in _DETAIL.findall(with_figures(report.text)))
    return frozenset(word for word in found if word not in known and (is_odd(word) or _is_name(word)))


def misspelt(claims: Iterable[Claim]) -> set[str]:
    """Words of places and groups that are written almost, but not quite, as they are spelt; other vowels, or a letter
    that is doubled or silent, are how another spells it and no mistake, unless the letters are those of the name."""
    pairs = [(place.written, place.name) for claim in claims for place in claim.places]
    pairs += [(slot.written, slot.name) for claim in claims for slot in (claim.actor, claim.other) if slot]
    return {word for written, name in set(pairs) for word in _odd_spellings(words_of(written), words_of(name))}


def _odd_spellings(written: Sequence[str], name: Sequence[str]) -> Iterator[str]:
    for word in written:
        if word in name or len(word) < _LEAST_WORD or stem(word) in map(stem, name):
            continue
        alike = [each for each in name if SequenceMatcher(None, word, each).ratio() >= _ALIKE]
        if alike and not any(bones(word) == bones(each) and sorted(word) != sorted(each) for each in alike):
            yield word


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
