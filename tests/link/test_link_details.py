"""Rare details: odd numbers however written, names, and the same mistake in a name that others spell right."""

from __future__ import annotations

from dataclasses import replace

import pytest
from link_making import CODEBOOK, FRONT, MARSH, Outlets, claim, hop, prose, report

from sayso.link.details import details_of, misspelt
from sayso.model.claim import Claim
from sayso.model.report import Report
from sayso.model.slots import Actor
from sayso.pipeline.linked import linked


def _written(outlet: str, town: str, seed: int) -> tuple[Report, Claim]:
    """A report on the desertion at Marshtown, whose name it writes so."""
    said = (f"Dozens walked out of {town}.", f"The garrison of {town} is gone.")[seed - 1]
    at = report(outlet, f"{said} {prose(seed)}")
    who = hop(("Ada Pell", "Bo Lund")[seed - 1])
    return at, claim(at, who, span=(0, len(said) - 1), sentence=(0, len(said)), places=(replace(MARSH, written=town),))


def test_numbers_are_one_detail_in_words_and_in_figures() -> None:
    assert details_of(report("A", "He counted forty-one rifles and 83 boots."), ()) == {"41", "83"}
    assert details_of(report("B", "They had 41 rifles, eighty-three boots."), ()) == {"41", "83"}


@pytest.mark.parametrize(
    ("written", "name", "found"),
    [
        ("Marshtwon", "Marshtown", {"marshtwon"}), ("Marshtown", "Marshtown", set()), ("Mārshtown", "Marshtown", set()),
        ("the town", "Marshtown", set()), ("Old Marshtown", "Marshtown", set()), ("Marshtowns", "Marshtown", set()),
        ("Marshtawn", "Marshtown", set()), ("Marshtowwn", "Marshtown", set()),
        ("Marshtobn", "Marshtown", {"marshtobn"}),
    ],
)  # fmt: skip
def test_a_word_that_is_almost_a_name_is_misspelt(written: str, name: str, found: set[str]) -> None:
    at = report("A", "Men left the town by night.")
    placed = claim(at, places=(replace(MARSH, written=written, name=name),))
    acted = claim(at, places=(), actor=Actor(name, None, written, 0, 3))
    assert misspelt([placed]) == misspelt([acted]) == found
    assert misspelt([claim(at, actor=FRONT)]) == set()


def test_those_who_share_a_mistake_may_have_it_from_one_another_and_those_who_spell_right_need_not() -> None:
    ends = {}
    for town in ("Marshtwon", "Marshtown"):
        told = [_written("Reed Courier", town, 1), _written("Hill Radio", town, 2)]
        found = linked([each[0] for each in told], [each[1] for each in told], (), Outlets(), CODEBOOK)
        ends[town] = found.matters[0].origins.low, found.matters[0].origins.high
    assert ends["Marshtown"] == (2, 2)
    assert ends["Marshtwon"] == (1, 2)
