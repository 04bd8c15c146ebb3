"""Chains, certainty and slots, from short texts to claims; the codebook here has three codes of its own."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from sayso.books import codebook, groups, words
from sayso.codify.coder import Coder
from sayso.model.books import Control, GazetteerEntry, Outlet
from sayso.model.claim import Claim
from sayso.model.report import Published, Report
from sayso.model.slots import Precision
from sayso.pipeline.analysing import Books, analyse, books_of

BOOK = """
name: small
version: "1"
title: Three codes for tests
scope: any armed group
indicators:
  - code: leaving
    family: leaving
    definition: Members leave without leave.
    kind: event
    speaks_for: decay
    patterns: ["<members> ... (desert|flee|leave)", "desertion"]
    examples: ["The rebels {deserted} at dawn."]
  - code: pay
    family: means
    definition: Pay is named.
    kind: state
    speaks_for: decay
    patterns: ["<members> ... (paid|earn|get|receive)", "(pay|wage|salary)"]
    examples: ["The {pay} was low."]
  - code: size
    family: numbers
    definition: How many there are.
    kind: state
    speaks_for: neutral
    patterns: ["<members> ... (remain|number)"]
    examples: ["Ten {rebels remain}."]
"""
WIRE = Outlet("Sahel Wire", (), "NE", None, Control.PRIVATE, True, (), "", "invented")
POST = Outlet("Dori Post", ("the Post",), "BF", None, Control.PRIVATE, False, (), "", "invented")


def outlet_named(name: str) -> Outlet | None:
    return {"Sahel Wire": WIRE, "Dori Post": POST}.get(name)


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> Books:
    path: Path = tmp_path_factory.mktemp("book") / "small.yaml"
    path.write_text(BOOK, "utf-8")
    shipped = Path(groups.__file__).parents[1] / "data/groups.csv"
    return books_of(codebook.load(path), words.load(), groups.load(shipped), outlet_named)


def read(text: str, books: Books, outlet: str | None = "Lake Herald") -> tuple[Claim, ...]:
    published = Published("2019-03-14", "2019-03-14", "2019-03-14", "manifest")
    report = Report("r0", "a.txt", "0", text, outlet=outlet, outlet_written=outlet, published=published)
    return analyse(report, books).claims


def chain(claim: Claim) -> str:
    return " > ".join(f"{hop.kind.value}{'~' if hop.inferred else ''}" for hop in claim.chain)


CHAINS = [
    ("The rebels deserted the post at Dori.", "outlet", "asserted"),
    ("Two officials said the rebels deserted the post.", "official > outlet", "asserted"),
    ("The rebels reportedly deserted the post.", "unknown > outlet", "reported"),
    ("A deserter told Sahel Wire that the rebels fled at night.", "former member > agency > outlet", "asserted"),
    (
        "The rebels deserted the post, according to letters published by the newspaper Dori Post.",
        "document > outlet > outlet",
        "asserted",
    ),
    ("The army denied that its soldiers had deserted.", "military > outlet", "denied"),
    ("The colonel claimed that the rebels had fled.", "military > outlet", "alleged"),
    ("An analyst said more rebels will desert.", "expert > outlet", "predicted"),
    ("The rebels may desert, a villager said.", "resident > outlet", "possible"),
    ("I expect that more rebels desert in June.", "outlet", "predicted"),
    ("It was reported that the rebels deserted.", "unknown > outlet", "reported"),
]


@pytest.mark.parametrize(("text", "expected", "certainty"), CHAINS)
def test_chain_and_certainty(text: str, expected: str, certainty: str, books: Books) -> None:
    (claim,) = [c for c in read(text, books) if c.indicator == "leaving"]
    assert (chain(claim), claim.certainty.value) == (expected, certainty)
    assert claim.chain[-1].name == "Lake Herald"


def test_who_reports_of_himself_is_no_hearsay(books: Books) -> None:
    (claim,) = [c for c in read("The rebels reported fevers and fled.", books) if c.indicator == "leaving"]
    assert claim.certainty.value == "asserted"


def test_the_outlet_itself_is_one_hop(books: Books) -> None:
    (claim,) = read("A trader told Lake Herald that the rebels fled.", books)
    assert chain(claim) == "resident > outlet"


def test_an_unknown_outlet_is_still_the_last_hop(books: Books) -> None:
    (claim,) = read("The rebels deserted.", books, outlet=None)
    assert (claim.chain[-1].name, claim.chain[-1].written, claim.chain[-1].named) == (None, "", False)


def test_a_list_keeps_its_teller(books: Books) -> None:
    text = (
        "One rebel fled in May, according to records obtained by Sahel Wire.\n\n"
        "Another fighter deserted a week later.\n\nThe market opened on Monday."
    )
    first, second = read(text, books)
    assert chain(first) == "document > agency > outlet"
    assert chain(second) == "document~ > agency~ > outlet"
    assert second.chain[0].cue is None


@pytest.mark.parametrize(
    "text",
    [
        "Quoting two villagers, the newspaper said that the rebels fled from the town of Dori.",
        "Two villagers said that rebels had fled from the town, the newspaper reported.",
        "The newspaper said that two villagers had told it that rebels had fled from the town.",
    ],
)
def test_what_goes_on_keeps_the_order_of_its_tellers(text: str, books: Books) -> None:
    first, second = read(f"{text} Other fighters deserted.", books)
    assert chain(first) == "resident > outlet > outlet"
    assert chain(second) == "resident~ > outlet~ > outlet"


def test_news_of_the_news_adds_its_hop(books: Books) -> None:
    text = "The rebels deserted, militias said.\n\nThe news was first reported by the news agency Sahel Wire."
    (claim,) = read(text, books)
    assert [hop.name for hop in claim.chain][-2:] == ["Sahel Wire", "Lake Herald"]


def test_a_change_told_in_one_breath(books: Books) -> None:
    text = "The rebels got 350 dollars a month until May. Now the pay has been cut to 100 dollars a month."
    before, after = [c for c in read(text, books) if c.indicator == "pay"]
    assert before.quantity is not None and before.quantity.low == 350
    assert after.quantity is not None and after.quantity.low == 100
    assert after.change_of == before.id and before.change_of is None


def test_a_part_of_a_number_is_a_claim_of_its_own(books: Books) -> None:
    whole, part = [c for c in read("Some 700 rebels remain, including 275 women.", books) if c.indicator == "size"]
    assert part.part_of == whole.id
    assert part.quantity is not None and part.quantity.low == 275
    assert part.quote == "275 women"


def test_a_present_state_is_open_towards_the_past(books: Books) -> None:
    (claim,) = [c for c in read("The rebels earn nothing.", books) if c.indicator == "pay"]
    assert claim.time is not None
    assert (claim.time.basis, claim.time.earliest, claim.time.latest) == ("tense", None, "2019-03-14")


def test_quotes_are_the_text(books: Books) -> None:
    text = "Officials said that 20 rebels fled from Dori on Monday, and that more left on Tuesday."
    for claim in read(text, books):
        assert claim.quote == text[claim.start : claim.end]


def test_the_telling_has_its_own_time_and_place(books: Books) -> None:
    text = "The rebels deserted the post, an officer based in Dori told reporters on Wednesday."
    (claim,) = [c for c in read(text, books) if c.indicator == "leaving"]
    assert claim.time is None or claim.time.basis == "tense"
    assert claim.places == ()


class _Places:
    """A gazetteer of three invented towns, enough to try what a claim takes from the passage around it."""

    towns = ("Tamesna", "Brabbo", "Wadu")

    def ranked(self, name: str, near: Collection[str] = ()) -> tuple[tuple[GazetteerEntry, int], ...]:
        if name not in self.towns:
            return ()
        return ((GazetteerEntry(f"x:{name}", name, 1.0, 1.0, Precision.TOWN, None, (), 0), 0),)

    def adjectives(self) -> Mapping[str, str]:
        return {}

    def countries(self) -> Mapping[str, str]:
        return {}

    def entry(self, ref: str) -> GazetteerEntry | None:
        return None


PLACED = [
    ("They were beaten in Tamesna, where rebels deserted.", [("where", "Tamesna")]),
    ("Rebels deserted the post, villagers in Wadu said.", [("where", "Wadu")]),
    ("The week began badly.\n\nTamesna. Rebels deserted the post.", [("where", "Tamesna")]),
    ("Rebels fled their posts in Tamesna and headed for Brabbo.", [("from", "Tamesna"), ("to", "Brabbo")]),
    ("Rebels deserted the post, an officer in Wadu said.", []),
]


@pytest.mark.parametrize(("text", "expected"), PLACED)
def test_where_a_claim_happened(text: str, expected: list[tuple[str, str]], books: Books, tmp_path: Path) -> None:
    (tmp_path / "small.yaml").write_text(BOOK.replace("code: leaving", "code: desertion"), "utf-8")
    coder = Coder(codebook.load(tmp_path / "small.yaml"))
    claim = next(c for c in read(text, replace(books, coder=coder, gazetteer=_Places())) if c.indicator == "desertion")
    assert [(place.role, place.written) for place in claim.places] == expected


def test_a_claim_is_about_a_group_and_never_about_who_speaks(books: Books) -> None:
    text = "Louis Damo, mayor of Harun, said that thirty gunmen had deserted. Two of the gunmen surrendered, Damo said."
    assert {claim.actor.name for claim in read(text, books) if claim.actor is not None} <= {None}
    (named, *_) = read("The Black Heron gang pays nobody. Louis Damo, a mayor, said thirty gunmen had deserted.", books)
    assert named.actor is not None and named.actor.name == "Black Heron"
