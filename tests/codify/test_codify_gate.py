"""The gate: which passages can carry a claim."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sayso.books import groups
from sayso.codify.gate import Gate
from sayso.text.sentences import sentences

DATA = Path(__file__).parents[2] / "src/sayso/data"
MARKET = "The price of onions rose again at the market, and the mayor opened a new school by the river. " * 6


@pytest.fixture(scope="module")
def gate() -> Gate:
    return Gate(groups.load(DATA / "groups.csv"))


def _open(gate: Gate, text: str) -> set[int]:
    """The numbers of the passages let through."""
    found = sentences(text)
    return {found[number].paragraph for number in gate.open_for(text, found)}


def test_a_long_text_about_other_matters_is_shut(gate: Gate) -> None:
    assert not _open(gate, "\n\n".join([MARKET] * 4))


def test_a_short_text_is_read_whole(gate: Gate) -> None:
    assert _open(gate, "Onions are dear.") == {0}


@pytest.mark.parametrize(
    "words",
    [
        "Forty fighters left their post.",
        "Seven conscripts were shot.",
        "Boko Haram has lost a town.",
        "The emir was found near the checkpoint, and two captives with him.",
    ],
)
def test_passages_near_armed_people_are_read(gate: Gate, words: str) -> None:
    text = "\n\n".join([MARKET] * 4 + [words] + [MARKET] * 12)
    assert _open(gate, text) == set(range(2, 7))  # the third one off begins too far away
    short = "\n\n".join([MARKET[:300]] * 4 + [words] + [MARKET[:300]] * 12)
    assert _open(gate, short) == set(range(1, 8))
    longest = "\n\n".join([MARKET * 4, MARKET * 4, words, MARKET * 4, MARKET * 4])
    assert _open(gate, longest) == {1, 2, 3}  # the next one is read however long it is


def test_a_text_about_armed_people_is_read_whole(gate: Gate) -> None:
    text = "\n\n".join([MARKET] * 4 + ["Forty fighters left."] + [MARKET] * 12 + ["A soldier was shot."])
    assert _open(gate, text) == set(range(18))


def test_a_small_word_that_spells_a_group_s_name_opens_nothing(gate: Gate) -> None:
    assert not _open(gate, "\n\n".join([MARKET, f"It is as it is. {MARKET}", MARKET, MARKET]))


_WORDS = """
    army Army-led ex-army militaryish raid raided camp campaign n't 't ’t - -- . , ' ’ ( _ 7 7th U.S. x İ ſ ß al-Shabaab
    MEND machine-gunner war-lords foot soldiers deserts desert-like couldn mutin amnesty bush said. Next
"""
_PIECES = st.sampled_from([*_WORDS.split(), " ", " ", " ", "\n", "\n\n"])


@given(st.lists(_PIECES, max_size=40).map("".join))
@example("mutin" + "n't")
@example("desert-like desert-storm desert-born")
@example("army" + "n’t. ")
def test_the_quick_look_never_shuts_what_the_closer_one_opens(gate: Gate, words: str) -> None:
    text = f"{MARKET * 3}\n\n{words}\n\n{MARKET}"
    if not gate.may_open(text):
        assert not _open(gate, text)


def test_the_quick_look_shuts_most_that_is_about_other_matters(gate: Gate) -> None:
    assert not gate.may_open(f"{MARKET * 4} A guard at the camp was asked.")
    assert gate.may_open(f"{MARKET * 4} The army was asked.")
