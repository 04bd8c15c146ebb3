"""The real stages with their books, as one value."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from sayso import __version__
from sayso.books import codebook as codebooks
from sayso.books import groups, tie_weights, words
from sayso.books import register as registers
from sayso.books.gazetteer import Gazetteer
from sayso.books.register import Register
from sayso.encode.reader import Reader
from sayso.link.linking import Books as LinkBooks
from sayso.model.books import Codebook
from sayso.model.claim import Claim
from sayso.model.decision import Decision
from sayso.model.finding import Linked
from sayso.model.ids import sha256_of
from sayso.model.picture import Analysis, Unread
from sayso.model.report import Report
from sayso.model.telling import Attribution
from sayso.pipeline.analysing import Books, analyse, books_of, tellings
from sayso.pipeline.linked import linked
from sayso.pipeline.stages import Stages
from sayso.read.items import Item, Taken
from sayso.read.listing import listing
from sayso.read.reading import read_one

#: The folder of shipped data.
_DATA = Path(__file__).parent.parent / "data"

#: The trained reader's weights.
WEIGHTS = _DATA / "weights"

#: A codebook is known by the first digits of its hash: enough to tell any two files that one person has apart.
_DIGITS = 16


class Wired:
    """The stages with one case's books; loaded once, and shared with forked workers."""

    def __init__(self, codebook_path: Path, now: str | None) -> None:
        self.now = now
        self._reader: tuple[int, Reader] | None = None
        self.codebook: Codebook = codebooks.load(codebook_path)
        self.register: Register = registers.shipped()
        self.gazetteer = Gazetteer(_DATA / "places.sqlite")
        self.books: Books = books_of(
            self.codebook,
            words.load(),
            groups.load(_DATA / "groups.csv"),
            self.register.find,
            self.gazetteer,
            self.reader if (WEIGHTS / "reader.onnx").exists() else None,
        )

    def reader(self) -> Reader:
        """This process's trained reader; a forked worker loads its own, since sessions do not cross a fork."""
        if self._reader is None or self._reader[0] != os.getpid():
            self._reader = (os.getpid(), Reader(WEIGHTS))
        return self._reader[1]

    def listing(self, paths: Sequence[Path], manifest: Path | None) -> Iterable[Item | Unread]:
        """What there is to read."""
        return listing(paths, manifest, now=self.now)

    def take(self, item: Item) -> Taken:
        """One item, read."""
        return read_one(item, self.register, now=self.now)

    def analyse(self, report: Report) -> Analysis:
        """One report's attributions and claims."""
        return analyse(report, self.books)

    def tellings(self, report: Report) -> tuple[Attribution, ...]:
        """Every attribution of one report."""
        return tellings(report, self.books)

    def link(self, reports: Sequence[Report], claims: Sequence[Claim], decisions: Sequence[Decision]) -> Linked:
        """The whole case, linked and weighed."""
        return linked(reports, claims, decisions, self.register, self.codebook)

    @property
    def link_books(self) -> LinkBooks:
        """What linking looks things up in."""
        return LinkBooks(self.register, self.codebook, tie_weights.load())

    def within(self, place: str) -> Sequence[str]:
        """The places that contain a place."""
        entry = self.gazetteer.entry(place)
        return entry.within if entry else ()


def tellings_of(codebook_path: Path) -> Callable[[Report], tuple[Attribution, ...]]:
    """What gives every attribution of a report, with no gate before it."""
    return Wired(codebook_path, None).tellings


@dataclass(frozen=True, slots=True)
class Linker:
    """Linking with a case's books, without what reading needs, which takes seconds to load."""

    books: LinkBooks
    made_by: str


def linker_of(codebook_path: Path) -> Linker:
    """Linking with the books of a case."""
    books = LinkBooks(registers.shipped(), codebooks.load(codebook_path), tie_weights.load())
    return Linker(books, made_by(codebook_path))


def made_by(codebook_path: Path) -> str:
    """The program, its reader and the codebook that read a report, as one text."""
    return f"sayso {__version__} reader {_reader_version()} codebook {sha256_of(codebook_path.read_bytes())[:_DIGITS]}"


def _reader_version() -> str:
    about = WEIGHTS / "reader.json"
    return str(json.loads(about.read_text("utf-8"))["version"]) if about.exists() else "plain"


def stages_of(codebook_path: Path, now: str | None = None) -> Stages:
    """The stages with the books of a case; `now`, an ISO day, refuses publication dates after it."""
    wired = Wired(codebook_path, now)
    return Stages(
        wired.listing, wired.take, wired.analyse, wired.link, wired.within, made_by(codebook_path), wired.link_books
    )
