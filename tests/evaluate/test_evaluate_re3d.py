"""Entities are read by kind, and a perfect answer scores 1, an empty one 0."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sayso.books.gazetteer import Gazetteer
from sayso.evaluate import re3d

ROOT = Path(__file__).resolve().parents[2]
REAL = ROOT.parent / "shared" / "data" / "re3d"
TEXT = "At least 40 men left a camp near Mosul on 3 March 2016."  # our own


def entity(kind: str, words: str, confidence: float = 1) -> dict[str, object]:
    at = TEXT.index(words)
    return {
        "documentId": "d",
        "type": kind,
        "begin": at,
        "end": at + len(words),
        "value": words,
        "confidence": confidence,
    }


@pytest.fixture
def document(tmp_path: Path) -> re3d.Document:
    rows = [
        entity("Quantity", "40"),
        entity("Quantity", "a"),
        entity("Location", "Mosul"),
        entity("Location", "camp", 0),
        entity("Temporal", "3 March 2016"),
        entity("Temporal", "2016"),
        entity("Person", "men"),
    ]
    (tmp_path / "entities.json").write_text("\n".join(map(json.dumps, rows)), "utf-8")
    (tmp_path / "documents.json").write_text(json.dumps({"_id": "d", "text": TEXT}) + "\n", "utf-8")
    (found,) = re3d.read(tmp_path)
    return found


def test_kinds_are_told_apart_and_the_outer_of_two_counts(document: re3d.Document) -> None:
    found = {(kind, TEXT[start:end]) for _, kind, start, end in document.marked}
    assert found == {("quantity", "40"), ("place", "Mosul"), ("time", "3 March 2016")}


def test_perfect_empty_and_our_own(document: re3d.Document) -> None:
    for same, close in re3d.counts([document], lambda each: set(each.marked)).values():
        assert same.f1 == close.f1 == 1
    for same, close in re3d.counts([document], lambda each: set()).values():
        assert same.f1 == close.f1 == same.recall == 0
    ours = re3d.counts([document], re3d.finder(Gazetteer(ROOT / "src/sayso/data/places.sqlite")))
    assert all(close.recall == 1 for _, close in ours.values())


@pytest.mark.skipif(not REAL.is_dir(), reason="the data folder is not beside the checkout")
def test_the_real_documents_can_be_answered_perfectly() -> None:
    documents = [each for folder in sorted(REAL.iterdir()) for each in re3d.read(folder)]
    assert all(same.f1 == 1 for same, _ in re3d.counts(documents, lambda each: set(each.marked)).values())
    assert all(end <= len(each.text) for each in documents for _, _, _, end in each.marked)
