"""This is worth more than that: credibility by rank, without magic numbers."""

from __future__ import annotations

import pytest
from link_making import CODEBOOK, Outlets, claim, count, hop, prose, report

from sayso.model.claim import Claim
from sayso.model.finding import Matter
from sayso.model.report import Report
from sayso.model.telling import Access, Certainty, Hop, Side, TellerKind
from sayso.pipeline.linked import linked

K = TellerKind


def matter(*told: tuple[Hop, ...], **slots: list[dict[str, object]]) -> Matter:
    """The matter of claims told each in an outlet of its own; `more` gives their slots."""
    reports: list[Report] = []
    claims: list[Claim] = []
    more = slots.get("more", [{}] * len(told))
    for number, (tellers, extra) in enumerate(zip(told, more, strict=True)):
        made = report(f"Outlet {number}", prose(number))
        reports.append(made)
        claims.append(claim(made, *tellers, **extra))
    found = linked(reports, claims, (), Outlets(), CODEBOOK).matters
    return max(found, key=lambda each: len(each.claims))


OWN = hop("Ada Pell", K.FIGHTER, Side.OWN, Access.SAW)
OWN_TOLD = hop("Gil Oss", K.FIGHTER, Side.OWN)
FOE = hop("Bo Tarn", K.MILITARY, Side.ADVERSARY)
FOE_TOO = hop("Di Vost", K.MILITARY, Side.ADVERSARY)
THIRD = hop("Cy Marr", K.EXPERT, Side.THIRD)
DENIES: dict[str, object] = {"certainty": Certainty.DENIED}

BETTER: tuple[tuple[str, Matter, Matter], ...] = (
    ("two sides beat one side twice", matter((OWN,), (FOE,)), matter((FOE,), (FOE_TOO,))),
    ("two of one side beat one", matter((FOE,), (FOE_TOO,)), matter((FOE,))),
    ("an admission at first hand beats an enemy's word", matter((OWN,)), matter((FOE,))),
    ("an admission at first hand beats one at second hand", matter((OWN,)), matter((OWN_TOLD,))),
    ("no contradiction beats one", matter((OWN,), (FOE,)),
     matter((OWN,), (FOE,), more=[{"quantity": count(3)}, {"quantity": count(30)}])),
    ("undenied beats denied", matter((OWN,), (FOE,)), matter((OWN,), (FOE,), (THIRD,), more=[{}, {}, DENIES])),
    ("denied by one beats denied by more than tell it",
     matter((FOE,), (THIRD,), more=[{}, DENIES]), matter((FOE,), (THIRD,), (OWN,), more=[{}, DENIES, DENIES])),
)  # fmt: skip


@pytest.mark.parametrize(("better", "worse"), [case[1:] for case in BETTER], ids=[case[0] for case in BETTER])
def test_this_is_worth_more_than_that(better: Matter, worse: Matter) -> None:
    assert better.credibility is not None and worse.credibility is not None
    assert better.credibility < worse.credibility


def test_five_echoes_are_worth_no_more_than_one_voice() -> None:
    assert matter(*[(FOE,)] * 5).credibility == matter((FOE,)).credibility


def test_bare_assertions_cannot_be_judged() -> None:
    assert matter((), (), ()).credibility == 6


def test_patterns_and_forecasts_get_no_grade() -> None:
    assert matter((FOE,), more=[{"certainty": Certainty.PREDICTED}]).credibility is None
    assert matter((FOE,), more=[{"scope": "group-wide", "places": ()}]).credibility is None


def test_the_reason_says_why_two_and_why_not_five() -> None:
    told = matter((FOE,), (FOE,), (FOE,), (FOE,), (THIRD,))
    assert (told.reports, told.origins.low, told.origins.high) == (5, 2, 2)
    assert "5 reports, 5 outlets, 2 origins." in told.why
    assert "4 claims rest on one say-so: Bo Tarn" in told.why
