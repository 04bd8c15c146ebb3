"""One report, or one decision, at a time gives what linking everything at once in memory gives, in any order."""

from __future__ import annotations

import random
import sqlite3
import sys
from collections.abc import Iterable
from contextlib import closing
from dataclasses import replace
from importlib import import_module
from pathlib import Path

import pytest
from stand_in import stages

from sayso.books import tie_weights
from sayso.link.linking import Books
from sayso.model.claim import Claim
from sayso.model.finding import Linked
from sayso.model.picture import Analysis
from sayso.model.report import Report
from sayso.model.telling import TellerKind
from sayso.pipeline.linked import linked
from sayso.pipeline.relinking import relink
from sayso.pipeline.stages import Stages
from sayso.store import View, Writer
from sayso.store.edits import value_of
from sayso.store.identity import Arrival
from sayso.store.making import make

sys.path.insert(0, str(Path(__file__).parents[1] / "link"))
sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))
family = import_module("families").family
making = import_module("link_making")
CODEBOOK = making.CODEBOOK
REGISTER = making.Outlets()

Told = tuple[Report, tuple[Claim, ...]]


def made(made_by: str = "one") -> Stages:
    """Stages that link with the codebook of these tests."""
    return replace(stages(made_by), books=Books(REGISTER, CODEBOOK, tie_weights.load()))


def families(seed: int, number: int = 3) -> list[Told]:
    """Reports of a few families, some claims of which have lost their place, time or actor, or tell a trend."""
    rolled = random.Random(seed)
    told: list[Told] = []
    for each in range(number):
        found = family(100 * seed + each, "measuring")
        claims: dict[str, list[Claim]] = {}
        for claim in found.claims:
            claims.setdefault(claim.report, []).append(_changed(claim, rolled))
        told += [(report, tuple(claims.get(report.id, ()))) for report in found.reports]
    return list({report.id: (report, claims) for report, claims in told}.values())


def _changed(claim: Claim, rolled: random.Random) -> Claim:
    drop = rolled.random()
    if drop < 0.15:
        return replace(claim, places=())
    if drop < 0.3:
        return replace(claim, time=None)
    if drop < 0.4:
        return replace(claim, actor=None)
    return replace(claim, trend=rolled.choice(("rising", "falling"))) if drop < 0.5 else claim


def new_case(folder: Path) -> Path:
    """An empty case."""
    case = folder / "case"
    make(case, name="t", codebook=b"name: mini\n", suffix=".yaml", made_by="test")
    return case


def put(case: Path, told: Iterable[Told], made_by: str = "one") -> None:
    """The reports stand in the case with their claims, not yet linked."""
    with Writer(case, who="ann", when="2026-01-01", why="test") as writer:
        for report, claims in told:
            writer.put(Arrival(report, f"/in/{report.id}", "", made_by), Analysis(report.id, (), claims, ()), {})


def decide(case: Path, about: str, says: str, value: str = "") -> None:
    """The decision stands in the log."""
    with Writer(case, who="ann", when="2026-01-01", why="test") as writer:
        writer.decide(about, says, value=value)


def bring_up(case: Path, made_by: str = "one") -> None:
    """The case is up to date."""
    with View(case) as view, Writer(case, who="ann", when="2026-01-01", why="test") as writer:
        relink(view, writer, made(made_by))


def kept(case: Path) -> Linked:
    """What the case holds of linking."""
    with View(case) as view:
        claims = view.claims()
        return Linked(
            view.ties(), view.origins(), view.matters(), {each.id: each.origin for each in claims if each.origin},
            {(each.id, at): hop.seen.value for each in claims if each.origin for at, hop in enumerate(each.chain)},
        )  # fmt: skip


def whole(case: Path) -> Linked:
    """What linking everything at once in memory makes of the case."""
    with View(case) as view:
        return linked(view.reports(with_text=True), view.claims(), view.standing_decisions(), REGISTER, CODEBOOK)


def index_rows(case: Path) -> dict[str, list[tuple[object, ...]]]:
    """The rows of the index, the stretches of its hashes left out."""
    names = ("fact", "standing", "cites", "breath", "named", "knot", "maybe", "tied")
    with closing(sqlite3.connect(case / "case.db")) as connection:
        return {name: sorted(connection.execute(f"SELECT * FROM {name}").fetchall()) for name in names}


def assert_whole(case: Path) -> None:
    """The case holds what linking everything at once makes of it."""
    mine, all_at_once = kept(case), whole(case)
    assert {each.id: each for each in mine.matters} == {each.id: each for each in all_at_once.matters}
    assert {each.id: each for each in mine.origins} == {each.id: each for each in all_at_once.origins}
    assert {each.id: each for each in mine.ties} == {each.id: each for each in all_at_once.ties}
    assert mine.origin_of == all_at_once.origin_of
    assert mine.seen == all_at_once.seen


