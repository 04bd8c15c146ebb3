"""Armed groups, from a CSV file: names, aliases, words for their people, leaders, opponents and backers."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from pathlib import Path

from sayso.model.books import Group
from sayso.model.errors import BadBook

COLUMNS = ("name", "kind", "aliases", "member_words", "leaders", "adversaries", "backers", "countries")
KINDS = ("non-state", "state")
#: Between the values of one cell; no name contains it.
SEPARATOR = "|"
_COUNTRY = re.compile(r"[A-Z]{2}")
#: One letter is an initial, never an alias.
_SHORTEST_ALIAS = 2

Row = tuple[int, dict[str, str]]


def load(path: Path) -> tuple[Group, ...]:
    """The groups of a CSV file in its order; raises `BadBook` with every complaint, each with file and line."""
    complaints: list[str] = []
    rows = _rows(path, complaints)
    for line, row in rows:
        complaints.extend(f"{path.name}:{line}: {why}" for why in _faults(row))
    complaints.extend(f"{path.name}:{line}: {why}" for line, why in _clashes(rows))
    if complaints:
        raise BadBook(tuple(complaints))
    return tuple(_group(row) for _, row in rows)


def merged(shipped: Iterable[Group], own: Iterable[Group]) -> tuple[Group, ...]:
    """The shipped groups with a user's own added; one of the same name replaces ours, and takes its aliases over."""
    own = tuple(own)
    taken = {name.casefold() for group in own for name in (group.name, *group.aliases)}
    kept = (_without(group, taken) for group in shipped if group.name.casefold() not in taken)
    return (*kept, *own)


def _without(group: Group, taken: set[str]) -> Group:
    aliases = tuple(alias for alias in group.aliases if alias.casefold() not in taken)
    return Group(
        group.name,
        aliases,
        group.member_words,
        group.leaders,
        group.adversaries,
        group.backers,
        group.countries,
        group.kind,
    )


def _rows(path: Path, complaints: list[str]) -> list[Row]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadBook((f"{path.name}:1: is not UTF-8 (byte {error.start})",)) from error
    except OSError as error:
        raise BadBook((f"{path.name}:1: cannot be read ({error.strerror})",)) from error
    reader = csv.reader(text.splitlines(keepends=True))
    header = [cell.strip() for cell in next(reader, [])]
    unknown = [cell for cell in header if cell not in COLUMNS]
    if "name" not in header or unknown or len(set(header)) != len(header):
        known = ", ".join(COLUMNS)
        raise BadBook((f"{path.name}:1: the first line must name the columns, of these: {known}",))
    return _body(path, reader, header, complaints)


def _body(path: Path, reader: Iterable[list[str]], header: list[str], complaints: list[str]) -> list[Row]:
    rows: list[Row] = []
    line = 1
    for cells in reader:
        first, line = line + 1, int(getattr(reader, "line_num", line + 1))
        if not any(cell.strip() for cell in cells) or cells[0].startswith("#"):
            continue
        if len(cells) != len(header):
            complaints.append(f"{path.name}:{first}: has {len(cells)} cells where the first line has {len(header)}")
            continue
        rows.append((first, dict(zip(header, (cell.strip() for cell in cells), strict=True))))
    return rows


def _values(row: dict[str, str], column: str) -> tuple[str, ...]:
    return tuple(value for part in row.get(column, "").split(SEPARATOR) if (value := part.strip()))


def _faults(row: dict[str, str]) -> list[str]:
    faults = [] if row["name"] else ["has no name"]
    if row.get("kind", KINDS[0]) not in KINDS:
        faults.append(f"kind is {row['kind']!r}, not one of {', '.join(KINDS)}")
    faults += [
        f"country {code!r} is no two-letter ISO 3166 code"
        for code in _values(row, "countries")
        if not _COUNTRY.fullmatch(code)
    ]
    faults += [f"alias {alias!r} is too short" for alias in _values(row, "aliases") if len(alias) < _SHORTEST_ALIAS]
    return faults


def _clashes(rows: list[Row]) -> list[tuple[int, str]]:
    """Names and aliases that two groups claim."""
    owners: dict[str, tuple[int, str]] = {}
    clashes: list[tuple[int, str]] = []
    for line, row in rows:
        for name in dict.fromkeys((row["name"], *_values(row, "aliases"))):
            first = owners.setdefault(name, (line, row["name"]))
            if first[0] != line:
                clashes.append((line, f"{name!r} is already a name of {first[1]!r} (line {first[0]})"))
    return clashes


def _group(row: dict[str, str]) -> Group:
    return Group(
        name=row["name"],
        aliases=tuple(alias for alias in _values(row, "aliases") if alias != row["name"]),
        member_words=_values(row, "member_words"),
        leaders=_values(row, "leaders"),
        adversaries=_values(row, "adversaries"),
        backers=_values(row, "backers"),
        countries=_values(row, "countries"),
        kind=row.get("kind") or KINDS[0],
    )
