"""Fits how far codings are trusted, on whole reports: those of the training text that are held out, and gold."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from dataset import files, is_held_out, is_report
from marking import Block, blocks, reports
from scipy.optimize import minimize

from sayso.codify.model_codes import EVIDENCE, Trust
from sayso.encode.labels import CODES
from sayso.encode.reader import Reader
from sayso.model.coding import Coding
from sayso.model.report import Report
from sayso.model.span import Span
from sayso.pipeline.analysing import weighed
from sayso.pipeline.wiring import Wired

ROOT = Path(__file__).parent.parent
COHESION = ROOT / "src/sayso/data/codebooks/cohesion.yaml"
#: Reports coded by hand that steer the work anyway (tests/gold/README.md).
GOLD = ("other_groups", "second_groups/worked", "third_groups/worked")
#: How likely right a coding must be that only the model states, and one that a pattern finds. Chosen on whole reports
#: coded by hand (tests/gold, without the half held out, and the five real ones): fitted on these alone, F1 would drop
#: more of what patterns find; the real reports lose by it, the others hardly gain.
ALONE, LEAST = 0.45, 0.2


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole report with the codes of its spans; `free` ones may be found or not."""

    report: Report
    marked: tuple[tuple[str, Span], ...]
    free: tuple[tuple[str, Span], ...] = ()


def wholes(text: Path) -> list[Whole]:
    """Every whole report that trust is fitted on."""
    found = []
    for path in files(text):
        if is_report(path) and is_held_out(path):
            found += [_marked(report) for report in reports(blocks(path, frozenset(CODES)))]
    wired = Wired(COHESION, None)
    for name in GOLD:
        folder = ROOT / "tests/gold" / name
        lines = [json.loads(line) for line in (folder / "gold.jsonl").read_text("utf-8").splitlines()]
        for item in wired.listing([folder / "reports"], None):
            value = wired.take(item).value  # type: ignore[arg-type]
            if isinstance(value, Report):
                found.append(_coded(value, [line for line in lines if line["path"] == value.path]))
    return found


def _marked(block: Block) -> Whole:
    marked = tuple((m.code, Span(m.start, m.end)) for m in block.marks if m.what == "code")
    return Whole(Report(block.id, block.id, "", block.text), marked)


def _coded(report: Report, lines: Sequence[dict[str, Any]]) -> Whole:
    marked, free = [], []
    for line in lines:
        (free if line.get("optional") or line.get("headline") else marked).append(
            (str(line["indicator"]), Span(line["start"], line["end"]))
        )
    return Whole(report, tuple(marked), tuple(free))


def fitted(reader: Reader, text: Path, tried: Sequence[str]) -> dict[str, Any]:
    """The settings of trust, and what is reached with them where they were fitted."""
    wired = Wired(COHESION, None)
    found = [(whole, weighed(whole.report, wired.books, reader)) for whole in wholes(text)]
    rows = [(c.evidence, _is_right(c.coding, (*whole.marked, *whole.free))) for whole, each in found for c in each]
    x, y = np.array([row for row, _ in rows]), np.where([right for _, right in rows], 1.0, -1.0)
    fit = minimize(lambda w: np.logaddexp(0, -y * (x @ w)).sum() + 0.5 * (w[:-1] ** 2).sum(), np.zeros(len(EVIDENCE)))
    weights = [round(float(value), 3) for value in fit.x]
    trust = Trust(tuple(weights), ALONE, LEAST, frozenset(tried))
    counts = [_counts(whole, [c.coding for c in each if trust.keeps(c)]) for whole, each in found]
    return {
        "settings": {"evidence": weights, "alone": ALONE, "least": LEAST, "tried": list(tried)},
        "counts": tuple(sum(each[n] for each in counts) for n in range(3)),
    }


def _is_right(coding: Coding, marked: Sequence[tuple[str, Span]]) -> bool:
    return any(code == coding.indicator and half(coding.span, span) for code, span in marked)


def half(one: Span, two: Span) -> bool:
    """Whether two spans share half of the shorter one."""
    return 2 * one.overlap(two) >= min(len(one), len(two))


def _counts(whole: Whole, codings: Sequence[Coding]) -> tuple[int, int, int]:
    """How many codings are right, ours and marked, one to one; what may be found or not does not count."""
    left, ours, right = list(whole.marked), 0, 0
    for coding in codings:
        fits = [each for each in left if _is_right(coding, [each])]
        if fits:
            left.remove(fits[0])
            right += 1
        ours += bool(fits) or not _is_right(coding, whole.free)
    return right, ours, len(whole.marked)
