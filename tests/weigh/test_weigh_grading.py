"""The grade's sentence says no more than the sides that are known."""

from __future__ import annotations

import pytest

from sayso.model.finding import MatterKind
from sayso.weigh.grading import Case, grade


@pytest.mark.parametrize(
    ("sides", "number", "words"),
    [
        ({"adversary"}, 2, "all adversary"),
        ({"adversary", "unknown"}, 2, "those of a known side all adversary"),
        ({"unknown"}, 2, "none of a known side"),
        ({"adversary", "own"}, 1, "on different sides (adversary, own)"),
    ],
)
def test_two_origins_are_called_by_the_sides_that_are_known(sides: set[str], number: int, words: str) -> None:
    case = Case(MatterKind.EVENT, 2, 2, 0, 0, frozenset(sides), own_admits=False, seen=False, contradictions=())
    found, why = grade(case)
    assert found == number
    assert f"origins, {words}" in why
