"""The assessment: what it says, what it carries, and that nothing in it runs, loads or leaks."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from tell_invented import MATTERS, TEXT, picture

from sayso.model.errors import BadInput
from sayso.model.finding import Origin
from sayso.model.picture import Picture
from sayso.tell.assessment import write
from sayso.tell.carried import carried, packed, unpacked
from sayso.tell.findings import findings
from sayso.tell.index import index
from sayso.tell.numbers import numbers
from sayso.tell.phrases import clean
from sayso.tell.sheet import sheet

VOID = {"meta", "br", "rect", "line", "path", "stop", "circle"}


def written(folder: Path, suffix: str, whole: Picture | None = None, names: bool = False) -> str:
    path = folder / f"a{suffix}"
    write(whole or picture(), path, names)
    return path.read_text("utf-8")


class Page(HTMLParser):
    """Collects ids, links to places on the page, and elements."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        row = dict(attrs)
        self.tags.append((tag, row))
        if row.get("id"):
            self.ids.append(row["id"] or "")
        if tag == "a" and row.get("href"):
            self.links.append(row["href"] or "")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop() == tag


def test_only_five_endings_are_written(tmp_path: Path) -> None:
    with pytest.raises(BadInput) as caught:
        write(picture(), tmp_path / "a.odt")
    assert caught.value.exit_code == 2


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="cannot be written"):
        write(picture(), tmp_path / "no" / "a.html")


@pytest.mark.parametrize("suffix", [".html", ".md", ".json"])
def test_the_same_picture_gives_the_same_bytes(tmp_path: Path, suffix: str) -> None:
    assert written(tmp_path, suffix) == written(tmp_path, suffix)


def test_hash_seeds_change_nothing(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from tell_invented import picture;"
        "from sayso.tell.assessment import write; write(picture(), Path(sys.argv[1]))"
    )
    here = str(Path(__file__).parent)
    for seed in ("1", "2"):
        environment = {"PYTHONHASHSEED": seed, "PYTHONPATH": here, "TZ": "Asia/Kabul", "LC_ALL": "C"}
        subprocess.run([sys.executable, "-c", code, str(tmp_path / f"{seed}.html")], env=environment, check=True)
    assert (tmp_path / "1.html").read_bytes() == (tmp_path / "2.html").read_bytes()


def test_the_page_is_well_formed_and_every_link_has_its_place(tmp_path: Path) -> None:
    page = Page(written(tmp_path, ".html"))
    assert not page.open
    assert len(page.ids) == len(set(page.ids))
    assert {link[1:] for link in page.links if link.startswith("#")} <= set(page.ids)
    assert all(link.startswith("#") for link in page.links)


def test_the_page_loads_and_runs_nothing(tmp_path: Path) -> None:
    text = written(tmp_path, ".html")
    page = Page(text)
    assert "default-src 'none'" in text
    assert not [tag for tag, row in page.tags if row.get("src") or row.get("style") or row.get("srcset")]
    assert not [key for _, row in page.tags for key in row if key.startswith("on")]
    assert [row.get("type") for tag, row in page.tags if tag == "script"] == ["application/json"]
    assert "http:" not in text.replace("http://www.w3.org", "")


def test_hostile_words_stay_words(tmp_path: Path) -> None:
    evil = "</script><script>alert(1)</script><img src=x onerror=alert(2)>\x00\u202e[x](javascript:alert(3))-->"
    whole = picture()
    reports = tuple(replace(report, outlet=evil, title=evil, path=evil, why=evil) for report in whole.reports)
    matters = tuple(replace(matter, why=evil) for matter in whole.matters)
    origins: tuple[Origin, ...] = tuple(replace(origin, why=evil, outlets=(evil,)) for origin in whole.origins)
    claims = tuple(
        replace(
            claim,
            places=tuple(replace(place, name=evil) for place in claim.places),
            actor=replace(claim.actor, name=evil) if claim.actor else None,
            reason=(evil,),
        )
        for claim in whole.claims
    )
    ties = tuple(replace(tie, why=evil) for tie in whole.ties)
    unread = tuple(replace(each, path=evil, why=evil) for each in whole.unread)
    sources = tuple(replace(each, interest=evil, owner=evil) for each in whole.sources)
    hostile = replace(
        whole,
        name=evil,
        reports=reports,
        matters=matters,
        origins=origins,
        claims=claims,
        ties=ties,
        unread=unread,
        sources=sources,
    )
    text = written(tmp_path, ".html", hostile)
    page = Page(text)
    assert not [tag for tag, _ in page.tags if tag == "img"]
    assert [row.get("type") for tag, row in page.tags if tag == "script"] == ["application/json"]
    shown = text[: text.rindex("<script")]
    assert "\x00" not in shown
    assert "\u202e" not in shown
    plain = written(tmp_path, ".md", hostile)
    before, _, after = plain.partition("<!-- sayso-data ")
    assert "<script" not in before
    assert "<img" not in before
    assert "](javascript" not in before
    assert after.count("-->") == 1


