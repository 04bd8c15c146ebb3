"""What the documents say is so: the README's example is run, every command and indicator has its heading."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType

from sayso.books import codebook

ROOT = Path(__file__).parents[2]


def make_docs() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_docs", ROOT / "tools/make_docs.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_generated_parts_are_current() -> None:
    for path, text in make_docs().pages().items():
        assert path.read_text("utf-8") == text, f"run python tools/make_docs.py: {path.name} is not current"


def test_every_indicator_has_its_heading() -> None:
    page = (ROOT / "docs/codebook.md").read_text("utf-8")
    missing = [i.code for i in codebook.load("cohesion").indicators if not re.search(rf"^#+.*`?{i.code}`?", page, re.M)]
    assert missing == []


def test_every_link_of_the_readme_leads_somewhere() -> None:
    page = (ROOT / "README.md").read_text("utf-8")
    for target in re.findall(r"\]\(([^)#]+)\)", page):
        assert (ROOT / target).exists(), target


def test_every_room_is_on_the_map() -> None:
    page = (ROOT / "docs/rooms.md").read_text("utf-8")
    rooms = [p.name for p in (ROOT / "src/sayso").iterdir() if p.is_dir() and not p.name.startswith("_")]
    assert [room for room in rooms if f"`{room}/`" not in page] == []
