"""Writes docs/accuracy.md from the scorers in benchmarks/: `python tools/measure_accuracy.py [--data F] [--seeds F]`.

F holds what others wrote and we may only measure on; without it those lines are left out.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import sys
import tempfile
from pathlib import Path
from types import ModuleType
from typing import Any

import sayso

ROOT = Path(__file__).parents[1]
GOLD = ROOT / "tests/gold"
SAMPLES = ROOT / "src/sayso/data/samples"


def script(name: str) -> ModuleType:
    """One of the scripts in benchmarks/, as a module."""
    spec = importlib.util.spec_from_file_location(name, ROOT / "benchmarks" / f"{name}.py")
    if spec is None or spec.loader is None:
        raise SystemExit(f"benchmarks/{name}.py is missing")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def claims_figures(gold: Path, reports: Path) -> dict[str, tuple[int, int]]:
    """The figures of our claims on a folder of reports against its hand-made gold."""
    scorer = script("score_gold")
    with tempfile.TemporaryDirectory() as folder:
        case = sayso.new(Path(folder) / "case")
        case.add([reports])
        claims = [json.loads(json.dumps(row)) for row in case.claims(names=True)]
    lines = [line for line in scorer.rows_of(gold) if "chain" in line]
    texts: dict[str, str] = {}
    for path in {line["path"] for line in lines}:
        file = reports / path
        if file.suffix in {".txt", ".md"} and file.is_file():
            texts[path] = scorer.frozen_text(file)
    found: dict[str, tuple[int, int]] = scorer.figures(scorer.compare(lines, claims), texts)
    return found


def claims_table(sets: list[tuple[str, dict[str, tuple[int, int]]]]) -> list[str]:
    """A table of figures, a line a measure, a column a set."""
    head = "| measure | " + " | ".join(name for name, _ in sets) + " |"
    lines = [head, "| --- |" + " --- |" * len(sets)]
    for measure in sets[0][1]:
        cells = []
        for _, found in sets:
            right, of = found[measure]
            cells.append(f"{right / of:.2f} ({right} of {of})" if of else "–")
        lines.append(f"| {measure} | " + " | ".join(cells) + " |")
    return lines


def spans_table(folder: Path) -> list[str]:
    """Exact spans of source, cue and content over every sentence of a folder of brat files."""
    brat: Any = script("attributions_brat")
    brat.LEXICON, brat.REGISTER = brat.lexicon_of(brat.words.load()), brat.register.shipped()
    gold: set[Any] = set()
    ours: set[Any] = set()
    for path in sorted(folder.glob("*.ann")):
        gold |= brat.gold_of(path)
        ours |= brat.ours_of(path)
    lines = ["| role | precision | recall | F1 |", "| --- | --- | --- | --- |"]
    for role in brat.ROLES:
        wanted, got = {s for s in gold if s[1] == role}, {s for s in ours if s[1] == role}
        precision, recall = len(wanted & got) / max(1, len(got)), len(wanted & got) / max(1, len(wanted))
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        lines.append(f"| {role.lower()} | {precision:.3f} | {recall:.3f} | {f1:.3f} |")
    return lines


def page(data: Path | None, seeds: Path | None) -> str:
    """The whole page."""
    sets = []
    if seeds is not None and seeds.is_dir():
        sets.append(("five real reports", claims_figures(GOLD / "seeds.jsonl", seeds)))
    sets.append(("other groups", claims_figures(GOLD / "other_groups/gold.jsonl", GOLD / "other_groups/reports")))
    sets.append(("samples", claims_figures(SAMPLES / "truth.jsonl", SAMPLES / "reports")))
    lines = [
        "# Accuracy",
        "",
        "Made by `python tools/measure_accuracy.py`. Read it before you trust a number: what Sayso misses, no count shows.",
        "",
        "## Claims",
        "",
        "Hand-made gold: five real reports of 2015 to 2017 on one group (they steered the work, so the figures flatter);",
        "twelve invented reports about other kinds of armed groups; the shipped samples. A claim is found when the",
        "indicator is the same and the spans overlap by half the shorter one. All else is counted over the claims found.",
        "",
        *claims_table(sets),
        "",
    ]
    if data is not None:
        lines += [
            "## Who says what: exact spans",
            "",
            "PolNeAR, development split, every sentence (US political news; measured, never trained on).",
            "",
            *spans_table(data / "polnear-dev"),
            "",
            *numbers(data),
        ]
    lines += [
        "## Where it fails",
        "",
        "- Wording that no pattern of the codebook foresees is missed; oblique and elliptic statements most of all.",
        "- Tellings without a verb or noun of telling (a plan, support, criticism) are not heard.",
        "- A pronoun that takes up somebody who has not spoken yet is often left unresolved.",
        "- Claims keep the place and time of their own sentence; what an earlier sentence set is not carried on.",
        "- English only.",
        "",
    ]
    return "\n".join(lines)


def numbers(data: Path) -> list[str]:
    """Quantities and dates on what others marked."""
    quantities, dates = script("quantities_newsquant"), script("dates_meantime")
    rows = json.loads((data / "newsquant.json").read_text("utf-8"))
    counted = quantities.line("quantities", quantities.scored(rows)["value"])
    documents = [dates.read(path) for path in sorted((data / "meantime").rglob("*.xml"))]
    dated = dates._scores(documents, [dates._ours(document) for document in documents])
    return [
        "## Numbers and dates",
        "",
        "Values on 590 news sentences with 904 quantities, and on the dates of 120 Wikinews documents (per cent).",
        "",
        "```",
        counted,
        f"dates              {dated}",
        "```",
        "",
    ]


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path)
    parser.add_argument("--seeds", type=Path)
    given = parser.parse_args()
    (ROOT / "docs/accuracy.md").write_text(page(given.data, given.seeds), "utf-8")
