"""How likely two claims are to rest on one say-so, from all that their wordings and reports share."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp

from sayso.link.retelling import Retold
from sayso.link.sharing import Shared
from sayso.link.wording import Wording
from sayso.model.binding import TieWeights

#: A sentence that is the same after folding makes a tie certain from this many words on; shorter ones coincide.
SAME_FROM = 6

#: Same values count for nothing below this many (independence, rung 6).
LEAST_ITEMS = 4

#: And for all that they can from this many on: a tie that is possible, never certain.
_ITEMS_FULL = 6
_NEAR_DAYS, _FAR_DAYS = 2, 7

NAMES = tuple(
    "bias runs words text text_and_words quote detail items near names_differ "
    "retold beyond order report_quote speaks one_teller kinds_differ rival mistake "
    "retold_agreed text_agreed detail_agreed".split()
)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What two claims share, each between 0 and 1, in the order of `NAMES` after the bias."""

    runs: float  # word runs of the shorter sentence found in the other
    words: float  # weighty words of the shorter sentence found in the other
    text: float  # rare runs of the shorter report found in the other
    quote: float  # a verbatim quotation of six words or more by one speaker
    detail: float  # rare details that the two reports share
    items: float  # values shared by the two reports, from four on
    near: float  # printed within days
    names_differ: float  # both name their teller, and not the same one
    retold: Retold  # what the two reports tell alike
    one_teller: float  # nobody is named, and the tellers are described by one word that is not every report's
    kinds_differ: float  # both give a teller, of two kinds or by two words
    same: bool  # the sentences are the same after folding
    rival: float = 0.0  # one of the reports has another claim whose teller is told as the other's is, and not this one
    mistake: float = 0.0  # both misspell one name alike

    @property
    def likeness(self) -> float:
        """How alike the two sentences are."""
        return self.runs + self.words

    def features(self) -> tuple[float, ...]:
        """The values that the fitted weights apply to."""
        alike = (1.0, self.runs, self.words, self.text, self.text * self.words)
        told = self.retold
        report = (told.share, told.beyond, told.order, told.quote, told.speaks)
        own = (self.quote, self.detail, self.items, self.near, self.names_differ)
        agree = 1.0 - max(
            self.names_differ, self.kinds_differ, self.rival
        )  # a copy with a teller of its own is another's claim
        agreed = (agree * told.share, agree * self.text, agree * self.detail)
        return (*alike, *own, *report, self.one_teller, self.kinds_differ, self.rival, self.mistake, *agreed)


@dataclass(frozen=True, slots=True)
class Told:
    """What the reports of two claims share: text, values, rare details, and what they tell beside their facts."""

    shared: Shared | None
    items: int
    detail: float
    retold: Retold


def evidence_of(one: Wording, other: Wording, told: Told) -> Evidence:
    """What two claims of different reports share."""
    long_enough = min(len(one.words), len(other.words)) >= SAME_FROM
    return Evidence(
        runs=_contained(one.grams, other.grams),
        words=_contained(one.content, other.content),
        text=max(told.shared.of_first, told.shared.of_second) if told.shared else 0.0,
        quote=float(bool(one.quoted & other.quoted) and not _differ(one, other)),
        detail=told.detail,
        items=min(1.0, told.items / _ITEMS_FULL) if told.items >= LEAST_ITEMS else 0.0,
        near=_near(one.printed, other.printed),
        names_differ=float(_differ(one, other)),
        retold=told.retold,
        one_teller=float(_described_alike(one, other)),
        kinds_differ=float(_described_apart(one, other)),
        same=long_enough and one.words == other.words,
    )


def told_alike(one: Wording, other: Wording) -> bool:
    """Whether both give no teller, or one of one name, or one without a name of one kind."""
    return one.teller == other.teller and one.kind == other.kind


def _differ(one: Wording, other: Wording) -> bool:
    return bool(one.teller and other.teller and one.teller != other.teller)


def _described_alike(one: Wording, other: Wording) -> bool:
    return bool(one.described and one.described == other.described)


def _described_apart(one: Wording, other: Wording) -> bool:
    """Whether both give a teller and neither the name, nor the word for him, nor the kind is the same."""
    if not (one.kind and other.kind) or (one.teller and one.teller == other.teller):
        return False
    return one.kind != other.kind and not _described_alike(one, other)


def _contained(one: frozenset[object] | frozenset[str], other: frozenset[object] | frozenset[str]) -> float:
    least = min(len(one), len(other))
    return len(one & other) / least if least else 0.0


def _near(one: tuple[int, int] | None, other: tuple[int, int] | None) -> float:
    if one is None or other is None:
        return 0.5
    gap = max(0, one[0] - other[1], other[0] - one[1])
    return 1.0 if gap <= _NEAR_DAYS else 0.5 if gap <= _FAR_DAYS else 0.0


def probability(evidence: Evidence, weights: TieWeights) -> float:
    """The fitted probability that the two rest on one say-so, to six places so that equal evidence gives equal ties."""
    score = sum(weight * value for weight, value in zip(weights.values, evidence.features(), strict=True))
    return round(1.0 / (1.0 + exp(-max(-40.0, min(40.0, score)))), 6)
