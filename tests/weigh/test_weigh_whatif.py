"""What if: by origin, outlet, kind, side, country and day of knowledge."""

from __future__ import annotations

from link_making import CODEBOOK, Outlets, claim, entry, hop, report

from sayso.books import tie_weights
from sayso.link.linking import Books, link
from sayso.model.change import Change
from sayso.model.claim import Claim
from sayso.model.report import Published, Report
from sayso.model.telling import Side, TellerKind
from sayso.weigh.weighing import weigh
from sayso.weigh.whatif import Leaving, Weighing, leave_one_out, weighing_of, whatif

REGISTER = Outlets((entry("One", country="IR"), entry("Two", country="US"), entry("Three", country="US")))


def case() -> tuple[list[Report], list[Claim], Weighing]:
    """Three outlets, three tellers of three kinds, printed on three days."""
    reports = [report("One", "first words", "2020-03-05"), report("Two", "second words", "2020-03-08"),
               report("Three", "third words", "2020-03-20")]  # fmt: skip
    claims = [
        claim(reports[0], hop("Ada Pell", TellerKind.MILITARY, Side.ADVERSARY)),
        claim(reports[1], hop("Bo Marrick", TellerKind.FIGHTER, Side.OWN)),
        claim(reports[2], hop("Cy Tarn", TellerKind.EXPERT, Side.THIRD)),
    ]
    bound = link(reports, claims, (), Books(REGISTER, CODEBOOK, tie_weights.load()))
    linked = weigh(bound, reports, claims, CODEBOOK)
    return reports, claims, weighing_of(bound, linked, reports, claims, CODEBOOK)


def only(changes: tuple[Change, ...]) -> Change:
    assert len(changes) == 1
    return changes[0]


def test_each_way_of_leaving_out_takes_what_it_names() -> None:
    _, claims, weighing = case()
    origin = weighing.linked.origin_of[claims[0].id]
    for what, which in (("origin", origin), ("outlet", "One"), ("kind", "military"), ("side", "adversary"),
                        ("country", "IR")):  # fmt: skip
        found = only(whatif(weighing, Leaving(((what, which),)), REGISTER))
        assert (found.before.low, found.after.low, found.after.reports) == (3, 2, 2)
    assert only(whatif(weighing, Leaving((("country", "US"),)), REGISTER)).after.low == 1


def test_nothing_changes_where_nothing_is_left_out() -> None:
    assert whatif(case()[2], Leaving((("kind", "prisoner"),)), REGISTER) == ()


def test_what_was_not_yet_printed_was_not_known() -> None:
    found = only(whatif(case()[2], Leaving(as_of="2020-03-10"), REGISTER))
    assert (found.after.low, found.after.high) == (2, 2)


def test_a_date_that_does_not_decide_widens_the_interval() -> None:
    reports, claims, _ = case()
    from dataclasses import replace

    reports[2] = replace(reports[2], published=Published("2020-03", "2020-03-01", "2020-03-31", "text"))
    bound = link(reports, claims, (), Books(REGISTER, CODEBOOK, tie_weights.load()))
    linked = weigh(bound, reports, claims, CODEBOOK)
    weighing = weighing_of(bound, linked, reports, claims, CODEBOOK)
    found = only(whatif(weighing, Leaving(as_of="2020-03-10"), REGISTER))
    assert (found.after.low, found.after.high) == (2, 3)


def test_leave_one_out_lists_every_origin_with_what_would_change() -> None:
    table = leave_one_out(case()[2])
    assert len(table) == 3 and all(len(fall.changes) == 1 and fall.falls == 0 for fall in table)
