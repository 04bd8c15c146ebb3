"""Sentences of an assessment that a person wrote, each with what it rests on."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence; `rests` are ids of claims and matters as they stand now, `evidence` the hash of what they said when
    it was written or last confirmed, and `changed` tells what they say otherwise today."""

    id: str
    text: str
    rests: tuple[str, ...]
    likelihood: str | None
    confidence: str | None
    confidence_why: str
    place: int
    who: str
    when: str
    number: int
    evidence: str
    changed: tuple[str, ...] = ()

    @property
    def stale(self) -> bool:
        """Whether what it rests on has changed since."""
        return bool(self.changed)
