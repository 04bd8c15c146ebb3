"""The arborescence: who has it from whom, with cycles broken by time."""

from __future__ import annotations

from link_making import CODEBOOK, Outlets, claim, hop, prose, report

from sayso.books import tie_weights
from sayso.link.linking import Books, link
from sayso.model.claim import Claim
from sayso.model.report import Report
from sayso.model.telling import TellerKind
from sayso.weigh.parents import parents_of
from sayso.weigh.weighing import scales_of


def parents(reports: list[Report], claims: list[Claim]) -> dict[str, str]:
    """The parent of each claim that has one."""
    bound = link(reports, claims, (), Books(Outlets(), CODEBOOK, tie_weights.load()))
    found = parents_of(bound.gatherings[0].id, claims, scales_of(bound, reports, claims, CODEBOOK))
    return {child: dependence.parent for child, dependence in found.items()}


def test_a_copy_of_a_copy_hangs_on_an_earlier_print_and_the_first_is_its_own_origin() -> None:
    text = prose(1)
    reports = [report(name, text, f"2020-03-0{5 + n}") for n, name in enumerate("ABC")]
    claims = [claim(each) for each in reports]
    found = parents(reports, claims)
    assert claims[0].id not in found
    assert set(found) == {claims[1].id, claims[2].id}


def test_a_cycle_of_citations_is_broken_by_time() -> None:
    reports = [report("A", prose(1), "2020-03-05"), report("B", prose(2), "2020-03-06")]
    claims = [claim(reports[0], hop("B", TellerKind.OUTLET)), claim(reports[1], hop("A", TellerKind.OUTLET))]
    assert parents(reports, claims) == {claims[1].id: claims[0].id}


def test_without_ties_every_claim_is_its_own_origin() -> None:
    reports = [report("A", prose(1)), report("B", prose(2))]
    assert parents(reports, [claim(each) for each in reports]) == {}
