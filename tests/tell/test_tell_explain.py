"""Explaining leads from every id to characters, and says why others were not counted."""

from __future__ import annotations

import pytest
from tell_invented import CLAIMS, MATTERS, ORIGINS, TIES, picture, summary

from sayso.tell.explain import _lines, explain
from sayso.tell.findings import origin_label
from sayso.tell.index import index
from sayso.tell.numbers import numbers
from sayso.tell.phrases import clean
from sayso.tell.sheet import sheet


def lines(id: str) -> str:
    return "\n".join(explain(picture(), id))


def test_a_claim_shows_its_words_chain_and_slots() -> None:
    told = lines(CLAIMS["flight_daily"].id)
    assert "⟦About forty fighters of the Jazira Front abandoned their post near Shaddadi on March 12⟧" in told
    assert "{the provincial police chief} <said>, {Euphrates Wire} <reported>" in told
    assert "1. Anwar Sabri (“the provincial police chief”); official; side adversary; by “said”" in told
    assert "how many: “About forty” = about 40 persons (count)" in told
    assert "it stands for it" in told
    assert "made by invented 1; proposed" in told


def test_a_denial_says_that_it_counts_against() -> None:
    assert "not counted for it: it counts against" in lines(CLAIMS["flight_denied"].id)


def test_a_matter_says_why_so_many_and_not_more() -> None:
    told = lines(MATTERS[0].id)
    assert "Why 2, why not 4: 4 claims stand for it" in told
    assert "merged by citation (certain), " in told
    assert "Northern Courier names Euphrates Wire as its source." in told
    assert "contradiction of count: About forty against around sixty." in told
    assert "it counts against" in told


def test_an_interval_says_what_would_merge() -> None:
    told = lines(MATTERS[4].id)
    assert "Why 1 to 2" in told
    assert "If every possible tie holds, 1:" in told
    assert "merged by shared detail (probability 0.62)" in told


def test_a_forecast_counts_no_origin() -> None:
    told = lines(CLAIMS["refuse_soon"].id)
    assert "predicted" in told


@pytest.mark.parametrize("origin", ORIGINS, ids=lambda origin: origin.id)
def test_an_origin_lists_its_claims(origin: object) -> None:
    told = lines(origin.id)  # type: ignore[attr-defined]
    assert all(claim in told for claim in origin.claims)  # type: ignore[attr-defined]


def test_a_tie_shows_its_words() -> None:
    assert "“About forty fighters" in lines(TIES[0].id)


def test_a_report_shows_hash_and_claims() -> None:
    told = lines(picture().reports[0].id)
    assert picture().reports[0].sha256 in told
    assert "2 claims:" in told


def test_every_number_is_explained() -> None:
    for number in numbers(index(sheet(picture()))).values():
        told = explain(picture(), number.id)
        assert told[0].startswith(f"{number.id}: {number.value:,} ")


def test_numbers_of_the_summary_are_those_of_the_picture() -> None:
    known = numbers(index(sheet(picture())))
    whole = summary()
    assert known["n:claims"].value == whole.claims
    assert known["n:origins"].value == whole.origins_total
    assert known["n:contradictions"].value == whole.contradictions_total
    for code, month, count in whole.by_month:
        assert known[f"n:claims:{code}:{month or 'undated'}"].value == count


def test_the_beginning_of_an_id_will_do() -> None:
    id = CLAIMS["recruits"].id
    assert explain(picture(), id[:9]) == explain(picture(), id)


def test_an_explanation_is_the_same_from_a_part_of_the_picture() -> None:
    whole = index(sheet(picture()))
    for id in (MATTERS[0].id, MATTERS[4].id, CLAIMS["flight"].id, ORIGINS[0].id):
        assert explain(picture(), id) == tuple(clean(line) for line in _lines(whole, id))


def test_an_unknown_id_has_no_lines() -> None:
    assert explain(picture(), "c0000000000000000") == ()
    assert explain(picture(), "n:nothing") == ()
    assert explain(picture(), "") == ()


def test_names_are_masked_unless_asked_for() -> None:
    id = CLAIMS["backs"].id
    assert "Vael" not in lines(id)
    assert "Karim Vael" in "\n".join(explain(picture(), id, names=True))


@pytest.mark.parametrize(("kind", "called"), [("fighter", "fighter"), ("unknown", "private person")])
def test_an_origin_whose_name_is_withheld_is_not_called_unnamed(kind: str, called: str) -> None:
    data = sheet(picture())
    row = next(each for each in data["origins"] if each["kind"] == "fighter")
    for claim in data["claims"]:
        if claim["id"] in row["claims"]:
            claim["chain"][0]["named"] = True
    row["kind"] = kind
    assert origin_label(index(data), row["id"]) == f"{called}, name withheld, in {', '.join(row['outlets'])}"
    for claim in data["claims"]:
        claim["chain"][0]["named"] = False
    assert "withheld" not in origin_label(index(data), row["id"])
