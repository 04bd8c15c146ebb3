"""The summary of a case on a terminal: what an analyst wants to see first."""

from __future__ import annotations

from collections import Counter

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from sayso.model.finding import Matter
from sayso.model.month import only_year
from sayso.model.picture import Summary
from sayso.model.trend import Trend
from sayso.tell.outlook import expected
from sayso.tell.periods import UNDATED, covering, period, unit_for
from sayso.tell.phrases import actor_of, clean, counted, interval, place_of, time_of

#: How many lines of outlets, contradictions and unread files are shown before the rest is only counted.
_SHOWN = 8

#: How many months of a trend are shown, the latest.
_MONTHS = 12

#: How many event matters are listed by date where there are too few for a trend.
_DATED = 24

#: Columns that the longest name of an indicator, "earlier", "undated" and "all" take.
_FIXED_WIDTH = 44

#: Columns that a period takes with the room beside it: "2016-09", "2016-Q3", "2016".
_PERIOD_WIDTH = {"month": 9, "quarter": 9, "year": 6}

_STATUS_WORDS = {
    "read": "read",
    "unsupported language": "kept, in a language not read",
    "failed": "failed",
    "duplicate": "duplicates",
}


def show(summary: Summary, console: Console) -> None:
    """Prints the summary; every number stands beside the id that `sayso explain` takes."""
    title = Text(clean(summary.name), style="bold")
    title.append(f"  {clean(summary.codebook.title)} {clean(summary.codebook.version)}", style="dim")
    console.print(title)
    _coverage(summary, console)
    _by_time(summary, console)
    _trends(summary.trends, console)
    _matters(summary.matters, summary.matters_total, console)
    _contradictions(summary, console)
    _unread(summary, console)


def _head(words: str, note: str, console: Console) -> None:
    console.print()
    console.print(Text(words, style="bold"))
    if note:
        console.print(Text(note, style="dim"))


def _coverage(summary: Summary, console: Console) -> None:
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column(justify="right", no_wrap=True)
    table.add_column()
    table.add_column(style="dim", no_wrap=True)
    for status, count in summary.by_status:
        words = f"{_noun(count, 'report')} read" if status == "read" else _STATUS_WORDS.get(status, status)
        if status == "unsupported language" and summary.unsupported:
            words += f": {_some(summary.unsupported)}"
        table.add_row(f"{count:,}", Text(words), f"n:reports:{status.replace(' ', '-')}")
    if summary.unread:
        table.add_row(f"{len(summary.unread):,}", "could not be read", "n:unread")
    named = [f"{clean(name)} {count:,}" for name, count in summary.outlets]
    outlets = _noun(len(named), "outlet") + (f": {_some(tuple(named))}" if named else "")
    table.add_row(f"{len(named):,}", Text(outlets), "n:outlets")
    nameless = sum(count for _, count in summary.by_status) - sum(count for _, count in summary.outlets)
    if nameless:
        table.add_row(f"{nameless:,}", f"{_noun(nameless, 'report')} whose outlet is not known", "n:reports:no-outlet")
    accepted = f", {summary.accepted:,} of them accepted by a person" if summary.claims else ""
    table.add_row(f"{summary.claims:,}", _noun(summary.claims, "claim") + accepted, "n:claims")
    for noun, count in (
        ("matter", summary.matters_total),
        ("origin", summary.origins_total),
        ("contradiction", summary.contradictions_total),
    ):
        table.add_row(f"{count:,}", _noun(count, noun), f"n:{noun}s")
    console.print(Padding(table, (0, 0, 0, 1)))
    console.print(Text(" More reports are not more events.", style="italic"))


def _noun(count: int, noun: str) -> str:
    return noun if count == 1 else f"{noun}s"


def _some(words: tuple[str, ...]) -> str:
    shown = ", ".join(clean(each) for each in words[:_SHOWN])
    return shown if len(words) <= _SHOWN else f"{shown} … {_SHOWN} of {len(words):,} shown"


