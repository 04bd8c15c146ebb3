"""Every page: it opens, its twins say the same, nothing hostile or private is on it, whatever is asked of it."""

from __future__ import annotations

import csv
import io
import re
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import pytest
from web_desk import Answer, Desk
from web_hostile import EVIL

from sayso import api
from sayso.pipeline.sourcing import sources
from sayso.store import View

LISTS = ("/queue", "/matters", "/search", "/search?of=reports", "/origins", "/sources", "/timeline", "/map", "/whatif",
         "/assessment", "/activity", "/agreement", "/you", "/help", "/palette?q=des", "/name",
         "/views", "/questions")  # fmt: skip


class Seen(HTMLParser):
    """The elements of a page, with their attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Notes the element."""
        self.elements.append((tag, dict(attrs)))


def harmless(page: str) -> None:
    """Nothing on the page runs, loads or leads anywhere but to this desk."""
    assert EVIL not in page
    for tag, attributes in Seen(page).elements:
        assert tag not in ("iframe", "img", "object", "embed", "base", "style", "video", "audio"), tag
        if tag == "script":
            assert attributes.get("src") == "/static/desk.js"
        assert "style" not in attributes
        assert not [name for name in attributes if name.startswith("on")], attributes
        for name in ("href", "src", "action", "formaction", "xlink:href"):
            address = attributes.get(name) or ""
            assert re.match(r"(?:/(?![/\\])|#|data:,$|$)", address), address


def with_twin(path: str, kind: str) -> str:
    """The address of a page's twin."""
    stem, sign, query = path.partition("?")
    return f"{'/home' if stem == '/' else stem}.{kind}{sign}{query}"


def every(desk: Desk) -> list[str]:
    """The lists, and one page of everything that has a page of its own."""
    claims = desk.get("/search.json").json["rows"]
    reports = {row["report"]["path"]: row["report"]["id"] for row in desk.get("/search.json?of=reports").json["rows"]}
    hostile = [id for path, id in sorted(reports.items()) if not path[:1].isdigit()]
    found = [f"/claim/{row['claim']['id']}" for row in claims[:5]]
    found += [f"/report/{id}" for id in dict.fromkeys([*hostile, *[row["report"]["id"] for row in claims[:5]]])]
    found += [f"/report/{claims[0]['report']['id']}?beside={claims[-1]['report']['id']}"]
    found += [f"/matter/{row['id']}" for row in desk.get("/matters.json").json["rows"][:4]]
    found += [f"/origin/{row['id']}" for row in desk.get("/origins.json").json["rows"][:4]]
    return [*LISTS, "/", *found]


@pytest.fixture(scope="module")
def pages(desk: Desk) -> dict[str, tuple[Answer, Answer, Answer]]:
    """Every page with its twins, asked for once."""
    return {
        path: (desk.get(path), desk.get(with_twin(path, "json")), desk.get(with_twin(path, "csv")))
        for path in every(desk)
    }


Pages = dict[str, tuple[Answer, Answer, Answer]]


def test_every_page_opens_and_is_harmless(pages: Pages) -> None:
    assert len([path for path in pages if path.startswith("/report/")]) >= 8
    for path, (answer, _, _) in pages.items():
        assert answer.status == 200, (path, answer.text[:400])
        assert "<h1" in answer.text, path
        assert answer.text.count("<main") == 1
        harmless(answer.text)


def test_the_twins_say_what_the_page_says(pages: Pages) -> None:
    for path, (_, twin, sheet) in pages.items():
        assert twin.status == 200, path
        assert twin.json["shown"] == len(twin.json["rows"]) <= twin.json["total"]
        assert sheet.headers["content-type"].startswith("text/csv"), path
        lines = [row for row in csv.reader(io.StringIO(sheet.text)) if not (row and row[0].startswith("# "))]
        assert len(lines) == twin.json["shown"] + 1, path


def test_no_cell_of_a_sheet_is_a_formula(desk: Desk) -> None:
    cells = 0
    for path in ("/search", "/search?of=reports", "/sources", "/origins", "/matters", "/home"):
        for row in csv.reader(io.StringIO(desk.get(with_twin(path, "csv")).text)):
            for cell in row:
                cells += 1
                assert not any(line.lstrip(" \xa0").startswith(("=", "+", "@", "\t")) for line in cell.splitlines()), (
                    cell
                )
    assert cells > 100
    assert "'=HYPERLINK" in desk.get("/sources.csv").text


def test_names_are_masked_on_every_page_and_twin(made_case: Path, pages: Pages) -> None:
    with_names = api.open(made_case).claims(names=True)
    masked = {row["id"]: row for row in api.open(made_case).claims()}
    names = {
        hop["name"]
        for row in with_names
        for hop, shown in zip(row["chain"], masked[row["id"]]["chain"], strict=True)
        if hop["name"] and shown["name"] is None and " " in hop["name"]
    }
    assert names, "the samples name private people"
    for path, answers in pages.items():
        for answer in answers:
            assert not [name for name in names if name in answer.text], path


def test_marks_that_turn_text_are_written_out(desk: Desk) -> None:
    rows = desk.get("/search.json?" + urlencode({"of": "reports", "q": "counts the cost"})).json["rows"]
    turned = [row["report"]["id"] for row in rows if row["report"]["path"] == "turned.txt"]
    page = desk.get(f"/report/{turned[0]}").text
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", page)
    assert "U+202E" in page
    assert 'dir="auto"' in page


