"""Inflected forms: those looked up beforehand are those that the dictionary gives today."""

from __future__ import annotations

import importlib.util
from pathlib import Path

from sayso.books import inflections
from sayso.text.inflecting import Inflecting

TOOL = Path(__file__).parents[2] / "tools" / "make_inflections.py"


def test_the_shipped_forms_are_those_of_the_dictionary() -> None:
    found = importlib.util.spec_from_file_location("make_inflections", TOOL)
    assert found is not None and found.loader is not None
    tool = importlib.util.module_from_spec(found)
    found.loader.exec_module(tool)
    stale = "python tools/make_inflections.py"
    assert inflections.SHIPPED.read_text("utf-8") == tool.made(), f"the books changed; run {stale}"


def test_a_word_not_asked_before_is_looked_up() -> None:
    assert Inflecting().of("walk", "VERB")["VBD"] == ("walked",)
    assert Inflecting({"walk VERB": {"VBD": ("wolk",)}}).of("walk", "VERB")["VBD"] == ("wolk",)
    assert Inflecting().by_rule("blorp", "VERB")["VBG"] == ("blorping",)
    assert Inflecting().plurals("spy") == ("spies",)
