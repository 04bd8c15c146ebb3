"""One agency reprinted by five outlets against three that report on their own: the count follows the three."""

from __future__ import annotations

import random

import pytest
from agency_case import agency_case, answers
from link_making import CODEBOOK, Outlets

from sayso.pipeline.linked import linked


@pytest.mark.parametrize("shared", range(1, 7))
@pytest.mark.parametrize("how", ["credited", "uncredited", "rewritten"])
def test_collapsing_to_origins_is_right_at_every_number_of_shared_questions(shared: int, how: str) -> None:
    case = agency_case(shared, how, random.Random(shared))
    found = linked(case.reports, case.claims, (), Outlets(), CODEBOOK)
    assert answers(found, case) == case.truth
