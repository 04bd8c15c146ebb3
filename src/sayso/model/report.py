"""Reports: what outlets published, as read."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sayso.model.ids import id_of
from sayso.model.span import Span


class Status(StrEnum):
    """What became of a report when it was read."""

    READ = "read"
    UNSUPPORTED = "unsupported language"
    FAILED = "failed"
    DUPLICATE = "duplicate"


@dataclass(frozen=True, slots=True)
class Published:
    """A publication date in EDTF with its first and last possible ISO days, inclusive, and whence we know it."""

    edtf: str
    earliest: str | None
    latest: str | None
    basis: str  # "manifest" | "page" | "text"


@dataclass(frozen=True, slots=True)
class Credit:
    """A credit the report prints: a dateline, byline, trailer or "X reports:" line naming an outlet or agency."""

    start: int
    end: int
    written: str
    kind: str  # "dateline" | "byline" | "trailer" | "lead" | "meta"
    outlet: str | None  # canonical name from the register, or the name as written


@dataclass(frozen=True, slots=True)
class Report:
    """One document as an outlet published it, with its frozen text; offsets count the text's code points.

    `outlet` is the register's name where known, else the name as written; `outlet_written` is as found.
    `debris` are spans of the page's own furniture; they stay in the text and yield no claim.
    """

    id: str
    path: str
    sha256: str
    text: str
    outlet: str | None = None
    outlet_written: str | None = None
    published: Published | None = None
    title: str | None = None
    language: str = "und"
    status: Status = Status.READ
    why: str | None = None
    url: str | None = None
    byline: Credit | None = None
    credits: tuple[Credit, ...] = ()
    debris: tuple[Span, ...] = ()
    headline: Span | None = None
    captions: tuple[Span, ...] = ()


def report_id(sha256: str, row: str | None, outlet: str | None, url: str | None) -> str:
    """The id of a report: its bytes or row, outlet as given and url. `row` is the row's own text for table files."""
    return id_of("r", sha256 if row is None else row, outlet, url)
