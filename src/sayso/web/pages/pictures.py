"""The timeline with its two clocks, and the map: each with a table that says the same."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any

from litestar import Response, get

from sayso.model.slots import Place
from sayso.store.plotting import PlotView, PrintedFor
from sayso.tell.coverage import Active, active_outlets
from sayso.tell.findings import Finding
from sayso.tell.index import Index, index
from sayso.tell.periods import between, unit_for
from sayso.tell.places import Spot
from sayso.tell.timeline import ROWS, timeline
from sayso.tell.worldmap import spots_map
from sayso.web.host import Host
from sayso.web.pages.matters import Number
from sayso.web.replies import PAGE, Asked, Hosted, Page, Row, answer, pages_of
from sayso.web.templating import about

#: So many places are drawn, those with most claims; the table has all.
SPOTS = 300


@get("/timeline", sync_to_thread=True)
def times(request: Asked, host: Hosted) -> Response[Any]:
    """When it is said to have happened, and when it was printed; which outlets were active when."""
    found = host.kept("timeline", lambda: _timeline(host))
    return answer(request, host, Page("timeline.html", "Timeline", found, found["rows"], found["matters_total"]))


def _timeline(host: Host) -> Row:
    listed = host.desk.matters(limit=ROWS, names=host.names)
    matters = listed["rows"]
    with PlotView(host.folder, host.readers) as view:
        behind = view.printed_for([each["id"] for each in matters])
        reports = [
            {"id": at, "outlet": each.outlet, "published_earliest": each.earliest, "published_latest": each.latest}
            for at, each in enumerate(view.printed())
        ]
    known = _index(host, [*reports, *_reports(behind)])
    by_matter: dict[str, list[PrintedFor]] = defaultdict(list)
    for each in behind:
        by_matter[each.matter].append(each)
    told = [_finding(host, matter, by_matter[matter["id"]]) for matter in matters]
    drawn = _index(host, reports)
    drawn.reports.update(known.reports)
    rows = [
        {
            "id": each.matter["id"],
            "reported": each.heading,
            "happened": (each.matter["time"] or {}).get("edtf"),
            "basis": (each.matter["time"] or {}).get("basis"),
            "printed_first": min((p.earliest for p in by_matter[each.matter["id"]] if p.earliest), default=None),
            "printed_last": max((p.latest for p in by_matter[each.matter["id"]] if p.latest), default=None),
        }
        for each in told
    ]
    active = _active(reports)
    return {
        "picture": timeline(drawn, told),
        "rows": rows,
        "active": active,
        "matters_total": listed["total"],
        "undated": sum(not row["happened"] for row in rows),
    }


def _reports(behind: Sequence[PrintedFor]) -> list[Row]:
    return [
        {"id": each.report, "outlet": None, "published_earliest": each.earliest, "published_latest": each.latest}
        for each in behind
    ]


def _index(host: Host, reports: list[Row]) -> Index:
    """An index of reports alone; a picture of time needs no claims."""
    indicators = [{"code": code, "name": each.name} for code, each in host.indicators.items()]
    rows = [each | {"status": "read"} for each in reports]
    sheet: Row = {"reports": rows, "codebook": {"indicators": indicators}}
    return index({**sheet, **{key: [] for key in ("claims", "matters", "origins", "ties", "passages")}})


def _finding(host: Host, matter: Row, behind: Sequence[PrintedFor]) -> Finding:
    claims = [{"report": each.report} for each in behind]
    words = about(matter, host.indicators)
    return Finding(matter, claims, claims, words, str(matter["kind"]), (), "", "", "", (), "", (), ())


def _active(reports: list[Row]) -> list[Active]:
    """The outlets active in each period."""
    months = [each[key][:7] for each in reports for key in ("published_earliest", "published_latest") if each[key]]
    if not months:
        return []
    unit = unit_for([min(months), max(months)], 60)
    return list(active_outlets(reports, unit, between(min(months), max(months), unit)))


@get("/map", sync_to_thread=True)
def where(request: Asked, host: Hosted, page: Number = 1) -> Response[Any]:
    """Where claims say that it happened, as wide as each place is vague; what cannot be placed is counted."""
    found = host.kept("map", lambda: _map(host))
    rows = found["rows"][(page - 1) * PAGE : page * PAGE]
    context = {**found, "rows": rows, "at": pages_of(len(found["rows"]), page)}
    more = {"unstated": found["unstated"], "unknown": found["unknown"]}
    return answer(request, host, Page("map.html", "Map", context, rows, len(found["rows"]), more))


def _map(host: Host) -> Row:
    with PlotView(host.folder, host.readers) as view:
        placed = view.placed()
    spots = tuple(Spot(_place(place), ("",) * count) for place, count in placed.places[:SPOTS])
    rows = [
        {"id": place.id, "place": place.name, "precision": place.precision.value, "claims": count}
        for place, count in placed.places
    ]
    return {
        "picture": spots_map(spots, "/search?place="),
        "rows": rows,
        "drawn": len(spots),
        "precisions": Counter(row["precision"] for row in rows),
        "unstated": placed.unstated,
        "unknown": placed.unknown,
        "placed": sum(count for _, count in placed.places),
    }


def _place(place: Place) -> Row:
    """What the map needs of a place."""
    return {
        "id": place.id or place.name,
        "name": place.name,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "precision": place.precision.value,
    }


HANDLERS = (times, where)
