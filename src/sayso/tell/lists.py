"""Lists on a terminal: reports, claims, matters, origins, ties and sources as tables of their rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from sayso.tell.index import who
from sayso.tell.phrases import clean, counted, date_words, value_of

Row = dict[str, Any]
Cell = Callable[[Row], str]


def table(kind: str, rows: Sequence[Row], console: Console, total: int | None = None) -> None:
    """Prints rows of the contract of one kind ("reports", "claims", …); says how many of `total` it shows."""
    columns = _COLUMNS[kind]
    shown = Table(box=None, pad_edge=False, header_style="dim", padding=(0, 2, 0, 0))
    for heading, cell, right in columns:
        wide = heading in _WIDE
        whole = max((len(word) for row in rows for word in _words(heading, cell, row)), default=0)
        shown.add_column(
            heading,
            justify="right" if right else "left",
            no_wrap=heading == "id",
            overflow="fold",
            ratio=_WIDE.get(heading),
            min_width=len("c0123456789abcdef") if heading == "id" else (12 if wide else whole or None),
        )
    for row in rows:
        shown.add_row(*(Text(clean(cell(row)), style="dim" if head == "id" else "") for head, cell, _ in columns))
    if rows:
        console.print(shown)
    whole = len(rows) if total is None else total
    told = counted(whole, kind[:-1], kind) if whole == len(rows) else f"{len(rows):,} of {whole:,} {kind} shown"
    console.print(Text(told, style="dim"))


#: Columns that take what room is left, by their share of it.
_WIDE = {"words": 3, "chain": 2, "about": 3, "why": 3, "title": 3, "interest": 2, "name": 1}


def _words(heading: str, cell: Cell, row: Row) -> list[str]:
    """The words of a cell that are not to be broken: the names of indicators, which are typed again."""
    return clean(cell(row)).split() if heading == "indicator" else []


def _text(key: str, missing: str = "·") -> Cell:
    return lambda row: str(row[key]) if row[key] not in (None, "") else missing


def _many(key: str) -> Cell:
    return lambda row: f"{len(row[key]):,}"


def _count(key: str) -> Cell:
    return lambda row: f"{row[key]:,}"


def _interval(key: str) -> Cell:
    def told(row: Row) -> str:
        low, high = row[key]["low"], row[key]["high"]
        return f"{low:,}" if low == high else f"{low:,}–{high:,}"

    return told


def _chain(row: Row) -> str:
    return " → ".join(who(hop) for hop in row["chain"])


def _how_sure(row: Row) -> str:
    return f"{row['certainty']}, negated" if row["negated"] else str(row["certainty"])


def _about(row: Row) -> str:
    actor = row["actor"]["name"] if row["actor"] else "nobody named"
    place = row["place"]["name"] if row["place"] else "no place"
    time = date_words(row["time"]["edtf"]) if row["time"] else "no time"
    values = "; ".join(value_of(v["low"], v["high"], v["unit"], v["measure"], v["of"]) for v in row["quantities"][:4])
    return " · ".join(part for part in (actor, place, time, values) if part)


def _target(row: Row) -> str:
    return str(row["to"] or f"{row['to_name']} (not in the case)")


_COLUMNS: dict[str, tuple[tuple[str, Cell, bool], ...]] = {
    "reports": (
        ("id", _text("id"), False),
        ("published", _text("published", "undated"), False),
        ("outlet", _text("outlet", "not known"), False),
        ("title", lambda row: str(row["title"] or row["path"]), False),
        ("status", lambda row: f"{row['status']}: {row['why']}" if row["why"] else str(row["status"]), False),
    ),
    "claims": (
        ("id", _text("id"), False),
        ("indicator", _text("indicator"), False),
        ("words", lambda row: f"“{row['quote']}”", False),
        ("chain", _chain, False),
        ("certainty", _how_sure, False),
    ),
    "matters": (
        ("id", _text("id"), False),
        ("indicator", lambda row: f"{row['indicator']} ({row['kind']})", False),
        ("about", _about, False),
        ("reports", _count("reports"), True),
        ("outlets", _count("outlets"), True),
        ("origins", _interval("origins"), True),
        ("against", _interval("against"), True),
    ),
    "origins": (
        ("id", _text("id"), False),
        ("name", lambda row: str(row["name"] or f"{row['kind']}, no name"), False),
        ("kind", _text("kind"), False),
        ("claims", _many("claims"), True),
        ("reports", _many("reports"), True),
        ("why", _text("why"), False),
    ),
    "ties": (
        ("id", _text("id"), False),
        ("type", lambda row: f"{row['type']}{'' if row['certain'] else ', not certain'}", False),
        ("from", _text("from"), False),
        ("to", _target, False),
        ("why", _text("why"), False),
    ),
    "sources": (
        ("name", _text("name"), False),
        ("kind", _text("kind"), False),
        ("country", _text("country"), False),
        ("control", _text("control"), False),
        ("interest", _text("interest"), False),
        ("reports", _count("reports"), True),
        ("claims", _count("claims"), True),
    ),
}
