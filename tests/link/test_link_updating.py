"""One report at a time gives what all at once gives, in any order."""

from __future__ import annotations

import random
import sys
from dataclasses import replace
from importlib import import_module
from pathlib import Path

import pytest
from link_making import CODEBOOK, MARSH, Outlets, claim, hop, prose, report

from sayso.model.claim import Claim
from sayso.model.decision import Decision
from sayso.model.report import Report
from sayso.model.telling import TellerKind
from sayso.pipeline.linked import linked
from sayso.pipeline.updating import Updating

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))
family = import_module("families").family


def case(seed: int) -> tuple[list[Report], list[Claim]]:
    """Reports of a few families, some claims of which have lost their place or time."""
    rolled = random.Random(seed)
    reports: list[Report] = []
    claims: list[Claim] = []
    for number in range(4):
        made = family(100 * seed + number, "measuring")
        reports += made.reports
        for each in made.claims:
            drop = rolled.random()
            claims.append(replace(each, places=()) if drop < 0.2 else replace(each, time=None) if drop < 0.3 else each)
    return reports, claims


@pytest.mark.parametrize("seed", range(6))
def test_one_report_at_a_time_in_any_order_gives_what_all_at_once_gives(seed: int) -> None:
    reports, claims = case(seed)
    whole = linked(reports, claims, (), Outlets(), CODEBOOK)
    order = random.Random(seed).sample(reports, len(reports))
    start = len(order) // 2
    first = {each.id for each in order[:start]}
    kept = Updating(order[:start], [each for each in claims if each.report in first], (), Outlets(), CODEBOOK)
    for each in order[start:]:
        kept.add(each, [one for one in claims if one.report == each.id])
    assert kept.linked() == whole


@pytest.mark.parametrize("says", ["same", "not the same", "same origin", "not the same origin", "reject"])
def test_decisions_hold_while_reports_come_in(says: str) -> None:
    reports, claims = case(3)
    pair = sorted(each.id for each in claims)[:2]
    said = Decision(1, "ana", "2020-04-01", "why", pair[0], says, "" if says == "reject" else pair[1], "", "h")
    kept = Updating(reports[:3], [c for c in claims if c.report in {r.id for r in reports[:3]}], (said,), Outlets(),
                    CODEBOOK)  # fmt: skip
    for each in reports[3:]:
        kept.add(each, [one for one in claims if one.report == each.id])
    assert kept.linked() == linked(reports, claims, (said,), Outlets(), CODEBOOK)


def test_only_what_a_report_touches_changes() -> None:
    reports = [report("A", prose(1)), report("B", prose(2))]
    elsewhere = replace(MARSH, id="p5", name="Elsewhere", within=())
    claims = [claim(reports[0], hop("Ada Pell")), claim(reports[1], hop("Bo Tarn"), places=(elsewhere,))]
    kept = Updating(reports, claims, (), Outlets(), CODEBOOK)
    more = report("C", prose(3))
    told = claim(more, hop("Cy Voss", TellerKind.EXPERT))
    changed = kept.add(more, [told])
    untouched = next(m for m in kept.linked().matters if claims[1].id in m.claims)
    assert untouched.id not in changed and len(changed) in (1, 2)
