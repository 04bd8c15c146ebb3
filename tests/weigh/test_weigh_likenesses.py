"""An unnamed teller may be one who is named elsewhere; that makes nobody else one."""

from __future__ import annotations

from link_making import CODEBOOK, Outlets, claim, hop, prose, report

from sayso.model.telling import Hop, TellerKind
from sayso.pipeline.linked import linked

OFFICIAL, MILITARY, UNKNOWN = TellerKind.OFFICIAL, TellerKind.MILITARY, TellerKind.UNKNOWN
RESIDENT = TellerKind.RESIDENT


def _ends(*reports: tuple[Hop, ...]) -> tuple[int, int]:
    """The ends of the count of reports by outlets of their own, each with a claim of these tellers."""
    made = [report(f"Outlet {at}", prose(at + 50)) for at in range(len(reports))]
    claims = [
        claim(made[at], teller, number=20 * each) for at, tellers in enumerate(reports)
        for each, teller in enumerate(tellers)
    ]  # fmt: skip
    (matter,) = linked(made, claims, (), Outlets(), CODEBOOK).matters
    return matter.origins.low, matter.origins.high


def test_an_unnamed_official_may_be_the_one_who_is_named() -> None:
    assert _ends((hop("Ada Pell"),), (hop(None),)) == (1, 2)
    assert _ends((hop("Ada Pell"),), (hop(None, RESIDENT),)) == (2, 2)


def test_officials_and_soldiers_without_names_may_be_one() -> None:
    assert _ends((hop(None, MILITARY),), (hop(None),)) == (1, 2)


def test_a_teller_of_no_known_kind_may_be_anybody_but_makes_nobody_one() -> None:
    assert _ends((hop("Ada Pell"),), (hop(None, RESIDENT),), (hop(None, UNKNOWN, written="a source"),)) == (2, 3)


def test_what_a_report_tells_apart_stays_apart() -> None:
    assert _ends((hop("Ada Pell"), hop(None))) == (2, 2)
    assert _ends((hop("Ada Pell"), hop(None)), (hop(None),)) == (2, 3)


def test_a_second_unnamed_teller_is_nobody_who_is_named_elsewhere() -> None:
    two = (hop(None, written="a clerk"), hop(None, written="another clerk"))
    assert _ends(two) == (2, 2)
    assert _ends(two, (hop("Ada Pell"),)) == (2, 3)


def test_a_name_that_opens_a_description_is_that_person_and_one_inside_it_may_be() -> None:
    opening = hop(None, MILITARY, written="Colonel Idrissa Barma of the northern sector")
    inside = hop(None, MILITARY, written="the northern sector's commander, Colonel Idrissa Barma")
    assert _ends((hop("Idrissa Barma", TellerKind.EXPERT),), (opening,)) == (1, 1)
    assert _ends((hop("Idrissa Barma", TellerKind.EXPERT),), (inside,)) == (1, 2)
