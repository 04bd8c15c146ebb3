"""A claim's slots: what was written beside what we make of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Actor:
    """The group whose cohesion a claim bears on; `part` narrows it ("foreign fighters")."""

    name: str
    part: str | None
    written: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Other:
    """Who does it to or with the group."""

    name: str
    written: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Quantity:
    """A written number with its bounds; a share is a fraction of 1, an amount is in `unit` (ISO 4217 for money)."""

    low: float | None
    best: float | None
    high: float | None
    unit: str
    of: str | float | None
    per: str | None
    measure: str  # "count" | "rate" | "share" | "amount" | "total so far"
    about: bool
    written: str
    start: int
    end: int


class Precision(StrEnum):
    """How exactly a place is known, from finest to coarsest."""

    SITE = "site"
    TOWN = "town"
    DISTRICT = "district"
    PROVINCE = "province"
    COUNTRY = "country"
    REGION = "region"


@dataclass(frozen=True, slots=True)
class Place:
    """A place named in a claim, with its role; degrees are WGS 84. `within` are the ids of what contains it."""

    role: str  # "where" | "from" | "to"
    name: str
    id: str
    latitude: float | None
    longitude: float | None
    precision: Precision
    written: str
    start: int
    end: int
    within: tuple[str, ...] = ()  # nearest first, as the gazetteer has them


@dataclass(frozen=True, slots=True)
class When:
    """A time in EDTF with its first and last possible ISO days, inclusive; None is open.

    `basis` is "stated", "relative" (to publication or to another date of the text) or "tense".
    """

    edtf: str
    earliest: str | None
    latest: str | None
    precision: str  # "day" | "week" | "month" | "season" | "year" | "longer"
    basis: str
    written: str
    start: int | None
    end: int | None


@dataclass(frozen=True, slots=True)
class Unresolved:
    """Words that look like a place, date, quantity or actor and could not be resolved, with the reason."""

    written: str
    start: int
    end: int
    why: str