def test_a_long_text_says_what_is_left_out(desk: Desk) -> None:
    rows = desk.get("/search.json?" + urlencode({"of": "reports", "q": "Kidal"})).json["rows"]
    long = [row["report"]["id"] for row in rows if row["report"]["path"] == "long.txt"]
    page = desk.get(f"/report/{long[0]}")
    assert re.search(r"Characters 0 to 30,000 of [\d,]+ shown", page.text)
    assert len(page.body) < 200_000


@pytest.mark.parametrize(
    "words",
    ['"unbalanced', "a AND", "t:NEAR(", "*", "col:x", "-x", "^", "", "NEAR/2", "a OR b", '""', "' OR 1=1 --", "]", "%",
     "_", "\\", "(" * 400, "a" * 900, "🙂", "\u202e53", "x\ty"],
)  # fmt: skip
def test_nothing_in_a_search_is_an_operator(desk: Desk, words: str) -> None:
    for of in ("claims", "reports"):
        answer = desk.get("/search?" + urlencode({"q": words, "of": of}))
        assert answer.status == 200, words
        harmless(answer.text)


@pytest.mark.parametrize(
    "query",
    ["page=0", "page=-1", "page=x", "page=1e9", "page=99999999999999999999", "at=-1", "at=x", "state=none", "of=rows",
     "since=-5", "without=origin:x'", "without=x", "without=kind:none", "as_of=2031-13-99", "format=exe",
     "q=" + "x" * 5000],
)  # fmt: skip
def test_what_cannot_be_asked_is_said(desk: Desk, query: str) -> None:
    for path in ("/queue", "/search", "/activity", "/whatif", "/questions", "/matters"):
        assert desk.get(f"{path}?{query}").status in (200, 400, 404)
    assert desk.get(f"/publish?{query}").status == (400 if query == "format=exe" else 303)


@pytest.mark.parametrize(
    "id", ["x", "c0000000000000000", "'", "%00", "..", "<script>", "c" * 3000, "%F0%9F%99%82", "m:1"]
)
def test_an_unknown_id_is_said(desk: Desk, id: str) -> None:
    for kind in ("claim", "report", "matter", "origin"):
        answer = desk.get(f"/{kind}/{quote(id, safe='%')}")
        assert answer.status in (400, 404), (kind, id)
        assert "<script>alert" not in answer.text


def test_graphic_passages_are_folded_until_they_are_opened(made_case: Path) -> None:
    with Desk(made_case) as own:
        row = own.get("/search.json?indicator=deserter_punishment").json["rows"][0]
        words, report = row["claim"]["quote"], row["report"]["id"]
        for path in (f"/claim/{row['claim']['id']}", f"/report/{report}", "/search?indicator=deserter_punishment"):
            folded = own.get(path).text
            assert '<details class="graphic"' in folded, path
            assert "graphic passage: Punishment of deserters" in folded
        assert own.post("/do/graphic", open="yes").status == 303
        assert "graphic" not in own.get("/search?indicator=deserter_punishment").text
        page = own.get(f"/report/{report}").text
        assert '<details class="graphic"' not in page
        assert words.split()[0] in page
        assert own.post("/do/graphic", open="no").status == 400


def test_places_are_offered_by_name_and_by_id(desk: Desk) -> None:
    (place, *_) = desk.get("/places.json?q=Menaka").json["rows"]
    assert place["name"] == "Menaka"
    assert "Mali" in place["words"]
    assert [each["id"] for each in desk.get(f"/places.json?q={place['id']}").json["rows"]] == [place["id"]]
    assert desk.get("/places.json").json["rows"] == []


def test_sources_are_counted_as_their_claims_say(made_case: Path) -> None:
    case = api.open(made_case)
    plain = {row["name"]: (row["kind"], row["reports"], row["claims"]) for row in case.sources()}
    with View(made_case) as view:
        found = sources(view.reports(), view.claims())
    assert plain == {each.name: (each.kind, each.reports, each.claims) for each in found}
    assert len(plain) > 20


def test_a_facets_count_is_the_rows_behind_it(desk: Desk) -> None:
    checked = 0
    facets: dict[str, list[dict[str, Any]]] = desk.get("/search.json").json["facets"]
    for name, values in facets.items():
        for each in values[:4]:
            narrowed = desk.get("/search.json?" + urlencode({name: each["value"]})).json
            assert narrowed["total"] == each["count"], (name, each)
            checked += 1
    assert checked >= 15


def test_claims_of_one_report_show_its_words_once(desk: Desk) -> None:
    found = desk.get("/search.json?q=Harmattan").json["rows"]
    reports = [row["report"]["id"] for row in found if row["snippet"]]
    runs = sum(one != other for one, other in pairwise(["", *reports]))
    assert runs < len(reports)
    assert desk.get("/search?q=Harmattan").text.count('<p class="snippet"') in range(1, runs + 1)


def test_a_permalink_holds_the_whole_state(desk: Desk) -> None:
    address = "/search?" + urlencode({"q": "Harmattan", "certainty": "asserted", "page": 2})
    page = desk.get(address).text
    assert 'value="Harmattan"' in page
    assert re.search(r'class="on" aria-current="true"><bdi>asserted', page)
    assert quote("q=Harmattan").replace("%3D", "=") in page


def test_the_description_of_the_interface_asks_nothing_of_others(desk: Desk) -> None:
    answer = desk.get("/schema/openapi.json")
    assert answer.status == 200
    assert not re.search(r"https?://(?!127\.0\.0\.1)", answer.text)
    assert "<html" not in desk.get("/schema").text
