"""Trends, and what would fall without one origin, as rows of a sheet, as lines, and checked again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict

from sayso.model.change import Change, Standing
from sayso.model.picture import Picture
from sayso.model.trend import Point
from sayso.tell.coverage import active_by_month, events_by_month
from sayso.tell.findings import heading, origin_label
from sayso.tell.index import Index, Row
from sayso.tell.phrases import counted

#: So many origins are carried with what would change without them, and of each so many changes; `changed` has all.
ORIGINS, CHANGES = 1000, 50


def fall_rows(picture: Picture) -> list[Row]:
    """A row for each origin without which some matter would change, those on which most stand alone first."""
    return [
        {
            "origin": fall.origin,
            "falls": fall.falls,
            "changed": len(fall.changes),
            "changes": [_change(each) for each in sorted(fall.changes, key=_hardest)[:CHANGES]],
        }
        for fall in picture.falls[:ORIGINS]
    ]


def _hardest(change: Change) -> tuple[int, str]:
    return change.after.high, change.id


def _change(change: Change) -> Row:
    return {"matter": change.id, "before": _standing(change.before), "after": _standing(change.after)}


def _standing(standing: Standing) -> Row:
    return {
        "reports": standing.reports,
        "outlets": standing.outlets,
        "origins": {"low": standing.low, "high": standing.high},
        "credibility": standing.credibility,
    }


def trend_rows(picture: Picture) -> list[Row]:
    """A row for each indicator with event matters of known month."""
    return [
        {
            "indicator": trend.indicator,
            "drawn": trend.drawn,
            "why": trend.why,
            "points": [asdict(point) for point in trend.points],
            "dated": [[each.month, each.id] for each in trend.dated],
        }
        for trend in picture.trends
    ]


def expected(point: Row | Point) -> str:
    """What is to be expected of a month: "2.1 (0.9 to 4.0)", "no coverage", or "" where no trend is drawn."""
    row = point if isinstance(point, dict) else asdict(point)
    if not row["outlets"]:
        return "no coverage"
    if row["expected"] is None:
        return ""
    return f"{row['expected']:.1f} ({row['low']:.1f} to {row['high']:.1f})"


def numbers_said(row: Row) -> str:
    """The numbers of a matter in a few words."""
    low, high = row["origins"]["low"], row["origins"]["high"]
    ends = f"{low:,}" if low == high else f"{low:,} to {high:,}"
    grade = row["credibility"] if row["credibility"] is not None else "none"
    return (
        f"{counted(row['reports'], 'report')}, {counted(row['outlets'], 'outlet')}, origins {ends}, credibility {grade}"
    )


def falls_told(index: Index) -> list[tuple[Row, str, list[tuple[Row, str]]]]:
    """Each origin with its label and its changes, each with the heading of its matter."""
    found = []
    for row in index.sheet.get("falls", ()):
        changes = [(each, heading(index, index.matters[each["matter"]])) for each in row["changes"]]
        found.append((row, origin_label(index, row["origin"]), changes))
    return found


def few_by_date(index: Index) -> list[tuple[str, str, list[str], int]]:
    """The event matters of indicators without a trend, by month and indicator, with the outlets then active."""
    found = []
    for row in index.sheet.get("trends", ()):
        for point in row["points"]:
            ids = [id for month, id in row["dated"] if month == point["period"]]
            if ids:
                found.append((point["period"], row["indicator"], ids, point["outlets"]))
    return sorted(found)


def outlook_complaints(index: Index) -> list[str]:
    """Changes and trends of the file that its matters and reports do not give."""
    return [*_wrong_changes(index), *_wrong_points(index)]


def _wrong_changes(index: Index) -> Iterator[str]:
    for row in index.sheet.get("falls", ()):
        if row["origin"] not in index.origins:
            yield f"origin {row['origin']}: is left out, but not carried"
        for each in row["changes"]:
            matter = index.matters[each["matter"]]
            stands = {key: matter[key] for key in ("reports", "outlets", "credibility")}
            stands["origins"] = {key: matter["origins"][key] for key in ("low", "high")}
            if stands != each["before"]:
                yield f"matter {matter['id']}: without {row['origin']} it changes from other numbers than its own"


def _wrong_points(index: Index) -> Iterator[str]:
    events, active = events_by_month(index), active_by_month(index)
    for row in index.sheet.get("trends", ()):
        for point in row["points"]:
            month, of = point["period"], row["indicator"]
            again = len(events.get((of, month), ())), len(active.get(month, ()))
            if (point["matters"], point["outlets"]) != again:
                stated = f"{point['matters']} event matters and {point['outlets']} active outlets"
                yield f"trend of {of} in {month}: the file states {stated}, its data gives {again[0]} and {again[1]}"
