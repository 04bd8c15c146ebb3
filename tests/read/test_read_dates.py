from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model.report import Published
from sayso.read.edtf import given_date
from sayso.read.language import language_of
from sayso.read.outlets import look_alike
from sayso.read.written_dates import written_date


class Nobody:
    """A register without outlets."""

    def find(self, name: str) -> None:
        """Nothing."""


@pytest.mark.parametrize(
    ("written", "earliest", "latest"),
    [
        ("2016", "2016-01-01", "2016-12-31"),
        ("2016-02", "2016-02-01", "2016-02-29"),
        ("2016-02-29", "2016-02-29", "2016-02-29"),
        ("2016~", "2016-01-01", "2016-12-31"),
        ("2016-05?", "2016-05-01", "2016-05-31"),
        ("201X", "2010-01-01", "2019-12-31"),
        ("2016/2017", "2016-01-01", "2017-12-31"),
        ("2016-05/..", "2016-05-01", None),
        ("../2016", None, "2016-12-31"),
        ("2016-23", "2016-09-01", "2016-11-30"),
        ("[2016,2017]", "2016-01-01", "2017-12-31"),
    ],
)
def test_edtf_of_any_precision_has_its_bounds(written: str, earliest: str | None, latest: str | None) -> None:
    assert given_date(written, "manifest") == Published(written, earliest, latest, "manifest")


def test_a_time_of_day_is_cut_to_its_day() -> None:
    found = given_date("2017-02-20T10:00:00Z", "manifest")
    assert isinstance(found, Published) and found.edtf == "2017-02-20"


@pytest.mark.parametrize(
    "written",
    [
        "2016-02-30",
        "2016-13",
        "2016-00",
        "1437",
        "99999999999",
        "y17E8",
        "",
        "soon",
        "٢٠١٦",
        "2016-01-01/2015",
        "NaN",
        "1e308",
    ],
)
def test_what_is_no_date_gets_a_sentence(written: str) -> None:
    found = given_date(written, "manifest")
    assert isinstance(found, str) and found.endswith(".")


@given(st.text(max_size=40))
def test_no_text_breaks_the_reading_of_dates(words: str) -> None:
    found = given_date(words, "manifest")
    assert isinstance(found, str | Published)
    written_date(words, "text")
    look_alike(words, Nobody())


@given(st.dates(min_value=date(1700, 1, 1), max_value=date(2099, 12, 31)))
def test_every_day_is_read_as_it_is_written(day: date) -> None:
    iso = day.isoformat()
    months = "January February March April May June July August September October November December".split()
    month = months[day.month - 1]
    for words in (iso, f"{day.day} {month} {day.year}", f"{month[:3]}. {day.day}, {day.year}"):
        found = written_date(words, "text")
        assert found is not None and found.edtf == iso


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Dozens of fighters left their posts in the north because their pay was late.", "en"),
        ("غادر عشرات المقاتلين مواقعهم في الشمال لأن رواتبهم تأخرت.", "ar"),
        ("Десятки бойцов покинули свои позиции на севере, потому что им не платили.", "ru"),
        ("Decenas de combatientes abandonaron sus puestos en el norte por falta de pago.", "es"),
        ("Men quit", "en"),
        (
            "SAN SALVADOR, El Salvador, Nov. 14, 1984 (Continental Press) - Forty-two guerrillas of the Martí Column "
            "turned themselves in to the army in Chalatenango province in October, the defence minister, Gen. Carlos "
            "Eugenio Vides, said Wednesday. Vides said the rebels were short of ammunition and had been forced to "
            "recruit boys of 13. Radio Alborada, the guerrillas' clandestine station, called the claim a lie of the "
            "high command. A priest in Chalatenango, who knows many of the families, said he had heard of five or six "
            "men who went home for the coffee harvest.",
            "en",
        ),
        (
            "Die Soldaten der Nordfront sind in der Nacht geflohen, sagte der Minister in Bonn. In einem Interview mit "
            "dem Sender sprach er von The Guardian und von einer Lage, in der das Heer an Mut verliert und was kommt.",
            "de",
        ),
        ("12 35", "und"),
        ("“" * 50_000 + " Dozens of fighters left their posts in the north because pay was late.", "en"),
    ],
)
def test_languages_are_told_apart(text: str, code: str) -> None:
    assert language_of(text) == code


def test_a_language_is_told_by_the_whole_text_and_not_by_its_head() -> None:
    head = (
        "Interview with John Marrow of the Northern Rights Watch, United States of America, by The Harbour Guardian. "
    )
    body = (
        "Les combattants ont quitté leurs positions dans la nuit et leurs familles disent qu'ils ne reviendront pas. "
    )
    assert language_of(head + body * 6) == "fr"
    assert (
        language_of("Le Courrier du Fleuve. " + "The fighters left their posts at night, their families said. " * 6)
        == "en"
    )
