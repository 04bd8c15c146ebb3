"""Every line of the rules of the count, as a property."""

from __future__ import annotations

import random
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from link_making import CODEBOOK, FRONT, MARSH, Outlets, claim, count, entry, hop, prose, report, when

from sayso.model.claim import Claim
from sayso.model.coding import Stage
from sayso.model.finding import Linked, Matter, MatterKind
from sayso.model.report import Report
from sayso.model.telling import Access, Certainty, Hop, Side, TellerKind
from sayso.pipeline.linked import linked

KINDS = (TellerKind.OFFICIAL, TellerKind.RESIDENT, TellerKind.MILITARY, TellerKind.FIGHTER, TellerKind.EXPERT)

Case = tuple[list[Report], list[Claim]]


def link_of(case: Case, **more: object) -> Linked:
    """The case linked and weighed."""
    decisions = more.get("decisions", ())
    register = more.get("register", Outlets())
    return linked(case[0], case[1], decisions, register, CODEBOOK)  # type: ignore[arg-type]


def main_matter(found: Linked) -> Matter:
    """The matter with most claims."""
    return max(found.matters, key=lambda matter: (len(matter.claims), matter.id))


@st.composite
def teller(draw: st.DrawFn) -> tuple[Hop, ...]:
    """Nobody, somebody named or somebody unnamed, perhaps through an outlet that is or is not in the case."""
    kind = draw(st.sampled_from(KINDS))
    name = draw(st.sampled_from([None, None, "Ada Pell", "Bo Marrick", "Cy Tarn", "Di Vost"]))
    side = draw(st.sampled_from([Side.OWN, Side.ADVERSARY, Side.THIRD]))
    body = draw(st.sampled_from([None, None, "Reed Ministry"]))
    tellers = [hop(name, kind, side, affiliation=body)]
    if draw(st.booleans()):
        at = draw(st.sampled_from(["Outlet 0", "Outlet 1", "Far Agency"]))
        tellers.append(hop(at, TellerKind.OUTLET))
    return tuple(tellers) if draw(st.integers(0, 3)) else ()


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """A few reports on one event, each with one or two claims told by anybody."""
    reports, claims = [], []
    for number in range(draw(st.integers(1, 5))):
        made = report(f"Outlet {number}", prose(1000 + number), f"2020-03-0{draw(st.integers(5, 9))}")
        reports.append(made)
        for at in range(draw(st.integers(1, 2))):
            sure = draw(
                st.sampled_from([Certainty.ASSERTED, Certainty.ASSERTED, Certainty.ALLEGED, Certainty.POSSIBLE])
            )
            place = draw(st.sampled_from([(MARSH,), (MARSH,), ()]))
            claims.append(claim(made, *draw(teller()), number=10 * at, certainty=sure, places=place))
    return reports, claims


def with_report(case: Case, extra: Report, *claims: Claim) -> Case:
    """The case with one more report."""
    return [*case[0], extra], [*case[1], *claims]


def matter_with(found: Linked, one: Claim) -> Matter:
    """The matter that a claim is of."""
    return next(matter for matter in found.matters if one.id in matter.claims)


few = settings(max_examples=60, deadline=None)


@few
@given(cases(), st.booleans())
def test_a_denial_never_raises_the_count_and_counts_against(case: Case, plain: bool) -> None:
    before = matter_with(link_of(case), case[1][0])
    told = {"negated": True} if plain else {"certainty": Certainty.DENIED}
    extra = report("Denier", prose(7))
    denial = claim(extra, hop("Em Foss"), places=case[1][0].places, **told)
    after = matter_with(link_of(with_report(case, extra, denial)), case[1][0])
    assert after.origins.low <= before.origins.low and after.origins.high <= before.origins.high
    assert after.against.high == before.against.high + 1
    assert any(each.type == "denial" for each in after.contradictions) or not before.origins.high


@few
@given(cases(), st.sampled_from([Certainty.PREDICTED, Certainty.ASKED]))
def test_predicted_and_asked_claims_enter_neither_count(case: Case, sure: Certainty) -> None:
    before = matter_with(link_of(case), case[1][0])
    extra = report("Seer", prose(8))
    found = link_of(with_report(case, extra, claim(extra, hop("Em Foss"), places=case[1][0].places, certainty=sure)))
    after = matter_with(found, case[1][0])
    assert (after.origins.low, after.origins.high) == (before.origins.low, before.origins.high)


@few
@given(cases())
def test_a_possible_claim_enters_the_high_count_alone(case: Case) -> None:
    before = matter_with(link_of(case), case[1][0])
    extra = report("Guesser", prose(9))
    guess = claim(extra, hop("Em Foss"), places=case[1][0].places, certainty=Certainty.POSSIBLE)
    after = matter_with(link_of(with_report(case, extra, guess)), case[1][0])
    assert after.origins.low == before.origins.low
    assert after.origins.high == before.origins.high + 1


