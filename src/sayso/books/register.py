"""The register of outlets: who they are, who controls them, by name, alias or domain."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Sequence
from importlib import resources
from pathlib import Path

from sayso.model.books import Control, Outlet
from sayso.model.errors import BadBook

#: The columns of a register file, in order. Aliases and domains are separated by a bar.
COLUMNS = ("name", "aliases", "country", "owner", "control", "agency", "domains", "interest", "source", "camp")
#: The shipped files, first one first: where both have an outlet, the facts checked by hand win.
SHIPPED = ("outlets.csv", "outlets_state_media.csv")
_CONTROLS = {control.value: control for control in Control}
_COUNTRY = re.compile(r"[A-Z]{2}")
_DOMAIN = re.compile(r"[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?\.[a-z]{2,24}")
_HOST = re.compile(r"(?:[a-z]+:)?//(?:[^/@]*@)?([^/:?#]+)|([a-z0-9.-]+\.[a-z]{2,24})(?:[/:?#].*)?", re.IGNORECASE)
#: Names that are also everyday words: they name an outlet only where they are written with a capital.
_EVERYDAY = frozenset(
    "age agency aim antara atlantic beta bild cable canary carta channel citizen clarion cradle daily dawn "
    "economist express fana fox globe guardian herald hill independent inquirer insider intercept journal kan "
    "magazine mail map metro mirror monitor nation network news observer paper people petra post press punch "
    "radio report reporter saba semana sky standard star sun telegraph tempo time times today trend vanguard "
    "vice week weekly wire world".split()
)
_MARKS = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00a0": " "})


class Register:
    """Outlets by name, alias or domain; letters are compared without case, and nothing is guessed."""

    def __init__(self, outlets: Iterable[Outlet]) -> None:
        self._outlets: list[Outlet] = []
        self._names: dict[str, Outlet] = {}
        self._domains: dict[str, Outlet] = {}
        for outlet in outlets:
            self._add(outlet)

    def _add(self, outlet: Outlet) -> None:
        if folded(outlet.name) in self._names:
            return
        self._outlets.append(outlet)
        for name in (outlet.name, *outlet.aliases):
            self._names.setdefault(folded(name), outlet)
        for domain in outlet.domains:
            self._domains.setdefault(domain, outlet)

    @property
    def outlets(self) -> tuple[Outlet, ...]:
        """Every outlet, in the order of the files."""
        return tuple(self._outlets)

    def find(self, name: str) -> Outlet | None:
        """The outlet of exactly that name, alias, domain or address, if the register has it."""
        key = folded(name)
        bare = key.removeprefix("the ")
        if bare in _EVERYDAY and name.rsplit(maxsplit=1)[-1][:1].islower():
            return None
        return self._names.get(key) or self._names.get(bare) or self.of_address(name)

    def of_address(self, address: str) -> Outlet | None:
        """The outlet that owns the domain of an address, or of the domain above it."""
        if "." not in address or " " in address.strip():
            return None
        match = _HOST.match(address.strip())
        host = (match[1] or match[2] or "").lower().rstrip(".") if match else ""
        labels = host.split(".")
        for first in range(len(labels) - 1):
            found = self._domains.get(".".join(labels[first:]))
            if found is not None:
                return found
        return None


def folded(name: str) -> str:
    """A name made comparable: one Unicode form, no case, plain quotes and single spaces; letters stay as they are."""
    if not name.isascii():
        name = unicodedata.normalize("NFC", name).translate(_MARKS)
    return " ".join(name.casefold().split())


def shipped() -> Register:
    """The register that ships with Sayso."""
    folder = resources.files("sayso") / "data"
    outlets: list[Outlet] = []
    for file in SHIPPED:
        outlets += parsed((folder / file).read_text(encoding="utf-8"), file)
    return Register(outlets)


def load(paths: Sequence[Path]) -> Register:
    """The register of some files, the first winning; every complaint of all of them raises at once."""
    outlets: list[Outlet] = []
    complaints: list[str] = []
    for path in paths:
        try:
            outlets += parsed(path.read_text(encoding="utf-8-sig"), str(path))
        except BadBook as bad:
            complaints += bad.complaints
        except (OSError, UnicodeDecodeError) as error:
            complaints.append(f"{path}:1: The register cannot be read ({error}).")
    if complaints:
        raise BadBook(tuple(complaints))
    return Register(outlets)


def parsed(text: str, file: str) -> list[Outlet]:
    """The outlets of a register file; raises `BadBook` with every complaint, each with file and line."""
    reader = csv.reader(io.StringIO(text, newline=""))
    header = next(reader, [])
    if tuple(header) != COLUMNS:
        raise BadBook((f"{file}:1: The columns are not {','.join(COLUMNS)}.",))
    outlets: list[Outlet] = []
    complaints: list[str] = []
    names: dict[str, tuple[str, int]] = {}
    for row in reader:
        if not row or row[0].startswith("#"):
            continue
        found = _faults(row, names, reader.line_num)
        complaints += [f"{file}:{reader.line_num}: {fault}" for fault in found]
        if not found:
            outlets.append(_outlet(row))
    if complaints:
        raise BadBook(tuple(complaints))
    return outlets


def _faults(row: list[str], names: dict[str, tuple[str, int]], line: int) -> list[str]:
    """What is wrong with a row, a sentence each."""
    if len(row) != len(COLUMNS):
        return [f"The row has {len(row)} columns, not {len(COLUMNS)}."]
    faults = [] if row[0].strip() else ["The outlet has no name."]
    if row[2] and not _COUNTRY.fullmatch(row[2]):
        faults.append(f'"{row[2]}" is no two-letter country code.')
    if row[4] not in _CONTROLS:
        faults.append(f'"{row[4]}" is no kind of control; it is one of {", ".join(_CONTROLS)}.')
    if row[5] not in ("yes", ""):
        faults.append(f'agency is "yes" or empty, not "{row[5]}".')
    faults += [f'"{domain}" is no domain.' for domain in _listed(row[6]) if not _DOMAIN.fullmatch(domain)]
    for name in (row[0], *_listed(row[1])):
        other, where = names.setdefault(folded(name), (row[0], line))
        if other != row[0] or (name == row[0] and where != line):
            faults.append(f'"{name}" is also a name of {other} in line {where}.')
    return faults


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(part for part in (part.strip() for part in cell.split("|")) if part) if cell else ()


def _outlet(row: list[str]) -> Outlet:
    name, aliases, country, owner, control, agency, domains, interest, source, camp = row
    return Outlet(
        name, _listed(aliases), country or None, owner or None, _CONTROLS[control], agency == "yes", _listed(domains),
        interest, source, None, camp or None,
    )  # fmt: skip
