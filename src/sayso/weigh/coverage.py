"""How much was being reported at all: the outlets that printed anything, period by period."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from sayso.model.report import Report, Status


@dataclass(frozen=True, slots=True)
class Coverage:
    """One month: the outlets that were active and the reports they printed; none is no coverage, not zero events."""

    period: str
    outlets: int
    reports: int


def month_of(day: str | None) -> str | None:
    """The "YYYY-MM" of an ISO day."""
    return day[:7] if day else None


def months(first: str, last: str) -> tuple[str, ...]:
    """Every month from one to another, both included."""
    start, end = (12 * int(m[:4]) + int(m[5:7]) - 1 for m in (first, last))
    return tuple(f"{at // 12:04d}-{at % 12 + 1:02d}" for at in range(start, end + 1))


def coverage(reports: Iterable[Report]) -> tuple[Coverage, ...]:
    """The active outlets of every month between the first and the last report dated to a month or better."""
    outlets: dict[str, set[str]] = defaultdict(set)
    printed: dict[str, int] = defaultdict(int)
    for report in reports:
        published = report.published
        month = month_of(published.earliest) if published else None
        if month is None or published is None or month_of(published.latest) != month or report.status is Status.FAILED:
            continue
        outlets[month].add(report.outlet or f"?{report.id}")
        printed[month] += 1
    if not printed:
        return ()
    return tuple(Coverage(m, len(outlets[m]), printed[m]) for m in months(min(printed), max(printed)))
