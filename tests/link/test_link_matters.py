"""Matters: kinds never mix, chains of weak likeness merge nothing, places contain one another."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from link_making import CODEBOOK, FRONT, MARSH, PROVINCE, Outlets, at_place, claim, days_after, hop, prose, report, when

from sayso.link.blocks import Placed, clusters_of
from sayso.link.kinds import matter_kind
from sayso.link.slots import Slots
from sayso.model.claim import Claim
from sayso.model.coding import Stage
from sayso.model.finding import Matter, MatterKind
from sayso.model.slots import Actor
from sayso.model.telling import Certainty
from sayso.pipeline.linked import linked

AT = report("A", prose(1))


def matters(*slots: dict[str, object]) -> list[Matter]:
    """The matters of claims with these slots, each of its own report."""
    reports = [report(f"Outlet {n}", prose(n)) for n in range(len(slots))]
    claims: list[Claim] = [
        claim(at, hop(f"Teller {n}"), **s) for n, (at, s) in enumerate(zip(reports, slots, strict=True))
    ]
    return list(linked(reports, claims, (), Outlets(), CODEBOOK).matters)


@pytest.mark.parametrize(
    ("slots", "kind"),
    [
        ({}, MatterKind.EVENT),
        ({"certainty": Certainty.PREDICTED}, MatterKind.FORECAST),
        ({"indicator": "low_morale"}, MatterKind.STATE),
        ({"scope": "group-wide", "places": ()}, MatterKind.PATTERN),
        ({"stage": Stage.ONGOING, "time": None}, MatterKind.PATTERN),
        ({"indicator": "malingering", "places": ()}, MatterKind.EVENT),
        ({"indicator": "malingering", "places": (), "scope": "unstated"}, MatterKind.PATTERN),
        ({"indicator": "malingering"}, MatterKind.EVENT),
    ],
)
def test_kinds(slots: dict[str, object], kind: MatterKind) -> None:
    assert matter_kind(claim(AT, **slots), CODEBOOK) is kind


def test_a_wish_a_threat_and_an_act_are_three_matters_that_are_related() -> None:
    found = matters({"stage": Stage.DONE}, {"stage": Stage.WISHED}, {"stage": Stage.THREATENED})
    assert sorted(each.stage for each in found) == ["", "threatened", "wished"]
    assert all(len(each.related) == 2 for each in found)


def test_an_event_in_a_town_and_in_its_province_is_one_and_the_town_is_shown() -> None:
    found = matters({"places": at_place(PROVINCE)}, {"places": at_place(MARSH)})
    assert len(found) == 1 and found[0].place == MARSH


def test_a_state_of_a_town_is_not_that_of_its_province() -> None:
    state = {"indicator": "low_morale"}
    assert len(matters({**state, "places": at_place(PROVINCE)}, {**state, "places": at_place(MARSH)})) == 2


def test_actors_and_parts_of_actors_are_told_apart() -> None:
    other = Actor("Salt Front", None, "Salt Front", 0, 1)
    part = Actor("Reed Front", "foreign fighters", "foreigners", 0, 1)
    assert len(matters({"actor": FRONT}, {"actor": other})) == 2
    state = {"indicator": "low_morale"}
    assert len(matters({**state, "actor": FRONT}, {**state, "actor": part})) == 2


def test_a_chain_of_overlapping_times_does_not_merge_its_ends() -> None:
    spans = [when(days_after("2020-01-01", 10 * n), days_after("2020-01-15", 10 * n), "week") for n in range(8)]
    found = matters(*({"indicator": "low_morale", "time": time} for time in spans))
    for matter in found:
        held = [claim_time for claim_time in spans if claim_time]
        assert len(matter.claims) <= 2 and held


@st.composite
def placed(draw: st.DrawFn) -> list[Placed]:
    """Claims with windows and places of a small tree."""
    tree = {"town1": ("prov1", "land"), "town2": ("prov1", "land"), "prov1": ("land",), "land": (), "": ()}
    found = []
    for number in range(draw(st.integers(1, 12))):
        low = draw(st.integers(700_000, 700_060))
        place = draw(st.sampled_from(sorted(tree)))
        timed = draw(st.booleans())
        slots = Slots(timed, low, low + draw(st.integers(0, 50)), place, tree[place], place not in ("", "land"))
        found.append(Placed(f"c{number:02}", slots))
    return found


@settings(max_examples=150, deadline=None)
@given(placed(), st.sampled_from([MatterKind.EVENT, MatterKind.STATE]), st.randoms(use_true_random=False))
def test_every_pair_in_a_cluster_is_compatible_and_order_changes_nothing(
    claims: list[Placed], kind: MatterKind, rolled: random.Random
) -> None:
    found = clusters_of(claims, kind, frozenset())
    for cluster in found:
        for one in cluster.members:
            for other in cluster.members:
                a, b = one.slots, other.slots
                assert a.timed == b.timed and bool(a.place) == bool(b.place)
                assert a.low <= b.high and b.low <= a.high
                assert a.place == b.place or a.place in b.within or b.place in a.within
    again = list(claims)
    rolled.shuffle(again)
    names = sorted(sorted(p.claim for p in c.members) for c in found)
    assert names == sorted(sorted(p.claim for p in c.members) for c in clusters_of(again, kind, frozenset()))
