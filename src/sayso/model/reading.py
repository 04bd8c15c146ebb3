"""Readings: what the trained reader sees in a text, before anything is made of it."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model.span import Span


@dataclass(frozen=True, slots=True)
class Told:
    """One stretch of an act of telling, with the sentence in which it begins and how sure the reader is.

    `says` is the kind of teller for a source, the certainty for a cue, and "" for a content. `depth` is 1 for a content
    inside another content, else 0.
    """

    span: Span
    sentence: int
    score: float
    says: str = ""
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Stated:
    """One stretch inside a sentence that states an indicator; `stage` is "" where nothing but tense tells it."""

    code: str
    span: Span
    sentence: int
    score: float
    certainty: str
    negated: bool
    stage: str


@dataclass(frozen=True, slots=True)
class Trace:
    """How strongly each token of one sentence belongs to a statement of one code; weak traces are not kept."""

    code: str
    sentence: int
    values: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that the reader saw in one text, in text order; `vectors` hold one vector per sentence, or none."""

    sources: tuple[Told, ...] = ()
    cues: tuple[Told, ...] = ()
    contents: tuple[Told, ...] = ()
    claims: tuple[Stated, ...] = ()
    traces: tuple[Trace, ...] = ()
    vectors: tuple[tuple[float, ...], ...] = ()
