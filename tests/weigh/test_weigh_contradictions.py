"""What contradicts and what does not: tables of pairs."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from link_making import CODEBOOK, FIELD, Outlets, at_place, claim, count, hop, report, when

from sayso.model.claim import Claim
from sayso.model.finding import Linked, MatterKind
from sayso.model.report import Report
from sayso.model.slots import Actor, Other, Quantity
from sayso.model.telling import Certainty
from sayso.pipeline.linked import linked


def told(first: dict[str, Any], second: dict[str, Any], words: tuple[str, str] = ("one", "two")) -> Linked:
    """Two claims of two tellers in two outlets, linked."""
    reports = [report("One", f"{words[0]} words of the first"), report("Two", f"{words[1]} words of the second")]
    claims = [claim(reports[0], hop("Ada Pell"), **first), claim(reports[1], hop("Bo Marrick"), **second)]
    return linked(reports, claims, (), Outlets(), CODEBOOK)


def types_of(found: Linked) -> set[str]:
    """The types of all contradictions found."""
    return {each.type for matter in found.matters for each in matter.contradictions}


def share(low: float) -> Quantity:
    """A share of one."""
    return replace(count(low), unit="share", measure="share")


PART = Actor("Reed Front", "women", "Reed Front", 0, 10)
MONTHLY = replace(count(150), per="month", measure="rate")
STATE = {"indicator": "low_morale", "stage": "ongoing"}


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ({"quantity": count(35)}, {"quantity": count(45)}, "count"),
        ({**STATE, "trend": "falling"}, {**STATE, "trend": "rising"}, "trend"),
        ({"reason": ("pay",)}, {"reason": ("fear",)}, "cause"),
        ({"other": Other("Army", "Army", 0, 1)}, {"other": Other("Militia", "Militia", 0, 1)}, "actor"),
        ({}, {"certainty": Certainty.DENIED}, "denial"),
        ({}, {"negated": True}, "denial"),
    ],
)  # fmt: skip
def test_these_contradict(first: dict[str, Any], second: dict[str, Any], expected: str) -> None:
    assert types_of(told(first, second)) == {expected}


def test_levels_contradict() -> None:
    assert types_of(told({}, {}, ("massive", "small"))) == {"level"}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"quantity": count(35)}, {"quantity": count(35)}),
        ({"quantity": replace(count(100), about=True)}, {"quantity": count(95)}),
        ({"quantity": replace(count(100), low=100, high=None)}, {"quantity": count(400)}),
        ({"quantity": count(700)}, {"quantity": count(275), "actor": PART}),
        ({"quantity": count(20)}, {"quantity": share(0.1)}),
        ({"quantity": replace(count(2000), measure="rate", per="month")}, {"quantity": replace(count(90), per="day")}),
        ({"quantity": count(900)}, {"quantity": replace(count(35), measure="total so far")}),
        ({"reason": ("pay", "fear")}, {"reason": ("fear",)}),
        ({"certainty": Certainty.ALLEGED}, {}),
        (
            {**STATE, "quantity": count(2000), "time": when("2020-01-01", "2020-01-31", "month")},
            {**STATE, "quantity": count(150), "time": when("2020-06-01", "2020-06-30", "month")},
        ),
    ],
)
def test_changes_parts_totals_and_other_periods_contradict_nothing(
    first: dict[str, Any], second: dict[str, Any]
) -> None:
    assert types_of(told(first, second)) == set()


def test_a_change_told_in_one_breath_contradicts_nothing() -> None:
    made = report("One", "three hundred and fifty then one hundred")
    state = {"indicator": "low_morale", "stage": "ongoing"}
    before = claim(made, hop("Ada Pell"), quantity=count(350), **state)
    after = claim(made, hop("Ada Pell"), quantity=count(100), change_of=before.id, number=10, **state)
    found = linked([made], [before, after], (), Outlets(), CODEBOOK)
    assert types_of(found) == set()


def test_two_towns_on_one_day_are_two_events() -> None:
    found = told({}, {"places": at_place(FIELD)})
    assert len(found.matters) == 2 and types_of(found) == set()


def test_another_reading_of_one_act_is_kept_on_both_matters() -> None:
    found = told({"quantity": count(40)}, {"quantity": count(40), "indicator": "defeat"})
    assert [{each.type for each in matter.contradictions} for matter in found.matters] == [{"kind of act"}] * 2


def test_a_forecast_that_did_not_come_is_marked() -> None:
    month = when("2020-03-01", "2020-03-31", "month")
    found = told(
        {**STATE, "trend": "rising", "certainty": Certainty.PREDICTED, "time": month},
        {**STATE, "trend": "falling", "time": month},
    )
    forecast = next(matter for matter in found.matters if matter.kind is MatterKind.FORECAST)
    assert [each.type for each in forecast.contradictions] == ["outcome"]
    assert (forecast.origins.low, forecast.origins.high) == (0, 0)


def _corrected(taking_back: str) -> tuple[list[Report], list[Claim]]:
    first = report("One", "The first print of it, at some length.", "2020-03-05")
    other = report("Two", "Another paper took it over, as it said.", "2020-03-06")
    back = report("One", f"{taking_back}: nobody left after all.", "2020-03-07")
    claims = [
        claim(first, hop("Ada Pell")),
        claim(other, hop("Ada Pell"), hop("One", kind=first_kind())),
        claim(back, negated=True),
    ]
    return [first, other, back], claims


def first_kind() -> Any:
    """The kind of an outlet."""
    from sayso.model.telling import TellerKind

    return TellerKind.OUTLET


def test_a_correction_is_carried_through_to_every_number() -> None:
    reports, claims = _corrected("Correction")
    matter = linked(reports, claims, (), Outlets(), CODEBOOK).matters[0]
    assert (matter.reports, matter.origins.low, matter.origins.high) == (0, 0, 0)
    assert "taken back" in matter.why


def test_a_denial_that_is_no_correction_leaves_the_count() -> None:
    reports, claims = _corrected("An update")
    matter = linked(reports, claims, (), Outlets(), CODEBOOK).matters[0]
    assert (matter.origins.low, matter.origins.high, matter.against.high) == (1, 1, 1)
