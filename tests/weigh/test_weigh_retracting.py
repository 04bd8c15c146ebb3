"""What an outlet takes back is in no number, and neither is what rests on it alone; nothing else is lost."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from link_making import CODEBOOK, FIELD, Outlets, claim, count, hop, prose, report

from sayso.books import tie_weights
from sayso.link.linking import Books, link
from sayso.model.claim import Claim
from sayso.model.finding import Matter
from sayso.model.report import Report
from sayso.model.telling import TellerKind
from sayso.pipeline.linked import linked
from sayso.weigh.weighing import weigh
from sayso.weigh.whatif import Leaving, weighing_of, whatif

Told = tuple[Report, Claim]


def matters_of(*told: Told) -> list[Matter]:
    """The matters of some reports with a claim each."""
    reports, claims = [each[0] for each in told], [each[1] for each in told]
    return list(linked(reports, claims, (), Outlets(), CODEBOOK).matters)


def matter_of(*told: Told) -> Matter:
    """The one matter of some reports with a claim each."""
    (found,) = matters_of(*told)
    return found


def first(day: str = "2020-03-05", number: int = 40) -> Told:
    """What the Reed Courier printed at first."""
    at = report("Reed Courier", f"Forty men deserted at Marshtown. {prose(1)}", day)
    return at, claim(at, hop("Ada Pell"), span=(0, 31), sentence=(0, 32), quantity=count(number))


def other(day: str = "2020-03-06") -> Told:
    """What another outlet found out by itself."""
    at = report("Delta Herald", f"Soldiers of the Front walked away, a trader saw. {prose(2)}", day)
    return at, claim(at, hop(None, TellerKind.RESIDENT), span=(0, 33), sentence=(0, 48))


def citing(day: str = "2020-03-06") -> Told:
    """What a third outlet took over from the Reed Courier, saying so."""
    at = report("Hill Radio", f"The Reed Courier wrote that forty had gone. {prose(3)}", day)
    return at, claim(at, hop("Ada Pell"), hop("Reed Courier", TellerKind.OUTLET), span=(0, 42), sentence=(0, 43))


def copying(day: str = "2020-03-06") -> Told:
    """A reprint of the Reed Courier that does not say so."""
    at = report("Coast Mail", f"Forty men deserted at Marshtown. {prose(1)}", day)
    return at, claim(at, span=(0, 31), sentence=(0, 32), quantity=count(40))


def taking_back(outlet: str = "Reed Courier", day: str = "2020-03-08", **more: object) -> Told:
    """A notice that tells again what is taken back; of the Reed Courier's own, or about it."""
    own = "We have withdrawn our report that forty men deserted at Marshtown."
    about = "The Reed Courier has retracted its report that forty men deserted at Marshtown."
    text = own if outlet == "Reed Courier" else about
    at = report(outlet, f"{text} {prose(4)}", day)
    start = text.index("forty")
    values = {"quantity": count(40), "span": (start, len(text) - 1), "sentence": (0, len(text))}
    return at, claim(at, **(values | more))


def numbers(matter: Matter) -> tuple[int, int, int, int]:
    """Reports, outlets, and the two ends of the count."""
    return matter.reports, matter.outlets, matter.origins.low, matter.origins.high


def test_a_withdrawn_report_is_in_no_number_whoever_tells_of_it() -> None:
    for outlet in ("Reed Courier", "Lake Post"):
        found = matter_of(first(), taking_back(outlet))
        assert numbers(found) == (0, 0, 0, 0)
        assert found.quantities == () and found.against.high == 0
        assert len(found.withdrawn) == 2 and "taken back" in found.why and found.credibility == 6


def test_what_cites_or_copies_a_withdrawn_report_goes_with_it_and_what_stands_alone_stays() -> None:
    found = matter_of(first(), citing(), copying(), other(), taking_back())
    assert numbers(found) == (1, 1, 1, 1)
    assert numbers(found) == numbers(matter_of(other()))


def test_the_original_of_a_withdrawn_copy_stands_with_its_other_copies() -> None:
    at = report("Dune Wire", f"Forty men deserted at Marshtown. {prose(1)}", "2020-03-04")
    original = at, claim(at, hop("Ada Pell"), span=(0, 31), sentence=(0, 32))
    found = matter_of(original, first(), copying(), taking_back())
    assert numbers(found) == (2, 2, 1, 1)


def test_a_report_printed_after_the_retraction_is_not_taken_back() -> None:
    found = matter_of(first("2020-03-09"), taking_back())
    assert numbers(found) == (1, 1, 1, 1)


