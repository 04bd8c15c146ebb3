"""The gazetteer: spellings of the news find their place, places know what contains them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.books.gazetteer import Gazetteer, folded, skeleton, sound_alike, unarticled
from sayso.model.errors import BadBook
from sayso.model.slots import Precision

SHIPPED = Path(__file__).parents[2] / "src" / "sayso" / "data" / "places.sqlite"
#: What a wheel may carry for places.
LARGEST = 15_000_000


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer(SHIPPED)


@pytest.mark.parametrize(
    "spellings",
    [
        ("al-Shirqat", "Shirqat", "Ash Sharqat", "Al Sharqat"),
        ("Kobani", "Kobane", "Ayn al-Arab", "Ain al-Arab"),
        ("al-Raqa", "Raqqa", "ar-Raqqah", "Al-Raqqah", "Rakka"),
        ("Falluja", "Fallujah", "al-Fallujah"),
        ("al-Qaim", "Al-Qa'im", "Qaim"),
        ("Hawija", "al-Hawija", "Hawijah"),
        ("El Fasher", "Al-Fashir", "El-Fasher"),
        ("Kyiv", "Kiev"),
        ("Bakhmut", "Artemivsk"),
        ("Deir ez-Zor", "Deir al-Zor", "Deir Ezzor"),
        ("Mazar-i-Sharif", "Mazar-e-Sharif"),
        ("Salahuddin", "Salah al-Din", "Salaheddin"),
        ("Nineveh", "Ninawa"),
        ("Hodeidah", "Al-Hudaydah"),
    ],
)
def test_spellings_of_one_place_find_it(gazetteer: Gazetteer, spellings: tuple[str, ...]) -> None:
    found = [{entry.id for entry in gazetteer.find(spelling)} for spelling in spellings]
    assert set.intersection(*found), spellings


@pytest.mark.parametrize(
    ("name", "country", "precision"),
    [
        ("Anbar", "IQ", Precision.PROVINCE),
        ("Diyala", "IQ", Precision.PROVINCE),
        ("Dabiq", "SY", Precision.TOWN),
        ("Baghuz", "SY", Precision.TOWN),
        ("Amerli", "IQ", Precision.TOWN),
        ("Jurf al-Sakhar", "IQ", Precision.TOWN),
        ("Borno", "NG", Precision.PROVINCE),
        ("Sambisa Forest", "NG", Precision.DISTRICT),
        ("Helmand", "AF", Precision.PROVINCE),
        ("Kidal", "ML", Precision.TOWN),
        ("Puntland", "SO", Precision.PROVINCE),
        ("North Kivu", "CD", Precision.PROVINCE),
        ("Cabo Delgado", "MZ", Precision.PROVINCE),
        ("Marawi", "PH", Precision.TOWN),
        ("Donbas", "UA", Precision.PROVINCE),
        ("Rakhine State", "MM", Precision.PROVINCE),
        ("Catatumbo", "CO", Precision.DISTRICT),
        ("West Darfur", "SD", Precision.PROVINCE),
        ("Shabwa", "YE", Precision.PROVINCE),
        ("Georgia", "GE", Precision.COUNTRY),
        ("Sahel", None, Precision.REGION),
        ("EU", None, Precision.REGION),
    ],
)
def test_conflict_places_are_known(gazetteer: Gazetteer, name: str, country: str | None, precision: Precision) -> None:
    entry = gazetteer.find(name)[0]
    assert (entry.country, entry.precision) == (country, precision)
    assert entry.latitude is not None


def test_a_country_of_the_report_decides_between_namesakes(gazetteer: Gazetteer) -> None:
    assert gazetteer.find("Tripoli", ["LB"])[0].country == "LB"
    assert gazetteer.find("Tripoli", ["LY"])[0].country == "LY"


def test_spelling_bends_only_within_the_countries_of_a_report(gazetteer: Gazetteer) -> None:
    assert gazetteer.find("Jarabluss") == ()
    assert gazetteer.find("Jarabluss", ["SY"])[0].name == "Jarablus"
    assert gazetteer.find("Caliphate", ["SY", "IR", "IQ"]) == ()


def test_a_town_lies_in_its_province_country_and_region(gazetteer: Gazetteer) -> None:
    (ramadi, *_) = gazetteer.find("Ramadi", ["IQ"])
    (anbar, *_) = gazetteer.find("Anbar", ["IQ"])
    assert ramadi.within[:2] == (anbar.id, "IQ")
    assert gazetteer.within(ramadi.id, "region:middle-east")
    assert gazetteer.within(anbar.id, anbar.id)
    assert not gazetteer.within("IQ", anbar.id)
    assert not gazetteer.within(ramadi.id, "SY")
    assert not gazetteer.within("no such id", "IQ")


def test_names_and_adjectives_of_countries(gazetteer: Gazetteer) -> None:
    assert [gazetteer.country_of(word) for word in ("Syrian", "Syria", "Nigerien", "Nigerian", "Kurdish")] == [
        "SY",
        "SY",
        "NE",
        "NG",
        None,
    ]


def test_the_file_is_small_and_a_closed_one_opens_again(gazetteer: Gazetteer) -> None:
    assert SHIPPED.stat().st_size <= LARGEST
    gazetteer.close()
    assert gazetteer.known("Mosul")


def test_a_missing_or_broken_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadBook):
        Gazetteer(tmp_path / "none.sqlite").find("Mosul")
    broken = tmp_path / "places.sqlite"
    broken.write_text("no database", encoding="utf-8")
    with pytest.raises(BadBook):
        Gazetteer(broken).find("Mosul")


@given(st.text(max_size=30))
def test_folding_twice_changes_nothing(name: str) -> None:
    assert folded(folded(name)) == folded(name)
    assert unarticled(folded(name)) in folded(name)


@given(st.text(alphabet="abdehilmnoqrstuyz -", max_size=20))
def test_a_name_sounds_like_itself(name: str) -> None:
    if skeleton(name):
        assert sound_alike(name, name)
        assert skeleton(name.upper()) == skeleton(name)
