"""Trends: intervals hold the truth, gaps are no coverage, too little is not drawn."""

from __future__ import annotations

import numpy as np

from sayso.model.finding import Count, Matter, MatterKind
from sayso.model.slots import When
from sayso.model.trend import Coverage
from sayso.weigh.coverage import coverage, printed_of
from sayso.weigh.rates import rates
from sayso.weigh.trends import happened_of, trends

from link_making import report  # isort: skip


def matter(number: int, month: str) -> Matter:
    """An event matter of one month."""
    time = When(month, f"{month}-03", f"{month}-03", "day", "stated", month, 0, 1)
    return Matter(f"m{number}", MatterKind.EVENT, "desertion", None, None, time, (f"c{number}",), 1, 1,
                  Count(1, 1), Count(0, 0))  # fmt: skip


def covered(*outlets: int) -> list[Coverage]:
    """Months of 2020 with so many active outlets."""
    return [Coverage(f"2020-{n:02d}", number, number) for n, number in enumerate(outlets, 1)]


def test_intervals_hold_the_truth_as_often_as_they_say() -> None:
    rolled = np.random.default_rng(5)
    inside: list[bool] = []
    for _ in range(60):
        level = np.log(5.0) + np.cumsum(rolled.normal(0, 0.2, 24))
        true = np.exp(level)
        _, low, high = rates(rolled.poisson(true).astype(float), np.ones(24))
        inside += ((low <= true) & (true <= high)).tolist()
    assert 0.86 <= float(np.mean(inside)) <= 0.94


def test_below_eight_matters_in_four_months_no_trend_is_drawn() -> None:
    found = trends(happened_of(matter(n, f"2020-0{1 + n % 3}") for n in range(9)), covered(2, 2, 2))
    assert not found[0].drawn and "too few" in found[0].why
    assert [point.matters for point in found[0].points] == [3, 3, 3]
    assert [each.month for each in found[0].dated] == sorted(f"2020-0{1 + n % 3}" for n in range(9))


def test_matters_of_months_without_coverage_are_shown_and_count_for_no_trend() -> None:
    found = trends(happened_of([*(matter(n, f"2020-0{1 + n % 4}") for n in range(7)), matter(9, "1979-01")]),
                   covered(2, 2, 2, 2))  # fmt: skip
    assert not found[0].drawn
    assert found[0].points[0].period == "1979-01" and found[0].points[0].outlets == 0
    assert len(found[0].points) == 5


def test_a_month_without_outlets_is_no_coverage_and_not_zero() -> None:
    found = trends(happened_of(matter(n, f"2020-0{(1, 2, 4, 5)[n % 4]}") for n in range(12)), covered(2, 2, 0, 2, 2))
    gap = found[0].points[2]
    assert found[0].drawn
    assert (gap.outlets, gap.expected, gap.low, gap.high) == (0, None, None, None)


def test_twice_the_outlets_with_the_same_matters_is_no_rise() -> None:
    seen = np.array([4.0, 4.0, 4.0, 4.0, 8.0, 8.0, 8.0, 8.0])
    outlets = np.array([2.0, 2.0, 2.0, 2.0, 4.0, 4.0, 4.0, 4.0])
    expected, _, _ = rates(seen, outlets)
    each = expected / outlets
    assert float(each.max() / each.min()) < 1.2


def test_active_outlets_are_counted_month_by_month_with_gaps() -> None:
    reports = [report("One", day="2020-01-05"), report("One", "again", day="2020-01-09"),
               report("Two", day="2020-03-01"), report("Three", day=None)]  # fmt: skip
    assert [(c.period, c.outlets, c.reports) for c in coverage(printed_of(reports))] == [
        ("2020-01", 1, 2), ("2020-02", 0, 0), ("2020-03", 1, 1),
    ]  # fmt: skip
