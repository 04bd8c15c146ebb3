"""Mentions: who a report speaks of, in invented reports about many groups, real and invented."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.books.groups import load
from sayso.model.mention import Mention, Role
from sayso.resolve.mentions import mentions
from sayso.text.sentences import sentences

GROUPS = load(Path(__file__).parents[2] / "src" / "sayso" / "data" / "groups.csv")


def found(text: str) -> tuple[Mention, ...]:
    return mentions(text, sentences(text), GROUPS)


def told(text: str) -> set[tuple[str, str, str | None]]:
    """Words, role and group of every mention."""
    return {(mention.written, mention.role.value, mention.name) for mention in found(text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Daesh fighters fled.", ("Daesh fighters", "members", "Islamic State")),
        ("The Islamic State group lost two towns.", ("Islamic State group", "group", "Islamic State")),
        ("Members of the Taliban went home.", ("Members of the Taliban", "members", "Taliban")),
        ("Boko Haram commanders were paid.", ("Boko Haram commanders", "leader", "Boko Haram")),
        (
            "ISWAP's foreign fighters left.",
            ("ISWAP's foreign fighters", "members", "Islamic State West Africa Province"),
        ),
        ("Hundreds of Russian soldiers deserted.", ("Hundreds of Russian soldiers", "members", "Russian Armed Forces")),
        ("Belgian soldiers deserted in droves.", ("Belgian soldiers", "members", "Belgian armed forces")),
        ("M23 executed five of its own recruits.", ("five of its own recruits", "members", "March 23 Movement")),
        ("The families of ELN members moved.", ("The families", "family", "National Liberation Army (Colombia)")),
        ("Houthi leader Abdul-Malik al-Houthi spoke.", ("Houthi leader Abdul-Malik al-Houthi", "leader", "Houthis")),
        ("Wagner mercenaries refused to fight.", ("Wagner mercenaries", "members", "Wagner Group")),
        ("The Tatmadaw is short of men.", ("Tatmadaw", "group", "Myanmar military")),
        ("RSF men sold their guns.", ("RSF men", "members", "Rapid Support Forces")),
        ("Residents saw Al-Shabaab leave.", ("Residents", "civilians", None)),
        ("Al-Shabaab gunmen kept handwritten letters.", ("handwritten letters", "document", None)),
        ("Eleven citizens who joined ISIS came back.", ("Eleven citizens", "members", "Islamic State")),
        (
            "ISIS is losing ground to coalition forces.",
            ("coalition forces", "outsider", "Global Coalition against Daesh"),
        ),
        ("Sponsors of the Taliban met.", ("Sponsors of the Taliban", "outsider", None)),
        ("Iran armed the Houthis.", ("Iran", "outsider", "Iran")),
    ],
)
def test_finds(text: str, expected: tuple[str, str, str | None]) -> None:
    assert expected in told(text)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("WHAT IS NEXT FOR THE CITY", "IS"),
        ("The members of the committee met.", "members"),
        ("The stronghold was an extremist redoubt.", "extremist"),
        ("He notes that prices rose.", "notes"),
        ("The elements of the plan are simple.", "elements"),
    ],
)
def test_leaves(text: str, word: str) -> None:
    assert word not in {mention.written for mention in found(text)}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Harun Front lost half its men. Dozens of Harun fighters left.", "Harun Front"),
        ("Kestrel Liberation Army (KLA-K) commanders quarrel. KLA-K recruits flee.", "Kestrel Liberation Army"),
        ("A rebel movement called Lions of the River took a bridge.", "Lions of the River"),
        ("Sunrise, a small insurgent group, is broke.", "Sunrise"),
        ("The armed group Tarn has split.", "Tarn"),
        (
            "Fighters of the Movement for the Salvation of the Delta (MSD) left.",
            "Movement for the Salvation of the Delta",
        ),
        ("The Union of Armed Patriots pays late.", "Union of Armed Patriots"),
        ("More than 50 members of the Black Heron gang left, the mayor said.", "Black Heron"),
        ("Grey Otter contractors walked off the job.", "Grey Otter"),
    ],
)
def test_groups_that_no_list_has_are_found_by_form_and_introduction(text: str, name: str) -> None:
    assert name in {mention.name for mention in found(text)}


@pytest.mark.parametrize(
    "text",
    [
        "The European Union met. The Security Council voted. The Democratic Party won.",
        "The Knight Trade Company (KTC) and the Miller Group are firms.",
        "The University of Harun opened, and the Harun Times wrote of it.",
        "Last Friday gunmen came to Port Harun. Gen. Ivo Renn rebels against nobody. Syrian Kurdish fighters left.",
    ],
)
def test_other_bodies_are_no_groups(text: str) -> None:
    assert not [mention for mention in found(text) if mention.role is Role.GROUP and mention.name is not None]


def test_an_acronym_that_the_report_gives_to_something_else_is_no_group() -> None:
    text = "The Kivu Dairy Fund (KDF) sells milk. KDF milk is cheap."
    assert "Kenya Defence Forces" not in {mention.name for mention in found(text)}


def test_the_same_soldiers_are_outsiders_in_one_report_and_members_in_another() -> None:
    about_rebels = (
        "Boko Haram is short of food. Boko Haram fighters gave up to Nigerian soldiers near the camp of Boko Haram."
    )
    about_army = "Nigerian soldiers deserted near the lake. The Nigerian army has not paid them. Boko Haram watched."
    assert ("Nigerian soldiers", "outsider", "Nigerian Armed Forces") in told(about_rebels)
    assert ("Nigerian soldiers", "members", "Nigerian Armed Forces") in told(about_army)


def test_unnamed_fighters_are_those_of_the_group_named_last() -> None:
    text = "Al-Shabaab lost a base. The militants had not been paid. Somali troops took it over."
    assert ("The militants", "members", "Al-Shabaab") in told(text)
    assert ("Somali troops", "outsider", "Somali National Army") in told(text)


def test_government_troops_belong_to_the_state_that_fights_the_group() -> None:
    assert ("Government troops", "outsider", "Afghan National Defense and Security Forces") in told(
        "The Taliban took a post. Government troops had left it, the Taliban said."
    )


def test_a_militia_spoken_of_again_is_the_one_called_so() -> None:
    text = (
        "ISIS sent men. Militias known as the Popular Mobilization Units met them. ISIS ran, the militia members said."
    )
    assert ("the militia members", "outsider", "Popular Mobilization Forces") in told(text)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("ISIS foreign fighters left.", "foreign fighters"),
        ("One Belgian militant of ISIS left.", "Belgian militant"),
        ("Young Taliban recruits left.", "Young recruits"),
        ("Inside ISIS, Chechens resent Uzbeks among the fighters.", "Chechens"),
        ("Mobilised Russian soldiers refused.", "Mobilised soldiers"),
        ("ISIS fighters left.", None),
    ],
)
def test_part_narrows_the_group(text: str, part: str | None) -> None:
    assert part in {mention.part for mention in found(text) if mention.role is Role.MEMBERS}


def test_people_of_a_nation_away_from_fighters_are_civilians() -> None:
    (mention,) = found("Tunisians voted on Sunday.")
    assert mention.role is Role.CIVILIANS


def test_persons_are_known_by_title_by_verb_and_by_surname_later() -> None:
    text = "Col. Ann Lee spoke for the army. Marek Dahl, a lawyer, agreed. Lee left; Dahl stayed."
    persons = [(mention.written, mention.name) for mention in found(text) if mention.role is Role.PERSON]
    assert persons[-2:] == [("Lee", "Ann Lee"), ("Dahl", "Marek Dahl")]


def test_debris_yields_no_mention() -> None:
    text = "ISIS fighters fled."
    assert mentions(text, [replace(sentence, debris=True) for sentence in sentences(text)], GROUPS) == ()


_WORDS = """ISIS fighters ' ’s the of its ( ) , . “ ” they others 24 - year-old Harun Front militia group "Col" some
Taliban who their al-Shabaab soldiers families deserters said He IS and Iraqi forces members""".split()


@settings(max_examples=80, deadline=None)
@given(st.lists(st.sampled_from(_WORDS), max_size=30))
def test_mentions_stand_where_they_say_and_never_overlap(words: list[str]) -> None:
    text = " ".join(words)
    results = found(text)
    assert all(text[mention.start : mention.end] == mention.written for mention in results)
    assert all(one.end <= other.start for one, other in pairwise(results))
    assert all(mention.antecedent is None or mention.pronoun for mention in results)
    assert results == found(text)
