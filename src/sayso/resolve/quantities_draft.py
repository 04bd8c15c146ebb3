"""Quantities in the making."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Draft:
    """A quantity in the making: tokens `[first, after)` write it, `start` and `end` are its place in the text."""

    first: int
    after: int
    low: float | None
    best: float | None
    high: float | None
    unit: str = ""
    of: str | float | None = None
    per: str | None = None
    measure: str = "count"
    about: bool = False
    start: int = 0
    end: int = 0