def test_a_retraction_of_another_outlet_takes_nothing_back() -> None:
    text = "The Lake Post has retracted its report that forty men deserted at Marshtown."
    at = report("Hill Radio", text, "2020-03-08")
    back = at, claim(at, span=(44, 75), sentence=(0, 76), quantity=count(40))
    assert numbers(matter_of(first(), back)) == numbers(matter_of(first()))


def test_a_corrected_number_is_given_no_more_and_the_matter_stands() -> None:
    text = "Fourteen men deserted at Marshtown. An earlier version of this article said forty men had deserted."
    at = report("Reed Courier", f"{text} {prose(5)}", "2020-03-08")
    again = claim(at, span=(77, 99), sentence=(36, 99), quantity=count(40))
    new = claim(at, hop("Ada Pell"), span=(0, 34), sentence=(0, 35), quantity=count(14))
    reports = [first()[0], copying()[0], at]
    claims = [first()[1], copying()[1], again, new]
    (found,) = linked(reports, claims, (), Outlets(), CODEBOOK).matters
    assert [group.low for group in found.quantities] == [14]
    assert found.contradictions == () and numbers(found) == (3, 2, 1, 1)
    assert "the value, which was corrected" in found.why


def test_a_report_that_no_longer_stands_takes_its_copies_along() -> None:
    at = report("Reed Courier", f"This article has been retracted.\n\nForty men deserted at Marshtown. {prose(1)}",
                "2020-03-05")  # fmt: skip
    gone = at, claim(at, hop("Ada Pell"), span=(34, 65), sentence=(34, 66), quantity=count(40))
    assert numbers(matter_of(gone, copying(), other())) == numbers(matter_of(other()))


def test_a_notice_without_time_or_place_finds_the_matter_of_its_outlet() -> None:
    elsewhere = replace(other()[1], places=(FIELD,))
    found = matters_of(first(), (other()[0], elsewhere), taking_back(time=None, places=()))
    assert {numbers(each) for each in found} == {(0, 0, 0, 0), (1, 1, 1, 1)}


def test_of_two_matters_of_an_outlet_the_value_tells_which_is_meant() -> None:
    at = report("Reed Courier", f"Nine men deserted at Fieldton. {prose(6)}", "2020-03-05")
    nine = at, claim(at, hop("Bo Lund"), span=(0, 29), sentence=(0, 30), quantity=count(9), places=(FIELD,))
    found = matters_of(first(), nine, taking_back(time=None, places=()))
    assert {(*numbers(each), len(each.withdrawn)) for each in found} == {(0, 0, 0, 0, 2), (1, 1, 1, 1, 0)}


@given(st.lists(st.sampled_from((first, other, citing, copying)), min_size=1, unique=True), st.booleans())
@settings(max_examples=40, deadline=None)
def test_taking_back_raises_no_number_and_order_changes_nothing(makers: list, own: bool) -> None:  # type: ignore[type-arg]
    told = [make() for make in makers]
    back = taking_back("Reed Courier" if own else "Lake Post")
    before = matter_of(*told)
    found = {numbers(matter_of(*each)) for each in permutations([*told, back])}
    (after,) = found
    assert all(now <= then for now, then in zip(after, numbers(before), strict=True))
    if other in makers:
        assert after[2:] >= (1, 1)


@pytest.mark.parametrize("out", ["Coast Mail", "Hill Radio", "Reed Courier", "Lake Post"])
def test_leaving_out_a_copy_in_the_middle_leaves_its_neighbours_tied(out: str) -> None:
    texts = [f"Forty men deserted at Marshtown. {prose(at)} {prose(at + 1)}" for at in range(20, 24)]
    reports = [
        report(name, text, f"2020-03-0{5 + at}") for at, (name, text) in enumerate(zip(NAMES, texts, strict=True))
    ]
    claims = [claim(at, span=(0, 31), sentence=(0, 32)) for at in reports]
    bound = link(reports, claims, (), Books(Outlets(), CODEBOOK, tie_weights.load()))
    found = weigh(bound, reports, claims, CODEBOOK)
    assert numbers(found.matters[0])[3] == 1
    weighing = weighing_of(bound, found, reports, claims, CODEBOOK)
    (change,) = whatif(weighing, Leaving((("outlet", out),)), Outlets())
    assert (change.after.reports, change.after.high) == (3, 1)


NAMES = ("Reed Courier", "Coast Mail", "Hill Radio", "Lake Post")
