"""`sayso evaluate`."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Annotated, Any

from cyclopts import Parameter

from sayso import api
from sayso.cli.options import Json
from sayso.cli.printing import print_lines
from sayso.evaluate.figures import Figure
from sayso.evaluate.measuring import GoldSet, Told, claim_figures, other_figures
from sayso.model.picture import Analysis
from sayso.model.report import Report
from sayso.model.telling import Attribution
from sayso.pipeline.wiring import Wired

SAMPLES = Path(api.__file__).parent / "data/samples"


def evaluate(
    *,
    data: Annotated[
        Path | None,
        Parameter(
            help="A folder with polnear-dev/, gum/, re3d/, meantime/, newsquant.json, or gold (gold.jsonl, reports/)."
        ),
    ] = None,
    json: Json = False,
) -> int:
    """How accurate Sayso is, measured on the shipped samples and on what stands in a folder."""
    figures = measured(data)
    if json:
        print_lines([figure.row() for figure in figures])
        return 0
    for figure in figures:
        share = f"  ({figure.right} of {figure.of})" if figure.right is not None else ""
        print(f"{figure.set:16} {figure.part:16} {figure.measure:24} {figure.value:6.3f}{share}")
    return 0


def measured(data: Path | None, more: Sequence[GoldSet] = ()) -> list[Figure]:
    """All figures: gold sets first, then what others marked."""
    sets = [*more, GoldSet("samples", SAMPLES / "truth.jsonl", SAMPLES / "reports")]
    if data is not None:
        golds = sorted(data.glob("*/gold.jsonl"))
        sets += [GoldSet(gold.parent.name, gold, gold.parent / "reports") for gold in golds]
    figures = [figure for gold in sets for figure in claim_figures(gold, read_claims)]
    if data is None:
        return figures
    wired = shipped()
    return figures + other_figures(data, attributions_of(wired), wired.gazetteer)


def read_claims(reports: Path) -> list[dict[str, Any]]:
    """The claims of a folder of reports, with names, as a case of its own gives them."""
    with tempfile.TemporaryDirectory() as folder:
        case = api.new(Path(folder) / "case")
        case.add([reports])
        return list(case.claims(names=True))


def shipped() -> Wired:
    """The stages with the shipped codebook."""
    from sayso.books import codebook

    return Wired(codebook.SHIPPED / "cohesion.yaml", None)


def attributions_of(wired: Wired | None = None) -> Told:
    """A function that gives the attributions of a text."""
    from sayso.pipeline.analysing import tellings

    books = (wired or shipped()).books

    def told(text: str) -> Iterable[Attribution]:
        return tellings(Report("r0", "text", "", text), books)

    return told


def analyses_of(wired: Wired) -> Callable[[str], Analysis]:
    """A function that gives everything that is read in a text."""

    def analysed(text: str) -> Analysis:
        return wired.analyse(Report("r0", "text", "", text))

    return analysed