def assert_rebuilt(case: Path) -> None:
    """The index is what a new one would be."""
    before = index_rows(case)
    with Writer(case, who="ann", when="2026-01-01", why="test") as writer:
        writer.forget_links()
    bring_up(case)
    after = index_rows(case)
    for name, rows in before.items():
        assert rows == after[name], name
    assert_whole(case)


@pytest.mark.parametrize("seed", range(4))
def test_one_report_at_a_time_in_any_order_gives_what_all_at_once_gives(tmp_path: Path, seed: int) -> None:
    case = new_case(tmp_path)
    told = random.Random(seed).sample(families(seed), len(families(seed)))
    start = len(told) // 3
    put(case, told[:start])
    bring_up(case)
    assert_whole(case)
    for each in told[start:]:
        put(case, [each])
        bring_up(case)
        assert_whole(case)
    assert_rebuilt(case)


PAIRS = ("same", "not the same", "same origin", "not the same origin")
VERBS = ("reject", "accept", "unsure", "adjudicate", "edit", "undo", "note", "owner", *PAIRS)


def _edit(claim: Claim) -> tuple[str, str, str]:
    """An edit that takes the place from a claim."""
    edited = replace(claim, places=(), origin="", supersedes=claim.id, edit="e")
    return claim.id, "edit", value_of({"places": []}, replace(edited, id=edited.own_id))


def _decision(case: Path, rolled: random.Random) -> tuple[str, str, str]:
    """A decision about some claim, tie or report of the case."""
    with View(case) as view:
        claims, ties, log = view.claims(), view.ties(), view.standing_decisions()
        reports = view.reports()
    says = rolled.choice(VERBS)
    if says == "undo" and log:
        return "", says, str(rolled.choice(log).number)
    one, other = rolled.sample([each.id for each in claims], 2)
    about = rolled.choice([one, one, rolled.choice(ties).id if ties else one, rolled.choice(reports).id])
    if says == "edit":
        return _edit(rolled.choice([each for each in claims if each.supersedes is None and each.counts]))
    if says in PAIRS:
        letter = "o" if says.endswith("origin") else "m"
        return (one, says, other) if rolled.random() < 0.5 else (letter + one[1:], says, letter + other[1:])
    if says == "owner":
        return f"outlet:{rolled.choice(reports).outlet}", says, '"Reed Media"'
    return about, "note" if says == "undo" else says, "reject" if says == "adjudicate" else ""


@pytest.mark.parametrize("seed", range(4, 10))
def test_decisions_and_reports_one_by_one_give_what_all_at_once_gives(tmp_path: Path, seed: int) -> None:
    case, rolled = new_case(tmp_path), random.Random(seed)
    told = rolled.sample(families(seed, 2), len(families(seed, 2)))
    put(case, told[:6])
    bring_up(case)
    for each in told[6:14]:
        if rolled.random() < 0.4:
            put(case, [each])
        decide(case, *_decision(case, rolled))
        bring_up(case)
        assert_whole(case)
    assert_rebuilt(case)


def _taken_back() -> list[Told]:
    """A report, a copy, one that cites it, one of its own, and two notices that take the first back."""
    text = f"Forty men deserted at Marshtown. {making.prose(1)}"
    first, copy = making.report("Reed Courier", text), making.report("Coast Mail", text, "2020-03-06")
    citing = making.report("Hill Radio", f"The Reed Courier wrote of forty. {making.prose(2)}", "2020-03-06")
    own = making.report("Delta Herald", f"A trader saw men walk off. {making.prose(3)}", "2020-03-06")
    said = "The Reed Courier has retracted its report that forty men deserted."
    about = making.report("Lake Post", f"{said} {making.prose(4)}", "2020-03-08")
    back = making.report("Reed Courier", "We have withdrawn our report that forty men deserted.", "2020-03-08")
    pell, through = making.hop("Ada Pell"), making.hop("Reed Courier", TellerKind.OUTLET)
    short = {"time": None, "places": ()}
    return [
        (first, (making.claim(first, pell, span=(0, 31), sentence=(0, 32)),)),
        (copy, (making.claim(copy, span=(0, 31), sentence=(0, 32)),)),
        (citing, (making.claim(citing, pell, through, span=(0, 31), sentence=(0, 32)),)),
        (own, (making.claim(own, making.hop(None, TellerKind.RESIDENT), span=(0, 25), sentence=(0, 26)),)),
        (about, (making.claim(about, span=(44, 65), sentence=(0, 66), **short),)),
        (back, (making.claim(back, span=(31, 52), sentence=(0, 53), **short),)),
    ]


