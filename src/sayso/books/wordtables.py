"""Tables of words in TOML: read from a user's file or a shipped one, checked, refused with every complaint at once."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

from sayso.model.errors import BadBook

Table = dict[str, Any]


def table_of(path: Path | None, shipped: str, complaints: Callable[[Table, str], list[str]]) -> Table:
    """The table of a file, or of the shipped one of that name; raises BadBook with every complaint."""
    where = str(path) if path else shipped
    source = path.read_text("utf-8") if path else (files("sayso") / f"data/words/{shipped}").read_text("utf-8")
    try:
        table = tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        raise BadBook((f"{where}: {error}",)) from error
    found = complaints(table, where)
    if found:
        raise BadBook(tuple(found))
    return table


def is_words(value: object) -> bool:
    """Whether a value is a list of words."""
    return isinstance(value, list) and all(isinstance(word, str) and word for word in value)


def flat(groups: dict[str, list[str]]) -> dict[str, str]:
    """Each word with its group; a word in two groups belongs to the first in the file."""
    found: dict[str, str] = {}
    for group, words in groups.items():
        for word in words:
            found.setdefault(word, group)
    return found
