"""How much was being reported at all: the outlets that printed anything, period by period."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from sayso.model.report import Report, Status
from sayso.model.trend import Coverage, Printed


def month_of(day: str | None) -> str | None:
    """The "YYYY-MM" of an ISO day."""
    return day[:7] if day else None


def months(first: str, last: str) -> tuple[str, ...]:
    """Every month from one to another, both included."""
    start, end = (12 * int(m[:4]) + int(m[5:7]) - 1 for m in (first, last))
    return tuple(f"{at // 12:04d}-{at % 12 + 1:02d}" for at in range(start, end + 1))


def coverage(printed: Iterable[Printed]) -> tuple[Coverage, ...]:
    """The active outlets of every month between the first and the last report dated to a month or better."""
    outlets: dict[str, set[str]] = defaultdict(set)
    reports: dict[str, int] = defaultdict(int)
    for each in printed:
        month = month_of(each.earliest)
        if month and month_of(each.latest) == month:
            outlets[month].add(each.outlet)
            reports[month] += 1
    if not reports:
        return ()
    return tuple(Coverage(m, len(outlets[m]), reports[m]) for m in months(min(reports), max(reports)))


def printed_of(reports: Iterable[Report]) -> list[Printed]:
    """The reports as coverage counts them; one of an unknown outlet is an outlet of its own, a failed one is none."""
    return [
        Printed(r.outlet or f"?{r.id}", r.published.earliest, r.published.latest)
        for r in reports
        if r.published and r.status is not Status.FAILED
    ]
