"""What a report tells beside its facts: rare plain words in their order, and quotations; who retells keeps them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass

from sayso.link.folding import folded, plain_number, words_of
from sayso.link.mentioning import tells_of
from sayso.link.shingles import quotes_of
from sayso.link.wording import QUOTED_RUN, STOP, stem
from sayso.model.report import Report

#: A word in small letters; names are details, not words (see `details`).
_PLAIN = re.compile(r"(?<![\w’'-])[a-z][a-zà-ÿ]{3,}")

#: Added to the smaller number of rare words, so that two short reports with one in common do not look alike.
_DOUBT = 3

#: Reports of one subject share some of their rare words by chance: one in seven at the median of the generated accounts
#: of one event; one in twenty of real reports on one subject, one in five at their 99th percentile.
_CHANCE = 0.15

#: So many more than these say all that their number can.
_BEYOND = 8

#: From so many shared rare words on, their order says all that it can.
_MANY = 8

#: Fewer shared words than this have no order.
_LEAST_ORDER = 3


@dataclass(frozen=True, slots=True)
class Telling:
    """The rare words of a report by where each first stands, its quoted runs of words, and its outlet and text."""

    rare: Mapping[str, int]
    quoted: frozenset[tuple[str, ...]]
    report: Report


@dataclass(frozen=True, slots=True)
class Retold:
    """What two reports tell alike, each between 0 and 1: how much of the shorter's rare words the other has, how many
    more these are than chance gives, how far they come in one order, whether a quotation is the same, and whether one
    speaks of what the other tells."""

    share: float
    beyond: float
    order: float
    quote: float
    speaks: float


NOTHING = Retold(0.0, 0.0, 0.0, 0.0, 0.0)


class Retellings:
    """What reports tell alike, two by two; only the last few thousand are held."""

    def __init__(self, reports: Mapping[str, Report], common: frozenset[str]) -> None:
        self._reports = reports
        self._stems = Stems(common)
        self._made: dict[str, Telling] = {}
        self._pairs: dict[tuple[str, str], Retold] = {}

    def between(self, one: str, other: str) -> Retold:
        """What two reports tell alike, in any order of the two."""
        pair = (one, other) if one < other else (other, one)
        found = self._pairs.get(pair)
        if found is None:
            if len(self._pairs) >= _HELD:
                self._pairs.clear()
            found = self._pairs[pair] = retold(self._telling(pair[0]), self._telling(pair[1]))
        return found

    def _telling(self, report: str) -> Telling:
        made = self._made.get(report)
        if made is None:
            if len(self._made) >= _HELD:
                self._made.clear()
            made = self._made[report] = telling_of(self._reports[report], self._stems)
        return made


#: Reports and pairs held at once.
_HELD = 8192


class Stems(dict[str, str]):
    """Words without their endings, "" for those that are too common to say where a telling comes from; each is made
    when it is first asked for."""

    def __init__(self, common: frozenset[str]) -> None:
        super().__init__()
        self._common = common

    def __missing__(self, word: str) -> str:
        plain = folded(word)
        bare = stem(plain)
        made = "" if plain in STOP or bare in self._common else bare
        self[word] = made
        return made


def telling_of(report: Report, stems: Stems) -> Telling:
    """What a report tells beside its facts."""
    rare: dict[str, int] = {}
    for word in dict.fromkeys(_PLAIN.findall(report.text)):
        if bare := stems[word]:
            rare.setdefault(bare, len(rare))
    quoted: set[tuple[str, ...]] = set()
    for span in quotes_of(report):
        words = [plain_number(word) for word in words_of(report.text[span.start : span.end])]
        quoted.update(tuple(words[at : at + QUOTED_RUN]) for at in range(len(words) - QUOTED_RUN + 1))
    return Telling(rare, frozenset(quoted), report)


def retold(one: Telling, other: Telling) -> Retold:
    """What two reports tell alike."""
    few, more = (one, other) if len(one.rare) <= len(other.rare) else (other, one)
    shared = [word for word in few.rare if word in more.rare]
    speaks = tells_of(one.report, other.report) or tells_of(other.report, one.report)
    return Retold(
        len(shared) / (len(few.rare) + _DOUBT),
        min(1.0, max(0.0, (len(shared) - _CHANCE * len(few.rare)) / _BEYOND)),
        _ordered([more.rare[word] for word in shared]),
        float(bool(one.quoted & other.quoted)),
        float(speaks),
    )


def _ordered(places: list[int]) -> float:
    """How much of some places, beyond what chance gives, goes up: the longest rising run over all; 0 for too few."""
    if len(places) < _LEAST_ORDER:
        return 0.0
    ends: list[int] = []
    for place in places:
        at = bisect_left(ends, place)
        ends[at : at + 1] = [place]
    return (len(ends) - 1) / (len(places) - 1) * min(1.0, len(places) / _MANY)
