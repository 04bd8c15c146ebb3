"""What would change if something were left out, as the tellers receive it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Standing:
    """The numbers of a matter."""

    reports: int
    outlets: int
    low: int
    high: int
    credibility: int | None


@dataclass(frozen=True, slots=True)
class Change:
    """A matter that would change, before and after."""

    id: str
    indicator: str
    before: Standing
    after: Standing


@dataclass(frozen=True, slots=True)
class Fall:
    """An origin with the matters that would change without it; `falls` is how many would lose every origin."""

    origin: str
    name: str | None
    kind: str
    falls: int
    changes: tuple[Change, ...]
