"""Manifests: CSV files that say of other files who published them, when and where."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sayso.model.errors import BadInput
from sayso.model.picture import Unread
from sayso.read.decoding import decode
from sayso.read.edtf import given_date
from sayso.read.items import Given, shown
from sayso.read.tables import csv_rows, header_of

#: The name under which a manifest in an added folder is used without being asked for.
MANIFEST_NAME = "manifest.csv"
#: A header lies within this; reading more of a large table to see what it is would cost.
_HEADER_WITHIN = 65_536


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a manifest says, by the path as written, in order; and its complaints, a sentence each."""

    file: Path
    says: dict[str, Given]
    complaints: tuple[Unread, ...] = ()

    def of(self, file: Path, path: str) -> tuple[str, Given] | None:
        """What it says of a file: by place relative to the manifest, else by the path shown."""
        try:
            within = file.relative_to(self.file.parent).as_posix()
        except ValueError:
            within = path
        for key in (within, path):
            given = self.says.get(folded(key))
            if given is not None:
                return folded(key), given
        return None


def folded(path: str) -> str:
    """A path as written made comparable: POSIX, without `./`, in one Unicode form."""
    return unicodedata.normalize("NFC", path.replace("\\", "/")).removeprefix("./")


def is_manifest(file: Path) -> bool:
    """Whether a CSV file is a manifest: it has a `path` and no `text` column."""
    if file.suffix.lower() != ".csv":
        return False
    try:
        with file.open("rb") as stream:
            header = header_of(stream.read(_HEADER_WITHIN))
    except OSError:
        return False
    return "path" in header and "text" not in header


def load_manifest(file: Path, now: str | None = None) -> Manifest:
    """What the manifest says; its faults are complaints, and only a file that is no manifest at all raises."""
    try:
        decoded = decode(file.read_bytes())
    except OSError as error:
        raise BadInput(f"The manifest cannot be read ({error.strerror}).", shown(str(file))) from error
    if isinstance(decoded, str):
        raise BadInput(f"The manifest cannot be read. {decoded}", shown(str(file)))
    if "path" not in header_of(decoded.text.encode()[:_HEADER_WITHIN]):
        raise BadInput("The manifest has no column named path; it needs path,outlet,published,url.", shown(str(file)))
    says: dict[str, Given] = {}
    complaints: list[Unread] = []
    for row, values in csv_rows(decoded.text):
        where = f"{shown(file.name)}#{row}"
        found = _row(values, now) if isinstance(values, dict) else values
        if isinstance(found, str):
            complaints.append(Unread(where, found))
            continue
        path, given = found
        if path in says:
            complaints.append(Unread(where, f"It names {shown(path)} a second time; the first row is used."))
            continue
        says[path] = given
        complaints.extend(Unread(where, complaint) for complaint in given.complaints)
    return Manifest(file, says, tuple(complaints))


def _row(values: dict[str, str], now: str | None) -> tuple[str, Given] | str:
    path = folded(values.get("path", "").strip())
    if not path:
        return "This row of the manifest names no path and is left out."
    return path, given_of(values, now)


def given_of(values: dict[str, str], now: str | None = None) -> Given:
    """What a row of a manifest or table gives of a report; a bad date is left out with a complaint."""
    published = values.get("published", "").strip() or None
    complaints: tuple[str, ...] = ()
    if published is not None:
        date = given_date(published, "manifest", now)
        if isinstance(date, str):
            published, complaints = None, (f"Its publication date {shown(date)}",)
    return Given(
        values.get("outlet", "").strip() or None,
        published,
        values.get("url", "").strip() or None,
        values.get("title", "").strip() or None,
        complaints,
    )


def absent(manifest: Manifest, used: set[str]) -> Iterator[Unread]:
    """A sentence for each path of the manifest that no file answers to; files that lie elsewhere are left alone."""
    for path in manifest.says:
        if path not in used and not _is_there(manifest.file.parent, path):
            yield Unread(shown(path), f"{shown(manifest.file.name)} names it, but there is no such file.")


def _is_there(folder: Path, path: str) -> bool:
    try:
        return "\x00" not in path and (folder / path).is_file()
    except OSError:
        return False
