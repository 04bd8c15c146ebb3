"""Passages with our own marks of telling and coding, as the training text has them, and what we make of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from sayso.evaluate.claims import Row
from sayso.evaluate.spans import Span
from sayso.model.claim import Claim
from sayso.model.coding import Stage
from sayso.model.picture import Analysis
from sayso.model.telling import Certainty, weakest

_ROLE = {"s": "Source", "c": "Cue", "t": "Content"}
#: Tense tells these apart, and the marks leave them out.
_PLAIN_STAGES = frozenset({"", str(Stage.DONE), str(Stage.ONGOING), str(Stage.UNSTATED)})
_OUTLET: Row = {"kind": "outlet", "start": None, "end": None}


class Mark(Protocol):
    """One mark: "s", "c" or "t" of an attribution by its number, or "code"."""

    @property
    def what(self) -> str: ...
    @property
    def number(self) -> int: ...
    @property
    def code(self) -> str: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def kind(self) -> str: ...
    @property
    def certainty(self) -> str: ...
    @property
    def stage(self) -> str: ...
    @property
    def negated(self) -> bool: ...
    @property
    def means(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Passage:
    """One marked passage: its name, the text and file it is of, its spans of telling, and its claims as gold lines."""

    name: str
    source: str
    text: str
    spans: frozenset[Span]
    claims: tuple[Row, ...]
    tells: bool = True  # whether tellings are marked in it at all


def passage(name: str, source: str, text: str, marks: Sequence[Mark], *, tells: bool = True) -> Passage:
    """The passage with gold lines made of its marks: a claim's chain are the tellings whose contents hold it."""
    spans = frozenset((name, _ROLE[m.what], m.start, m.end) for m in marks if m.what in _ROLE)
    codes = (mark for mark in marks if mark.what == "code")
    return Passage(name, source, text, spans, tuple(_line(name, text, mark, marks) for mark in codes), tells)


def _line(name: str, text: str, mark: Mark, marks: Sequence[Mark]) -> Row:
    around = [m for m in marks if m.what == "t" and m.start <= mark.start and mark.end <= m.end]
    inner_first = sorted(around, key=lambda m: (m.end - m.start, -m.number))
    numbers = list(dict.fromkeys(m.number for m in inner_first))
    cues = [m.certainty for m in marks if m.what == "c" and m.number in numbers and m.certainty]
    return {
        "path": name,
        "start": mark.start,
        "end": mark.end,
        "indicator": mark.code,
        "certainty": str(weakest(tuple(Certainty(each) for each in (mark.certainty or "asserted", *cues)))),
        "negated": mark.negated,
        "stage": _stage(mark.stage),
        "chain": [*(_hop(number, text, marks) for number in numbers), _OUTLET],
        "quantity": None,
        "places": [],
        "time": None,
    }


def _hop(number: int, text: str, marks: Sequence[Mark]) -> Row:
    """The teller of one attribution; words elsewhere that a pronoun stands for are as good."""
    sources = [m for m in marks if m.what == "s" and m.number == number]
    if not sources:
        return {"kind": "unknown", "start": None, "end": None}
    first, *more = sources
    also = [[m.start, m.end] for m in more]
    if first.means:
        also += [[at, at + len(first.means)] for at in _places(first.means, text)]
    return {"kind": first.kind or "unknown", "start": first.start, "end": first.end, "also": also}


def _places(words: str, text: str) -> Iterable[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def _stage(stage: str) -> str:
    return str(Stage.DONE) if stage in _PLAIN_STAGES else stage


def ours(name: str, claims: Iterable[Claim]) -> list[Row]:
    """Our claims as lines of the same form."""
    return [
        {
            "path": name,
            "start": claim.start,
            "end": claim.end,
            "indicator": claim.indicator,
            "certainty": str(claim.certainty),
            "negated": claim.negated,
            "stage": _stage(str(claim.stage)),
            "chain": [
                {"kind": str(hop.kind), "name": hop.name, "written": hop.written, "start": hop.start, "end": hop.end}
                for hop in claim.chain
            ],
        }
        for claim in claims
    ]


#: What reads one passage's text: everything that `sayso` makes of a report.
Analyse = Callable[[str], Analysis]
