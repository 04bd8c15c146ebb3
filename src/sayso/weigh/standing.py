"""Which claims of a matter stand for it, which may, which speak against it and which enter no count."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from sayso.model.claim import Claim
from sayso.model.finding import MatterKind
from sayso.model.telling import Certainty

#: Predicted and asked claims enter neither end of a count.
_NEITHER = frozenset({Certainty.PREDICTED, Certainty.ASKED})


@dataclass(frozen=True, slots=True)
class Sides:
    """The claims of a matter by what they do to its count; each sorted by id."""

    sure: tuple[Claim, ...]
    unsure: tuple[Claim, ...]  # may raise the high end alone
    against: tuple[Claim, ...]
    neither: tuple[Claim, ...]
    near: tuple[Claim, ...]  # of other matters, possibly about this one
    repeated: tuple[Claim, ...] = ()  # tell again what an outlet takes back
    withdrawn: tuple[Claim, ...] = ()  # taken back by their outlet, or resting on what was
    revised: frozenset[str] = frozenset()  # stand, but their outlet has put another value in the place of theirs

    @property
    def everything(self) -> tuple[Claim, ...]:
        """The claims that enter a count, or would but for what they say."""
        return (*self.sure, *self.unsure, *self.against, *self.neither, *self.near)

    @property
    def standing(self) -> tuple[Claim, ...]:
        """The claims that stand for the matter, surely or possibly."""
        return (*self.sure, *self.unsure)


def is_contrary(claim: Claim) -> bool:
    """Whether the claim speaks against its matter: a denial, or a plain negative."""
    return claim.certainty is Certainty.DENIED or (claim.negated and claim.certainty not in _NEITHER)


def sides_of(members: Iterable[Claim], near: Iterable[Claim], repeated: Collection[str] = ()) -> Sides:
    """The claims of a matter sorted by what they do to its count; `repeated` only tell again what is taken back."""
    everything = sorted(members, key=lambda claim: claim.id)
    ordered = [claim for claim in everything if claim.id not in repeated]
    against = tuple(claim for claim in ordered if is_contrary(claim))
    rest = [claim for claim in ordered if not is_contrary(claim)]
    neither = tuple(claim for claim in rest if claim.certainty in _NEITHER)
    counted = [claim for claim in rest if claim.certainty not in _NEITHER]
    return Sides(
        sure=tuple(claim for claim in counted if claim.certainty is not Certainty.POSSIBLE),
        unsure=tuple(claim for claim in counted if claim.certainty is Certainty.POSSIBLE),
        against=against,
        neither=neither,
        near=tuple(
            claim for claim in sorted(near, key=lambda claim: claim.id)
            if not is_contrary(claim) and claim.certainty not in _NEITHER and claim.id not in repeated
        ),
        repeated=tuple(claim for claim in everything if claim.id in repeated),
    )  # fmt: skip


def shown_for(sides: Sides, kind: MatterKind) -> tuple[Claim, ...]:
    """The claims whose reports and outlets are shown; those of a forecast are, though they count for nothing."""
    return sides.neither if kind is MatterKind.FORECAST and not sides.standing else sides.standing
