"""The desk in a real browser: an analyst's whole path by keyboard, hostile pages, and what a screen reader needs."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import pytest
from web_desk import Desk

from sayso import api
from sayso.store import View

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")

pytestmark = pytest.mark.browser

#: In the page: another claim than that of the id stands in the form, and its keys listen.
DECIDED = "id => document.body?.dataset.keys && document.querySelector('input[name=about]')?.value !== id"


#: How each page is looked at, and for what; on a phone and in the dark for what can be wrong only there.
LOOKS: dict[tuple[int, Literal["light", "dark"]], dict[str, Any]] = {
    (1280, "light"): {},
    (390, "dark"): {
        "runOnly": [
            "color-contrast",
            "scrollable-region-focusable",
            "target-size",
            "meta-viewport",
            "link-in-text-block",
        ]
    },
}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """The system's Chromium, headless."""
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine")
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as started:
        opened = started.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture
def own(case: Path) -> Iterator[Desk]:
    """A desk over a case of the test's own."""
    with Desk(case) as opened:
        yield opened


def entered(browser: Browser, desk: Desk, coder: str = "Ana", **how: Any) -> Page:
    """A page of the desk, as a person opens it from the printed address."""
    page = browser.new_context(**how).new_page()
    page.set_default_timeout(120_000)
    page.goto(desk.served.address())
    page.locator("#coder").fill(coder)
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/$"))
    if how.get("java_script_enabled", True):
        listening(page)
    return page


def at(page: Page, desk: Desk, path: str, *, scripts: bool = True) -> Page:
    """The page at that address of the desk."""
    page.goto(f"http://127.0.0.1:{desk.port}{path}")
    if scripts:
        listening(page)
    return page


def log_of(case: Path) -> list[Any]:
    """The decision log."""
    with View(case) as view:
        return list(view.decisions())


def listening(page: Page) -> None:
    """The page's keys do what they say; before its scripts are there a key is nobody's."""
    page.locator("body[data-keys=listening]").wait_for()


def test_fifty_claims_by_keyboard_alone(browser: Browser, own: Desk, case: Path) -> None:
    page = entered(browser, own)
    page.keyboard.press("Control+k")
    page.locator("#palette input").wait_for()
    page.keyboard.type("queue")
    page.locator("#palette a.at", has_text="Queue").wait_for()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/queue"))
    listening(page)
    for number in range(50):
        before = page.locator("input[name=about]").first.get_attribute("value")
        if number % 10 == 3:
            page.keyboard.press("r")
            page.keyboard.press("2")
        else:
            page.keyboard.press("u" if number % 10 == 7 else "a")
        page.wait_for_function(DECIDED, arg=before)
    log = log_of(case)
    assert len(log) == 50
    assert {entry.says for entry in log} == {"accept", "reject", "unsure"}
    assert {entry.why for entry in log if entry.says == "reject"} == {"another indicator"}
    assert len({entry.about for entry in log}) == 50
    assert page.locator("#toast").inner_text().startswith("accepted")
    listening(page)
    page.keyboard.press("z")
    page.locator("#toast", has_text="taken back").wait_for()
    assert log_of(case)[-1].says == "undo"


def test_keys_sleep_while_one_types_and_can_be_changed(browser: Browser, own: Desk, case: Path) -> None:
    page = at(entered(browser, own), own, "/queue")
    page.keyboard.press("n")
    page.locator("#note").fill("")
    page.keyboard.type("a lazy reader runs zigzag")
    assert log_of(case) == []
    page.keyboard.press("Control+Enter")
    page.locator("#toast", has_text="note kept").wait_for()
    assert [(entry.says, "lazy" in entry.value) for entry in log_of(case)] == [("note", True)]
    at(page, own, "/help")
    page.locator("tr", has_text="accept the claim").locator("button").focus()
    with page.expect_navigation():
        page.keyboard.press("y")
    at(page, own, "/queue")
    page.keyboard.press("a")
    page.keyboard.press("y")
    page.locator("#toast", has_text="accepted").wait_for()
    assert [entry.says for entry in log_of(case)] == ["note", "accept"]


def test_a_span_is_edited_by_keyboard(browser: Browser, own: Desk, case: Path) -> None:
    page = at(entered(browser, own), own, "/queue")
    claim = page.locator("input[name=about]").first.get_attribute("value")
    before = next(row for row in api.open(case).claims() if row["id"] == claim)
    page.keyboard.press("e")
    assert page.evaluate("document.activeElement.id") == "edit-first"
    page.keyboard.press("Tab")
    assert "span" in (page.evaluate("document.activeElement.className") or "")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Shift+ArrowRight")
    assert page.locator(".live").count() > 0
    page.keyboard.press("Control+Enter")
    page.locator("#toast", has_text="edited").wait_for()
    own.settled()
    made = next(row for row in api.open(case).claims() if row["maker"]["name"] == "Ana")
    assert before["start"] < made["start"] < made["end"] < before["end"]
    assert made["quote"] in before["quote"]
    listening(page)
    page.keyboard.press("z")
    page.locator("#toast", has_text="taken back").wait_for()
    own.settled()
    assert next(row for row in api.open(case).claims() if row["id"] == claim) == before


