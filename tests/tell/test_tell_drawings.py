"""Timeline, map, chains and coverage: what is drawn, and that nothing is drawn that was not said."""

from __future__ import annotations

import re
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from tell_invented import CLAIMS, picture

from sayso.model.slots import Place, Precision, When
from sayso.tell.chainart import MOST, chain_art, drawn
from sayso.tell.coverage import active_outlets
from sayso.tell.drawing import cut, day, element
from sayso.tell.findings import findings
from sayso.tell.index import Index, index
from sayso.tell.marking import pieces
from sayso.tell.outlines import centre, clipped
from sayso.tell.passages import LONGEST, paragraph
from sayso.tell.periods import between, period, quarter, unit_for
from sayso.tell.places import located
from sayso.tell.rows import claim_row
from sayso.tell.scope import scope
from sayso.tell.sheet import sheet
from sayso.tell.timeline import timeline
from sayso.tell.worldmap import world_map


def known() -> Index:
    return index(sheet(picture()))


def drawing(found: Index) -> str:
    return str(timeline(found, [finding for _, group in findings(found) for finding in group]))


def test_a_stated_time_is_filled_and_a_tense_fades() -> None:
    text = drawing(known())
    assert re.search(r'class="bar"[^>]*><title>happened: 2031-03-12 \(stated\)', text)
    assert re.search(r'class="bar fades"[^>]*><title>happened: until 2031-04-02 \(tense\)', text)
    assert "no time stated" in text


def test_both_clocks_are_drawn() -> None:
    text = drawing(known())
    assert "printed: 2031-03-14" in text
    assert "printed: 2031-05-01 to 2031-05-31" in text


def test_a_time_far_before_all_printing_is_marked() -> None:
    whole = picture()
    old = When("1999", "1999-01-01", "1999-12-31", "year", "stated", "1999", 0, 4)
    matters = (replace(whole.matters[0], time=old), *whole.matters[1:])
    assert "‹ earlier" in drawing(index(sheet(replace(whole, matters=matters))))


def test_a_case_without_dates_has_no_timeline() -> None:
    whole = picture()
    reports = tuple(replace(report, published=None) for report in whole.reports)
    claims = tuple(replace(claim, time=None) for claim in whole.claims)
    matters = tuple(replace(matter, time=None) for matter in whole.matters)
    assert drawing(index(sheet(replace(whole, reports=reports, claims=claims, matters=matters)))) == ""


def test_vague_dates_are_no_gap_and_no_certain_coverage() -> None:
    row = {"published_earliest": "2031-01-01", "published_latest": "2031-12-31", "outlet": "Daily", "id": "r1"}
    sharp = {"published_earliest": "2031-02-03", "published_latest": "2031-02-03", "outlet": "Post", "id": "r2"}
    active = active_outlets([row, sharp], "month", between("2030-12", "2031-02", "month"))
    assert [(each.sure, each.perhaps) for each in active] == [(0, 0), (0, 1), (1, 1)]


def test_periods() -> None:
    assert quarter("2031-04") == "2031-Q2"
    assert period("", "month") == "undated"
    assert between("2030-11", "2031-02", "month") == ("2030-11", "2030-12", "2031-01", "2031-02")
    assert between("2030-11", "2031-02", "quarter") == ("2030-Q4", "2031-Q1")
    assert unit_for(["2031-01", "2031-03", ""], 3) == "month"
    assert unit_for(["2030-01", "2031-03"], 5) == "quarter"
    assert unit_for(["2010-01", "2031-03"], 5) == "year"
    assert unit_for([], 5) == "month"


def test_the_map_places_what_has_a_place_and_counts_the_rest() -> None:
    where = located(known())
    assert {spot.place["name"] for spot in where.spots} == {"Shaddadi", "Hasakah", "Tal Afar", "Raqqa province"}
    assert len(where.unstated) + sum(len(spot.claims) for spot in where.spots) == len(CLAIMS)
    text = str(world_map(known()))
    assert 'class="spot province"' in text
    assert "SYRIA" in text.upper()
    assert "Shaddadi (town): 4 claims" in text


def test_a_vaguer_place_is_drawn_wider() -> None:
    text = str(world_map(known()))
    radius = {
        kind: float(r) for kind, r in re.findall(r'class="spot (\w+)" cx="[\d.]+" cy="[\d.]+" r="([\d.]+)"', text)
    }
    assert radius["province"] > radius["town"]


