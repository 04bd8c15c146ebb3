from __future__ import annotations

from pathlib import Path

import pytest

from sayso.books.codebook import load, shipped
from sayso.books.codebook_page import page
from sayso.model.errors import BadBook

ROOT = Path(__file__).parents[2]
GOOD = """\
name: strikes
version: 1
words:
  stop: [strike/v, walk/v out]
indicators:
  - code: strike
    definition: Miners stop work together.
    patterns:
      - (miner/n|digger/n) ... $stop
    examples:
      - Two hundred {miners walked out} and {diggers struck} on Monday.
"""


def _complaints(tmp_path: Path, text: str) -> tuple[str, ...]:
    file = tmp_path / "book.yaml"
    file.write_text(text, "utf-8")
    with pytest.raises(BadBook) as caught:
        load(file)
    return tuple(line.removeprefix(f"{file}:") for line in caught.value.complaints)


def test_shipped_codebook_is_found_by_name() -> None:
    codebook = load("cohesion")
    assert "cohesion" in shipped()
    assert (codebook.name, codebook.version, len(codebook.indicators)) == ("cohesion", "1", 31)
    assert codebook.find("desertion") is not None
    assert codebook.find("nothing") is None


def test_a_good_file_gives_its_examples_with_their_lines(tmp_path: Path) -> None:
    file = tmp_path / "book.yaml"
    file.write_text(GOOD, "utf-8")
    indicator = load(file).indicators[0]
    assert [(example.span, example.line) for example in indicator.examples] == [
        ("miners walked out", 11),
        ("diggers struck", 11),
    ]
    assert indicator.examples[0].text == "Two hundred miners walked out and diggers struck on Monday."
    assert (indicator.kind, indicator.speaks_for, indicator.name) == ("event", "neutral", "strike")


@pytest.mark.parametrize(
    ("written", "instead", "complaint"),
    [
        ("version: 1\n", "", "1: has no 'version'"),
        ("code: strike", "code: Strike!", "6: code 'Strike!'"),
        ("$stop", "$halt", "no word class is called 'halt'"),
        (
            "(miner/n|digger/n)",
            "(miner/n|digger/n",
            "9: pattern '(miner/n|digger/n ... $stop': a bracket is not closed",
        ),
        ("(miner/n|digger/n)", "<miners>", "9: pattern '<miners> ... $stop': no role is called miners"),
        ("... $stop", "...99 $stop", "a gap of 99 words"),
        ("... $stop", "... $stop => often", "nothing is called often"),
        ("(miner/n|digger/n) ... $stop", "<members> ...", "no word in it that must stand"),
        ("[strike/v, walk/v out]", "[strike/v, $stop]", "4: word class 'stop' contains itself"),
        ("{miners walked out} and {diggers struck}", "miners walked out", "11: mark the words that state it"),
        ("{miners walked out} and {diggers struck}", "{miners walked out", "11: a brace without its partner"),
        ("definition: Miners stop work together.", "kind: thing", "7: 'thing' is not one of event, state, pattern"),
        ("definition: Miners stop work together.", "kind: event", "6: indicator 'strike' has no 'definition'"),
        ("definition:", "colour: red\n    definition:", "7: an indicator has no 'colour'"),
        ("definition:", "yields_to: [peace]\n    definition:", "7: no indicator has the code 'peace'"),
        ("definition:", "definition: one\n    definition:", "8: 'definition' stands twice, first in line 7"),
        ("words:", "reasons:\n  boredom: [bored]\nwords:", "4: 'boredom' is no reason"),
        ("words:", "words: &a", "a list"),
    ],
)
def test_a_broken_file_is_refused_with_its_line(tmp_path: Path, written: str, instead: str, complaint: str) -> None:
    if instead == "words: &a":
        found = _complaints(tmp_path, GOOD.replace("[strike/v, walk/v out]", "miners"))
    else:
        found = _complaints(tmp_path, GOOD.replace(written, instead, 1))
    assert any(complaint in line for line in found), found


def test_all_complaints_come_at_once_in_the_order_of_the_lines(tmp_path: Path) -> None:
    text = GOOD.replace("version: 1\n", "").replace("$stop", "$halt").replace("{", "").replace("}", "")
    found = _complaints(tmp_path, text)
    assert len(found) == 3
    assert [int(line.split(":")[0]) for line in found] == sorted(int(line.split(":")[0]) for line in found)


@pytest.mark.parametrize(
    ("data", "complaint"),
    [
        (b"", "empty"),
        (b"name: [", "not readable as YAML"),
        (b"name: caf\xe9", "not UTF-8"),
        (b"- a list", "a codebook is a list of names and values"),
        (b"a: &a [1]\nb: *a", "an alias"),
        (b"[" * 5000, "YAML"),
    ],
)
def test_files_that_are_no_codebook_say_so(tmp_path: Path, data: bytes, complaint: str) -> None:
    file = tmp_path / "book.yaml"
    file.write_bytes(data)
    with pytest.raises(BadBook, match=r"book\.yaml:[12]") as caught:
        load(file)
    assert complaint in str(caught.value)


def test_an_absent_file_is_a_bad_book(tmp_path: Path) -> None:
    with pytest.raises(BadBook, match="cannot be read"):
        load(tmp_path / "absent.yaml")


def test_twice_the_same_code_is_refused(tmp_path: Path) -> None:
    again = GOOD[GOOD.index("  - code") :]
    assert any("stands already in line 6" in line for line in _complaints(tmp_path, GOOD + again))


def test_the_page_of_the_codebook_is_current() -> None:
    current = page(load("cohesion"))
    assert (ROOT / "docs" / "codebook.md").read_text("utf-8") == current, "make docs/codebook.md again"
    assert all(f"## {indicator.code}\n" in current for indicator in load("cohesion").indicators)
