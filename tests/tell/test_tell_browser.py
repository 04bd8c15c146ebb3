"""The assessment in a real browser: nothing is loaded, nothing fails, nothing is wider than a phone."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tell_invented import picture

from sayso.tell.assessment import write

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_the_page_opens_from_a_stick(tmp_path: Path, width: int, scheme: str) -> None:
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine")
    playwright = pytest.importorskip("playwright.sync_api")
    path = tmp_path / "assessment.html"
    write(picture(), path)
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        context = browser.new_context(
            viewport={"width": width, "height": 800}, color_scheme=scheme, java_script_enabled=False, offline=True
        )
        page = context.new_page()
        asked: list[str] = []
        said: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: said.append(message.text))
        page.on("dialog", lambda dialog: said.append("dialog"))
        page.goto(path.as_uri())
        assert asked == [path.as_uri()]
        assert said == []
        assert page.locator("article.finding").count() == len(picture().matters)
        assert page.locator("mark.claim").first.is_visible()
        assert page.locator("svg.timeline").is_visible()
        box = page.locator("main").bounding_box()
        assert box is not None
        assert box["width"] <= width
        page.keyboard.press("Tab")
        assert page.locator("a.skip:focus").count() == 1
        page.locator("a.n[data-n$=':reports'][data-n^='m']").first.click()
        assert page.url.endswith("-claims")
        browser.close()
