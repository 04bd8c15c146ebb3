from __future__ import annotations

from pathlib import Path

import pytest
from codify_scoring import read, score

from sayso.books.codebook import load
from sayso.codify.coder import Coder

HERE = Path(__file__).parent
#: (file, recall, precision): what was measured last, less two points. Raise them when the codebook gets better.
FLOORS = (
    ("heldout.yaml", 0.95, 0.91),
    ("heldout_second.yaml", 0.87, 0.87),
    ("heldout_third.yaml", 0.64, 0.72),
)


@pytest.mark.parametrize(("name", "recall", "precision"), FLOORS)
def test_held_out_sentences_are_coded_as_well_as_before(name: str, recall: float, precision: float) -> None:
    result = score(Coder(load("cohesion")), read(HERE / name))
    report = f"recall {result.recall:.3f}, precision {result.precision:.3f}\n" + "\n".join(result.lines)
    assert result.recall >= recall, report
    assert result.precision >= precision, report
