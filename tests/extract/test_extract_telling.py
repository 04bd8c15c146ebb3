"""Who is meant, and what stands inside what, over a whole text."""

from __future__ import annotations

import pytest

from sayso.books import words
from sayso.extract.lexicon import lexicon_of
from sayso.extract.telling import attributions
from sayso.model.books import Control, Outlet
from sayso.model.telling import Attribution, Certainty, TellerKind
from sayso.text.sentences import sentences

LEXICON = lexicon_of(words.load())
AGENCY = Outlet("Sahel Wire", (), "NE", None, Control.PRIVATE, True, (), "", "invented")


def outlet_named(name: str) -> Outlet | None:
    return AGENCY if name == "Sahel Wire" else None


def told(text: str) -> tuple[Attribution, ...]:
    return attributions(text, sentences(text), LEXICON, outlet_named)


KINDS = [
    ("Two villagers near Dori said the post was empty.", TellerKind.RESIDENT, None),
    ("Maj. Ilyas Kone, a spokesman for the joint force, said the post was empty.", TellerKind.MILITARY, "Ilyas Kone"),
    ("A captured fighter said the post was empty.", TellerKind.PRISONER, None),
    ("A former rebel said the post was empty.", TellerKind.FORMER_MEMBER, None),
    ("A payroll ledger shows that the post was empty.", TellerKind.DOCUMENT, None),
    ("Amina Saro, an analyst at a think tank in Lome, said the post was empty.", TellerKind.EXPERT, "Amina Saro"),
    ("The governor's office said the post was empty.", TellerKind.OFFICIAL, None),
    ("The chief of the village, an elder named Bako, said the post was empty.", TellerKind.COMMUNITY_LEADER, None),
    ("His mother said the post was empty.", TellerKind.RELATIVE, None),
    ("A person close to the talks said the post was empty.", TellerKind.UNKNOWN, None),
    ("Sahel Wire reported that the post was empty.", TellerKind.AGENCY, "Sahel Wire"),
    ("The newspaper Le Puits said the post was empty.", TellerKind.OUTLET, "Le Puits"),
]


@pytest.mark.parametrize(("text", "kind", "name"), KINDS)
def test_kind_and_name(text: str, kind: TellerKind, name: str | None) -> None:
    (found,) = told(text)
    assert found.teller.kind is kind
    assert name is None or found.teller.name == name


def test_pronoun_and_surname_mean_the_speaker() -> None:
    text = (
        "Col. Idris Vane, a spokesman for the northern command, said ten men had fled.\n\n"
        "“They were hungry,” he said.\n\nVane said more would follow."
    )
    found = told(text)
    assert [a.teller.name for a in found] == ["Idris Vane"] * 3
    assert {a.teller.affiliation for a in found} == {"northern command"}


def test_a_quotation_runs_on() -> None:
    text = "“We left at night,” said Oumar, a driver. “Nobody stopped us. The guards had gone.”\n\nThe camp is closed."
    first, *rest = told(text)
    covered = [c.of(text) for a in (first, *rest) for c in a.contents]
    assert any("The guards had gone" in words for words in covered)
    assert all(a.teller.kind is TellerKind.RESIDENT for a in (first, *rest))


def test_the_paper_told_stands_outside_the_source() -> None:
    text = "A deserter told Sahel Wire that officers had sold the rice."
    (found,) = told(text)
    assert found.teller.kind is TellerKind.FORMER_MEMBER
    assert found.passer is not None and found.passer.name == "Sahel Wire"


def test_documents_passed_on() -> None:
    text = "One gunman had never been paid, according to letters published by Sahel Wire."
    (found,) = told(text)
    assert found.teller.kind is TellerKind.DOCUMENT
    assert found.passer is not None and found.passer.name == "Sahel Wire"


def test_nesting() -> None:
    text = "Sahel Wire reported that officials said ten men had fled."
    outer, inner = told(text)
    assert (outer.parent, inner.parent) == (None, 0)


def test_denied_and_doubted() -> None:
    denial, claim = told("The army denied that any unit had mutinied. The rebels claimed that a whole company had.")
    assert denial.certainty is Certainty.DENIED and not denial.doubted
    assert claim.certainty is Certainty.ASSERTED and claim.doubted


def test_the_short_name_of_a_paper_is_the_paper() -> None:
    text = (
        "A nurse told the newspaper Lake Chad Herald that the ward was full.\n\n"
        "Ten had fled, according to the newspaper Herald."
    )
    assert [a.passer.name if a.passer else a.teller.name for a in told(text)] == ["Lake Chad Herald"] * 2


def test_an_object_means_the_last_speaker_and_is_taken_up_by_nobody() -> None:
    found = told("A clerk said the post was empty. According to him, the gate was shut. He said the well was dry.")
    assert [each.teller.written for each in found] == ["A clerk", "A clerk", "A clerk"]


def test_a_pronoun_takes_up_the_subject_of_a_sentence_and_its_sex() -> None:
    text = (
        "Mariama Seck keeps her brother’s boots under the bed.\n\n“He left at night,” she says.\n\n"
        "At the fort in Dori, Captain Idris Vane pours tea. “We took their guns,” he says. “They had nothing to eat.”"
    )
    assert [a.teller.name for a in told(text)] == ["Mariama Seck", "Idris Vane", "Idris Vane"]


def test_he_takes_up_who_speaks_to_us_not_whom_he_tells_of() -> None:
    text = "A nurse said that a tall commander shouted that nobody would leave. “He beat two boys,” she said."
    assert told(text)[-1].teller.written == "A nurse"


def test_who_added_something_has_told_before() -> None:
    text = "A clerk, Issa Ba, said pay had stopped. Captain Omar Sy runs his camp alone. He added that rice was short."
    assert told(text)[-1].teller.name == "Issa Ba"


def test_the_turns_of_a_transcript_are_said_by_whom_they_are_labelled() -> None:
    text = (
        "PRESENTER: The mayor, Fatou Kane, is here. Did they leave?\n\n"
        "MAYOR: They left at dawn. I counted nine. A guard told me that the rest were ill.\n\n"
        "PRESENTER: Thank you."
    )
    found = told(text)
    turn = next(a for a in found if a.sources and a.sources[0].of(text) == "MAYOR")
    assert turn.teller.name == "Fatou Kane"
    assert "I counted nine" in turn.contents[0].of(text)
    guard = next(a for a in found if a.teller.written == "A guard")
    assert guard.parent is not None
    assert found[guard.parent] == turn


def test_an_answer_belongs_to_whoever_is_interviewed() -> None:
    text = "Three questions for Awa Ndiaye\n\nQ: Who leaves?\n\nA: The young ones leave.\n\nQ: Why?\n\nA: For pay."
    assert [a.teller.name for a in told(text) if a.sources[0].of(text) == "A"] == ["Awa Ndiaye"] * 2


def test_a_name_and_age_that_head_a_passage_own_its_quotation() -> None:
    text = "Kofi, 24, gunner\n\n“My brother and I were taken from the field at night.”"
    assert [a.teller.name for a in told(text)] == ["Kofi"]


NO_TELLERS = [
    "On the other side of the ledger: the camp was full.",
    "Monitors say that the group killed ten men, a charge which it rejects.",
]


@pytest.mark.parametrize("text", NO_TELLERS)
def test_phrases_of_place_and_clauses_are_no_tellers(text: str) -> None:
    assert not any("other side" in a.teller.written or "which" in a.teller.written for a in told(text) if a.tells)
