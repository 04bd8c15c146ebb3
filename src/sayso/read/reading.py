"""Reading: files and rows to reports, each with its frozen text, or a sentence that says why not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from sayso.model.books import OutletFinder
from sayso.model.ids import sha256_of
from sayso.model.picture import Unread
from sayso.model.report import Report, Status, report_id
from sayso.model.span import Span
from sayso.read.captions import captions_of
from sayso.read.credits import byline_of, credits_of
from sayso.read.dates import published
from sayso.read.debris import debris_of, laid_out
from sayso.read.decoding import MAX_BYTES
from sayso.read.freezing import Frozen, frozen
from sayso.read.items import Given, Item, Taken, shown
from sayso.read.language import SUPPORTED, language_of, why_unread
from sayso.read.listing import listing
from sayso.read.outlets import publisher


def reports(
    paths: Sequence[Path], manifest: Path | None, register: OutletFinder, *, now: str | None = None
) -> Iterator[Report | Unread]:
    """Every report of some files and folders, sorted by path, and a sentence for each thing that was not read."""
    return (taken.value for taken in items(paths, manifest, register, now=now))


def items(
    paths: Sequence[Path], manifest: Path | None, register: OutletFinder, *, now: str | None = None
) -> Iterator[Taken]:
    """What `reports` gives, with the bytes of each; `now`, an ISO day, refuses publication dates after it."""
    for item in listing(paths, manifest, now=now):
        yield Taken(item, b"") if isinstance(item, Unread) else read_one(item, register, now=now)


def read_one(item: Item, register: OutletFinder, *, now: str | None = None) -> Taken:
    """The report of one item of the listing; depends on its bytes and the arguments alone, in any process."""
    raw = item.row
    if raw is None:
        try:
            with item.file.open("rb") as stream:
                raw = stream.read(MAX_BYTES + 1)
        except OSError as error:
            return Taken(Unread(shown(item.path), f"It cannot be read ({error.strerror})."), b"", item.given)
    return Taken(again(raw, item.path, item.given, register, now=now), raw, item.given)


def again(raw: bytes, path: str, given: Given, register: OutletFinder, *, now: str | None = None) -> Report | Unread:
    """The report that some bytes make under a path: the same every time, from a file or from a stored original."""
    found = frozen(raw, path)
    if isinstance(found, str):
        return Unread(shown(path), found)
    return _report(raw, path, given, found, register, now)


def text_again(raw: bytes, path: str) -> str | None:
    """The frozen text of stored bytes, or None where they make none; `verify` compares it with the one kept."""
    found = frozen(raw, path)
    return None if isinstance(found, str) else found.text


def _report(raw: bytes, path: str, given: Given, found: Frozen, register: OutletFinder, now: str | None) -> Report:
    title = given.title or found.title
    layout = laid_out(found.text, title)
    debris = debris_of(layout)
    by = publisher(given.outlet, given.url, found.tree, layout, register)
    date, refused = published(given.published, found.tree, layout, now)
    headline = layout.blocks[layout.headline].span if layout.headline is not None else None
    language = language_of(_body(found.text, debris))
    supported = language in SUPPORTED
    why = (*given.complaints, *found.notes, *refused, *by.warnings)
    sha = sha256_of(raw)
    report = Report(
        id=report_id(sha, found.row, given.outlet, given.url),
        path=shown(path),
        sha256=sha,
        text=found.text,
        outlet=shown(by.name) if by.name else None,
        outlet_written=shown(by.written) if by.written else None,
        published=date,
        title=_title(title, found.text, headline),
        language=language,
        status=Status.READ if supported else Status.UNSUPPORTED,
        why=" ".join((*(() if supported else (why_unread(language),)), *why)) or None,
        url=shown(given.url) if given.url else None,
        byline=byline_of(layout, register),
        credits=credits_of(layout, register, by.name),
        headline=headline,
    )
    return replace(report, debris=debris, captions=captions_of(layout, debris, report.byline, report.credits))


def _body(text: str, debris: tuple[Span, ...]) -> str:
    """The text without its furniture, which may be in another language."""
    kept: list[str] = []
    position = 0
    for span in debris:
        kept.append(text[position : span.start])
        position = max(position, span.end)
    kept.append(text[position:])
    words = " ".join(kept)
    return words if words.strip() else text


def _title(title: str | None, text: str, headline: Span | None) -> str | None:
    words = title or (headline.of(text).lstrip("# ") if headline is not None else "")
    return shown(" ".join(words.split())) or None
