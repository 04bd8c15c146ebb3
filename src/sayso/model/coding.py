"""Codings: passages that a codebook's indicator fits."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sayso.model.span import Span


class Stage(StrEnum):
    """How far an act went."""

    WISHED = "wished"
    ASKED = "asked"
    ATTEMPTED = "attempted"
    THREATENED = "threatened"
    ORDERED = "ordered"
    ONGOING = "ongoing"
    DONE = "done"
    UNSTATED = "unstated"


@dataclass(frozen=True, slots=True)
class Coding:
    """One passage coded to one indicator: the smallest run of words that states it, and the words that triggered it.

    `actor` and `other` are indices into the report's mentions, or None. `trend` is "rising", "falling", "steady".
    `scope` is "individual", "unit", "local", "group-wide" or "unstated". `certainty` holds what stands *inside* the
    passage (a modal, "reportedly", a question), not what its teller adds; it is a value of `Certainty`.
    """

    indicator: str
    span: Span
    trigger: Span
    sentence: int
    stage: Stage = Stage.UNSTATED
    negated: bool = False
    certainty: str = "asserted"
    trend: str | None = None
    scope: str = "unstated"
    reasons: tuple[str, ...] = ()
    actor: int | None = None
    other: int | None = None
    rule: str = ""