def test_protected_names_are_in_no_format(tmp_path: Path) -> None:
    for suffix in (".html", ".md", ".json"):
        text = written(tmp_path, suffix)
        assert "Vael" not in text
        assert "Dalal" not in text
        assert "vael" not in text
        assert "Belgian fighter" in text
    assert "Karim Vael" in written(tmp_path, ".html", names=True)


def test_every_printed_number_is_known_and_links(tmp_path: Path) -> None:
    page = Page(written(tmp_path, ".html"))
    known = numbers(index(sheet(picture())))
    printed = [row["data-n"] for tag, row in page.tags if tag == "a" and row.get("data-n")]
    assert set(printed) <= set(known)
    for id in ("n:reports:read", "n:outlets", "n:claims", "n:origins", "n:contradictions", "n:unplaced"):
        assert id in printed
    for matter in MATTERS:
        assert f"{matter.id}:reports" in printed
        assert f"{matter.id}:high" in printed


def test_the_page_says_what_issue_and_contract_ask(tmp_path: Path) -> None:
    page = written(tmp_path, ".html")
    text = re.sub(r"<[^>]+>", "", page)
    for words in (
        "more reports are not more events",
        "Reported",
        "none found in 11 reports; the codebook looks mostly for decay",
        "2 reports, 2 outlets, origins 1 to 2, sides: adversary 1, civilian 1, 1 said to have seen it",
        "1 report, 1 outlet, origins 0 to 1, no side known, none said to have seen it",
        "its only origin, Zagros Watch",
        "a captured letter, not in the case: 1 claim and 1 origin rest on what that says",
        "lowest 40, highest 60; never averaged",
        "reports in ar: 1",
    ):
        assert words in text, words
    own = re.sub(r"<blockquote.*?</blockquote>|<script.*?</script>", "", page, flags=re.DOTALL)
    assert not re.search(r"\b(likely|unlikely|probable|probability|certainly)\b", own)


def test_silence_is_not_zero(tmp_path: Path) -> None:
    whole = picture()
    without = replace(
        whole,
        claims=tuple(c for c in whole.claims if c.indicator != "mutiny"),
        matters=tuple(m for m in whole.matters if m.indicator != "mutiny"),
    )
    assert "Mutiny</span>. Not reported is not zero." in written(tmp_path, ".html", without)


def test_an_empty_case_has_an_assessment(tmp_path: Path) -> None:
    empty = Picture("empty", picture().codebook, (), (), (), (), ())
    for suffix in (".html", ".md", ".json"):
        assert written(tmp_path, suffix, empty)
    assert "Nothing was reported" in written(tmp_path, ".html", empty)


def test_what_is_carried_comes_back(tmp_path: Path) -> None:
    texts = {suffix: written(tmp_path, suffix) for suffix in (".html", ".md", ".json")}
    sheets = [carried(text, suffix) for suffix, text in texts.items()]
    assert sheets[0] == sheets[1] == sheets[2]
    assert sheets[0]["claims"][0]["quote"] == picture().claims[0].quote
    assert unpacked(json.loads(json.dumps(packed(sheets[0])))) == sheets[0]


def test_right_to_left_words_are_isolated(tmp_path: Path) -> None:
    assert f"<bdi>{TEXT['11'].outlet}</bdi>" in written(tmp_path, ".html")


def test_a_name_that_is_also_a_common_word_is_not_masked_everywhere() -> None:
    whole = picture()
    private = next(at for at, each in enumerate(whole.origins) if each.kind == "fighter")
    for name, kept in (("Fighters", True), ("Vaelos Tern", False)):
        origins = (*whole.origins[:private], replace(whole.origins[private], name=name), *whole.origins[private + 1 :])
        reports = tuple(replace(each, title=f"What {name.lower()} say of {name}") for each in whole.reports)
        texts = tuple(replace(each, text=f"{each.text}\n\nMany fighters left.") for each in reports)
        titles = {row["title"] for row in sheet(replace(whole, origins=origins, reports=texts))["reports"]}
        assert (f"What {name.lower()} say of {name}" in titles) is kept


def test_a_matter_is_told_in_the_words_that_say_most_of_how_many_where_and_when() -> None:
    told = [each for _, group in findings(index(sheet(picture()))) for each in group if len(each.standing) > 1]

    def said(row: dict[str, Any]) -> int:
        slots = [row["quantity"], row["time"], row["other"], *row["places"]]
        starts = [slot["start"] for slot in slots if slot is not None and slot["start"] is not None]
        return sum(row["start"] <= start < row["end"] for start in starts)

    for each in told:
        most = max(map(said, each.standing))
        assert each.words in {clean(row["quote"]) for row in each.standing if said(row) == most}
    assert any(said(each.standing[0]) < max(map(said, each.standing)) for each in told)  # not always the first
