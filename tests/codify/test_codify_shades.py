from __future__ import annotations

import pytest

from sayso.books.codebook import load
from sayso.codify.coder import Coder
from sayso.model.coding import Coding
from sayso.text.sentences import sentences

CODER = Coder(load("cohesion"))


def _coding(text: str, code: str) -> Coding:
    found = [coding for coding in CODER.code(text, sentences(text), ()) if coding.indicator == code]
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "code", "stage"),
    [
        ("Twelve rebels deserted on Monday.", "desertion", "done"),
        ("Rebels are deserting from the garrison.", "desertion", "ongoing"),
        ("Many fighters want to leave the group.", "desertion", "wished"),
        ("Some fighters tried to flee the front.", "desertion", "attempted"),
        ("Rebels were forced to flee their posts.", "desertion", "done"),
        ("Two soldiers requested transfers to the coast.", "transfer_request", "asked"),
        ("The militia threatens to shoot deserters.", "deserter_punishment", "threatened"),
        ("The emir ordered his men to cut the fighters' salaries.", "pay_cut", "ordered"),
        ("Morale among the soldiers is low.", "low_morale", "ongoing"),
        ("A fighter hopes to return to France.", "departure_home", "wished"),
        ("The group suffered a crushing defeat in March.", "defeat", "done"),
        ("Soldiers managed to flee the front.", "desertion", "done"),
        ("Rebels have fled the camp.", "desertion", "done"),
    ],
)
def test_stage_is_read_off_what_governs_the_act(text: str, code: str, stage: str) -> None:
    assert _coding(text, code).stage == stage


@pytest.mark.parametrize(
    ("text", "code", "negated"),
    [
        ("None of the rebels deserted.", "desertion", True),
        ("The soldiers did not surrender.", "surrender", True),
        ("The rebels fought on without desertions.", "desertion", True),
        ("The soldiers did not obey the order.", "refusal", False),
        ("The fighters have not been paid.", "pay_cut", False),
        ("Not only recruits but officers deserted.", "desertion", False),
        ("Nobody helped, and the rebels deserted.", "desertion", False),
        ("The garrison no longer has any food, and soldiers fled the post.", "desertion", False),
    ],
)
def test_negation_is_about_the_indicator(text: str, code: str, negated: bool) -> None:
    assert _coding(text, code).negated is negated


@pytest.mark.parametrize(
    ("text", "code", "certainty"),
    [
        ("The rebels deserted.", "desertion", "asserted"),
        ("The rebels will desert.", "desertion", "predicted"),
        ("The rebels are likely to desert.", "desertion", "predicted"),
        ("The rebels may have deserted.", "desertion", "possible"),
        ("The rebels apparently deserted.", "desertion", "possible"),
        ("The rebels reportedly deserted.", "desertion", "reported"),
        ("The rebels allegedly deserted.", "desertion", "alleged"),
        ("Have the rebels deserted?", "desertion", "asked"),
        ("They will be stronger if the rebels desert.", "desertion", "asked"),
        ("The soldiers would not board the trucks.", "refusal", "asserted"),
        ("The fighters have lost the will to fight.", "low_morale", "asserted"),
        ("The fighters could not be paid, and salaries were withheld.", "pay_cut", "asserted"),
    ],
)
def test_certainty_is_what_stands_inside_the_passage(text: str, code: str, certainty: str) -> None:
    assert _coding(text, code).certainty == certainty


@pytest.mark.parametrize(
    ("text", "trend"),
    [
        ("An increasing number of rebels deserted.", "rising"),
        ("Desertions have doubled.", "rising"),
        ("Fewer rebels deserted this month.", "falling"),
        ("A steady number of rebels deserted.", "steady"),
        ("Three rebels deserted.", None),
    ],
)
def test_trend_is_taken_as_stated(text: str, trend: str | None) -> None:
    assert _coding(text, "desertion").trend == trend


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("A soldier deserted.", "individual"),
        ("The second battalion deserted its post.", "unit"),
        ("Rebels deserted in Kidal.", "local"),
        ("Mass desertions plague the rebels.", "group-wide"),
        ("Rebels deserted.", "unstated"),
    ],
)
def test_scope_is_as_the_clause_says(text: str, scope: str) -> None:
    assert _coding(text, "desertion").scope == scope


@pytest.mark.parametrize(
    ("text", "reasons"),
    [
        ("Rebels deserted because they had not been paid their wages.", ("pay",)),
        ("Rebels deserted over unpaid salaries and out of fear.", ("pay", "fear")),
        ("Citing a sick child, the recruit deserted.", ()),
        ("The recruit deserted to look after his sick child.", ("illness", "family")),
        ("Rebels deserted.", ()),
    ],
)
def test_reasons_stand_in_or_after_the_clause(text: str, reasons: tuple[str, ...]) -> None:
    assert _coding(text, "desertion").reasons == reasons
