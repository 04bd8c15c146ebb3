"""The timeline with two clocks: when it is said to have happened, and when it was printed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from sayso.tell.coverage import Active, active_outlets
from sayso.tell.drawing import cut, day, element, together
from sayso.tell.findings import Finding, label
from sayso.tell.index import Index, Row
from sayso.tell.periods import between, unit_for
from sayso.tell.phrases import date_words

_WIDTH, _LABELS, _ROW, _HEAD = 1080.0, 330.0, 24.0, 76.0

#: So many findings are drawn; the table below the drawing has as many, and both say of how many.
ROWS = 40

#: How far a bar fades out where its end is open; it says nothing about how long.
_FADE = 110.0

#: So many periods at most are named along the top, and so many points one name takes.
_PERIODS, _WORD = 14, 38

#: A time further from all printing than the printing lasted, and than this, is drawn with an arrow at the edge.
_YEAR = 366


_STOPS = element("stop", class_="fade0", offset="0") + element("stop", class_="fade1", offset="1")


@dataclass(frozen=True, slots=True)
class Axis:
    """Days to points."""

    first: int
    last: int

    def at(self, day: int) -> float:
        """Where a day lies; days outside lie on the edge."""
        share = (min(max(day, self.first), self.last) - self.first) / max(1, self.last - self.first)
        return _LABELS + share * (_WIDTH - _LABELS - 12)


def timeline(index: Index, told: list[Finding]) -> Markup:
    """The timeline as inline SVG, or nothing where no date is known."""
    axis = _axis(index, told)
    if axis is None:
        return Markup("")
    rows = told
    height = _HEAD + _ROW * len(rows) + 12
    parts = [
        element("title", "Timeline: bars say when it happened, diamonds when it was printed; the table says the same."),
        element("defs", element("linearGradient", _STOPS, id="fade")),
        *_coverage(index, axis, height),
    ]
    actors = {(finding.matter["actor"] or {}).get("name") for finding in told}
    for at, finding in enumerate(rows):
        name = label(index, finding.matter, len(actors) > 1)
        if not finding.matter["place"]:
            name += f": {finding.words}"
        parts += _row(index, axis, finding, (name, _HEAD + _ROW * at))
    return element(
        "svg",
        together(parts),
        class_="timeline",
        viewBox=f"0 0 {_WIDTH:.0f} {height:.0f}",
        role="group",
        aria_label="Timeline",
    )


def _days(finding: Finding) -> tuple[int | None, int | None]:
    time = finding.matter["time"]
    return (day(time["earliest"]), day(time["latest"])) if time else (None, None)


def _axis(index: Index, told: list[Finding]) -> Axis | None:
    printed = [
        at
        for report in index.sheet["reports"]
        for key in ("earliest", "latest")
        if (at := day(report[f"published_{key}"]))
    ]
    happened = [at for finding in told for at in _days(finding) if at]
    known = printed or happened
    if not known:
        return None
    room = max(max(known) - min(known), _YEAR)
    first = max(min([*known, *happened]), min(known) - room)
    last = min(max([*known, *happened]), max(known) + room)
    margin = max(3, (last - first) // 40)
    return Axis(first - margin, last + margin)


def _coverage(index: Index, axis: Axis, height: float) -> list[Markup]:
    """Active outlets per period as bars; a period in which none can have been is grey from top to bottom."""
    ends = [date.fromordinal(at).isoformat()[:7] for at in (axis.first, axis.last)]
    unit = unit_for(ends, _PERIODS)
    active = active_outlets(index.sheet["reports"], unit, between(ends[0], ends[1], unit))
    most = max((each.sure + each.perhaps for each in active), default=0)
    parts = [element("text", "active outlets", class_="faint", x=8, y=44)]
    for each in active:
        first, last = _ends_of(each.period)
        left, right = axis.at(first), axis.at(last)
        parts.append(element("line", class_="grid", x1=left, x2=left, y1=20, y2=height - 8))
        if right - left > _WORD:
            parts.append(element("text", each.period, class_="tick middle", x=(left + right) / 2, y=14))
        parts += _active(each, left, right, most) if each.sure + each.perhaps else _gap(left, right, height)
    return parts


def _active(each: Active, left: float, right: float, most: int) -> list[Markup]:
    count = f"{each.sure:,}" + (f" to {each.sure + each.perhaps:,}" if each.perhaps else "")
    tall, wide = 24 / most, max(right - left - 2, 1.0)
    says = element("title", f"{each.period}: {count} active outlets")
    size = {"x": left + 1, "width": wide}
    above = element(
        "rect", class_="perhaps", y=50 - tall * (each.sure + each.perhaps), height=tall * each.perhaps, **size
    )
    bar = element("rect", says, class_="active", y=50 - tall * each.sure, height=tall * each.sure, **size)
    return [above, bar, element("text", count, class_="faint middle", x=(left + right) / 2, y=62)]


def _gap(left: float, right: float, height: float) -> list[Markup]:
    parts = [element("rect", class_="gap", x=left, y=22, width=right - left, height=height - 30)]
    if right - left > 2 * _WORD:
        parts.append(element("text", "no coverage", class_="faint middle", x=(left + right) / 2, y=46))
    return parts


def _ends_of(period: str) -> tuple[int, int]:
    """The first day of a month, quarter or year, and the first of the next."""
    year, _, part = period.partition("-")
    if part.startswith("Q"):
        month, long = int(part[1:]) * 3 - 2, 3
    else:
        month, long = (int(part), 1) if part else (1, 12)
    after = month + long
    end = date(int(year) + (after - 1) // 12, (after - 1) % 12 + 1, 1)
    return date(int(year), month, 1).toordinal(), end.toordinal()


def _row(index: Index, axis: Axis, finding: Finding, place: tuple[str, float]) -> list[Markup]:
    shown, top = place
    middle = top + _ROW / 2
    name = element("text", element("title", finding.heading) + cut(shown, 44), class_="name", x=8, y=middle + 4.5)
    parts = [
        element("line", class_="rule", x1=8, x2=_WIDTH - 8, y1=top + _ROW, y2=top + _ROW),
        element("a", name, href=f"#{finding.matter['id']}"),
        *_happened(axis, finding, middle),
    ]
    dates = {
        (r["published_earliest"], r["published_latest"])
        for c in finding.claims
        if (r := index.reports.get(c["report"]))
    }
    return parts + [mark for first, last in sorted(dates, key=str) for mark in _printed(axis, first, last, middle)]


def _happened(axis: Axis, finding: Finding, middle: float) -> list[Markup]:
    time: Row | None = finding.matter["time"]
    first, last = _days(finding)
    if time is None or (first is None and last is None):
        return [element("text", "no time stated", class_="faint", x=_LABELS + 4, y=middle + 4)]
    right = max(axis.at(last + 1), 0) if last else axis.at(axis.last)
    left = axis.at(first) if first else max(right - _FADE, axis.at(axis.first))
    if last is None and first is not None:
        right = min(left + _FADE, right)
    stated = first is not None and last is not None
    kind = "bar" if stated and time["basis"] != "tense" else ("bar open" if stated else "bar fades")
    turned = f"rotate(180 {left + (right - left) / 2:.1f} {middle:.1f})" if last is None else None
    says = element("title", f"happened: {date_words(time['edtf'])} ({time['basis']})")
    wide = max(right - left, 5.0)
    bar = element("rect", says, class_=kind, x=left, y=middle - 5, width=wide, height=10, rx=2, transform=turned)
    outside = (first is not None and first < axis.first) or (last is not None and last < axis.first)
    return [bar, element("text", "‹ earlier", class_="faint", x=left + 2, y=middle - 6)] if outside else [bar]


def _printed(axis: Axis, first: str | None, last: str | None, middle: float) -> list[Markup]:
    start, end = day(first), day(last)
    if start is None or end is None:
        return []
    says = element("title", f"printed: {first}" if first == last else f"printed: {first} to {last}")
    left, right = axis.at(start), axis.at(end)
    x = (left + right) / 2
    parts = [element("path", says, class_="printed", d=f"M{x:.1f} {middle - 6:.1f}l6 6l-6 6l-6 -6Z")]
    if right - left > 12:
        parts.append(element("line", class_="printed", x1=left, x2=right, y1=middle, y2=middle))
    return parts
