"""How an indicator goes over time, with how much was reported at all, as the tellers receive it."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model.slots import When


@dataclass(frozen=True, slots=True)
class Printed:
    """An outlet's report with the first and last possible day of its publication."""

    outlet: str
    earliest: str | None
    latest: str | None


@dataclass(frozen=True, slots=True)
class Happened:
    """An event matter that has an origin, with its time."""

    id: str
    indicator: str
    time: When | None


@dataclass(frozen=True, slots=True)
class Coverage:
    """One month: the outlets that were active and the reports they printed; none is no coverage, not zero events."""

    period: str
    outlets: int
    reports: int


@dataclass(frozen=True, slots=True)
class Point:
    """One month: matters seen, active outlets, and the expected matters with a 90 % interval; None without coverage."""

    period: str
    matters: int
    outlets: int
    expected: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Dated:
    """An event matter whose time lies in one month."""

    id: str
    indicator: str
    month: str


@dataclass(frozen=True, slots=True)
class Trend:
    """The months of an indicator; `drawn` is false, with the reason, where there is too little to draw, and `dated`
    then lists the event matters, first things first."""

    indicator: str
    points: tuple[Point, ...]
    drawn: bool
    why: str
    dated: tuple[Dated, ...] = ()