def test_a_country_is_an_area() -> None:
    whole = picture()
    mali = Place("where", "Mali", "p:mali", 17.0, -4.0, Precision.COUNTRY, "Front", 0, 5)
    claims = tuple(replace(claim, places=(mali,)) for claim in whole.claims)
    assert 'class="land told"' in str(world_map(index(sheet(replace(whole, claims=claims)))))


def test_a_place_without_coordinates_is_counted_apart() -> None:
    whole = picture()
    nowhere = Place("where", "Xanadu", "p:x", None, None, Precision.TOWN, "Front", 0, 5)
    found = index(sheet(replace(whole, claims=tuple(replace(c, places=(nowhere,)) for c in whole.claims))))
    assert len(located(found).unknown) == len(CLAIMS)
    assert str(world_map(found)) == ""


def test_outlines_are_cut_to_the_view() -> None:
    square = [0, 0, 1000, 0, 0, 1000, -1000, 0, 0, -1000]
    assert clipped(square, 100, (20.0, 20.0, 30.0, 30.0)) == []
    cut_ring = clipped(square, 100, (5.0, 5.0, 30.0, 30.0))
    assert {point for point in cut_ring} == {(5.0, 5.0), (10.0, 5.0), (10.0, 10.0), (5.0, 10.0)}
    assert centre(cut_ring) == (7.5, 7.5, 25.0)


def test_chains_run_from_those_who_know_to_the_outlets() -> None:
    rows = [claim_row(CLAIMS[name]) for name in ("flight", "flight_daily", "flight_courier")]
    text = str(chain_art(rows))
    assert text.count('class="teller') == 4
    assert "Anwar Sabri" in text
    at = {
        name: float(x)
        for x, name in re.findall(r'class="within" x="([\d.]+)"[^>]*><text class="who"[^>]*>([^<]+)<', text)
    }
    assert at["Anwar Sabri"] < at["Euphrates Wire"] < at["Khabur Daily"]
    assert drawn(rows) == (4, 4)


def test_a_circle_of_citations_is_drawn() -> None:
    one, other = claim_row(CLAIMS["flight_daily"]), claim_row(CLAIMS["flight_daily"])
    one["chain"], other["chain"] = one["chain"][1:], list(reversed(one["chain"][1:]))
    assert 'class="teller' in str(chain_art([one, other]))


def test_too_many_tellers_are_said_to_be_too_many() -> None:
    rows = []
    for at in range(60):
        row = claim_row(CLAIMS["flight"])
        row["chain"][0] = row["chain"][0] | {"name": f"Official {at}"}
        rows.append(row)
    assert drawn(rows) == (MOST, 61)


def test_scope_says_what_was_not_reported_and_not_read() -> None:
    whole = picture()
    covered = scope(index(sheet(replace(whole, claims=tuple(c for c in whole.claims if c.indicator == "desertion")))))
    assert [row["code"] for row, _ in covered.table] == ["desertion"]
    assert "mutiny" in [row["code"] for row in covered.silent]
    assert covered.unread_languages == (("ar", 1),)
    assert (covered.first, covered.last) == ("2031-03-14", "2031-06-20")


def test_marked_pieces_make_up_the_passage() -> None:
    found = known()
    for claim in found.sheet["claims"]:
        for id in claim["passages"]:
            passage = found.passages[id]
            assert "".join(piece.text for piece in pieces(claim, passage)) == passage["text"]


@given(st.text(alphabet="ab \n", max_size=5000), st.integers(0, 4999), st.integers(0, 40))
def test_a_passage_holds_its_words(text: str, at: int, long: int) -> None:
    start = min(at, len(text))
    end = min(start + long, len(text))
    low, high = paragraph(text, start, end)
    assert 0 <= low <= start <= end <= high <= len(text)
    assert high - low <= LONGEST + (end - start) or "\n" in text[low:high]


def test_elements_escape_everything() -> None:
    drawn_element = element("text", "<b>&\x00", class_='x" onload="y')
    assert str(drawn_element) == '<text class="x&#34; onload=&#34;y">&lt;b&gt;&amp;</text>'
    assert cut("a long name indeed", 8) == "a long…"
    assert day("2031-02-30") is None
    assert day(None) is None
