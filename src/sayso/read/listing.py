"""What there is to read: files and rows in sorted order, cheaply, without reading any report."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from sayso.model.picture import Unread
from sayso.read.decoding import MAX_BYTES, decode
from sayso.read.items import Given, Item, shown
from sayso.read.manifest import MANIFEST_NAME, Manifest, absent, given_of, is_manifest, load_manifest
from sayso.read.tables import csv_rows, header_of, json_row, row_bytes

PAGES = frozenset({".html", ".htm"})
PLAIN = frozenset({".txt", ".md"})
TABLES = frozenset({".csv", ".jsonl"})
#: A table's header lies within so many characters.
_HEADER_WITHIN = 65_536
#: Largest CSV in bytes; it is held in memory while its rows are listed. JSON lines are streamed and may be larger.
MAX_TABLE_BYTES = 200_000_000


def listing(paths: Sequence[Path], manifest: Path | None = None, *, now: str | None = None) -> Iterator[Item | Unread]:
    """Every report to be read, sorted by path, and a sentence for each thing that cannot be; `now` is an ISO day."""
    named = load_manifest(manifest, now) if manifest is not None else None
    books: list[Manifest] = [named] if named is not None else []
    files: list[tuple[str, Path]] = []
    refused: list[Unread] = []
    for path in paths:
        _collect(path, files, refused, books, now)
    used: list[set[str]] = [set() for _ in books]
    skip = {os.path.realpath(book.file) for book in books}
    found = list(_with_given(sorted(set(files)), books, used, skip))
    for book, names in zip(books, used, strict=True):
        refused.extend(book.complaints)
        refused.extend(absent(book, names))
    yield from sorted(refused, key=lambda unread: (unread.path, unread.why))
    for item in found:
        yield from rows(item, now) if item.file.suffix.lower() in TABLES else (item,)


def _collect(
    path: Path, files: list[tuple[str, Path]], refused: list[Unread], books: list[Manifest], now: str | None
) -> None:
    if path.is_dir():
        _walk(path, files, refused)
        book = path / MANIFEST_NAME
        if book.is_file() and not book.is_symlink() and is_manifest(book) and not _known(book, books):
            books.append(load_manifest(book, now))
    elif not path.exists():
        refused.append(Unread(shown(path.name), "There is no such file."))
    elif is_manifest(path):
        if not _known(path, books):
            books.append(load_manifest(path, now))
        _named_files(next(book for book in books if _same(book.file, path)), files, refused)
    elif (why := _why_not(path)) is not None:
        refused.append(Unread(shown(path.name), why))
    else:
        files.append((path.name, path))


def _known(file: Path, books: list[Manifest]) -> bool:
    return any(_same(book.file, file) for book in books)


def _same(one: Path, other: Path) -> bool:
    return os.path.realpath(one) == os.path.realpath(other)


def _named_files(book: Manifest, files: list[tuple[str, Path]], refused: list[Unread]) -> None:
    """Adds the files that a manifest names, where it was itself given to be read; none outside its folder."""
    root = book.file.parent
    for path in book.says:
        file = root / path.replace("\x00", "")
        if file.is_file():
            why = _why_not(file) if _lies_in(file, root) else "It lies outside the manifest's folder and is not read."
            if why is None:
                files.append((path, file))
            else:
                refused.append(Unread(shown(path), why))


def _walk(root: Path, files: list[tuple[str, Path]], refused: list[Unread]) -> None:
    for folder, below, names in os.walk(root, followlinks=False, onerror=_refuser(root, refused)):
        here = Path(folder)
        links = [here / name for name in below if (here / name).is_symlink()]
        refused += [Unread(_shown_path(link, root), "It is a link to a folder and is not followed.") for link in links]
        below[:] = sorted(name for name in below if not name.startswith("."))
        for name in names:
            if name.startswith("."):
                continue
            file, path = here / name, (here / name).relative_to(root).as_posix()
            why = _why_not(file) if _lies_in(file, root) else "It is a link that leads out of the folder; not read."
            if why is None:
                files.append((path, file))
            else:
                refused.append(Unread(shown(path), why))


def _shown_path(file: Path, root: Path) -> str:
    return shown(file.relative_to(root).as_posix())


def _refuser(root: Path, refused: list[Unread]) -> Callable[[OSError], None]:
    def refuse(error: OSError) -> None:
        path = _shown_path(Path(error.filename), root) if error.filename else "."
        refused.append(Unread(path, f"The folder cannot be opened ({error.strerror})."))

    return refuse


def _lies_in(file: Path, root: Path) -> bool:
    return not file.is_symlink() or Path(os.path.realpath(file)).is_relative_to(os.path.realpath(root))


def _why_not(file: Path) -> str | None:
    suffix = file.suffix.lower()
    if not file.is_file():
        return "It is not a file that can be read (a link that leads nowhere, a pipe or a device)."
    if suffix not in PAGES | PLAIN | TABLES:
        return f"{shown(suffix) or 'A file without an ending'} is not a kind that is read (txt, md, html, csv, jsonl)."
    size, most = file.stat().st_size, MAX_TABLE_BYTES if suffix == ".csv" else MAX_BYTES
    if suffix != ".jsonl" and size > most:
        return f"It is {size // 1_000_000} MB, more than the {most // 1_000_000} MB that are read; split it up."
    return None


def _with_given(
    files: list[tuple[str, Path]], books: list[Manifest], used: list[set[str]], skip: set[str]
) -> Iterator[Item]:
    for path, file in files:
        if file.suffix.lower() == ".csv" and (os.path.realpath(file) in skip or is_manifest(file)):
            continue
        given = Given()
        for book, names in zip(books, used, strict=True):
            says = book.of(file, path)
            if says is not None:
                names.add(says[0])
                given = says[1]
                break
        yield Item(path, file, given)


def rows(item: Item, now: str | None = None) -> Iterator[Item | Unread]:
    """The rows of a table as items of their own, numbered from 1, or a sentence for each that is broken."""
    try:
        yield from _json_rows(item, now) if item.file.suffix.lower() == ".jsonl" else _csv_rows(item, now)
    except OSError as error:
        yield Unread(shown(item.path), f"It cannot be read ({error.strerror}).")


def _json_rows(item: Item, now: str | None) -> Iterator[Item | Unread]:
    number = 0
    with item.file.open("rb") as stream:
        while line := stream.readline(MAX_BYTES + 1):
            number += 1
            raw = line.strip()
            if len(line) > MAX_BYTES:
                while line and not line.endswith(b"\n"):
                    line = stream.readline(MAX_BYTES + 1)
                why = f"Line {number} is longer than the {MAX_BYTES // 1_000_000} MB a report may have."
                yield Unread(f"{shown(item.path)}#{number}", why)
            elif raw:
                yield _row(item, number, json_row(raw, number), raw, now)


def _csv_rows(item: Item, now: str | None) -> Iterator[Item | Unread]:
    raw = item.file.read_bytes()
    decoded = decode(raw, limit=MAX_TABLE_BYTES)
    if isinstance(decoded, str):
        yield Unread(shown(item.path), decoded)
        return
    if "text" not in header_of(decoded.text[:_HEADER_WITHIN].encode()):
        yield Unread(shown(item.path), "It has no column named text or path, so it is neither reports nor a manifest.")
        return
    found = False
    for number, values in csv_rows(decoded.text):
        found = True
        yield _row(item, number, values, row_bytes(values) if isinstance(values, dict) else b"", now)
    if not found:
        yield Unread(shown(item.path), "It is a table without rows.")


def _row(item: Item, number: int, values: dict[str, str] | str, raw: bytes, now: str | None) -> Item | Unread:
    path = f"{item.path}#{number}"
    if isinstance(values, str):
        return Unread(shown(path), values)
    if not values.get("text", "").strip():
        return Unread(shown(path), "This row has no text; a table of reports needs a column named text.")
    given = given_of(values, now)
    return Item(
        path,
        item.file,
        Given(
            given.outlet or item.given.outlet,
            given.published or item.given.published,
            given.url or item.given.url,
            given.title,
            given.complaints,
        ),
        raw,
    )