def _by_time(summary: Summary, console: Console) -> None:
    months = {month for _, month, _ in summary.by_month}
    unit = unit_for(months, max(2, (console.width - _FIXED_WIDTH) // _PERIOD_WIDTH["month"]))
    columns = list(covering(months, unit))
    room = max(2, (console.width - _FIXED_WIDTH) // _PERIOD_WIDTH[unit])
    earlier = columns[:-room]
    columns = columns[-room:]
    cells: Counter[tuple[str, str]] = Counter()
    for indicator, month, count in summary.by_month:
        cells[indicator, period(month, unit)] += count
    _head(
        f"Claims by {unit}",
        "By time of happening, else of publication. The id of a cell is n:claims:INDICATOR:PERIOD."
        + (" XX: known to the year alone." if any(only_year(each) for each in columns) else ""),
        console,
    )
    if earlier:
        console.print(Text(f"{len(columns):,} of {len(columns) + len(earlier):,} periods shown", style="dim"))
    reported = [each.code for each in summary.codebook.indicators if any(code == each.code for code, _ in cells)]
    reported += sorted({code for code, _ in cells} - set(reported))
    if reported:
        console.print(_time_table(reported, [*(["earlier"] if earlier else []), *columns], cells, set(earlier)))
    silent = [each.code for each in summary.codebook.indicators if each.code not in reported]
    if silent:
        console.print(Text("Not reported: " + ", ".join(silent), style="dim"))


def _time_table(codes: list[str], columns: list[str], cells: Counter[tuple[str, str]], earlier: set[str]) -> Table:
    undated = any(period == UNDATED for _, period in cells)
    table = Table(box=None, pad_edge=False, header_style="dim", padding=(0, 2, 0, 0))
    table.add_column("indicator", no_wrap=True)
    for column in [*columns, *([UNDATED] if undated else []), "all"]:
        table.add_column(column, justify="right", no_wrap=True)
    for code in codes:
        counts = [
            sum(cells[code, each] for each in earlier) if column == "earlier" else cells[code, column]
            for column in columns
        ]
        if undated:
            counts.append(cells[code, UNDATED])
        total = sum(count for (found, _), count in cells.items() if found == code)
        table.add_row(code, *(Text(f"{n:,}") if n else Text("·", style="dim") for n in counts), f"{total:,}")
    return table


def _trends(trends: tuple[Trend, ...], console: Console) -> None:
    """Event matters by month with the outlets that were active; too few for a trend are listed by date."""
    if not trends:
        return
    _head(
        "Event matters by month",
        "Expected with its 90 % credible interval, for as many outlets as were active. A month without an active "
        "outlet is no coverage, not zero. The ids are n:events:INDICATOR:MONTH and n:active:MONTH.",
        console,
    )
    for trend in trends:
        if trend.drawn:
            console.print(Text(trend.indicator, style="bold").append(f"  {trend.why}", style="not bold dim"))
            console.print(_trend_table(trend))
    few = [trend for trend in trends if not trend.drawn]
    if few:
        total = sum(len(trend.dated) for trend in few)
        note = f"{min(total, _DATED):,} of {total:,} shown"
        console.print(Text("Too few for a trend, by date", style="bold").append(f"  {note}", style="not bold dim"))
        console.print(_dated(few))


def _trend_table(trend: Trend) -> Table:
    table = Table(box=None, pad_edge=False, header_style="dim", padding=(0, 2, 0, 1))
    for words in ("month", "matters", "outlets", "expected"):
        table.add_column(words, justify="left" if words == "month" else "right", no_wrap=True)
    if len(trend.points) > _MONTHS:
        table.title = f"the last {_MONTHS} of {len(trend.points):,} months"
    for point in trend.points[-_MONTHS:]:
        seen = f"{point.matters:,}" if point.outlets or point.matters else ""
        table.add_row(point.period, seen, f"{point.outlets:,}" if point.outlets else "·", expected(point))
    return table


def _dated(few: list[Trend]) -> Table:
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 1))
    listed = [
        (
            each.month,
            each.indicator,
            each.id,
            {point.period: point.outlets for point in trend.points}.get(each.month, 0),
        )
        for trend in few
        for each in trend.dated
    ]
    for month, indicator, id, outlets in sorted(listed)[:_DATED]:
        told = counted(outlets, "active outlet") if outlets else "no coverage"
        table.add_row(month, indicator, id, Text(told, style="dim"))
    return table


def _matters(matters: tuple[Matter, ...], total: int, console: Console) -> None:
    if not matters:
        return
    _head(
        f"Matters, the most telling first: {len(matters):,} of {total:,} shown",
        "An origin is the earliest say-so that a claim can be traced to. Explain a row by its id.",
        console,
    )
    table = Table(box=None, pad_edge=False, header_style="dim", padding=(0, 2, 0, 0), expand=False)
    table.add_column("reported", ratio=1, overflow="fold")
    for words in ("reports", "outlets", "origins", "against"):
        table.add_column(words, justify="right", no_wrap=True)
    for matter in matters:
        against = Text(interval(matter.against), style="yellow") if matter.against.high else Text("·", style="dim")
        origins = Text(interval(matter.origins), style="bold")
        table.add_row(_matter_cell(matter), f"{matter.reports:,}", f"{matter.outlets:,}", origins, against)
    console.print(table)


def _matter_cell(matter: Matter) -> Text:
    cell = Text(matter.indicator, style="bold")
    cell.append(f" ({matter.kind.value})", style="dim")
    cell.append(f" {actor_of(matter)} · {place_of(matter)} · {time_of(matter)}", style="not bold")
    grade = f", credibility {matter.credibility}" if matter.credibility else ""
    note = f"\n{matter.id}{grade}"
    if matter.contradictions:
        note += f", {counted(len(matter.contradictions), 'contradiction')}"
    return cell.append(note, style="not bold dim")


def _contradictions(summary: Summary, console: Console) -> None:
    found = [(matter.id, each) for matter in summary.matters for each in matter.contradictions]
    if not summary.contradictions_total:
        return
    shown = min(len(found), _SHOWN)
    _head(f"Contradictions: {shown:,} of {summary.contradictions_total:,} shown", "", console)
    for matter, each in found[:_SHOWN]:
        line = Text(f"{each.type}: ", style="yellow")
        line.append(clean(each.why), style="not yellow")
        console.print(line.append(f"  {matter}", style="dim not yellow"))


def _unread(summary: Summary, console: Console) -> None:
    if not summary.unread:
        return
    shown = min(len(summary.unread), _SHOWN)
    _head(f"Could not be read: {shown:,} of {len(summary.unread):,} shown", "", console)
    for each in summary.unread[:_SHOWN]:
        console.print(Text(clean(each.path), style="bold").append(f"  {clean(each.why)}", style="not bold"))