@few
@given(cases(), st.sampled_from(["pattern", "group-wide"]))
def test_a_pattern_is_related_to_an_event_and_adds_no_origin(case: Case, how: str) -> None:
    before = matter_with(link_of(case), case[1][0])
    extra = report("Sweeper", prose(10))
    slots = {"scope": "group-wide", "places": ()} if how == "group-wide" else {"time": None, "stage": Stage.ONGOING}
    found = link_of(with_report(case, extra, claim(extra, hop("Em Foss"), **slots)))
    after = matter_with(found, case[1][0])
    assert (after.origins.low, after.origins.high) == (before.origins.low, before.origins.high)
    pattern = next(matter for matter in found.matters if matter.kind is MatterKind.PATTERN)
    assert pattern.id in after.related and after.id in pattern.related


def test_a_missing_place_or_time_is_compatible_only_with_a_claim_that_lacks_it_too() -> None:
    one, other, third = report("One", prose(1)), report("Two", prose(2)), report("Three", prose(3))
    whole = claim(one, hop("Ada Pell"))
    placeless = claim(other, hop("Bo Marrick"), places=())
    also = claim(third, hop("Cy Tarn"), places=())
    found = link_of(([one, other, third], [whole, placeless, also]))
    assert matter_with(found, placeless) is matter_with(found, also)
    assert matter_with(found, whole).claims == (whole.id,)
    assert set(matter_with(found, whole).possible) == {placeless.id, also.id}
    assert (matter_with(found, whole).origins.low, matter_with(found, whole).origins.high) == (1, 3)


def test_states_join_only_where_their_periods_overlap() -> None:
    reports = [report(f"Outlet {n}", prose(n)) for n in range(3)]
    times = (when("2020-01-01", "2020-02-01"), when("2020-01-20", "2020-03-01"), when("2020-06-01", "2020-07-01"))
    claims = [
        claim(at, hop(f"Teller {n}"), indicator="low_morale", time=time)
        for n, (at, time) in enumerate(zip(reports, times, strict=True))
    ]
    found = link_of((reports, claims))
    assert matter_with(found, claims[0]) is matter_with(found, claims[1])
    assert matter_with(found, claims[2]).claims == (claims[2].id,)


@few
@given(cases(), st.integers(0, 99))
def test_a_copy_raises_neither_end_of_the_count(case: Case, which: int) -> None:
    found = link_of(case)
    original = case[1][which % len(case[1])]
    before = matter_with(found, original)
    source = next(each for each in case[0] if each.id == original.report)
    copy = report("Copier", source.text, "2020-03-10")
    copied = [
        replace(claim(copy, *each.chain[:-1], number=each.start, certainty=each.certainty, places=each.places),
                sentence=each.sentence)
        for each in case[1] if each.report == source.id
    ]  # fmt: skip
    after = matter_with(link_of(with_report(case, copy, *copied)), original)
    assert after.origins.low <= before.origins.low and after.origins.high <= before.origins.high


@few
@given(cases(), st.sampled_from(KINDS), st.booleans())
def test_a_report_that_shares_nothing_and_agrees_never_lowers_the_count(
    case: Case, kind: TellerKind, named: bool
) -> None:
    before = matter_with(link_of(case), case[1][0])
    extra = report("Stranger", prose(11))
    agreeing = claim(extra, hop("Zed Quillon" if named else None, kind), places=case[1][0].places)
    after = matter_with(link_of(with_report(case, extra, agreeing)), case[1][0])
    assert after.origins.low >= before.origins.low and after.origins.high >= before.origins.high


@few
@given(cases())
def test_splitting_an_origin_never_lowers_and_merging_never_raises(case: Case) -> None:
    from sayso.model.decision import Decision

    found = link_of(case)
    for matter in found.matters:
        for other in matter.claims[1:]:
            for verb, sign in (("same origin", -1), ("not the same origin", 1)):
                said = Decision(1, "ana", "2020-04-01", "why", matter.claims[0], verb, f'"{other}"', "", "h")
                after = link_of(case, decisions=(said,))
                new = next(each for each in after.matters if matter.claims[0] in each.claims)
                assert sign * (new.origins.low - matter.origins.low) >= 0
                assert sign * (new.origins.high - matter.origins.high) >= 0


@few
@given(cases(), st.permutations(range(5)))
def test_renaming_outlets_changes_nothing(case: Case, order: list[int]) -> None:
    new = {f"Outlet {n}": f"Paper {m}" for n, m in enumerate(order)} | {"Far Agency": "Near Agency"}
    reports = [replace(each, outlet=new[each.outlet or ""], outlet_written=new[each.outlet or ""]) for each in case[0]]
    claims = [
        replace(each, chain=tuple(replace(h, name=new.get(h.name or "", h.name), written=new.get(h.written, h.written))
                                  for h in each.chain))
        for each in case[1]
    ]  # fmt: skip

    def numbers(found: Linked) -> list[object]:
        return [(m.id, m.claims, m.reports, m.outlets, m.origins, m.against, m.credibility) for m in found.matters]

    assert numbers(link_of(case)) == numbers(link_of((reports, claims)))


