"""An assessment's file checked against what it carries: everything is counted again, no stored flag is believed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jinja2 import UndefinedError

from sayso.tell.assessment import FORMATS, render, sealed
from sayso.tell.carried import carried
from sayso.tell.concluding import sentence_complaints
from sayso.tell.index import Index, Row, index
from sayso.tell.numbers import of_case
from sayso.tell.outlook import outlook_complaints
from sayso.tell.printer import printer
from sayso.tell.recount import (
    claim_complaints,
    matter_complaints,
    origin_complaints,
    passage_complaints,
    tie_complaints,
)
from sayso.tell.reprint import differing_lines, printed_numbers, printed_quotes
from sayso.tell.sheet import SHAPE

#: Of one kind of complaint so many are named before the rest is only counted.
_NAMED = 50

_TABLES = ("reports", "claims", "matters", "origins", "ties", "sources", "unread", "passages")


def verify_file(path: Path) -> tuple[str, ...]:
    """A sentence for each number, quote, count or hash of the file that does not hold; empty where all do."""
    suffix = path.suffix.lower()
    if suffix not in FORMATS:
        return (f"{path.name}: an assessment ends in {', '.join(FORMATS)}",)
    try:
        text = path.read_bytes().decode("utf-8")
        sheet = carried(text, suffix)
    except (OSError, ValueError) as error:
        return (f"{path.name}: it cannot be checked: {error}",)
    try:
        return tuple(_capped(_complaints(text, suffix, sheet)))
    except (KeyError, TypeError, AttributeError, IndexError, ValueError, UndefinedError) as error:
        return (f"{path.name}: its data is not as Sayso writes it: {type(error).__name__} at {error}",)


def _capped(groups: list[list[str]]) -> list[str]:
    found = []
    for group in groups:
        found += group[:_NAMED]
        if len(group) > _NAMED:
            found.append(f"and {len(group) - _NAMED:,} more of this kind")
    return found


def _complaints(text: str, suffix: str, sheet: Any) -> list[list[str]]:
    if not isinstance(sheet, dict) or sheet.get("shape") != SHAPE:
        return [["its data is of another shape than this version of Sayso checks"]]
    missing = [table for table in _TABLES if not isinstance(sheet.get(table), list)]
    if missing:
        return [[f"its data lacks {', '.join(missing)}"]]
    found = index(sheet)
    return [
        _seal(sheet),
        passage_complaints(found),
        claim_complaints(found),
        origin_complaints(found),
        tie_complaints(found),
        matter_complaints(found),
        outlook_complaints(found),
        sentence_complaints(found),
        _numbers(found),
        printed_numbers(text, found) if suffix == ".html" else [],
        printed_quotes(text, found) if suffix == ".html" else [],
        _reprinted(text, suffix, sheet),
    ]


def _seal(sheet: Row) -> list[str]:
    """The hash covers the whole sheet, whatever its numbers are; a later change shows even where all still fits."""
    rows = {key: value for key, value in sheet.items() if key != "sha256"}
    whole = sealed({key: value for key, value in rows.items() if key != "numbers"}, rows["numbers"])["sha256"]
    stated = sheet.get("sha256")
    return [] if stated == whole else [f"the hash of the data is {whole}, the file states {stated}"]


def _numbers(index: Index) -> list[str]:
    stated: dict[str, Any] = index.sheet["numbers"]
    counted = of_case(index)
    return [
        f"number {id}: the file states {stated.get(id)}, its data gives {counted.get(id)}"
        for id in sorted({*stated, *counted})
        if stated.get(id) != counted.get(id)
    ]


def _reprinted(text: str, suffix: str, sheet: Row) -> list[str]:
    """Lines that differ from what the data prints; another build of Sayso may print otherwise, so only our own."""
    if sheet["maker"].get("printer") != printer():
        return []
    return differing_lines(text, render(sheet, suffix))
