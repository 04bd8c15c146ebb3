"""A new indicator by ten examples: each indicator of `cohesion` in turn is taken for one that no model was trained on.

Ten of its sentences and ten near misses serve as examples; its other sentences, its other near misses and the sentences
of all other indicators are tried. Prints precision and recall at several levels; `by_example.ENOUGH` is the best one.
The vectors are those of the trained reader, which saw these sentences with their codes: a new indicator fares worse.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from sayso.codify.by_example import Likeness, Vectors
from sayso.encode.reader import Reader

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "training"))
from marking import Example, examples  # noqa: E402

LEVELS = tuple(round(0.1 + 0.02 * step, 2) for step in range(20))
_TEN = 10


def main() -> int:
    """Prints a line for each level."""
    read = [e for path in sorted((ROOT / "training/indicators").glob("*.txt")) for e in examples(path)]
    vectors = Reader(ROOT / "src/sayso/data/weights").vectors_of([example.text for example in read])
    counts = np.zeros((len(LEVELS), 3), int)
    for code in sorted({example.code for example in read}):
        counts += _counts(code, read, vectors)
    for level, (right, ours, gold) in zip(LEVELS, counts, strict=True):
        precision, recall = right / max(1, ours), right / max(1, gold)
        f1 = 2 * right / max(1, ours + gold)
        print(f"level {level:.2f}: precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f} ({gold} marked)")
    return 0


def _counts(code: str, read: Sequence[Example], vectors: Vectors) -> np.ndarray[tuple[int, int], np.dtype[np.int_]]:
    """For each level how many proposals are right, how many there are, and how many are marked."""
    chance = random.Random(code)
    fits = [n for n, example in enumerate(read) if example.code == code and example.fits]
    misses = [n for n, example in enumerate(read) if example.code == code and not example.fits]
    chance.shuffle(fits)
    chance.shuffle(misses)
    likeness = Likeness(code, "event", vectors[fits[:_TEN]], vectors[misses[:_TEN]])
    others = [n for n, example in enumerate(read) if example.code != code and example.fits]
    tried = [*fits[_TEN:], *misses[_TEN:], *others]
    scores = likeness.of(vectors[tried])
    right = np.arange(len(tried)) < len(fits) - _TEN
    return np.array([[int((right & (scores >= v)).sum()), int((scores >= v).sum()), int(right.sum())] for v in LEVELS])


if __name__ == "__main__":
    sys.exit(main())
