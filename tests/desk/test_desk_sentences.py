from __future__ import annotations

import builtins
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from desk_making import copied
from desk_reports import PRIVATE
from test_desk_deciding import desertions, matter_of

from sayso.api import Case, verify
from sayso.cli import main
from sayso.model.errors import BadInput
from sayso.model.likelihood import WORDS, band_of


@pytest.fixture
def case(tmp_path: Path) -> Case:
    return copied(tmp_path)


def held(case: Case) -> str:
    found = matter_of(case, desertions(case)[0]["id"])
    assert found is not None
    return str(found["id"])


def test_bands_cover_one_to_ninety_nine_without_a_gap() -> None:
    assert [low for _, _, low, _ in WORDS] == [1, *(high for _, _, _, high in WORDS[:-1])]
    assert WORDS[-1][3] == 99 and band_of("probable") == band_of("likely") == (55, 80)


def test_a_sentence_keeps_likelihood_and_confidence_apart(case: Case) -> None:
    row = case.desk.write(
        "Men left  near Gao.", [held(case)], likelihood="likely", confidence="low", confidence_why="one origin",
        who="Ada",
    )  # fmt: skip
    assert (row["text"], row["likelihood"], row["band"]) == ("Men left near Gao.", "likely", [55, 80])
    assert (row["confidence"], row["confidence_why"], row["who"], row["stale"]) == ("low", "one origin", "Ada", False)
    assert case.desk.sentences() == [row]
    assert case.verify().complaints == ()


@pytest.mark.parametrize(
    ("text", "rests", "how", "told"),
    [
        (" ", None, {}, "the sentence is empty"),
        ("A.", [], {}, "rests on at least one"),
        ("A.", ["m0"], {}, "no claim or matter has that id"),
        ("A.", None, {"likelihood": "maybe"}, "no word of likelihood"),
        ("A.", None, {"confidence": "sure", "confidence_why": "so"}, "no level of confidence"),
        ("A.", None, {"confidence": "low"}, "go together"),
        ("A.", None, {"place": -1}, "no place in the order"),
        ("A.", None, {"colour": "red"}, "nothing of a sentence"),
    ],
)
def test_what_is_no_sentence_is_refused(
    case: Case, text: str, rests: list[str] | None, how: dict[str, Any], told: str
) -> None:
    with pytest.raises(BadInput, match=told):
        case.desk.write(text, [held(case)] if rests is None else rests, **how)
    assert case.desk.sentences() == []


def test_a_sentence_goes_stale_with_its_evidence_and_says_what_changed(case: Case) -> None:
    matter, claim = held(case), desertions(case)[2]["id"]
    row = case.desk.write("Men left near Gao.", [matter, claim])
    case.desk.decide(claim, "reject", why="a rumour")
    (stale,) = case.desk.sentences()
    assert stale["stale"] and any("reports" in each for each in stale["changed"])
    assert f"{claim}: review proposed before, rejected now." in stale["changed"]
    undo = case.desk.undo(2)
    assert case.desk.sentences() == [row]
    case.desk.undo(undo["number"])
    fresh = case.desk.confirm(row["id"], why="still so", who="Ben")
    assert not fresh["stale"] and fresh["who"] == "Ben" and fresh["evidence"] != row["evidence"]
    assert case.desk.activity()["rows"][0]["why"] == "still so"


def test_sentences_are_ordered_rewritten_and_taken_out(case: Case) -> None:
    one = case.desk.write("First.", [held(case)])
    two = case.desk.write("Second.", [held(case)])
    assert [row["text"] for row in case.desk.sentences()] == ["First.", "Second."]
    case.desk.write("First, later.", [held(case)], id=one["id"], place=9)
    assert [row["text"] for row in case.desk.sentences()] == ["Second.", "First, later."]
    with pytest.raises(BadInput, match="stands already"):
        case.desk.write("Second.", [held(case)])
    gone = case.desk.remove(two["id"], why="not needed")
    assert [row["text"] for row in case.desk.sentences()] == ["First, later."]
    case.desk.undo(gone["number"])
    assert [row["text"] for row in case.desk.sentences()] == ["Second.", "First, later."]
    with pytest.raises(BadInput, match="no sentence has that id"):
        case.desk.remove("s0")


def written(case: Case) -> None:
    claim = desertions(case)[2]["id"]
    case.desk.write(
        f"{PRIVATE} <b>told</b> it [x](javascript:1).", [held(case), claim], likelihood="likely", confidence="moderate",
        confidence_why="two origins", who="Ada",
    )  # fmt: skip


@pytest.mark.parametrize("ending", [".html", ".md", ".json"])
def test_what_is_published_verifies_and_hides_names(case: Case, tmp_path: Path, ending: str) -> None:
    written(case)
    path = tmp_path / f"out{ending}"
    case.desk.publish(path)
    text = path.read_text("utf-8")
    assert verify(path).complaints == ()
    assert "Tarku" not in text and "told" in text
    assert ending == ".json" or "<b>told" not in text
    case.desk.publish(path)
    assert path.read_text("utf-8") == text
    path.write_text(text.replace("55 to 80", "80 to 95") if ending != ".json" else text.replace('"likely"', '"remote"'))
    assert verify(path).complaints


def test_a_forged_sentence_is_found_without_the_case(case: Case, tmp_path: Path) -> None:
    written(case)
    path = tmp_path / "out.json"
    case.desk.publish(path)
    from sayso.tell.assessment import sealed

    sheet = json.loads(path.read_text("utf-8"))
    del sheet["sha256"], sheet["findings"], sheet["numbers"]
    sheet["sentences"][0]["rests"] = [sheet["matters"][-1]["id"]]
    path.write_text(json.dumps(sealed(sheet)), "utf-8")
    assert any("its evidence is" in each for each in verify(path).complaints)


def test_a_document_and_pages_are_made_the_same_twice_and_hide_names(case: Case, tmp_path: Path) -> None:
    pytest.importorskip("docx")
    pytest.importorskip("weasyprint")
    written(case)
    for ending in (".docx", ".pdf"):
        one, two = tmp_path / f"one{ending}", tmp_path / f"two{ending}"
        case.desk.publish(one)
        assert main(["assess", str(case.folder), "-o", str(two)]) == 0
        assert one.read_bytes() == two.read_bytes()
    with zipfile.ZipFile(io.BytesIO((tmp_path / "one.docx").read_bytes())) as archive:
        body = archive.read("word/document.xml").decode()
    assert "Confidence: moderate" in body and "Tarku" not in body and "&lt;b&gt;told" in body
    assert (tmp_path / "one.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(("ending", "package"), [(".docx", "docx"), (".pdf", "weasyprint")])
def test_without_the_extra_a_sentence_says_what_to_install(
    case: Case, tmp_path: Path, ending: str, package: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = builtins.__import__

    def missing(name: str, *rest: Any) -> Any:
        if name == package:
            raise ImportError(name)
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", missing)
    with pytest.raises(BadInput, match=r"sayso\[publish\]"):
        case.desk.publish(tmp_path / f"out{ending}")
    assert not (tmp_path / f"out{ending}").exists()
