"""Compares how we read negation and certainty with events marked in news (MEANTIME), event by event.

Nothing there is coded to our indicators, so each marked word is taken as if it had triggered a claim. We call it
negated where the grammar of its clause, or a telling that denies, does so; we call it open where its certainty is less
than reported, or its stage is a wish, a demand, a threat or an order, or the telling around it predicts or doubts. The
corpus calls it negated by polarity NEG, and open by certainty POSSIBLE or PROBABLE or time FUTURE.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from sayso.codify.clauses import borders, clause_of
from sayso.codify.marking import marked
from sayso.codify.shades import Passage, certainty_of, is_negated, stage_of
from sayso.evaluate.figures import Counts
from sayso.evaluate.joining import BREAK, joined
from sayso.model.coding import Stage
from sayso.model.span import Sentence, Span
from sayso.model.telling import Attribution, Certainty
from sayso.text.sentences import sentences

#: Title and date line; each is a paragraph of its own.
_HEAD = 2
_NOT_HAPPENED = frozenset({Stage.WISHED, Stage.ASKED, Stage.THREATENED, Stage.ORDERED})
_PLAIN = frozenset({Certainty.ASSERTED, Certainty.REPORTED, Certainty.DENIED})


@dataclass(frozen=True, slots=True)
class Event:
    """One marked event: where it stands, whether it is negated, and whether it is open; None is not said."""

    span: Span
    negated: bool | None
    open: bool | None


@dataclass(frozen=True, slots=True)
class Document:
    """One document's text with its events."""

    text: str
    events: tuple[Event, ...]


def read(path: Path) -> Document:
    """The document, its tokens written as a person would, with the events whose tokens are there."""
    root = ET.parse(path).getroot()
    tokens: list[str] = []
    place: dict[str, int] = {}
    sentence = 0
    for token in root.findall("token"):
        number = int(token.get("sentence", "0"))
        if number != sentence and number <= _HEAD:
            tokens.append(BREAK)
        sentence = number
        place[token.get("t_id", "")] = len(tokens)
        tokens.append(token.text or "")
    text, spans = joined(tokens)
    events = (_event(mark, place, spans) for mark in root.iter("EVENT_MENTION"))
    return Document(text, tuple(event for event in events if event is not None))


def _event(mark: ET.Element, place: dict[str, int], spans: Sequence[Span]) -> Event | None:
    at = [place[t.get("t_id", "")] for t in mark.findall("token_anchor") if t.get("t_id", "") in place]
    if not at:
        return None
    polarity, certainty, time = (mark.get(name, "") for name in ("polarity", "certainty", "time"))
    negated = None if polarity not in ("POS", "NEG") else polarity == "NEG"
    unsure = certainty in ("POSSIBLE", "PROBABLE") or time == "FUTURE"
    known = unsure or (certainty == "CERTAIN" and time == "NON_FUTURE")
    return Event(Span(spans[min(at)].start, spans[max(at)].end), negated, unsure if known else None)


def judged(document: Document, told: Iterable[Attribution]) -> list[tuple[bool, bool] | None]:
    """For each event whether we read it as negated and as open; None where no sentence of ours holds it."""
    found, tellings = sentences(document.text), tuple(told)
    return [_judged(event.span, found, tellings) for event in document.events]


def _judged(span: Span, found: Sequence[Sentence], told: Sequence[Attribution]) -> tuple[bool, bool] | None:
    sentence = next((each for each in found if each.start <= span.start < each.end), None)
    if sentence is None:
        return None
    at = [n for n, token in enumerate(sentence.tokens) if token.span.overlap(span)]
    if not at:
        return None
    cuts = borders(sentence, marked(sentence, (), {}))
    passage = Passage(sentence.tokens, clause_of(at[0], cuts), (at[0], at[-1] + 1), None, {}, (), "event")
    around = [each.certainty for each in told if any(content.holds(span) for content in each.contents)]
    unsure = Certainty(certainty_of(passage)) not in _PLAIN or stage_of(passage) in _NOT_HAPPENED
    return (
        is_negated(passage) or Certainty.DENIED in around,
        unsure or any(certainty not in _PLAIN for certainty in around),
    )


@dataclass(frozen=True, slots=True)
class Agreement:
    """Over events of which both say something: how often we agree, and the counts of those negated or open."""

    same: int
    of: int
    marked: Counts


def agreements(documents: Iterable[Document], told: Callable[[str], Iterable[Attribution]]) -> dict[str, Agreement]:
    """The agreement on negation and on being open."""
    pairs: dict[str, list[tuple[bool, bool]]] = {"negated": [], "open": []}
    for document in documents:
        for event, mine in zip(document.events, judged(document, told(document.text)), strict=True):
            if mine is not None and event.negated is not None:
                pairs["negated"].append((event.negated, mine[0]))
            if mine is not None and event.open is not None:
                pairs["open"].append((event.open, mine[1]))
    return {name: agreement(each) for name, each in pairs.items()}


def agreement(pairs: Sequence[tuple[bool, bool]]) -> Agreement:
    """The agreement of pairs of theirs and ours."""
    both = sum(theirs and ours for theirs, ours in pairs)
    marks = Counts(both, sum(ours for _, ours in pairs), sum(theirs for theirs, _ in pairs))
    return Agreement(sum(theirs == ours for theirs, ours in pairs), len(pairs), marks)
