"""Pictures of a case, as the tellers receive them: everything at once, or the sums for a summary."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model.books import Codebook, Outlet
from sayso.model.change import Fall
from sayso.model.claim import Claim
from sayso.model.decision import Decision
from sayso.model.finding import Matter, Origin, Tie
from sayso.model.report import Report
from sayso.model.sentence import Sentence
from sayso.model.span import Span
from sayso.model.telling import Attribution
from sayso.model.trend import Trend


@dataclass(frozen=True, slots=True)
class Unread:
    """A file or row that could not be read, with a sentence that says why and what to do."""

    path: str
    why: str


@dataclass(frozen=True, slots=True)
class Analysis:
    """What reading one report yields: attributions, claims, and spans of names that lists must mask."""

    report: str
    attributions: tuple[Attribution, ...]
    claims: tuple[Claim, ...]
    protected: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A whole case at one moment; everything sorted as the contract sorts lists.

    `protected` maps a report's id to the spans of its text that are masked unless names are asked for.
    `sources` are the register's entries for the outlets that occur, by name.
    """

    name: str
    codebook: Codebook
    reports: tuple[Report, ...]
    claims: tuple[Claim, ...]
    matters: tuple[Matter, ...]
    origins: tuple[Origin, ...]
    ties: tuple[Tie, ...]
    unread: tuple[Unread, ...] = ()
    decisions: tuple[Decision, ...] = ()
    sources: tuple[Outlet, ...] = ()
    protected: tuple[tuple[str, tuple[Span, ...]], ...] = ()
    falls: tuple[Fall, ...] = ()  # what would change without an origin, most telling first
    trends: tuple[Trend, ...] = ()
    sentences: tuple[Sentence, ...] = ()  # what a person concluded


@dataclass(frozen=True, slots=True)
class Summary:
    """The sums that `sayso show` prints, without texts or claims.

    `by_status` counts reports; `by_month` counts claims as (indicator, "YYYY-MM", "YYYY-XX" or "", claims), by time of
    happening, else of publication; `matters` are the most telling ones, `matters_total` says of how many.
    """

    name: str
    codebook: Codebook
    by_status: tuple[tuple[str, int], ...]
    outlets: tuple[tuple[str, int], ...]
    claims: int
    accepted: int
    by_month: tuple[tuple[str, str, int], ...]
    matters: tuple[Matter, ...]
    matters_total: int
    contradictions_total: int
    origins_total: int
    unread: tuple[Unread, ...] = ()
    unsupported: tuple[str, ...] = ()
    trends: tuple[Trend, ...] = ()
