"""Places in reports: what is found, with which role, and what is left alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.books.gazetteer import Gazetteer
from sayso.model.slots import Place, Precision, Unresolved
from sayso.resolve.places import places
from sayso.text.sentences import sentences

GAZETTEER = Gazetteer(Path(__file__).parents[2] / "src" / "sayso" / "data" / "places.sqlite")


def found(text: str, *context: str) -> list[tuple[str, str, str]]:
    """Role, words and name of each place."""
    results = places(text, sentences(text), GAZETTEER, context)
    return [(place.role, place.written, place.name) for place in results if isinstance(place, Place)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fighters fled from Gwoza to Damasak.", [("from", "Gwoza", "Gwoza"), ("to", "Damasak", "Damasak")]),
        ("They met near the Iraqi town of al-Shirqat.", [("where", "al-Shirqat", "Shirqat")]),
        ("A base in western Anbar was hit.", [("where", "western Anbar", "Anbar")]),
        ("The unit left the Syrian city of al-Raqa.", [("from", "al-Raqa", "Raqqa")]),
        ("Shops closed in Mosul's west.", [("where", "Mosul", "Mosul")]),
        ("Twenty gave up in Borno State.", [("where", "Borno State", "Borno")]),
        ("Ten went to Iraq and Syria.", [("to", "Iraq", "Iraq"), ("to", "Syria", "Syria")]),
        ("They were pushed out of Ramadi.", [("from", "Ramadi", "Ramadi")]),
        ("Clashes between Gao and Menaka went on.", [("where", "Gao", "Gao"), ("where", "Menaka", "Menaka")]),
        ("A patrol died in Cameroon's Far North region.", [("where", "Far North region", "Far North")]),
        ("He was born in Mosul, Iraq, and left.", [("where", "Mosul", "Mosul")]),
        ("Camps stand in Luhansk region.", [("where", "Luhansk region", "Luhansk Oblast")]),
        ("They crossed into Turkish territory.", [("to", "Turkish territory", "Turkey")]),
        (
            "Recruits from Ethiopia, Morocco and Tanzania had fled.",
            [("from", "Ethiopia", "Ethiopia"), ("from", "Morocco", "Morocco"), ("from", "Tanzania", "Tanzania")],
        ),
        ("Strikes went on near Raqqa, Davis said.", [("where", "Raqqa", "Raqqa")]),
        ("Recruits came from the Sahel.", [("from", "Sahel", "Sahel")]),
        ("Guerrillas left Catatumbo for days.", [("from", "Catatumbo", "Catatumbo")]),
        (
            "Soldiers ran from Lashio, in Shan State.",
            [("from", "Lashio", "Lashio"), ("where", "Shan State", "Shan State")],
        ),
        ("Troops took the outskirts of El Fasher.", [("where", "El Fasher", "El Fasher")]),
        ("He headed in the direction of Pakistan.", [("to", "Pakistan", "Pakistan")]),
    ],
)
def test_finds(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Washington said it had no word of it.",
        "Moscow's position has not changed.",
        "Baghdad denied the report, and Damascus also did.",
        "Talks with Tehran went on.",
        "Support from Qatar dried up.",
        "The plan was backed by Iran and Turkey.",
        "The Washington Post and the Baghdad Times reported it.",
        "He left the Islamic State of Iraq and Syria.",
        "U.S. Central Command watched.",
        "Col. Jordan spoke to Abu Omar al-Baghdadi.",
        "She taught at the University of Mindanao.",
        "Iraqi forces and Syrian troops met.",
        "The president of Syria spoke.",
        "Reading is a pastime, Mobile phones ring, Nice people wait until March.",
        "He spent a day in Reading.",
        "Western countries and Central banks agreed.",
        "The Kremlin was silent.",
        "Nigerian news agency Mosul said so.",
    ],
)
def test_leaves(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two cattle were shot in Oku Dabre forest.", [("where", "Oku Dabre forest", "district")]),
        ("They surrendered at the naval post in Brabbo.", [("where", "Brabbo", "town")]),
        ("The women of Olembe-Sud drove them off.", [("where", "Olembe-Sud", "town")]),
        ("He praised the chiefs and people of Wadoru, who kept the gate shut.", [("where", "Wadoru", "town")]),
        ("Men hid in Barangay Santo Pilo.", [("where", "Barangay Santo Pilo", "town")]),
        ("Four slipped out and made for Zarbok.", [("to", "Zarbok", "town")]),
        ("They hid in three hamlets of Wadu block on 3 May.", [("where", "Wadu block", "district")]),
    ],
)
def test_a_place_that_no_gazetteer_lists_stands_as_it_is_written(
    text: str, expected: list[tuple[str, str, str]]
) -> None:
    results = [place for place in places(text, sentences(text), GAZETTEER) if isinstance(place, Place)]
    assert [(place.role, place.written, place.precision.value) for place in results] == expected
    assert all(place.latitude is None and place.id.startswith("unlisted:") for place in results)


@pytest.mark.parametrize(
    "text",
    [
        "It was told in Swahili and in Arabic.",
        "He sits in Parliament.",
        "They wore clothes in Brabbo uniform.",
        "The letter was handed to Simbaku.",
        "Talks at the NHLA base failed.",
        "She had called him from Brabbo.",
        "The power was in Brabbo's hands.",
    ],
)
def test_a_name_that_need_not_be_a_place_is_left(text: str) -> None:
    assert found(text) == []


def test_a_place_that_says_how_far_off_another_lies_is_left() -> None:
    text = "They fought in Qayyara, some 40 miles south of Mosul."
    assert [words for _, words, _ in found(text)] == ["Qayyara"]


def test_an_ambiguous_name_says_why() -> None:
    text = "The bus stopped near Santa Rosa."
    result, place = places(text, sentences(text), GAZETTEER)
    assert isinstance(result, Unresolved)
    assert isinstance(place, Place) and place.latitude is None and place.written == "Santa Rosa"
    assert "places have that name" in result.why
    assert text[result.start : result.end] == "Santa Rosa"


def test_the_group_of_a_report_decides_between_namesakes() -> None:
    text = "Guerrillas stayed near Arauca."
    (place,) = places(text, sentences(text), GAZETTEER, ("CO",))
    assert isinstance(place, Place)
    assert place.id.startswith(("CO.", "gn:"))


def test_precision_follows_the_noun() -> None:
    for text, precision in (
        ("They left the province of Kunduz.", Precision.PROVINCE),
        ("They left the city of Kunduz.", Precision.TOWN),
        ("They left Kunduz province.", Precision.PROVINCE),
    ):
        (place,) = places(text, sentences(text), GAZETTEER)
        assert isinstance(place, Place)
        assert place.precision is precision, text


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from("In Mosul , Iraq and near al-Qaim the ' 's of Far North region . - Col “".split()), max_size=25
    )
)
def test_places_stand_where_they_say(words: list[str]) -> None:
    text = " ".join(words)
    results = places(text, sentences(text), GAZETTEER)
    assert all(text[result.start : result.end] == result.written for result in results)
    assert [result.start for result in results] == sorted(result.start for result in results)
    assert results == places(text, sentences(text), GAZETTEER)
