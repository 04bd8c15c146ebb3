"""How fast the desk answers at so many reports with ten claims each; the links are made up, only reading is measured.

python benchmarks/desk.py 10000
"""

from __future__ import annotations

import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import generated
from sayso.api import Case, new
from sayso.model.claim import Claim, claim_id
from sayso.model.coding import Stage
from sayso.model.finding import Count, Linked, Matter, MatterKind, Origin
from sayso.model.ids import matter_id, origin_id, sha256_of
from sayso.model.picture import Analysis
from sayso.model.report import Published, Report, Status, report_id
from sayso.model.slots import Place, Precision
from sayso.model.telling import Access, Certainty, Hop, Seen, Side, TellerKind
from sayso.store import View
from sayso.store.identity import Arrival

_CODES = ("desertion", "surrender", "morale_low", "pay_cut", "refusal", "infighting")
_CLAIMS = 10


def report_of(number: int, chance: random.Random) -> tuple[Report, list[Claim]]:
    """A generated report with ten claims on stretches of its text."""
    text = generated.report(number)
    sha, day = sha256_of(text.encode()), f"2019-{number % 12 + 1:02}-{number % 28 + 1:02}"
    outlet = f"Outlet {chance.randrange(300)}"
    report = Report(
        report_id(sha, None, outlet, None), f"{number:06}.txt", sha, text, outlet, outlet,
        Published(day, day, day, "manifest"), f"Report {number}", "en", Status.READ,
    )  # fmt: skip
    hop = Hop(outlet, "", None, None, TellerKind.OUTLET, Side.UNKNOWN, Access.UNSTATED, True, False, Seen.YES, None,
              Certainty.ASSERTED)  # fmt: skip
    claims = []
    for at in range(_CLAIMS):
        start, code = at * 40, chance.choice(_CODES)
        end, place = start + 30, f"p{chance.randrange(200)}"
        claims.append(
            Claim(
                claim_id(report.id, start, end, code, "cohesion"), report.id, report.path, code, "cohesion", start, end,
                text[start:end], (start, end), chance.choice(list(Certainty)), False, Stage.DONE, None, "unstated",
                (hop,), places=(Place("where", place, place, 1.0, 1.0, Precision.TOWN, text[start], start, start + 1),),
            )
        )  # fmt: skip
    return report, claims


def linked_of(claims: list[Claim], chance: random.Random) -> Linked:
    """Matters of one to five claims, each claim an origin of its own."""
    matters, origins, of, left = [], [], {}, list(claims)
    while left:
        size = chance.randint(1, 5)
        held, left = left[:size], left[size:]
        ids = tuple(sorted(claim.id for claim in held))
        names = tuple(origin_id(id) for id in ids)
        matters.append(Matter(matter_id(ids[0]), MatterKind.EVENT, held[0].indicator, None, None, None, ids, len(held),
                              len(held), Count(len(names), len(names), names), Count(0, 0)))  # fmt: skip
        origins += [Origin(origin_id(c.id), None, "outlet", (c.id,), (c.report,), (), "") for c in held]
        of |= {id: origin_id(id) for id in ids}
    return Linked((), tuple(origins), tuple(matters), of, {})


def made(number: int, folder: Path) -> Case:
    """A case of so many reports."""
    case, chance, every = new(folder / "case"), random.Random(1), list[Claim]()
    with case.writing("bench") as writer:
        for at in range(number):
            report, claims = report_of(at, chance)
            within = {claim.places[0].id: ("region", "country") for claim in claims}
            writer.put(Arrival(report, f"/in/{report.path}", "", "bench"), Analysis(report.id, (), tuple(claims), ()),
                       within)  # fmt: skip
            every += claims
            if at % 1000 == 999:
                print(f"{at + 1} reports made", file=sys.stderr, flush=True)
        with View(case.folder) as view:
            revision = view.revision()
        writer.link(linked_of(every, chance), revision, case.desk.room.linker.made_by)
    return case


def timed(what: str, call: Callable[[], object], times: int = 7) -> None:
    """Prints the median and the longest time of the call."""
    took = []
    for _ in range(times):
        start = time.perf_counter()
        call()
        took.append(time.perf_counter() - start)
    print(f"{what}: median {sorted(took)[times // 2] * 1000:.0f} ms, longest {max(took) * 1000:.0f} ms", flush=True)


def main(number: int) -> None:
    """Makes the case, brings it up to date, and asks what pages ask."""
    with tempfile.TemporaryDirectory() as folder:
        case = made(number, Path(folder))
        desk = case.desk
        timed("first refresh", desk.settle, 1)
        timed("queue", desk.queue)
        timed("queue, page 1,000", lambda: desk.queue(offset=50_000))
        timed("queue, one indicator", lambda: desk.queue(indicator=["desertion"]))
        timed("search, no words", desk.search)
        timed("search, common words", lambda: desk.search("the road"))
        timed("search, common words, reports", lambda: desk.search("the road", of="reports"))
        timed("search, rare words", lambda: desk.search('"report 77"', of="reports"))
        timed("search, narrowed", lambda: desk.search("market", indicator=["desertion"], origins=["1"]))
        first = desk.queue(limit=1)["rows"][0]["claim"]
        timed("report", lambda: desk.report(first["report"]))
        timed("matters", desk.matters)
        timed("decide, without settling", lambda: desk.decide(first["id"], "note", value="seen", settle=False))
        timed("activity", desk.activity)
        print(f"memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main(int(sys.argv[1]))
