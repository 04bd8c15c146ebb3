"""Everything that is measured, as one table of figures, and the page made from it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sayso.evaluate import claims as claim_scores
from sayso.evaluate import dates, quantities, spans
from sayso.model.telling import Attribution

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured value, between 0 and 1, of one measure on one set; `right` of `of` where it is a share."""

    set: str
    measure: str
    value: float
    right: int | None = None
    of: int | None = None

    def row(self) -> Row:
        """The figure as a JSON line prints it."""
        return {
            "set": self.set,
            "measure": self.measure,
            "value": round(self.value, 4),
            "right": self.right,
            "of": self.of,
        }


@dataclass(frozen=True, slots=True)
class GoldSet:
    """A folder of reports with its hand-made gold."""

    name: str
    gold: Path
    reports: Path


def claim_figures(gold: GoldSet, read: Callable[[Path], Sequence[Row]]) -> list[Figure]:
    """The figures of our claims on a gold set; `read` gives the claims of a folder of reports, with names."""
    lines = [line for line in claim_scores.rows_of(gold.gold) if "chain" in line]
    texts = {}
    for path in sorted({line["path"] for line in lines}):
        file = gold.reports / path
        if file.suffix in {".txt", ".md"} and file.is_file():
            texts[path] = claim_scores.frozen_text(file)
    found = claim_scores.figures(claim_scores.compare(lines, list(read(gold.reports))), texts)
    return [Figure(gold.name, name, right / of if of else 1.0, right, of) for name, (right, of) in found.items()]


def other_figures(data: Path, told: Callable[[str], Iterable[Attribution]]) -> list[Figure]:
    """The figures on what others marked, for whatever of it stands in the folder."""
    found: list[Figure] = []
    if (data / "polnear-dev").is_dir():
        for role, values in spans.folder_scores(data / "polnear-dev", told).items():
            found += [Figure("polnear-dev", f"{role} {name}", value) for name, value in values.items()]
    if (data / "newsquant.json").is_file():
        rows = json.loads((data / "newsquant.json").read_text("utf-8"))
        for name, counts in quantities.scored(rows).items():
            found.append(_f1("newsquant", f"{name} f1", counts))
    if (data / "meantime").is_dir():
        documents = [dates.read(path) for path in sorted((data / "meantime").rglob("*.xml"))]
        found.append(_f1("meantime", "date value f1", dates.counts(documents, [dates.ours(d) for d in documents])))
    return found


def _f1(name: str, measure: str, counts: tuple[int, int, int]) -> Figure:
    right, given, gold = counts
    return Figure(name, measure, 2 * right / max(1, given + gold), right, gold)


def page(figures: Sequence[Figure]) -> str:
    """The figures as Markdown tables, a section a set."""
    lines: list[str] = []
    for name in dict.fromkeys(figure.set for figure in figures):
        lines += [f"## {name}", "", "| measure | value | |", "| --- | --- | --- |"]
        for figure in figures:
            if figure.set == name:
                share = f"{figure.right} of {figure.of}" if figure.of is not None else ""
                lines.append(f"| {figure.measure} | {figure.value:.3f} | {share} |")
        lines.append("")
    return "\n".join(lines).rstrip()
