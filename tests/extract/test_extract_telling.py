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


def test_nobody_takes_up_whom_a_sentence_has_as_its_object() -> None:
    found = told("A clerk said the post was empty. According to him, the gate was shut. He said the well was dry.")
    assert [each.teller.written for each in found] == ["A clerk", "him", "A clerk"]
