"""The types of books: codebooks, registers, gazetteers and word lists, as stages receive them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from sayso.model.slots import Precision


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence that an indicator fits (and words that state it) or must leave alone; `line` is where it stands."""

    text: str
    span: str | None
    line: int


@dataclass(frozen=True, slots=True)
class Indicator:
    """One code: definition, borders, patterns that propose it, and examples that test them."""

    code: str
    family: str
    name: str
    definition: str
    borders: tuple[str, ...]
    kind: str  # the kind of matter its claims make by default: "event" | "state" | "pattern"
    speaks_for: str  # "decay" | "holding" | "neutral"
    patterns: tuple[str, ...]
    excludes: tuple[str, ...]
    examples: tuple[Example, ...]
    counter_examples: tuple[Example, ...]
    line: int
    yields: tuple[str, ...] = ()  # codes that take the same words from this one where both fit


@dataclass(frozen=True, slots=True)
class Codebook:
    """A versioned list of indicators; `words` are named word classes that patterns use."""

    name: str
    version: str
    title: str
    scope: str
    indicators: tuple[Indicator, ...]
    words: dict[str, tuple[str, ...]]
    reasons: dict[str, tuple[str, ...]]
    path: str

    def find(self, code: str) -> Indicator | None:
        """The indicator with that code, if the codebook has it."""
        return next((indicator for indicator in self.indicators if indicator.code == code), None)


@dataclass(frozen=True, slots=True)
class Wordings:
    """What the patterns of one codebook come to in words, found out beforehand.

    `needs` gives for each pattern the sets of which one word each must stand; a set has numbers of `forms`.
    """

    of: str  # the hash of what the codebook's patterns say
    forms: tuple[str, ...]
    tags: tuple[str, ...]  # the Penn tags that each form can have, with spaces between them
    sets: tuple[tuple[int, ...], ...]
    needs: dict[str, tuple[int, ...]]


class Control(StrEnum):
    """Who controls an outlet, as the register has it."""

    STATE = "state"
    PARTY = "party"
    ARMED_GROUP = "armed group"
    PUBLIC = "public"
    PRIVATE = "private"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Outlet:
    """One outlet or agency of the register."""

    name: str
    aliases: tuple[str, ...]
    country: str | None  # ISO 3166-1 alpha-2
    owner: str | None
    control: Control
    agency: bool
    domains: tuple[str, ...]
    interest: str  # a sentence, or ""
    source: str  # where the facts come from
    reliability: str | None = None  # "A".."F" where a rule or person gave one
    camp: str | None = None  # states and groups it is the voice of, comma-separated


class OutletFinder(Protocol):
    """What stages ask of the register: `find` takes a name, alias, domain or address."""

    def find(self, name: str) -> Outlet | None:
        """The outlet of that name, if the register has it."""
        ...


@dataclass(frozen=True, slots=True)
class Group:
    """One armed group with its aliases, words for its people, leaders and opponents."""

    name: str
    aliases: tuple[str, ...]
    member_words: tuple[str, ...]
    leaders: tuple[str, ...]
    adversaries: tuple[str, ...]
    backers: tuple[str, ...]
    countries: tuple[str, ...]
    kind: str  # "non-state" | "state"


@dataclass(frozen=True, slots=True)
class GazetteerEntry:
    """One place of the gazetteer; `within` are ids of the places that contain it, nearest first."""

    id: str
    name: str
    latitude: float | None
    longitude: float | None
    precision: Precision
    country: str | None
    within: tuple[str, ...]
    population: int


@dataclass(frozen=True, slots=True)
class TellingWords:
    """Words of telling: cue lemmas with the certainty they carry, and head nouns with the kind of teller they name."""

    verbs: dict[str, str]
    document_verbs: dict[str, str]
    nouns: dict[str, str]
    according: tuple[str, ...]
    citing: tuple[str, ...]
    outlet_nouns: tuple[str, ...]
    tellers: dict[str, str]
    former: tuple[str, ...]
    access: dict[str, tuple[str, ...]]
