"""Which outlets were printing when: without it, silence cannot be told from a lack of reports."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.tell.index import Row
from sayso.tell.periods import between, period


@dataclass(frozen=True, slots=True)
class Active:
    """The outlets with a report in a period; `perhaps` are further ones whose date is too vague to say."""

    period: str
    sure: int
    perhaps: int


def active_outlets(reports: Sequence[Row], unit: str, periods: Sequence[str]) -> tuple[Active, ...]:
    """How many outlets were active in each period."""
    sure: dict[str, set[str]] = {each: set() for each in periods}
    vague: dict[str, set[str]] = {each: set() for each in periods}
    for report in reports:
        first, last = report["published_earliest"], report["published_latest"]
        if not first or not last:
            continue
        outlet = report["outlet"] or f"?{report['id']}"
        if period(first[:7], unit) == period(last[:7], unit):
            sure.setdefault(period(first[:7], unit), set()).add(outlet)
        else:
            for each in between(first[:7], last[:7], unit):
                vague.setdefault(each, set()).add(outlet)
    return tuple(Active(each, len(sure[each]), len(vague[each] - sure[each])) for each in periods)