@pytest.mark.parametrize("seed", range(6))
def test_what_is_taken_back_follows_in_any_order(tmp_path: Path, seed: int) -> None:
    told = random.Random(seed).sample(_taken_back(), 6)
    case = new_case(tmp_path)
    for each in told:
        put(case, [each])
        bring_up(case)
        assert_whole(case)
    (matter,) = kept(case).matters
    assert (matter.reports, matter.origins.high, len(matter.withdrawn)) == (1, 1, 5)


def test_a_report_read_again_with_other_claims_or_another_outlet_is_followed(tmp_path: Path) -> None:
    case, rolled = new_case(tmp_path), random.Random(1)
    told = families(11)
    put(case, told)
    bring_up(case)
    for report, claims in rolled.sample(told, 6):
        fewer = tuple(rolled.sample(claims, len(claims) // 2)) if claims else ()
        again = replace(report, outlet=rolled.choice((report.outlet, "Another Paper")))
        put(case, [(again, fewer)], made_by=f"two {report.id}")
        bring_up(case)
        assert_whole(case)
    assert_rebuilt(case)


def test_matters_held_against_each_other_follow_one_another(tmp_path: Path) -> None:
    case = new_case(tmp_path)
    told = []
    for number, (indicator, trend) in enumerate(
        [("desertion", None), ("defeat", None), ("defeat", None), ("strength", "falling"), ("strength", "rising")]
    ):
        report = making.report(f"Paper {number}", making.prose(number))
        hop = making.hop(f"Teller {number}")
        claim = making.claim(report, hop, indicator=indicator, quantity=making.count(40 + (number == 2)), trend=trend)
        told.append((report, (claim,)))
    forecast_report = making.report("Paper 9", making.prose(9))
    foretold = making.claim(forecast_report, making.hop("Seer"), indicator="strength", trend="rising",
                            certainty=import_module("sayso.model.telling").Certainty.PREDICTED)  # fmt: skip
    told.append((forecast_report, (foretold,)))
    for each in told:
        put(case, [each])
        bring_up(case)
        assert_whole(case)
    types = {found.type for matter in kept(case).matters for found in matter.contradictions}
    assert {"kind of act", "outcome"} <= types
    for _, claims in told[:2]:
        decide(case, claims[0].id, "reject")
        bring_up(case)
        assert_whole(case)


def test_an_index_of_another_version_is_made_anew(tmp_path: Path) -> None:
    case = new_case(tmp_path)
    put(case, families(12, 1))
    bring_up(case)
    with closing(sqlite3.connect(case / "case.db")) as connection:
        connection.execute("UPDATE meta SET value = '0 one' WHERE key = 'index'")
        connection.execute("DELETE FROM standing")
        connection.execute("UPDATE meta SET value = '-1' WHERE key = 'linked'")
        connection.commit()
    bring_up(case)
    assert_whole(case)


def test_the_first_report_of_an_outlet_shows_where_it_was_named(tmp_path: Path) -> None:
    case = new_case(tmp_path)
    kind = import_module("sayso.model.telling").TellerKind.AGENCY
    told: list[Told] = []
    for number in range(3):
        report = making.report(f"Paper {number}", making.prose(number))
        told.append((report, (making.claim(report, making.hop("Reed Wire", kind)),)))
    wire = making.report("Reed Wire", making.prose(7))
    told.append((wire, (making.claim(wire, making.hop("Ada Pell")),)))
    for each in told:
        put(case, [each])
        bring_up(case)
        assert_whole(case)
    assert any(state == "yes" for (_, at), state in kept(case).seen.items() if at == 0)


def test_an_outlet_that_names_itself_is_seen_in_its_other_report(tmp_path: Path) -> None:
    case = new_case(tmp_path)
    kind = import_module("sayso.model.telling").TellerKind.OUTLET
    for number, hop in enumerate((making.hop("Ada Pell"), making.hop("Paper", kind), making.hop("Paper", kind))):
        report = making.report("Paper", making.prose(number))
        put(case, [(report, (making.claim(report, hop),))])
        bring_up(case)
        assert_whole(case)
    states = [state for (_, at), state in sorted(kept(case).seen.items()) if at == 0]
    assert states.count("yes") == 2


def test_one_more_report_and_one_decision_leave_alone_what_they_do_not_touch(tmp_path: Path) -> None:
    case = new_case(tmp_path)
    told = families(13)
    put(case, told[:-1])
    bring_up(case)
    with closing(sqlite3.connect(case / "case.db")) as connection:
        connection.execute("INSERT INTO knot VALUES ('mark', '', 'nowhere', '', '', '')")
        connection.commit()
    put(case, told[-1:])
    decide(case, told[0][1][0].id, "reject")
    bring_up(case)
    assert ("mark", "", "nowhere", "", "", "") in index_rows(case)["knot"]
    assert_whole(case)
    bring_up(case, "two")
    assert ("mark", "", "nowhere", "", "", "") not in index_rows(case)["knot"]
    assert_whole(case)