def test_from_a_matter_to_the_published_file(browser: Browser, own: Desk, case: Path, tmp_path: Path) -> None:
    page = at(entered(browser, own), own, "/matters")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/matter/"))
    listening(page)
    assert page.locator("svg.chains").is_visible()
    reports = int(page.locator(".three dd").first.inner_text())
    matter = page.url.rpartition("/")[2]
    page.locator("input[name=about]").first.focus()
    page.keyboard.press("Space")
    page.locator("#why-split").fill("another night")
    page.keyboard.press("Enter")
    page.locator("#toast", has_text="split off").wait_for()
    own.settled()
    at(page, own, f"/matter/{matter}")
    assert int(page.locator(".three dd").first.inner_text()) < reports
    page.locator("button", has_text="take back").first.click()
    page.locator("#toast", has_text="taken back").wait_for()  # else nothing was asked of the counts yet
    own.settled()
    at(page, own, f"/matter/{matter}")
    assert int(page.locator(".three dd").first.inner_text()) == reports
    at(page, own, "/whatif")
    page.get_by_label("official", exact=True).check()
    page.locator("button", has_text="See what changes").click()
    page.locator("h2", has_text="findings change").wait_for(timeout=240_000)
    for words in ("Men leave the Front.", "Few reports agree on how many.", "Pay is a likely reason."):
        at(page, own, f"/assessment?rests={matter}#new")
        page.locator("#text").fill(words)
        page.locator("#likelihood").select_option(index=5)
        page.locator("#confidence").select_option("moderate")
        page.locator("#confidence_why").fill("two origins of different sides")
        page.keyboard.press("Control+Enter")
        page.locator(".sentence", has_text=words).wait_for()
    assert page.locator("article.card").count() == 3
    published(page, own, tmp_path)


def published(page: Page, desk: Desk, folder: Path) -> None:
    """The questions are answered, and what is published holds."""
    at(page, desk, "/publish?format=html")
    assert page.locator("h1").inner_text() == "Before publishing"
    for yes in page.locator("input[value=yes]").all():
        yes.check()
    for format in ("html", "md"):
        with page.expect_download(timeout=240_000) as got:
            if format == "html":
                page.locator("button", has_text="Answer and publish").click()
            else:
                page.evaluate("format => { location.href = `/publish?format=${format}` }", format)
        file = folder / f"note.{format}"
        got.value.save_as(file)
        assert "Few reports agree on how many." in file.read_text("utf-8")
        assert api.verify(file).complaints == ()


def test_hostile_pages_ask_nothing_of_anybody(browser: Browser, desk: Desk) -> None:
    page = entered(browser, desk)
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("dialog", lambda dialog: said.append(dialog.message))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("console", lambda message: said.append(message.text))
    rows = desk.get("/search.json?of=reports&q=Harmattan&page=1").json["rows"]
    hostile = [r["report"]["id"] for r in rows if r["report"]["path"].startswith(("page", "rows", "turned", "=cmd"))]
    assert len(hostile) >= 3
    claims = [
        r["claim"]["id"] for r in desk.get("/search.json?q=Harmattan").json["rows"] if r["report"]["id"] in hostile
    ]
    paths = [f"/report/{id}" for id in hostile] + [f"/claim/{id}" for id in claims[:4]]
    for path in (*paths, "/sources", "/search?of=reports", "/timeline", "/map", "/queue"):
        at(page, desk, path)
        page.wait_for_load_state("networkidle")
    assert said == []
    assert {url.split("/")[2] for url in asked} == {f"127.0.0.1:{desk.port}"}


def test_everybody_can_read_every_page(browser: Browser, desk: Desk) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page = entered(browser, desk)
    claims = desk.get("/search.json").json["rows"]
    matter = max(desk.get("/matters.json").json["rows"], key=lambda row: row["reports"])["id"]
    found = []
    for path in (
        "/", "/queue", f"/claim/{claims[1]['claim']['id']}", f"/report/{claims[0]['report']['id']}", "/matters",
        f"/report/{claims[0]['report']['id']}?beside={claims[-1]['report']['id']}", f"/matter/{matter}", "/origins",
        f"/origin/{claims[0]['claim']['origin']}", "/sources", "/timeline", "/map", "/whatif",
        f"/assessment?rests={matter}", "/questions", "/search", "/search?of=reports&q=front", "/activity", "/agreement",
        "/views", "/you", "/help", "/name", "/preparing", "/claim/none",
    ):  # fmt: skip
        at(page, desk, path)
        for (width, scheme), rules in LOOKS.items():
            page.set_viewport_size({"width": width, "height": 800})
            page.emulate_media(color_scheme=scheme)
            found += [
                (path, width, each["id"], each["nodes"][0]["html"][:200])
                for each in axe.run(page, options={"resultTypes": ["violations"], **rules}).response["violations"]
                if each["impact"] in ("serious", "critical")
            ]
            if page.evaluate("document.documentElement.scrollWidth > innerWidth + 1"):
                found.append((path, width, "wider than the window", ""))
    assert found == []


def test_reading_needs_no_script(browser: Browser, desk: Desk) -> None:
    page = entered(browser, desk, java_script_enabled=False)
    at(page, desk, "/queue", scripts=False)
    assert page.locator("mark.claim").first.is_visible()
    assert page.locator("select[name=indicator]").first.is_visible()
    page.locator("a[rel=next]").first.click()
    page.wait_for_url(re.compile(r"at=1\b"))
    at(page, desk, "/timeline", scripts=False)
    assert page.locator("svg.timeline").is_visible()
