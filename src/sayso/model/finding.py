"""Ties, origins, matters and contradictions: what linking and weighing find."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sayso.model.claim import Maker
from sayso.model.slots import Actor, Place, When


class TieType(StrEnum):
    """What kind of evidence a tie is, strongest first."""

    CITATION = "citation"
    CREDIT = "credit"
    TEXT_REUSE = "text reuse"
    SHARED_QUOTE = "shared quote"
    SHARED_DETAIL = "shared detail"
    SAME_VALUE = "same value"


@dataclass(frozen=True, slots=True)
class TieSpan:
    """One stretch of one report that a tie rests on."""

    report: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Tie:
    """Evidence that two reports or claims rest on the same origin.

    `source` is the report or claim that depends, `target` the one it depends on (None where its report is not in the
    case; then `to_name` says who). They are printed as "from" and "to".
    """

    id: str
    type: TieType
    source: str
    target: str | None
    to_name: str | None
    certain: bool
    probability: float
    spans: tuple[TieSpan, ...]
    why: str
    maker: Maker


@dataclass(frozen=True, slots=True)
class Origin:
    """The earliest say-so that claims can be traced to; `kind` is that of a hop, or "not stated"."""

    id: str
    name: str | None
    kind: str
    claims: tuple[str, ...]
    reports: tuple[str, ...]
    outlets: tuple[str, ...]
    why: str


class MatterKind(StrEnum):
    """The four kinds of matter, which never mix."""

    EVENT = "event"
    STATE = "state"
    PATTERN = "pattern"
    FORECAST = "forecast"


@dataclass(frozen=True, slots=True)
class Count:
    """How many origins: `ids` are components under certain ties (high), `groups` them under all ties (low)."""

    low: int
    high: int
    ids: tuple[str, ...] = ()
    groups: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class QuantityGroup:
    """One value given for a matter, by whom, in how many origins; values are never averaged."""

    low: float | None
    high: float | None
    unit: str
    of: str | float | None
    measure: str
    claims: tuple[str, ...]
    origins: tuple[str, ...]
    time: str | None = None
    written: str = ""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two sets of claims of one matter that cannot both hold."""

    type: str  # count, level, trend, cause, kind of act, place, date, actor, denial, outcome
    claims: tuple[tuple[str, ...], tuple[str, ...]]
    why: str


@dataclass(frozen=True, slots=True)
class Matter:
    """The claims about one event, state, pattern or forecast, with its three numbers and what speaks against it."""

    id: str
    kind: MatterKind
    indicator: str
    actor: Actor | None
    place: Place | None
    time: When | None
    claims: tuple[str, ...]
    reports: int
    outlets: int
    origins: Count
    against: Count
    sides: tuple[tuple[str, int], ...] = ()
    access: tuple[tuple[str, int], ...] = ()
    related: tuple[str, ...] = ()
    quantities: tuple[QuantityGroup, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    credibility: int | None = None
    why: str = ""
    possible: tuple[str, ...] = ()  # claims possibly of this matter; they may raise `high` alone
    accepted: int = 0  # how many of the counting claims a person has accepted
    stage: str = ""  # the stage its claims share where the act did not happen ("wished", "ordered" …), else ""
    depth: int | None = None  # hops of its shortest chain
    withdrawn: tuple[str, ...] = ()  # in no count: taken back by an outlet, resting on what was, or repeating it


@dataclass(frozen=True, slots=True)
class Linked:
    """Everything linking and weighing found: ties, origins, matters, and what claims gain from them.

    `origin_of` maps a claim id to its origin id; `seen` maps (claim id, hop index) to a value of `Seen`.
    """

    ties: tuple[Tie, ...]
    origins: tuple[Origin, ...]
    matters: tuple[Matter, ...]
    origin_of: dict[str, str]
    seen: dict[tuple[str, int], str]
