"""What a claim's sentence is made of, for comparing it with others."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from sayso.link.folding import folded_name, plain_number, words_of
from sayso.link.shingles import quotes_of
from sayso.link.slots import printed_days
from sayso.model.claim import Claim
from sayso.model.report import Report
from sayso.model.span import Span
from sayso.model.telling import PUBLISHERS, Hop, TellerKind, heard_as

#: Words of a run within a sentence; three survive light rewriting.
_RUN = 3

#: A quotation is verbatim from this many words on (independence, rung 4).
QUOTED_RUN = 6

#: A number below this, or a round one, is no rare detail.
_ODD_FROM = 13

#: Words that say nothing of where a wording comes from.
STOP = frozenset(
    "a an and are as at be been but by for from had has have he her his how if in into is it its more most no not of "
    "on or our out over she so some such than that the their them then there these they this those to was we were what "
    "when where which while who will with would you after before about also could can said says say told according "
    "reported reports report officials official monday tuesday wednesday thursday friday saturday sunday january "
    "february march april may june july august september october november december".split()
)


@dataclass(frozen=True, slots=True)
class Wording:
    """A claim's sentence as folded words, its runs of words, its weighty words, odd numbers and quoted runs."""

    claim: str
    report: str
    words: tuple[str, ...]
    grams: frozenset[tuple[str, ...]]
    content: frozenset[str]
    odd: frozenset[str]
    quoted: frozenset[tuple[str, ...]]
    teller: str  # the folded name of the first teller, or ""
    printed: tuple[int, int] | None
    own: frozenset[str]  # the words of the claim itself
    kind: str = ""  # of the first teller, who is no outlet; officials and soldiers are one
    described: str = ""  # the word for a first teller without a name ("fisherman")

    @property
    def folded(self) -> str:
        """The sentence after folding."""
        return " ".join(self.words)


class Wordings:
    """The wordings of some claims, made when asked for; only the last few thousand are held."""

    def __init__(self, claims: Mapping[str, Claim], reports: Mapping[str, Report]) -> None:
        self._claims = claims
        self._reports = reports
        self._made: dict[str, Wording] = {}
        self._quotes: dict[str, list[Span]] = {}

    def __contains__(self, claim: str) -> bool:
        return claim in self._claims

    def __getitem__(self, claim: str) -> Wording:
        made = self._made.get(claim)
        if made is None:
            if len(self._made) >= _HELD:
                self._made.clear()
                self._quotes.clear()
            made = self._made[claim] = self._make(self._claims[claim])
        return made

    def _make(self, claim: Claim) -> Wording:
        report = self._reports[claim.report]
        if report.id not in self._quotes:
            self._quotes[report.id] = quotes_of(report)
        return wording_of(claim, report, self._quotes[report.id], printed_days(report))

    def sentence(self, claim: Claim) -> tuple[str, ...]:
        """The folded words of a claim's sentence."""
        return _plain(sentence_text(claim, self._reports[claim.report]))


#: Wordings held at once; one takes some 10 kB. Below the claims of a case whose reports share much text, they are made
#: over and over: at 4,096 a case of 1,000 like reports made 113,000 wordings of 10,848 claims.
_HELD = 16384


def sentence_text(claim: Claim, report: Report) -> str:
    """The sentence a claim stands in, or the claim itself where that is not known."""
    start, end = claim.sentence
    inside = start <= claim.start and claim.end <= end
    return report.text[start:end] if inside else report.text[claim.start : claim.end]


def wording_of(claim: Claim, report: Report, quotes: list[Span], printed: tuple[int, int] | None) -> Wording:
    """The wording of the sentence that a claim stands in."""
    start, end = claim.sentence
    if not start <= claim.start <= claim.end <= end:
        start, end = claim.start, claim.end
    words = _plain(report.text[start:end])
    head = claim.chain[0]
    slots = _slot_words(claim)
    return Wording(
        claim.id,
        claim.report,
        words,
        _grams(words, _RUN),
        frozenset(stem(word) for word in words if word not in STOP and word not in slots),
        frozenset(word for word in words if is_odd(word)),
        _quoted(report.text, Span(start, end), quotes),
        folded_name(head.name) if head.named and head.name and head.kind not in PUBLISHERS else "",
        printed,
        frozenset(_plain(claim.quote)),
        *_teller(head),
    )


def _slot_words(claim: Claim) -> frozenset[str]:
    """The words of the facts themselves, which independent accounts share."""
    written = [place.written for place in claim.places] + [place.name for place in claim.places]
    written += [slot.written for slot in (claim.actor, claim.other, claim.quantity, claim.time) if slot]
    written += [slot.name for slot in (claim.actor, claim.other) if slot]
    return frozenset(word for text in (*written, claim.chain[0].written) for word in _plain(text))


def _plain(text: str) -> tuple[str, ...]:
    return tuple(plain_number(word) for word in words_of(text))


def _grams(words: tuple[str, ...], length: int) -> frozenset[tuple[str, ...]]:
    return frozenset(words[at : at + length] for at in range(len(words) - length + 1))


def _quoted(text: str, sentence: Span, quotes: list[Span]) -> frozenset[tuple[str, ...]]:
    found: set[tuple[str, ...]] = set()
    for quote in quotes:
        if quote.overlap(sentence):
            found |= _grams(_plain(text[quote.start : quote.end]), QUOTED_RUN)
    return frozenset(found)


def stem(word: str) -> str:
    """A word without its commonest endings; enough to see that two sentences use the same words."""
    for ending in ("ations", "ation", "ings", "ing", "edly", "ed", "ies", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST_STEM:
            return word[: -len(ending)]
    return word


#: Letters that stay of a stem.
_LEAST_STEM = 4


def is_odd(word: str) -> bool:
    """Whether the word is a number that two writers hardly hit on by chance; years are none."""
    if not re.fullmatch(r"[0-9]+(?:\.[0-9]+)?", word):
        return False
    number = float(word)
    year = number.is_integer() and 1900 <= number <= 2100
    return number >= _ODD_FROM and number % 10 != 0 and not year


#: Words for tellers that every report has; two reports that have them need not mean one.
_ANYBODY = frozenset(
    stem(word)
    for word in "official source person people man men woman women resident local fighter soldier officer commander "
    "militant member spokesman spokeswoman spokesperson witness activist expert analyst authorities report statement "
    "document reporter other someone group army ministry government police civilian villager deserter defector one two "
    "three four five six several them".split()
)


def _teller(head: Hop) -> tuple[str, str]:
    """The kind of a teller, and the word for one without a name: the last before "who", "of" or a comma."""
    if head.kind in _SILENT:
        return "", ""
    kind = heard_as(head.kind).value
    if head.named and head.name:
        return kind, ""
    words = words_of(NOUN_END.split(head.written, maxsplit=1)[0])
    word = stem(words[-1]) if words else ""
    return kind, "" if word in _ANYBODY else word


#: Hops that publish are no tellers whose names could differ; nor are those of no known kind, whose kind could.
_SILENT = PUBLISHERS | {TellerKind.UNKNOWN}

#: What a description goes on with after its noun.
NOUN_END = re.compile(r",|\b(?:who|whose|whom|of|from|in|at|with|near|there|reached|that|which)\b", re.IGNORECASE)
