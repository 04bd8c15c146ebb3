"""What a case covers and what it does not: outlets, periods, languages, indicators that nothing was reported of."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from sayso.model.month import month_of
from sayso.tell.index import Index, Row, counts
from sayso.tell.periods import UNDATED, covering, period, unit_for

#: At most so many periods stand side by side on a page.
_COLUMNS = 12


@dataclass(frozen=True, slots=True)
class Scope:
    """Coverage of a case."""

    first: str | None
    last: str | None
    undated: int
    languages: tuple[tuple[str, int], ...]
    unread_languages: tuple[tuple[str, int], ...]
    unit: str
    periods: tuple[str, ...]
    table: tuple[tuple[Row, tuple[tuple[str, int], ...]], ...]  # indicator, (period, claims)
    silent: tuple[Row, ...]


def scope(index: Index) -> Scope:
    """The coverage of the case."""
    reports: list[Row] = index.sheet["reports"]
    firsts = sorted(report["published_earliest"] for report in reports if report["published_earliest"])
    lasts = sorted(report["published_latest"] for report in reports if report["published_latest"])
    claims = [claim for claim in index.sheet["claims"] if counts(claim)]
    months = {index.month(claim) for claim in claims}
    dated = {*months, *(month_of(report["published"]) for report in reports)}
    unit = unit_for(dated, _COLUMNS)
    periods = covering(dated, unit)
    read = Counter(report["language"] for report in reports if report["status"] == "read")
    unread = Counter(report["language"] for report in reports if report["status"] == "unsupported language")
    cells = Counter((claim["indicator"], period(index.month(claim), unit)) for claim in claims)
    columns = (*periods, *([UNDATED] if "" in months else []))
    reported = {code for code, _ in cells}
    order = [*index.indicators, *sorted(reported - set(index.indicators))]
    rows = [index.indicators.get(code, {"code": code, "name": code}) for code in order]
    return Scope(
        firsts[0] if firsts else None,
        lasts[-1] if lasts else None,
        sum(1 for report in reports if not report["published_earliest"]),
        tuple(sorted(read.items())),
        tuple(sorted(unread.items())),
        unit,
        columns,
        tuple((row, tuple((at, cells[row["code"], at]) for at in columns)) for row in rows if row["code"] in reported),
        tuple(row for row in rows if row["code"] not in reported),
    )
