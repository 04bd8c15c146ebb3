"""The figures as Markdown."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.evaluate.figures import Figure

#: Of sets with many parts only so many are shown, the weakest by F1; the rest stands in the JSON lines.
_SHOWN = 10
_MANY = 20


def page(figures: Sequence[Figure]) -> str:
    """A section a set: a table of measures, or one with a line for each part of the set."""
    lines: list[str] = []
    for name in dict.fromkeys(figure.set for figure in figures):
        here = [figure for figure in figures if figure.set == name]
        lines += [f"## {name}", ""]
        parts = [figure for figure in here if figure.part]
        whole = [figure for figure in here if not figure.part]
        lines += [*_by_part(parts), ""] if parts else []
        lines += [*_plain(whole), ""] if whole else []
    return "\n".join(lines).rstrip()


def _plain(figures: Sequence[Figure]) -> list[str]:
    rows = [f"| {each.measure} | {each.value:.3f} | {_counted(each)} |" for each in figures]
    return ["| measure | value | |", "| --- | --- | --- |", *rows]


def _by_part(figures: Sequence[Figure]) -> list[str]:
    """A line for each part, a column for each measure."""
    measures = list(dict.fromkeys(figure.measure for figure in figures))
    parts = list(dict.fromkeys(figure.part for figure in figures))
    at = {(figure.part, figure.measure): figure for figure in figures}
    said: list[str] = []
    if len(parts) > _MANY:
        weakest = sorted(parts, key=lambda p: (at[p, "f1"].value if (p, "f1") in at else 0.0, p))[:_SHOWN]
        said = [f"The {_SHOWN} weakest of {len(parts)} by F1; `--json` gives all.", ""]
        parts = weakest
    head = ["| | " + " | ".join(measures) + " |", "| --- |" + " --- |" * len(measures)]
    return [*said, *head, *(f"| {p} | " + " | ".join(_cell(at.get((p, m))) for m in measures) + " |" for p in parts)]


def _cell(figure: Figure | None) -> str:
    if figure is None:
        return "–"
    return f"{figure.value:.3f}" + (f" ({_counted(figure)})" if figure.right is not None else "")


def _counted(figure: Figure) -> str:
    if figure.of is None:
        return ""
    return f"{figure.right} of {figure.of}" if figure.right is not None else f"over {figure.of}"
