"""Linking from end to end on a few invented reports."""

from __future__ import annotations

from link_making import CODEBOOK, Outlets, claim, hop, report

from sayso.model.claim import Claim
from sayso.model.finding import Matter
from sayso.model.report import Report
from sayso.model.telling import Side, TellerKind
from sayso.pipeline.linked import linked


def only(claims: list[Claim], reports: list[Report]) -> Matter:
    found = linked(reports, claims, (), Outlets(), CODEBOOK)
    assert len(found.matters) == 1
    return found.matters[0]


def test_one_named_witness_in_five_outlets_is_one_origin() -> None:
    reports = [report(f"Outlet {n}") for n in range(5)]
    witness = hop("Ada Invented", TellerKind.RESIDENT, Side.CIVILIAN)
    matter = only([claim(each, witness) for each in reports], reports)
    assert (matter.reports, matter.outlets, matter.origins.low, matter.origins.high) == (5, 5, 1, 1)
