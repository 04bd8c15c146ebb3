"""What is stated and so is calibrated; what is stated and never so is off by as much as was stated."""

from __future__ import annotations

import pytest

from sayso.evaluate.calibration import calibration_figures, expected_error, reliability
from sayso.evaluate.figures import by_measure


def test_perfect_empty_and_wrong() -> None:
    assert expected_error(reliability([(1.0, True), (0.0, False)])) == 0
    assert expected_error(reliability([(1.0, False), (0.0, True)])) == 1
    assert expected_error(reliability([])) is None
    assert calibration_figures("ties", []) == []


def test_half_right_at_a_half_is_calibrated() -> None:
    (only,) = reliability([(0.5, True), (0.5, False)])
    assert (only.name, only.count, only.mean, only.right) == ("0.5 to 0.6", 2, 0.5, 1)
    assert expected_error((only,)) == 0


def test_the_error_is_weighed_by_how_much_was_stated() -> None:
    stated = [(0.9, True)] * 3 + [(0.2, True)]
    values = by_measure(calibration_figures("ties", stated))
    assert values["ties", "", "expected calibration error"] == pytest.approx((3 * 0.1 + 0.8) / 4)
    assert values["ties", "0.9 to 1.0", "is so"] == 1
