"""Views kept under names, and the questions before publishing: decisions like all others."""

from __future__ import annotations

from pathlib import Path

import pytest
from web_desk import Answer, Desk

from sayso import api
from sayso.desk.keeping import QUESTIONS
from sayso.model.errors import BadInput
from sayso.store import View
from sayso.store.log import broken_links
from sayso.tell.index import who
from sayso.web.templating import named

YES = {name: "yes" for name, _ in QUESTIONS}


def made(desk: Desk, path: str) -> Answer:
    """What that address gives once it is made; until then its page asks again."""
    for _ in range(60):
        answer = desk.get(path)
        assert answer.status == 200, answer.text
        if "refresh" not in answer.headers:
            return answer
    raise AssertionError("it was never made")


def test_a_view_is_kept_under_a_name_found_again_and_taken_back(case: Path) -> None:
    address = "/search?q=pay+cut&indicator=desertion&page=2"
    with Desk(case) as desk:
        assert desk.post("/do/view", name="grievances <b>", address=address, next="/views").status == 303
        (row,) = desk.get("/views.json").json["rows"]
        assert (row["name"], row["address"], row["who"]) == ("grievances <b>", address, "Ana")
        for page in ("/", "/views"):
            shown = desk.get(page).text
            assert 'href="/search?q=pay+cut&amp;indicator=desertion&amp;page=2"><bdi>grievances &lt;b&gt;' in (
                shown.replace('" data-item>', '">')
            )
        assert desk.get(address).status == 200
        (offered,) = [each for each in desk.get("/palette.json?q=griev").json["rows"] if each["kind"] == "saved view"]
        assert offered["address"] == address
        assert "kept a view as grievances" in desk.get("/activity").text
        desk.post("/do/view", name="grievances <b>", address="/map")
        assert [each["address"] for each in desk.get("/views.json").json["rows"]] == ["/map"]
        desk.post("/do/undo")
        assert [each["address"] for each in desk.get("/views.json").json["rows"]] == [address]
        desk.post("/do/view", name="grievances <b>")
        assert desk.get("/views.json").json["rows"] == []


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("x", "//evil.invalid"),
        ("x", "https://evil.invalid"),
        ("x", "/\\evil.invalid"),
        ("x", "/do/lock"),
        ("x", "/start?token=1"),
        ("x", "/publish?format=html"),
        ("x", "javascript:alert(1)"),
        (" ", "/map"),
        ("a\u202eb", "/map"),
        ("x" * 81, "/map"),
        ("x", "/search?q=" + "x" * 9000),
    ],
)
def test_what_is_no_view_is_not_kept(desk: Desk, name: str, address: str) -> None:
    assert desk.post("/do/view", name=name, address=address).status == 400
    assert desk.get("/views.json").json["rows"] == []


def test_nothing_is_published_before_its_questions_are_answered(case: Path) -> None:
    with Desk(case) as desk:
        asked = desk.get("/publish?format=md")
        assert (asked.status, asked.headers["location"]) == (303, "/questions?format=md")
        page = desk.get("/questions?format=md").text
        assert page.count('type="radio"') == 2 * len(QUESTIONS) == 12
        assert desk.post("/do/answers", **YES | {"harm": ""}).status == 400
        assert desk.post("/do/answers", **YES | {"harm": "perhaps"}).status == 400
        assert desk.post("/do/answers", **YES | {"reply": "no"}).status == 400
        answered = desk.post("/do/answers", **YES | {"reply": "no"}, why="they were asked", format="md")
        assert (answered.status, answered.headers["location"]) == (303, "/publish?format=md")
        published = made(desk, "/publish?format=md")
        assert published.headers["content-disposition"].endswith('"assessment.md"')
        entry = desk.get("/activity.json").json["rows"][0]
        assert (entry["says"], entry["why"], entry["value"]["reply"]) == ("publish", "they were asked", "no")
        claim = desk.get("/search.json").json["rows"][0]["claim"]["id"]
        desk.post("/do/view", name="a view", address="/map")
        assert api.open(case).desk.answered() is not None
        desk.post("/do/decide", about=claim, says="accept")
        assert desk.get("/publish?format=md").status == 303
    with View(case) as view:
        assert broken_links(view.decisions()) == ()


@pytest.mark.parametrize(
    ("name", "kind", "why", "called"),
    [
        ("They", "unknown", "They is named as the one who says it.", "somebody (“They”)"),
        (None, "resident", "“he”, not named, in this report alone.", "an unnamed resident (“he”)"),
        (None, "resident", "“a tailor”, not named, in this report alone.", "“a tailor”"),
        ("He Ping", "official", "He Ping is named as the one who says it.", "He Ping"),
    ],
)
def test_nobody_is_called_by_a_word_that_only_points(name: str | None, kind: str, why: str, called: str) -> None:
    assert named({"name": name, "kind": kind, "why": why}) == called
    hop = {"name": name, "written": why.partition("”")[0].strip("“"), "kind": kind}
    assert who(hop) == (called if called.endswith(")") else called.strip("“”"))


def test_views_and_answers_are_checked_without_the_web_too(case: Path) -> None:
    desk = api.open(case).desk
    for name, address in (("", "/map"), ("x", "map"), ("x\u202ey", "/map")):
        with pytest.raises(BadInput):
            desk.keep_view(name, address)
    with pytest.raises(BadInput):
        desk.answer({})
    assert desk.views() == []
    assert desk.answered() is None
    assert desk.answer(YES)["value"] == YES
    found = desk.answered()
    assert found is not None
    assert found["value"] == YES
