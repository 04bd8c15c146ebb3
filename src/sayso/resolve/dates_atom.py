"""Atoms: single date expressions as the rules find them, before ranges and resolution."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from sayso.resolve.dates_calendar import Stretch


@dataclass(frozen=True, slots=True)
class Reference:
    """The day that relative words count from, and whether the verb nearby looks ahead or back."""

    day: date
    ahead: bool = False
    behind: bool = False


#: What an atom means, seen from a day; None where the calendar has no such day.
Meaning = Callable[[Reference], Stretch | None]


@dataclass(frozen=True, slots=True)
class Atom:
    """One date expression: where it stands, what it counts from, and what it means from there.

    `needs` is "nothing" for a full date, "publication", or "anchor" (the date mentioned before, else publication).
    A `bar` is the reason why the words cannot be resolved although they look like a date.
    """

    start: int
    end: int
    needs: str
    means: Meaning | None
    bar: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """One shape of date expression; a reader that returns None leaves the words alone."""

    name: str
    trigger: str  # the class of trigger words without which the shape cannot occur
    pattern: re.Pattern[str]
    read: Callable[[re.Match[str]], Atom | None]


def _end(match: re.Match[str]) -> int:
    """Where the words end, without a blank or full stop after them."""
    return match.start() + len(match.group().rstrip().removesuffix("."))


def stated(match: re.Match[str], stretch: Stretch | None) -> Atom:
    """An atom that means the same from every day, or one that is barred where the calendar lacks it."""
    if stretch is None:
        return Atom(match.start(), _end(match), "nothing", None, "the calendar has no such date")
    return Atom(match.start(), _end(match), "nothing", lambda _: stretch)


def relative(match: re.Match[str], means: Meaning, needs: str = "publication") -> Atom:
    """An atom whose meaning depends on a reference day."""
    return Atom(match.start(), _end(match), needs, means)


def barred(match: re.Match[str], why: str) -> Atom:
    """An atom that looks like a date and cannot be resolved."""
    return Atom(match.start(), _end(match), "nothing", None, why)
