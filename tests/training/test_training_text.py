"""The training text can be read, and its labels are those that the reader knows."""

from __future__ import annotations

import importlib
import random
import sys
from pathlib import Path
from typing import Any

import pytest

from sayso.books import codebook
from sayso.encode.labels import CERTAINTIES, CODES, COLUMNS, KINDS, STAGES, WIDTH
from sayso.encode.windows import LIMIT, Pieces
from sayso.model.coding import Stage
from sayso.model.telling import Certainty, TellerKind

TRAINING = Path(__file__).resolve().parents[2] / "training"
DATA = Path(__file__).resolve().parents[2] / "src" / "sayso" / "data"
sys.path.insert(0, str(TRAINING))

marking: Any = importlib.import_module("marking")  # it lies beside the text, not in the package
dataset: Any = importlib.import_module("dataset")


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


def test_a_whole_report_is_read_in_windows_that_hold_each_token_once_wherever_they_begin(tmp_path: Path) -> None:
    (tmp_path / "paragraphs").mkdir()
    (tmp_path / "indicators").mkdir()
    file = tmp_path / "paragraphs" / "f1-x.txt"
    long = "{desertion|Ten men left their post in the hills above the town that night}, and nobody saw them again. "
    file.write_text("\n\n".join(f"# f1-x-r01-{n:02} | style: agency\n{long * 4}" for n in range(6)) + "\n", "utf-8")
    short = tmp_path / "indicators" / "desertion.txt"
    short.write_text("".join(f"+ {{desertion|{n} men left their post}}\n" for n in range(11)), "utf-8")
    train, held = dataset.load(dataset.files(tmp_path), Pieces(DATA / "weights" / "tokenizer.json"))
    whole = [sample for sample in train if sample.whole]
    assert len(whole) == 1 and len(train) == 12 and not held
    tokens = sum(len(sentence.tokens) for sentence in whole[0].sentences)
    wanted = whole[0].codes.sum()
    starts = set()
    for seed in range(20):
        made = dataset.report_rows(whole[0], random.Random(seed))
        assert sum(len(row.units) for row in made) == tokens
        assert sum(row.codes.sum() for row in made) == wanted
        assert all(len(row.pieces) <= LIMIT for row in made)
        starts.add(made[0].tags.shape)
    assert len(starts) > 1  # a late start leaves a shorter first window
    epoch = dataset.rows(train, random.Random(1))
    singles = sum(len(row.groups) for row in epoch if row.tags[0, 0] == dataset.IGNORE)
    assert singles == 6  # every second of eleven
    assert sum(len(row.units) for row in epoch if row.tags[0, 0] != dataset.IGNORE) == tokens
