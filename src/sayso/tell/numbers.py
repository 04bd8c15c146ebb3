"""The numbers that are printed, each with its id, its value and the ids of what it counts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from sayso.tell.coverage import active_by_month, events_by_month
from sayso.tell.getting import wanted
from sayso.tell.index import Index, Row, counts, standing
from sayso.tell.periods import period
from sayso.tell.phrases import clean
from sayso.tell.places import located


@dataclass(frozen=True, slots=True)
class Number:
    """One printed number: `of` are the ids it counts, `says` what it counts in words."""

    id: str
    value: int
    of: tuple[str, ...]
    says: str


def numbers(index: Index) -> dict[str, Number]:
    """Every number of a sheet by its id, counted anew from reports, claims, origins and matters."""
    found = [*_reports(index), *_claims(index), *_rest(index)]
    for matter in index.sheet["matters"]:
        found.extend(_matter(index, matter))
    for origin in index.sheet["origins"]:
        found.extend(_origin(origin))
    return {each.id: each for each in found}


def of_case(index: Index) -> dict[str, int]:
    """The values of the numbers of the whole case, which a file states; those of matters stand in their rows."""
    return {id: number.value for id, number in numbers(index).items() if id.startswith("n:")}


def _number(id: str, of: Iterable[str], says: str) -> Number:
    ids = tuple(of)
    return Number(id, len(ids), ids, says)


def _reports(index: Index) -> list[Number]:
    by_status: dict[str, list[str]] = {"read": [], "unsupported language": [], "failed": [], "duplicate": []}
    by_outlet: dict[str, list[str]] = defaultdict(list)
    for report in index.sheet["reports"]:
        by_status.setdefault(report["status"], []).append(report["id"])
        if report["outlet"]:
            by_outlet[report["outlet"]].append(report["id"])
    found = [_number("n:reports", (each["id"] for each in index.sheet["reports"]), "reports of the case")]
    found += [
        _number(f"n:reports:{status.replace(' ', '-')}", ids, f"reports with the status “{status}”")
        for status, ids in by_status.items()
    ]
    undated = (each["id"] for each in index.sheet["reports"] if not each["published_earliest"])
    found.append(_number("n:reports:undated", undated, "reports without a date"))
    nameless = (each["id"] for each in index.sheet["reports"] if not each["outlet"])
    found.append(_number("n:reports:no-outlet", nameless, "reports whose outlet is not known"))
    for code in sorted({each["language"] for each in index.sheet["reports"]}):
        ids = (each["id"] for each in index.sheet["reports"] if each["language"] == code)
        found.append(_number(f"n:language:{code}", ids, f"reports in the language “{code}”"))
    found.append(_number("n:outlets", sorted(by_outlet), "outlets of reports"))
    found += [_number(f"n:outlet:{clean(name)}", ids, f"reports of {name}") for name, ids in sorted(by_outlet.items())]
    found.append(_number("n:unread", (each["path"] for each in index.sheet["unread"]), "files that could not be read"))
    return found


def _claims(index: Index) -> list[Number]:
    counted = [claim for claim in index.sheet["claims"] if counts(claim)]
    cells: dict[str, list[str]] = defaultdict(list)
    for claim in counted:
        code, month = claim["indicator"], index.month(claim)
        cells[code].append(claim["id"])
        for unit in ("month", "quarter", "year"):
            when = period(month, unit)
            if not (cells[f"{code}:{when}"] and cells[f"{code}:{when}"][-1] == claim["id"]):
                cells[f"{code}:{when}"].append(claim["id"])
    accepted = (claim["id"] for claim in counted if claim["review"] == "accepted")
    return [
        _number("n:claims", (claim["id"] for claim in counted), "claims that count"),
        _number("n:claims:accepted", accepted, "claims that a person has accepted"),
        *(_number(f"n:claims:{key}", ids, _cell_words(key)) for key, ids in sorted(cells.items())),
    ]


def _cell_words(key: str) -> str:
    code, _, when = key.partition(":")
    return f"claims of {code}" + (f", {when}, by time of happening, else of publication" if when else "")


def _rest(index: Index) -> list[Number]:
    by_indicator: dict[str, list[str]] = defaultdict(list)
    contradictions = []
    for matter in index.sheet["matters"]:
        by_indicator[matter["indicator"]].append(matter["id"])
        contradictions += [f"{matter['id']}#{at}" for at in range(len(matter["contradictions"]))]
    where = located(index)
    return [
        *(_number(f"n:place:{s.place['id']}", s.claims, f"claims placed at {s.place['name']}") for s in where.spots),
        _number("n:unplaced", where.unstated, "claims that state no place"),
        _number("n:unlocated", where.unknown, "claims whose place has no coordinates"),
        _number("n:matters", (each["id"] for each in index.sheet["matters"]), "matters"),
        *(_number(f"n:matters:{code}", ids, f"matters of {code}") for code, ids in sorted(by_indicator.items())),
        _number("n:origins", (each["id"] for each in index.sheet["origins"]), "origins"),
        _number("n:contradictions", contradictions, "contradictions, by matter"),
        *(
            _number(f"n:events:{code}:{month}", ids, f"event matters of {code} in {month} that have an origin")
            for (code, month), ids in sorted(events_by_month(index).items())
        ),
        *(
            _number(f"n:active:{month}", names, f"outlets with a report dated to {month}")
            for month, names in active_by_month(index).items()
        ),
        _number("n:ties", (each["id"] for each in index.sheet["ties"]), "ties"),
    ]


def _tellers(matter: Row, told: list[Row]) -> list[Number]:
    """Counts of tellers: origins by side and access as stated, and what rests on the text to get next."""
    id, ids = matter["id"], tuple(matter["origins"]["ids"])
    found = [
        Number(f"{id}:side:{s}", n, ids, f"origins of the matter on the side “{s}”") for s, n in matter["sides"].items()
    ]
    for access, count in matter["access"].items():
        says = f"origins of the matter with the access “{access}”"
        found.append(Number(f"{id}:access:{access.replace(' ', '-')}", count, ids, says))
    if best := wanted(told):
        found.append(_number(f"{id}:next:claims", best.claims, f"claims that rest on {best.name}"))
        found.append(_number(f"{id}:next:origins", best.origins, f"origins of claims that rest on {best.name}"))
    return found


def _origin(origin: Row) -> list[Number]:
    name = origin["name"] or f"an unnamed {origin['kind']}"
    return [
        _number(f"{origin['id']}:claims", origin["claims"], f"claims that go back to {name}"),
        _number(f"{origin['id']}:reports", origin["reports"], f"reports with claims that go back to {name}"),
    ]


def _matter(index: Index, matter: Row) -> list[Number]:
    id = matter["id"]
    held = index.of(matter["claims"])
    told = standing(held, matter)
    reports = list(dict.fromkeys(claim["report"] for claim in told))
    outlets = sorted({index.reports.get(each, {}).get("outlet") or f"?{each}" for each in reports})
    return [
        _number(f"{id}:reports", reports, "reports with a claim that stands for the matter"),
        _number(f"{id}:outlets", outlets, "outlets of these reports; an unknown outlet is one of its own"),
        _number(f"{id}:standing", (claim["id"] for claim in told), "claims that stand for the matter"),
        *_tellers(matter, told),
        _number(f"{id}:claims", (claim["id"] for claim in held), "claims of the matter"),
        _number(
            f"{id}:accepted",
            (claim["id"] for claim in told if claim["review"] == "accepted"),
            "claims of the matter that a person has accepted",
        ),
        Number(f"{id}:low", matter["origins"]["low"], tuple(matter["origins"]["ids"]), "origins if every tie holds"),
        Number(
            f"{id}:high",
            matter["origins"]["high"],
            tuple(matter["origins"]["ids"]),
            "origins if only certain ties hold",
        ),
        Number(f"{id}:against", matter["against"]["high"], tuple(matter["against"]["ids"]), "origins against it"),
    ]
