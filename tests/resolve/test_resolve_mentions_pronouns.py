"""Pronouns: whom "they", "he", "some" and "others" take up, in invented paragraphs."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.books.groups import load
from sayso.model.mention import Mention, Role
from sayso.resolve.mentions import mentions
from sayso.text.sentences import sentences

GROUPS = load(Path(__file__).parents[2] / "src" / "sayso" / "data" / "groups.csv")


def pronoun(text: str, word: str) -> Mention:
    """The last mention of that word in the text."""
    found = [m for m in mentions(text, sentences(text), GROUPS) if m.pronoun and m.written.lower() == word]
    return found[-1]


@pytest.mark.parametrize(
    ("text", "word", "antecedent"),
    [
        ("Taliban fighters left the post. They had no food.", "they", "Taliban fighters"),
        ("A Belgian ISIS fighter claimed back pain. He would not fight.", "he", "A Belgian ISIS fighter"),
        ("Many M23 recruits fled. Others stayed.", "others", "Many M23 recruits"),
        ("A foreign fighter asked to go. Another wanted leave.", "another", "A foreign fighter"),
        ("Dozens of ELN guerrillas gave up; some were hurt.", "some", "Dozens of ELN guerrillas"),
        (
            "Three of the group's fighters fled. The three were shot by ISIS.",
            "the three",
            "Three of the group's fighters",
        ),
        ("The commanders of JNIM met; most of them were wounded.", "most of them", "The commanders of JNIM"),
        ("Villagers hid. They feared Boko Haram.", "they", "Villagers"),
        ("Col. Ann Lee watched ISIS fighters run. “They are scared,” Lee said.", "they", "ISIS fighters"),
        ("Analysts watch the Taliban. Its fighters are tired, they said.", "they", "Analysts"),
        ("The Taliban lost a base, and it has not paid anyone.", "it", "Taliban"),
    ],
)
def test_takes_up(text: str, word: str, antecedent: str) -> None:
    mention = pronoun(text, word)
    assert mention.antecedent is not None
    assert mention.antecedent.of(text) == antecedent


def test_a_pronoun_has_role_and_group_of_its_antecedent() -> None:
    mention = pronoun("Wagner mercenaries left Kidal. They had not been paid.", "they")
    assert (mention.role, mention.name) == (Role.MEMBERS, "Wagner Group")


def test_speaker_and_those_spoken_of_are_kept_apart() -> None:
    text = "The army hunts Al-Shabaab militants. “He did not want to fight,” Maj. Omar Ali said of one militant."
    mention = pronoun(text, "he")
    assert mention.role is Role.MEMBERS


def test_he_said_is_the_person_who_spoke() -> None:
    text = "ISIS leader Abu Bakr al-Baghdadi has fled, said Tarek Nour, an expert. The group is weak, he said."
    assert pronoun(text, "he").role is Role.PERSON


@pytest.mark.parametrize("text", ["They left.", "Some of the villages burned.", "In one case, it rained."])
def test_a_pronoun_without_an_antecedent_is_no_mention(text: str) -> None:
    assert [m for m in mentions(text, sentences(text), GROUPS) if m.pronoun] == []
