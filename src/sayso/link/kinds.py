"""Which of the four kinds of matter a claim is about; kinds never mix."""

from __future__ import annotations

from sayso.model.books import Codebook
from sayso.model.claim import Claim
from sayso.model.coding import Stage
from sayso.model.finding import MatterKind
from sayso.model.slots import When
from sayso.model.telling import Certainty

#: Stages in which the act did not happen; each is a matter of its own.
_UNREALISED = frozenset({Stage.WISHED, Stage.ASKED, Stage.ATTEMPTED, Stage.THREATENED, Stage.ORDERED})

_BOUNDED = frozenset({"day", "week", "month"})


def matter_kind(claim: Claim, codebook: Codebook) -> MatterKind:
    """The kind of matter a claim is about, by its certainty, its codebook's default, its scope and its time."""
    if claim.certainty is Certainty.PREDICTED:
        return MatterKind.FORECAST
    indicator = codebook.find(claim.indicator)
    default = indicator.kind if indicator else MatterKind.EVENT.value
    if default == MatterKind.STATE:
        return MatterKind.STATE
    bounded = _bounded(claim.time)
    if claim.scope == "group-wide" and not (bounded and claim.place):
        return MatterKind.PATTERN
    if bounded and (claim.place or default == MatterKind.EVENT):
        return MatterKind.EVENT
    if default == MatterKind.PATTERN:
        return MatterKind.EVENT if claim.scope in ("individual", "unit") else MatterKind.PATTERN
    return MatterKind.PATTERN if claim.stage is Stage.ONGOING or _habitual(claim) else MatterKind.EVENT


def stage_class(claim: Claim) -> str:
    """The stage where the act did not happen, else ""."""
    return claim.stage.value if claim.stage in _UNREALISED else ""


def _bounded(time: When | None) -> bool:
    if time is None or time.basis == "tense" or time.earliest is None or time.latest is None:
        return False
    return time.precision in _BOUNDED


def _habitual(claim: Claim) -> bool:
    rate = claim.quantity is not None and claim.quantity.measure in ("rate", "share")
    return rate or claim.trend is not None
