"""The tagger's word list, read in one go."""

from __future__ import annotations

import importlib.util
from pathlib import Path

from sayso.text.tagging import tags_in


def test_every_line_of_the_word_list_gives_its_tag() -> None:
    """A line at a time gives the same; a word without a tag, or a line of more, would shift all that follow."""
    found = importlib.util.find_spec("textblob")
    assert found is not None and found.submodule_search_locations is not None
    file = Path(found.submodule_search_locations[0]) / "en" / "en-lexicon.txt"
    lines = [line.split() for line in file.read_text("utf-8").splitlines() if not line.startswith(";;;")]
    assert tags_in(file) == dict(line for line in lines if line)
    assert tags_in(file)["walked"] == "VBD"
