"""Decisions are followed, and undone bit for bit."""

from __future__ import annotations

from dataclasses import replace

import pytest
from link_making import CODEBOOK, FIELD, Outlets, at_place, claim, hop, prose, report

from sayso.link.rulings import ids_in, rulings
from sayso.model.claim import Claim, Review
from sayso.model.decision import Decision
from sayso.model.finding import Linked, TieType
from sayso.model.report import Report
from sayso.pipeline.linked import linked


def said(number: int, about: str, says: str, value: str = "") -> Decision:
    """A decision."""
    return Decision(number, "ana", f"2020-04-0{number}", "because", about, says, value, "", f"hash{number}")


def case() -> tuple[list[Report], list[Claim]]:
    """Two reports on one event, the second a copy of the first, and a third on another event."""
    reports = [report("A", prose(1), "2020-03-05"), report("B", prose(1), "2020-03-06"), report("C", prose(3))]
    claims = [claim(reports[0], hop("Ada Pell")), claim(reports[1], hop("Bo Tarn")),
              claim(reports[2], hop("Cy Voss"), places=at_place(FIELD))]  # fmt: skip
    return reports, claims


def link_of(*decisions: Decision) -> Linked:
    """The case under these decisions."""
    reports, claims = case()
    return linked(reports, claims, decisions, Outlets(), CODEBOOK)


def test_same_joins_two_matters_and_not_the_same_parts_them() -> None:
    _, claims = case()
    joined = link_of(said(1, claims[0].id, "same", claims[2].id))
    assert len(joined.matters) == 1 and len(joined.matters[0].claims) == 3
    parted = link_of(said(1, claims[0].id, "not the same", claims[1].id))
    assert len(parted.matters) == 3


def test_same_origin_and_not_the_same_origin_move_the_count() -> None:
    _, claims = case()
    whole = next(m for m in link_of().matters if claims[0].id in m.claims)
    assert (whole.origins.low, whole.origins.high) == (1, 1)
    apart = link_of(said(1, claims[0].id, "not the same origin", claims[1].id))
    told = next(m for m in apart.matters if claims[0].id in m.claims)
    assert (told.origins.low, told.origins.high) == (2, 2)


def test_a_rejected_tie_counts_no_more() -> None:
    tie = next(tie for tie in link_of().ties if tie.type is TieType.TEXT_REUSE)
    after = link_of(said(1, tie.id, "reject"))
    assert max(m.origins.low for m in after.matters) == 2
    assert tie.id not in {each.id for each in after.ties}


def test_a_rejected_claim_counts_no_more_whether_by_decision_or_by_review() -> None:
    reports, claims = case()
    decided = link_of(said(1, claims[2].id, "reject"))
    reviewed = linked(reports, [*claims[:2], replace(claims[2], review=Review.REJECTED)], (), Outlets(), CODEBOOK)
    assert decided.matters == reviewed.matters
    assert claims[2].id not in decided.origin_of


@pytest.mark.parametrize("says", ["same", "not the same", "same origin", "not the same origin"])
@pytest.mark.parametrize("undo", ["1", "hash1"])
def test_an_undone_decision_leaves_nothing_behind(says: str, undo: str) -> None:
    _, claims = case()
    decision = said(1, claims[0].id, says, f'"{claims[1].id}"')
    assert link_of(decision, said(2, undo, "undo")) == link_of()


def test_the_later_decision_on_a_pair_holds() -> None:
    _, claims = case()
    pair = (claims[0].id, claims[1].id)
    found = rulings([said(2, pair[1], "same", pair[0]), said(1, pair[0], "not the same", pair[1])])
    assert found.says(*pair, "same") and not found.says(*pair, "not the same")


@pytest.mark.parametrize(
    ("value", "ids"),
    [("c1", ("c1",)), ('"c1"', ("c1",)), ('["c1", "c2"]', ("c1", "c2")), ('{"with": "c1"}', ("c1",)), ("", ()),
     ("null", ()), ("true", ())],
)  # fmt: skip
def test_values_of_decisions_are_read_in_any_shape(value: str, ids: tuple[str, ...]) -> None:
    assert ids_in(value) == ids
