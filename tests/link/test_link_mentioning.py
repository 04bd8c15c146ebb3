"""A report that speaks of what another outlet told rests on it, for certain where the claim's own sentence does."""

from __future__ import annotations

import pytest
from link_making import CODEBOOK, Outlets, claim, hop, prose, report

from sayso.model.finding import Matter, Tie, TieType
from sayso.model.telling import TellerKind
from sayso.pipeline.linked import linked


def _linked(text: str, end: int, outlet: str = "Hill Radio") -> tuple[Matter, list[Tie]]:
    """The matter of a Reed Courier report and of this text, whose first letters are the claim; and mentions."""
    first = report("Reed Courier", f"Men of the Front walked away in the night. {prose(1)}")
    other = report(outlet, f"{text} {prose(2)}")
    claims = [
        claim(first, hop(None, TellerKind.FORMER_MEMBER), span=(0, 41), sentence=(0, 42)),
        claim(other, hop(None, TellerKind.RESIDENT), span=(0, end), sentence=(0, text.index(".") + 1)),
    ]
    found = linked([first, other], claims, (), Outlets(), CODEBOOK)
    return found.matters[0], [t for t in found.ties if t.type is TieType.CITATION and t.to_name == "Reed Courier"]


@pytest.mark.parametrize(
    "text",
    [
        "Dozens deserted, a trader told the Reed Courier.",
        "Dozens deserted, the Reed Courier reported on Monday.",
        "Dozens deserted, according to the Reed Courier.",
        "Dozens deserted, traders interviewed by the weekly Reed Courier say.",
        "Dozens deserted, as Reed Courier, a local paper, first wrote.",
    ],
)
def test_a_mention_in_the_sentence_is_certain(text: str) -> None:
    matter, (tie,) = _linked(text, 16)
    assert tie.certain and tie.probability == 1.0
    assert (matter.origins.low, matter.origins.high) == (1, 1)


def test_a_mention_elsewhere_is_possible() -> None:
    matter, (tie,) = _linked("Dozens deserted, a trader said. The Reed Courier reported that they were unpaid.", 16)
    assert not tie.certain and "elsewhere" in tie.why
    assert (matter.origins.low, matter.origins.high) == (1, 2)


@pytest.mark.parametrize(
    "text",
    [
        "Dozens deserted, a trader said near the Reed Courier building.",
        "Dozens deserted, a trader said, holding a Reed Courier.",
        "Dozens deserted, a trader told the Reed Courierist.",
    ],
)
def test_a_bare_mention_is_no_citation(text: str) -> None:
    matter, ties = _linked(text, 16)
    assert ties == [] and matter.origins.low == 2


def test_an_outlet_taken_for_another_kind_of_teller_is_cited_all_the_same() -> None:
    text = "Dozens deserted, the Reed Courier reported."
    first, other = report("Reed Courier", f"Men walked off. {prose(1)}"), report("Hill Radio", text)
    claims = [
        claim(first, hop(None, TellerKind.FIGHTER), span=(0, 14), sentence=(0, 15)),
        claim(other, hop("Reed Courier", TellerKind.EXPERT), span=(0, 15), sentence=(0, len(text))),
    ]
    (matter,) = linked([first, other], claims, (), Outlets(), CODEBOOK).matters
    assert (matter.origins.low, matter.origins.high) == (1, 1)


def test_an_outlet_that_speaks_of_itself_cites_nobody() -> None:
    assert _linked("Dozens deserted, a trader told the Reed Courier.", 16, "Reed Courier")[1] == []
