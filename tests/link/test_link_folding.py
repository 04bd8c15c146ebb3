"""Folding: what differs only in dress compares equal."""

from __future__ import annotations

import pytest

from sayso.link.folding import actor_name, folded_name, plain_number, skeleton, words_of


@pytest.mark.parametrize(
    ("one", "other"),
    [("Col. John Thomas", "John Thomas"), ("Air Force Col. John Dorrian", "john dorrian"), ("Zoë Müller", "Zoe Muller"),
     ("Sheikh Ghazi Nafe", "Ghazi  Nafe")],
)  # fmt: skip
def test_titles_marks_and_case_are_no_part_of_a_name(one: str, other: str) -> None:
    assert folded_name(one) == folded_name(other)


def test_a_name_of_titles_alone_keeps_its_words() -> None:
    assert folded_name("The General") != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [("Mohammed al-Adnani", "Muhammad Al Adnani"), ("Qasim Sulaymani", "Qassem Soleimani"),
     ("Abdul Karim Hassan", "Abd al-Kareem Hasan")],
)  # fmt: skip
def test_spellings_of_a_name_have_one_skeleton(one: str, other: str) -> None:
    assert skeleton(one).replace("l", "") == skeleton(other).replace("l", "") != ""


@pytest.mark.parametrize("name", ["Ada Pell", "Dorrian", ""])
def test_short_and_single_names_have_no_skeleton(name: str) -> None:
    assert skeleton(name) == ""


def test_different_names_have_different_skeletons() -> None:
    assert skeleton("John Dorrian Thomas") != skeleton("Joseph Votel Thomas")


def test_numbers_lose_their_marks_and_words_become_figures() -> None:
    assert words_of("2,000 men, 1.5 km") == ["2000", "men", "1.5", "km"]
    assert plain_number("forty") == "40" and plain_number("men") == "men"


def test_number_words_of_two_parts_are_figures() -> None:
    assert words_of("Thirty-seven men, forty two guns, 37 men") == ["37", "men", "42", "guns", "37", "men"]


def test_a_number_before_a_group_is_no_part_of_its_name() -> None:
    assert actor_name("Nine Reed Front") == actor_name("Thirty-seven Reed Front") == actor_name("the Reed Front")
    assert actor_name("17 Brigade") == "17 brigade" and actor_name("Seven") == "seven"
