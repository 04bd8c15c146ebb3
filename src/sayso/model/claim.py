"""Claims: one statement coded to one indicator, with its chain, its certainty and its slots."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from sayso.model.coding import Stage
from sayso.model.errors import Bug
from sayso.model.ids import id_of
from sayso.model.slots import Actor, Other, Place, Quantity, When
from sayso.model.telling import Certainty, Hop


@dataclass(frozen=True, slots=True)
class Maker:
    """The program part, with its version, that made a value."""

    name: str
    version: str


class Review(StrEnum):
    """What has been decided of a claim."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    SUPERSEDED = "superseded"


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement coded to one indicator; `quote` is exactly `text[start:end]` of its report."""

    id: str
    report: str
    path: str
    indicator: str
    codebook: str
    start: int
    end: int
    quote: str
    sentence: tuple[int, int]
    certainty: Certainty
    negated: bool
    stage: Stage
    trend: str | None
    scope: str
    chain: tuple[Hop, ...]
    actor: Actor | None = None
    other: Other | None = None
    quantity: Quantity | None = None
    places: tuple[Place, ...] = ()
    time: When | None = None
    reason: tuple[str, ...] = ()
    change_of: str | None = None
    part_of: str | None = None
    custody: str | None = None
    headline: bool = False
    maker: Maker = field(default=Maker("sayso", "0"))
    review: Review = Review.PROPOSED
    origin: str = ""  # filled by linking
    supersedes: str | None = None  # the claim that a person's edit made this one of
    edit: str = ""  # the hash of that edit's changes

    def __post_init__(self) -> None:
        if not self.chain:
            raise Bug(f"claim {self.id} has no chain")
        if len(self.quote) != self.end - self.start:
            raise Bug(f"claim {self.id}: its quote is not as long as its span")

    @property
    def place(self) -> Place | None:
        """The one place with role "where", if any."""
        return next((place for place in self.places if place.role == "where"), None)

    @property
    def own_id(self) -> str:
        """The id that the claim's report, span, indicator and codebook give it, and the edit that made it, if any."""
        made = None if self.supersedes is None else (self.supersedes, self.edit)
        return claim_id(self.report, self.start, self.end, self.indicator, self.codebook, made)

    @property
    def counts(self) -> bool:
        """Whether the claim may count at all: proposed and accepted ones do."""
        return self.review in (Review.PROPOSED, Review.ACCEPTED)


def claim_id(
    report: str, start: int, end: int, indicator: str, codebook: str, made: tuple[str, str] | None = None
) -> str:
    """The id of a claim: a hash of report, span, indicator and codebook name; of an edited claim, also of the claim
    that it supersedes and of what was changed."""
    return id_of("c", report, start, end, indicator, codebook, *(made or ()))