@few
@given(cases(), st.randoms(use_true_random=False))
def test_reading_order_changes_nothing(case: Case, rolled: random.Random) -> None:
    reports, claims = list(case[0]), list(case[1])
    rolled.shuffle(reports)
    rolled.shuffle(claims)
    assert link_of(case) == link_of((reports, claims))


def test_fifty_paraphrased_copies_under_fifty_names_are_never_fifty() -> None:
    reports = [report(f"Puppet {n}", prose(n)) for n in range(50)]
    bare = main_matter(link_of((reports, [claim(each) for each in reports])))
    unnamed = main_matter(link_of((reports, [claim(each, hop(None)) for each in reports])))
    assert bare.origins.low == 0 and unnamed.origins.low == 1
    assert (bare.reports, unnamed.reports) == (50, 50)


def test_the_count_is_never_above_the_number_of_distinct_chains() -> None:
    reports = [report(f"Outlet {n}", prose(n)) for n in range(6)]
    claims = [claim(each, hop(f"Teller {n % 2}")) for n, each in enumerate(reports)]
    assert main_matter(link_of((reports, claims))).origins.high == 2


def test_a_hostile_near_copy_is_pulled_out_by_a_decision() -> None:
    from sayso.model.decision import Decision

    text = prose(1, 80)
    true, hostile = report("True", text, "2020-03-05"), report("Hostile", text + " And more.", "2020-03-04")
    mine = claim(true, hop("Ada Pell", access=Access.SAW), sentence=(0, 60))
    theirs = claim(hostile, hop("Bo Marrick", access=Access.SAW), sentence=(0, 60))
    case = ([true, hostile], [mine, theirs])
    assert main_matter(link_of(case)).origins.high == 1
    apart = Decision(1, "ana", "2020-04-01", "near copy", mine.id, "not the same origin", f'"{theirs.id}"', "", "h")
    assert main_matter(link_of(case, decisions=(apart,))).origins.low == 2
    undone = Decision(2, "ana", "2020-04-02", "", "1", "undo", '"1"', "h", "h2")
    assert link_of(case, decisions=(apart, undone)) == link_of(case)


def test_outlets_of_one_owner_do_not_count_apart_in_the_low_count() -> None:
    reports = [report("One", prose(1)), report("Two", prose(2))]
    claims = [claim(each, access=Access.SAW) for each in reports]
    owned = Outlets((entry("One", "Holding"), entry("Two", "Holding")))
    assert main_matter(link_of((reports, claims))).origins.low == 2
    assert main_matter(link_of((reports, claims), register=owned)).origins.low == 1


def test_circular_citation_is_counted_once_and_shown() -> None:
    one, other = report("One", prose(1)), report("Two", prose(2))
    claims = [claim(one, hop("Two", TellerKind.OUTLET)), claim(other, hop("One", TellerKind.OUTLET))]
    matter = main_matter(link_of(([one, other], claims)))
    assert (matter.origins.low, matter.origins.high) == (0, 1)
    assert "lead back to each other" in matter.why


def test_values_stay_attributed_and_contradict() -> None:
    one, other = report("One", prose(1)), report("Two", prose(2))
    claims = [claim(one, hop("Ada Pell"), quantity=count(35)), claim(other, hop("Bo Marrick"), quantity=count(45))]
    matter = main_matter(link_of(([one, other], claims)))
    assert [(group.low, len(group.origins)) for group in matter.quantities] == [(35, 1), (45, 1)]
    assert [each.type for each in matter.contradictions] == ["count"]
    assert FRONT.name


def test_what_is_set_apart_gets_no_tie_that_the_whole_did_not_have() -> None:
    from sayso.model.decision import Decision

    reports = [report(f"Outlet {n}", prose(1000 + n)) for n in range(2)]
    first, later = reports
    soldier = claim(first, hop(None, TellerKind.MILITARY, Side.OWN))
    outlet = hop("Outlet 0", TellerKind.OUTLET)
    clerk = claim(first, hop(None, side=Side.OWN), outlet, number=10, certainty=Certainty.POSSIBLE)
    same = claim(later, hop(None, side=Side.OWN), outlet)
    case = (reports, [soldier, clerk, same])
    assert main_matter(link_of(case)).origins.low == 2
    apart = Decision(1, "ana", "2020-04-01", "why", clerk.id, "not the same origin", f'"{same.id}"', "", "h")
    assert main_matter(link_of(case, decisions=(apart,))).origins.low == 2
