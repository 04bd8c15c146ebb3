"""Rows have exactly the keys of the contract, and mask what the contract masks."""

from __future__ import annotations

import json
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from tell_invented import CLAIMS, MATTERS, ORIGINS, SOURCES, TEXT, TIES, picture

from sayso.model.slots import Other
from sayso.model.span import Span
from sayso.tell.masking import MASK, every_span, mask, mask_spans, masker
from sayso.tell.rows import claim_row, matter_row, origin_row, report_row, source_row, tie_row

CLAIM_KEYS = """id report path indicator codebook start end quote sentence certainty negated stage trend scope chain
origin actor other quantity places place time reason change_of part_of maker review""".split()
HOP_KEYS = "name written start end kind side access named inferred seen cue certainty".split()
MATTER_KEYS = """id kind indicator actor place time claims reports outlets origins against sides access related
quantities contradictions credibility why""".split()
REPORT_KEYS = """id path sha256 outlet outlet_written published published_from title language status why url
characters""".split()


def protected(number: str) -> tuple[Span, ...]:
    return dict(picture().protected)[TEXT[number].id]


def test_rows_have_the_keys_of_the_contract() -> None:
    claim = claim_row(CLAIMS["flight"])
    assert set(CLAIM_KEYS) <= set(claim)
    assert set(HOP_KEYS) <= set(claim["chain"][0])
    assert set(MATTER_KEYS) <= set(matter_row(MATTERS[0]))
    assert set(REPORT_KEYS) <= set(report_row(TEXT["01"]))
    assert {"id", "name", "kind", "claims", "reports", "outlets", "why"} <= set(origin_row(ORIGINS[0]))
    assert {"id", "type", "from", "to", "to_name", "certain", "probability", "spans", "why", "maker"} <= set(
        tie_row(TIES[0])
    )


def test_every_row_is_json() -> None:
    whole = picture()
    rows = [
        *(report_row(each) for each in whole.reports),
        *(claim_row(each) for each in whole.claims),
        *(matter_row(each) for each in whole.matters),
        *(origin_row(each) for each in whole.origins),
        *(tie_row(each) for each in whole.ties),
        source_row("Nobody's Post", None, 0, 0),
        source_row(SOURCES[0].name, SOURCES[0], 1, 2),
    ]
    assert json.loads(json.dumps(rows, allow_nan=False)) == rows


def test_a_matter_has_no_spans_in_its_slots() -> None:
    row = matter_row(MATTERS[0])
    for slot in ("actor", "place", "time"):
        assert not {"start", "end"} & set(row[slot])


def test_a_named_fighter_appears_by_role() -> None:
    row = claim_row(CLAIMS["backs"], protected("04"))
    hop = row["chain"][0]
    assert hop["name"] is None
    assert hop["named"] is True
    assert hop["written"] == f"A Belgian fighter named {mask('Karim Vael')}"
    assert len(hop["written"]) == hop["end"] - hop["start"]
    assert "Vael" not in json.dumps(row)


def test_names_are_masked_without_spans_too() -> None:
    assert "Vael" not in json.dumps(claim_row(CLAIMS["backs"]), ensure_ascii=False)


def test_names_are_shown_when_asked_for() -> None:
    row = claim_row(CLAIMS["backs"], protected("04"), names=True)
    assert row["chain"][0]["name"] == "Karim Vael"
    assert "Karim Vael" in row["chain"][0]["written"]


def test_a_description_of_a_protected_teller_stays() -> None:
    hop = claim_row(CLAIMS["post_seen"])["chain"][0]
    assert (hop["written"], hop["named"]) == ("A relative of one of the men", False)


def test_an_official_keeps_his_name() -> None:
    assert claim_row(CLAIMS["flight"])["chain"][0]["name"] == "Anwar Sabri"


def test_a_private_person_in_a_slot_is_masked() -> None:
    start = TEXT["04"].text.index("Karim Vael")
    other = Other("Karim Vael", "Karim Vael", start, start + 10)
    row = claim_row(replace(CLAIMS["pay"], other=other), protected("04"))
    assert row["other"] == {
        "name": mask("Karim Vael"),
        "written": mask("Karim Vael"),
        "start": start,
        "end": start + 10,
    }


def test_titles_and_addresses_lose_protected_names() -> None:
    report = replace(TEXT["04"], title="Karim Vael speaks", url="https://x.example/2031/karim-vael-speaks")
    row = report_row(report, protected("04"))
    assert row["title"] == f"{mask('Karim Vael')} speaks"
    assert "vael" not in row["url"]


def test_a_protected_origin_has_no_name() -> None:
    row = next(origin_row(each) for each in ORIGINS if each.kind == "fighter")
    assert row["name"] is None
    assert "Vael" not in row["why"]


def test_a_quote_keeps_its_length_under_masks() -> None:
    claim = CLAIMS["pay_fighter"]
    hidden = Span(claim.start, claim.start + 3)
    row = claim_row(claim, (hidden,))
    assert row["quote"] == f"{MASK * 3} cut"


@given(st.text(max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=4))
def test_masking_changes_no_length(text: str, pairs: list[tuple[int, int]]) -> None:
    spans = [Span(min(pair), max(pair)) for pair in pairs]
    masked = mask_spans(text, spans)
    assert len(masked) == len(text)
    for at, sign in enumerate(text):
        covered = any(span.start <= at < span.end for span in spans)
        assert masked[at] == (MASK if covered and not sign.isspace() else sign)


@given(st.text(min_size=3, max_size=20), st.text(max_size=20))
def test_a_masker_never_changes_a_length(name: str, around: str) -> None:
    words = f"{around} {name} {around}"
    assert len(masker([name]).of(words)) == len(words)


def test_a_name_is_masked_at_each_of_its_places() -> None:
    text = "Karim Vael left. Later KARIM VAEL came back; Karim stayed a word."
    spans = every_span(text, (Span(0, 10),), ())
    assert mask_spans(text, spans).count(MASK) == 2 * len("KarimVael")


def test_a_short_name_does_not_eat_other_words() -> None:
    assert masker(["Omar"]).of("Omaration") == "Omaration"
