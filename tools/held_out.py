"""The training text that no training sees, as marked passages; and what is stated as probable, with what is so.

The text and what reads its marks lie in training/, generated families of reports in benchmarks/: both outside the
package.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from sayso.books import tie_weights
from sayso.encode.labels import CODES
from sayso.evaluate.calibration import Stated
from sayso.evaluate.held import stated
from sayso.evaluate.marked import Passage, passage
from sayso.model.coding import Coding
from sayso.model.report import Report
from sayso.pipeline.analysing import trust_of, weighed
from sayso.pipeline.wiring import Wired

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "training"), str(ROOT / "benchmarks")]

import dataset  # noqa: E402  (it lies beside the training text, not in the package)
import marking  # noqa: E402

import fit_ties  # noqa: E402
from families import family  # noqa: E402

#: Families of the bank that no weight was fitted on, as fit_ties.py takes them.
FAMILIES, FIRST = 300, 50_000


def held_out() -> list[Passage]:
    """The held-out blocks of paragraphs, and of each indicator's sentences those that are held out."""
    found: list[Passage] = []
    for path in dataset.files():
        if path.parent.name == "indicators":
            found.extend(_examples(path))
        elif dataset.is_held_out(path):
            blocks = marking.blocks(path, frozenset(CODES))
            whole = marking.reports(blocks) if dataset.is_report(path) else blocks
            found.extend(passage(b.id, path.stem, b.text, b.marks) for b in whole)
    return found


def _examples(path: Path) -> Iterator[Passage]:
    for number, example in enumerate(marking.examples(path, frozenset(CODES))):
        if dataset.is_held_example(number):
            yield passage(f"{path.stem}-{number}", path.stem, example.text, example.marks, tells=False)


def probabilities(passages: Sequence[Passage], wired: Wired) -> dict[str, list[Stated]]:
    """Everything stated as probable on text that it was not fitted on, by what states it."""
    found = {"ties between claims": tie_probabilities()}
    if wired.books.reader is not None:
        found["claims"] = [each for one in passages for each in stated(one, codings(one.text, wired))]
    return found


def codings(text: str, wired: Wired) -> Iterator[tuple[Coding, float]]:
    """Every coding of a text that is weighed, with how likely right it is held to be."""
    trust = trust_of(wired.reader())
    found = weighed(Report("r0", "text", "", text), wired.books, wired.reader())
    yield from ((candidate.coding, trust.likely(candidate)) for candidate in found)


def tie_probabilities() -> list[Stated]:
    """The probability of each pair of claims that shares anything, and whether the two rest on one origin."""
    evidence, same = fit_ties.pairs(family(seed, "measuring") for seed in range(FIRST, FIRST + FAMILIES))
    weights: Any = np.array(tie_weights.load().values)
    likely = 1 / (1 + np.exp(-np.clip(evidence @ weights, -40, 40)))
    return [(float(p), bool(is_one)) for p, is_one in zip(likely, same, strict=True)]
