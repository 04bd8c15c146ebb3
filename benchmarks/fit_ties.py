"""Fits the weights of the evidence for ties on families of one bank, and says how they do on those of the other.

python benchmarks/fit_ties.py [--write]
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from families import Family, family
from sayso.books.tie_weights import common
from sayso.link.citing import shelf_of
from sayso.link.evidence import NAMES
from sayso.link.linking import case_facts, desk_of, told_by
from sayso.link.voices import Names
from sayso.link.wordties import evidenced
from sayso.model.binding import TieWeights
from sayso.model.books import Outlet

FILE = Path(__file__).parents[1] / "src/sayso/data/link/tie-weights.json"
FITTED_ON, HELD_OUT = 600, 600
RIDGE = 1.0

#: The families share no quotation within a claim's sentence, no second value and no misspelling, so these weights
#: cannot be fitted on them: each is possible alone, whoever is named as teller, and never certain alone.
SET_BY_HAND = {"quote": 3.0, "items": 9.3, "mistake": 9.3}


class Nobody:
    """A register without entries."""

    def find(self, name: str) -> Outlet | None:
        """No outlet is known."""
        return None


def pairs(families: Iterable[Family]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """The evidence for each pair of claims of two reports of a family, and whether they rest on one origin."""
    rows, labels = [], []
    flat = TieWeights(tuple(0.0 for _ in NAMES), 1.0, 1.0, "none", common())
    for each in families:
        told, shelf = told_by(each.claims), shelf_of(each.reports, Names(Nobody()))
        desk = desk_of(told, shelf, case_facts(told, shelf), flat)
        for one, other, found in evidenced([desk.wordings[claim.id] for claim in each.claims], desk):
            rows.append(found.features())
            labels.append(each.origin_of[one.claim] == each.origin_of[other.claim])
    return np.array(rows), np.array(labels, dtype=float)


def fitted(x: NDArray[np.float64], y: NDArray[np.float64]) -> NDArray[np.float64]:
    """Logistic weights by Newton steps with a ridge."""
    w = np.zeros(x.shape[1])
    for _ in range(60):
        p = 1 / (1 + np.exp(-x @ w))
        grad = x.T @ (y - p) - RIDGE * w
        hess = (x * (p * (1 - p))[:, None]).T @ x + RIDGE * np.eye(len(w))
        step = np.linalg.solve(hess, grad)
        w += step
        if np.abs(step).max() < 1e-9:
            break
    for name, value in SET_BY_HAND.items():
        w[NAMES.index(name)] = value
    return w


def told(w: NDArray[np.float64], x: NDArray[np.float64], y: NDArray[np.float64]) -> list[str]:
    """Precision and recall at a few thresholds."""
    p = 1 / (1 + np.exp(-x @ w))
    lines = []
    for cut in (0.1, 0.2, 0.3, 0.5, 0.9, 0.95, 0.99, 0.995):
        hit = p >= cut
        right = float(y[hit].mean()) if hit.any() else 1.0
        lines.append(
            f"p >= {cut}: {int(hit.sum())} pairs, precision {right:.4f}, recall {float(hit[y == 1].mean()):.3f}"
        )
    return lines


def main() -> None:
    """Fits, prints, and writes the weights where asked."""
    x, y = pairs(family(seed, "fitting") for seed in range(FITTED_ON))
    w = fitted(x, y)
    held_x, held_y = pairs(family(seed, "measuring") for seed in range(50_000, 50_000 + HELD_OUT))
    print(dict(zip(NAMES, w.round(3).tolist(), strict=True)))
    print(f"fitted on {len(y)} pairs, {int(y.sum())} of one origin", *told(w, x, y), sep="\n  ")
    print(f"held out {len(held_y)} pairs, {int(held_y.sum())} of one origin", *told(w, held_x, held_y), sep="\n  ")
    if "--write" in sys.argv:
        found = {
            "version": "2", "names": list(NAMES), "values": w.round(4).tolist(), "certain": 0.99, "possible": 0.3,
            "fit": f"logistic, ridge {RIDGE}, on {len(y)} pairs of {FITTED_ON} generated families (fit_ties.py)",
            "set_by_hand": SET_BY_HAND,
            "held_out": told(w, held_x, held_y),
        }  # fmt: skip
        FILE.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
