"""A file is checked by counting again: whatever is changed in it is named."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tell_invented import picture

from sayso.tell.assessment import sealed, write
from sayso.tell.carried import carried
from sayso.tell.verify import verify_file

Sheet = dict[str, Any]


@pytest.fixture(params=[".html", ".md", ".json"])
def path(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    found = tmp_path / f"assessment{request.param}"
    write(picture(), found)
    return found


@pytest.fixture
def web(tmp_path: Path) -> Path:
    found = tmp_path / "assessment.html"
    write(picture(), found)
    return found


@pytest.fixture
def data(tmp_path: Path) -> Path:
    found = tmp_path / "assessment.json"
    write(picture(), found)
    return found


def changed(path: Path, change: Callable[[Sheet], object], reseal: bool = True) -> str:
    """Complaints after a change of the data; its hash is made anew, as a careful forger would."""
    sheet = json.loads(path.read_text("utf-8"))
    told = sheet.pop("findings")
    change(sheet)
    if reseal:
        rows = {key: value for key, value in sheet.items() if key not in ("sha256", "numbers")}
        sheet = sealed(rows, sheet["numbers"])
    path.write_text(
        json.dumps(sheet | {"findings": told}, ensure_ascii=False, sort_keys=True, indent=1) + "\n", "utf-8"
    )
    return "\n".join(verify_file(path))


def test_an_untouched_file_holds(path: Path) -> None:
    assert verify_file(path) == ()


def test_a_printed_number_that_was_changed_is_named(web: Path) -> None:
    text = web.read_text("utf-8")
    web.write_text(re.sub(r'(data-n="n:claims"[^>]*>)18<', r"\g<1>81<", text, count=1), "utf-8")
    assert any("number n:claims: printed as 81, its data gives 18" in each for each in verify_file(web))


def test_words_that_were_changed_are_named(path: Path) -> None:
    text = path.read_text("utf-8")
    shown, mark, rest = text.partition("sayso-data") if path.suffix != ".json" else ("", "", text)
    if shown:
        assert "to have seen it" in shown
        path.write_text(shown.replace("to have seen it", "to have invented it", 1) + mark + rest, "utf-8")
    else:
        path.write_text(text.replace("to have seen it", "to have invented it", 1), "utf-8")
    assert any("to have invented it" in each for each in verify_file(path))


def test_a_quote_that_was_changed_is_named(path: Path) -> None:
    text = path.read_text("utf-8")
    path.write_text(text.replace("No fighter has left", "No fighter has kept"), "utf-8")
    assert any("hash" in each for each in verify_file(path))


def test_a_quote_changed_in_the_claim_alone_is_named(data: Path) -> None:
    def change(sheet: Sheet) -> None:
        claim = next(each for each in sheet["claims"] if each["quote"] == "No fighter has left")
        claim["quote"] = "Any fighter has left"[: len(claim["quote"])]

    told = changed(data, change)
    assert "its claim is “Any fighter has lef”, its report has “No fighter has left”" in told


def test_a_dropped_claim_is_named(data: Path) -> None:
    def change(sheet: Sheet) -> None:
        gone.append(sheet["claims"].pop(0)["id"])

    gone: list[str] = []
    told = changed(data, change)
    assert f"its claim {gone[0]} is not carried" in told
    assert "number n:claims: the file states 18, its data gives 17" in told


def test_a_changed_count_is_named(data: Path) -> None:
    def change(sheet: Sheet) -> None:
        sheet["matters"][0]["reports"] = 30

    assert "the file states 30 as its reports, its claims give 3" in changed(data, change)


@pytest.mark.parametrize("end", ["low", "high"])
def test_more_origins_than_the_claims_give_are_named(data: Path, end: str) -> None:
    def change(sheet: Sheet) -> None:
        sheet["matters"][0]["origins"]["high"] = 5
        sheet["matters"][0]["origins"][end] = 5

    assert "the file states 5 origins" in changed(data, change)


def test_a_split_origin_is_named(data: Path) -> None:
    def change(sheet: Sheet) -> None:
        origin = next(each for each in sheet["origins"] if len(each["claims"]) > 1)
        origin["claims"] = origin["claims"][1:]

    assert "as its claims, its claims give" in changed(data, change)


def test_a_moved_claim_is_named(data: Path) -> None:
    def change(sheet: Sheet) -> None:
        sheet["claims"][0]["indicator"] = "mutiny"

    assert "give the id" in changed(data, change)


def test_a_changed_chain_is_named(data: Path) -> None:
    def change(sheet: Sheet) -> None:
        sheet["claims"][0]["chain"][-1]["name"] = "The Times"

    assert "its chain ends with The Times, its report is of Euphrates Wire" in changed(data, change)


def test_a_tie_to_nowhere_is_named(data: Path) -> None:
    def change(sheet: Sheet) -> None:
        sheet["ties"][0]["from"] = "c0000000000000000"

    assert "its end “from”, c0000000000000000, is not carried" in changed(data, change)


def test_a_value_that_no_claim_gives_is_named(data: Path) -> None:
    def change(sheet: Sheet) -> None:
        sheet["matters"][0]["quantities"][0]["high"] = 4000

    assert "does not give the value 40 to 4000 persons" in changed(data, change)


def test_a_change_that_fits_everywhere_shows_in_the_hash(data: Path) -> None:
    def change(sheet: Sheet) -> None:
        sheet["case"] = "another"

    assert "the hash of the data is" in changed(data, change, reseal=False)


def test_any_one_changed_letter_is_noticed(web: Path) -> None:
    text = web.read_text("utf-8")
    for at in range(200, len(text), len(text) // 20):
        if text[at].isalpha() and text[at].isascii():
            web.write_text(text[:at] + ("q" if text[at] != "q" else "z") + text[at + 1 :], "utf-8")
            assert verify_file(web), text[at - 40 : at + 40]


def test_a_page_of_another_build_is_checked_by_numbers_and_passages(web: Path) -> None:
    build = re.search(r'"printer":"(\w+)"', web.read_text("utf-8"))
    assert build
    sheet = carried(web.read_text("utf-8").replace(build[1], "0" * 16), ".html")
    sealed_again = sealed({k: v for k, v in sheet.items() if k not in ("sha256", "numbers")}, sheet["numbers"])
    text = web.read_text("utf-8").replace(build[1], "0" * 16).replace(sheet["sha256"], sealed_again["sha256"])
    web.write_text(text, "utf-8")
    assert verify_file(web) == ()
    shown, mark, rest = text.partition("sayso-data")
    web.write_text(shown.replace(" saw ", " was ") + mark + rest, "utf-8")
    assert all("printed with other words" in each for each in verify_file(web))
    assert verify_file(web)


@pytest.mark.parametrize(
    "words",
    ["", "<html>", '<script type="application/json" id="sayso-data">{}</script>', "\x00\xff", "[]", "{", "null"],
)
@pytest.mark.parametrize("suffix", [".html", ".md", ".json"])
def test_what_is_no_assessment_is_told(tmp_path: Path, words: str, suffix: str) -> None:
    path = tmp_path / f"x{suffix}"
    path.write_bytes(words.encode("latin-1"))
    assert len(verify_file(path)) == 1


def test_data_of_the_wrong_make_is_told(data: Path) -> None:
    def change(sheet: Sheet) -> None:
        sheet["claims"][0]["chain"] = 7

    assert "not as Sayso writes it" in changed(data, change)


def test_other_endings_are_told(tmp_path: Path) -> None:
    assert "ends in" in verify_file(tmp_path / "x.pdf")[0]
