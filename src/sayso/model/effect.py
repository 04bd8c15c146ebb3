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

    @property
    def marks(self) -> int:
        """All but claim and score as one whole number, a bit for each yes and above them the contradictions."""
        bits = sum(1 << at for at, name in enumerate(_MARKS) if getattr(self, name))
        return bits | self.contradictions << len(_MARKS)


#: What `Effect.marks` has a bit for, lowest first; cases keep such numbers, so that the order is never changed.
_MARKS = ("finding", "origin", "disputed", "against", "report", "outlet", "alone")


def effect_of(claim: str, score: int, marks: int) -> Effect:
    """The effect that these marks are of."""
    said = {name: bool(marks >> at & 1) for at, name in enumerate(_MARKS)}
    return Effect(claim=claim, score=score, contradictions=marks >> len(_MARKS), **said)
