"""A generated case of any size for the desk: reports, claims with chains and slots, matters, origins and ties."""

from __future__ import annotations

import random
from itertools import pairwise
from pathlib import Path

from sayso.api import new
from sayso.books import codebook as codebooks
from sayso.books.gazetteer import Gazetteer
from sayso.model.books import GazetteerEntry
from sayso.model.claim import Claim, claim_id
from sayso.model.coding import Stage
from sayso.model.finding import Count, Linked, Maker, Matter, MatterKind, Origin, Tie, TieSpan, TieType
from sayso.model.ids import id_of, matter_id, origin_id, sha256_of
from sayso.model.picture import Analysis
from sayso.model.report import Published, Report, report_id
from sayso.model.slots import Actor, Place, Quantity, When
from sayso.model.telling import Access, Certainty, Cue, Hop, Seen, Side, TellerKind
from sayso.pipeline.wiring import made_by
from sayso.store import View, Writer
from sayso.store.identity import Arrival

TOWNS = ("Gao", "Menaka", "Kidal", "Ansongo", "Tessalit", "Dori", "Tillaberi", "Mopti")
TELLERS = (
    ("the governor of the region", TellerKind.OFFICIAL, Side.ADVERSARY),
    ("two former fighters", TellerKind.FORMER_MEMBER, Side.OWN),
    ("residents reached by telephone", TellerKind.RESIDENT, Side.CIVILIAN),
    ("a spokesman for the army", TellerKind.MILITARY, Side.ADVERSARY),
    ("a report of the monitors", TellerKind.MONITOR, Side.THIRD),
)
GROUP = "Harmattan Front"
PER_REPORT = 10
FILLER = " The market opened late that morning and the bakers sold what little bread they had."


def made(folder: Path, reports: int, seed: int = 1) -> Path:
    """The folder is a case of so many reports with ten claims each, linked."""
    case = new(folder, name="generated")
    codes = [each.code for each in codebooks.load("cohesion").indicators]
    chance = random.Random(seed)
    gazetteer = Gazetteer(Path(codebooks.__file__).parent.parent / "data" / "places.sqlite")
    places = [gazetteer.find(name)[0] for name in TOWNS]
    within = {each.id: list(each.within) for each in places}
    claims: list[Claim] = []
    kept: list[Report] = []
    by = made_by(case.codebook_path)
    with Writer(folder, who="benchmark", when="2026-01-01T00:00:00+00:00", why="benchmark") as writer:
        for number in range(reports):
            report, found = _report(number, chance, codes, places)
            writer.put(Arrival(report, f"/in/{report.path}", "", by), Analysis(report.id, (), found, ()), within)
            kept.append(report)
            claims += found
        with View(folder) as view:
            revision = view.revision()
        writer.link(_linked(claims, kept, chance), revision, by)
    return folder


def _report(
    number: int, chance: random.Random, codes: list[str], places: list[GazetteerEntry]
) -> tuple[Report, tuple[Claim, ...]]:
    text, parts = f"Gao counts the cost, report {number}.\n\n", []
    for at in range(PER_REPORT):
        count, (teller, kind, side) = chance.randint(3, 90), chance.choice(TELLERS)
        place, month, start = chance.choice(places), chance.randint(1, 12), len(text)
        said = f"{count} fighters of the {GROUP} deserted near {place.name} in 2019-{month:02}"
        text += f"{said}, {teller} said.{FILLER * 2}" + ("\n\n" if at % 3 == 2 else " ")
        parts.append((start, said, count, (teller, kind, side), (place, month)))
    sha = sha256_of(text.encode())
    day = f"2019-{1 + number % 12:02}-{1 + number % 28:02}"
    outlet = f"Outlet {number % 60}"
    report = Report(
        report_id(sha, None, outlet, None), f"{number:06}.txt", sha, text, outlet, outlet,
        Published(day, day, day, "manifest"), f"Gao counts the cost, report {number}", "en",
    )  # fmt: skip
    return report, tuple(_claim(report, chance.choice(codes), part) for part in parts)


