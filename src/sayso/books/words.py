"""Loads the words of telling; every complaint with its file, all at once."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from pathlib import Path
from typing import Any

from sayso.model.books import TellingWords
from sayso.model.errors import BadBook
from sayso.model.telling import Access, Certainty, TellerKind

_GROUPED = {
    "verbs": [c.value for c in Certainty],
    "document_verbs": [c.value for c in Certainty],
    "nouns": [c.value for c in Certainty],
    "tellers": [k.value for k in TellerKind],
    "access": [a.value for a in Access],
}
_LISTS = {"according": "phrases", "citing": "words", "outlet_nouns": "words", "former": "words"}


def load(path: Path | None = None) -> TellingWords:
    """The words of telling in a TOML file, or the shipped ones; raises BadBook with every complaint."""
    where = str(path) if path else "telling.toml"
    source = path.read_text("utf-8") if path else (files("sayso") / "data/words/telling.toml").read_text("utf-8")
    try:
        table = tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        raise BadBook((f"{where}: {error}",)) from error
    complaints = _complaints(table, where)
    if complaints:
        raise BadBook(tuple(complaints))
    return TellingWords(
        verbs=_flat(table["verbs"]),
        document_verbs=_flat(table["document_verbs"]),
        nouns=_flat(table["nouns"]),
        according=tuple(table["according"]["phrases"]),
        citing=tuple(table["citing"]["words"]),
        outlet_nouns=tuple(table["outlet_nouns"]["words"]),
        tellers=_flat(table["tellers"]),
        former=tuple(table["former"]["words"]),
        access={key: tuple(words) for key, words in sorted(table["access"].items())},
    )


def _complaints(table: dict[str, Any], where: str) -> list[str]:
    complaints = [f"{where}: section [{name}] is missing" for name in (*_GROUPED, *_LISTS) if name not in table]
    for name, allowed in _GROUPED.items():
        for key, words in table.get(name, {}).items():
            if key not in allowed:
                complaints.append(f"{where}: [{name}] knows no “{key}”; write one of {', '.join(allowed)}")
            if not _is_words(words):
                complaints.append(f"{where}: [{name}] {key} must be a list of words")
    for name, key in _LISTS.items():
        if name in table and not _is_words(table[name].get(key)):
            complaints.append(f"{where}: [{name}] needs {key} = [words]")
    return complaints


def _is_words(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(word, str) and word for word in value)


def _flat(groups: dict[str, list[str]]) -> dict[str, str]:
    """Each word with its group; a word in two groups belongs to the first in the file."""
    flat: dict[str, str] = {}
    for group, words in groups.items():
        for word in words:
            flat.setdefault(word, group)
    return flat
