"""The shipped codebook read beforehand is what its YAML says today."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

import pytest

from sayso.books import codebook_ready
from sayso.books.codebook import SHIPPED, load
from sayso.books.codebook_reading import read

sys.path.insert(0, str(Path(__file__).parents[2] / "tools"))
tool = import_module("make_ready")


def test_it_is_what_is_read_today() -> None:
    stale = "the codebook or its reading changed; run python tools/make_ready.py"
    assert codebook_ready.SHIPPED.read_text("utf-8") == tool.made_codebook(), stale


def test_a_copy_of_the_shipped_file_gives_the_same_and_any_other_file_is_read(tmp_path: Path) -> None:
    data = (SHIPPED / "cohesion.yaml").read_bytes()
    copy = tmp_path / "codebook.yaml"
    copy.write_bytes(data)
    assert load(copy) == read(data, "shown", str(copy))
    copy.write_bytes(data.replace(b"name: cohesion", b"name: other", 1))
    assert codebook_ready.of(copy.read_bytes()) is None
    assert load(copy).name == "other"


def test_of_a_ready_form_of_another_file_nothing_is_taken(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    data = (SHIPPED / "cohesion.yaml").read_bytes()
    kept = tmp_path / "old.json"
    kept.write_text(codebook_ready.made(b"an older file", load("cohesion")), "utf-8")
    monkeypatch.setattr(codebook_ready, "SHIPPED", kept)
    assert codebook_ready.of(data) is None