def _claim(report: Report, code: str, part: tuple) -> Claim:  # type: ignore[type-arg]
    start, said, count, (teller, kind, side), (where, month) = part
    end, group = start + len(said), start + said.index(GROUP)
    at = start + said.index(where.name)
    when = start + said.index("2019")
    told = end + 2
    hops = (
        Hop(None, teller, told, told + len(teller), kind, side, Access.UNSTATED, False, False, Seen.NO,
            Cue("said", told + len(teller) + 1, told + len(teller) + 5), Certainty.ASSERTED),
        Hop(report.outlet, "", None, None, TellerKind.OUTLET, Side.UNKNOWN, Access.UNSTATED, True, False, Seen.YES,
            None, Certainty.ASSERTED),
    )  # fmt: skip
    return Claim(
        claim_id(report.id, start, end, code, "cohesion"), report.id, report.path, code, "cohesion", start, end, said,
        (start, told + len(teller) + 6), Certainty.ASSERTED, False, Stage.DONE, None, "unstated", hops,
        Actor(GROUP, None, GROUP, group, group + len(GROUP)), None,
        Quantity(count, count, count, "fighter", None, None, "count", False, str(count), start,
                 start + len(str(count))),
        (Place("where", where.name, where.id, where.latitude, where.longitude, where.precision, where.name, at,
               at + len(where.name), tuple(where.within)),),
        When(f"2019-{month:02}", f"2019-{month:02}-01", f"2019-{month:02}-28", "month", "stated", f"2019-{month:02}",
             when, when + 7),
    )  # fmt: skip


def _linked(claims: list[Claim], reports: list[Report], chance: random.Random) -> Linked:
    """Matters of about eight claims, one of two thousand, an origin for two claims, ties between neighbours."""
    rest = sorted(claims, key=lambda each: (each.indicator, each.id))
    by_report = {report.id: report for report in reports}
    matters, origins, origin_of, at = [], [], {}, 0
    while at < len(rest):
        size = 2000 if at == 0 and len(rest) > 4000 else chance.randint(1, 16)
        group = sorted(rest[at : at + size], key=lambda each: each.id)
        ids = tuple(each.id for each in group)
        found = [ids[n : n + 2] for n in range(0, len(ids), 2)]
        for pair in found:
            held = [by_report[each.report] for each in group if each.id in pair]
            outlets = tuple(sorted({str(each.outlet) for each in held}))
            origins.append(
                Origin(origin_id(pair[0]), None, "official", pair, tuple(sorted({e.id for e in held})), outlets, "one")
            )
            origin_of |= dict.fromkeys(pair, origin_id(pair[0]))
        matters.append(_matter(group, ids, tuple(origin_id(pair[0]) for pair in found), by_report))
        at += size
    ties = tuple(
        Tie(
            id_of("t", one.id, other.id), TieType.TEXT_REUSE, other.id, one.id, None, True, 0.9,
            (TieSpan(one.id, 0, 40), TieSpan(other.id, 0, 40)), "they share a run of words", Maker("benchmark", "1"),
        )
        for one, other in pairwise(reports)
    )  # fmt: skip
    return Linked(ties, tuple(origins), tuple(matters), origin_of, {})


def _matter(group: list[Claim], ids: tuple[str, ...], origins: tuple[str, ...], by_report: dict[str, Report]) -> Matter:
    first = group[0]
    return Matter(
        matter_id(ids[0]), MatterKind.EVENT, first.indicator, first.actor, first.place, first.time, ids,
        len({each.report for each in group}), len({by_report[each.report].outlet for each in group}),
        Count(max(1, len(origins) // 2), len(origins), origins, tuple((each,) for each in origins)),
        Count(0, 0, (), ()),
        (("adversary", len(ids)),), (("unstated", len(ids)),), credibility=3, why="generated",
    )  # fmt: skip
