"""Which outlets were printing when: without it, silence cannot be told from a lack of reports."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.tell.index import Index, Row
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


def events_by_month(index: Index) -> dict[tuple[str, str], list[str]]:
    """The event matters that have an origin and lie in one month, by indicator and month."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for matter in index.sheet["matters"]:
        time = matter["time"] or {}
        first, last = (time.get("earliest") or "")[:7], (time.get("latest") or "")[:7]
        counts = matter["kind"] == "event" and matter["origins"]["high"] > 0 and time.get("basis") != "tense"
        if counts and first and first == last:
            found[matter["indicator"], first].append(matter["id"])
    return dict(found)


def active_by_month(index: Index) -> dict[str, list[str]]:
    """The outlets with a report dated to a month, by month; an unknown outlet is one of its own for each report."""
    found: dict[str, set[str]] = defaultdict(set)
    for report in index.sheet["reports"]:
        first, last = (report["published_earliest"] or "")[:7], (report["published_latest"] or "")[:7]
        if first and first == last and report["status"] != "failed":
            found[first].add(report["outlet"] or f"?{report['id']}")
    return {month: sorted(found[month]) for month in sorted(found)}
