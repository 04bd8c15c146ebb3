"""What would change if one claim were rejected."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stake:
    """Of a claim what its effect on a matter needs: where it was printed, whose say-so it is, and whether it stands for
    the matter (it may also speak against it, or enter no count)."""

    id: str
    report: str
    outlet: str
    origin: str
    stands: bool
    contrary: bool


@dataclass(frozen=True, slots=True)
class Effect:
    """What a matter would lose with a claim; `alone` says that the matter rests on a single origin anyway."""

    claim: str
    finding: bool  # the matter's last origin
    origin: bool
    contradictions: int  # those in which nothing else stands on its side
    disputed: bool
    against: bool  # an origin against it
    report: bool
    outlet: bool
    alone: bool
    score: int
