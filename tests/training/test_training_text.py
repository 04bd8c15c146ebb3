"""The training text can be read, and its labels are those that the reader knows."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from typing import Any

import pytest

from sayso.books import codebook
from sayso.encode.labels import CERTAINTIES, CODES, COLUMNS, KINDS, STAGES, WIDTH
from sayso.model.coding import Stage
from sayso.model.telling import Certainty, TellerKind

TRAINING = Path(__file__).resolve().parents[2] / "training"
DATA = Path(__file__).resolve().parents[2] / "src" / "sayso" / "data"
sys.path.insert(0, str(TRAINING))

marking: Any = importlib.import_module("marking")  # it lies beside the text, not in the package


def test_labels_are_those_of_the_vocabulary_and_of_the_marking() -> None:
    assert set(CERTAINTIES) == {str(c) for c in Certainty} == marking.CERTAINTIES
    assert set(KINDS) == {str(k) for k in TellerKind} == marking.KINDS
    assert set(STAGES) - {""} <= {str(s) for s in Stage}
    assert set(CODES) == {i.code for i in codebook.load(DATA / "codebooks" / "cohesion.yaml").indicators}
    assert max(c.stop for c in COLUMNS.values()) == WIDTH


@pytest.mark.parametrize("path", sorted(TRAINING.glob("paragraphs/*.txt")), ids=lambda p: p.stem)
def test_blocks_can_be_read(path: Path) -> None:
    found = list(marking.blocks(path, frozenset(CODES)))
    assert found
    assert len({block.text for block in found}) == len(found)


@pytest.mark.parametrize("code", CODES)
def test_each_indicator_has_examples_and_near_misses(code: str) -> None:
    found = list(marking.examples(TRAINING / "indicators" / f"{code}.txt", frozenset(CODES)))
    assert sum(example.fits for example in found) >= 60
    assert sum(not example.fits for example in found) >= 40


def test_marks_that_cannot_be_read_are_refused(tmp_path: Path) -> None:
    file = tmp_path / "desertion.txt"
    for line in ("+ {desertion|ten men left", "+ ten men left", "- {desertion|ten men left}", "? ten men left"):
        file.write_text(line + "\n", "utf-8")
        with pytest.raises(marking.BadMark, match=r"desertion\.txt:1|closed"):
            list(marking.examples(file, frozenset(CODES)))


def test_the_blocks_of_one_report_are_joined_with_their_marks(tmp_path: Path) -> None:
    file = tmp_path / "f1-x.txt"
    file.write_text(
        "# x-r01-01 | style: agency\n{s1:official|An aide} {c1|said} {t1|{desertion|ten men left}}.\n\n"
        "# x-r01-02 | style: agency\n{s1:official=An aide|She} {c1|added} {t1|that {strength|fifty stay}}.\n\n"
        "# x-r02-01 | style: agency\nNothing happened.\n",
        "utf-8",
    )
    one, other = marking.reports(marking.blocks(file, frozenset(CODES)))
    assert one.text == "An aide said ten men left.\n\nShe added that fifty stay."
    words = {(m.what, m.number, m.code): one.text[m.start : m.end] for m in one.marks}
    assert words["code", 0, "strength"] == "fifty stay"
    assert (words["s", 1, ""], words["s", 2, ""]) == ("An aide", "She")
    assert (other.id, other.text, other.marks) == ("x-r02", "Nothing happened.", ())
