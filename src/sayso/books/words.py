"""Loads the words of telling; every complaint with its file, all at once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sayso.books.wordtables import flat, is_words, table_of
from sayso.model.books import TellingWords
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
    table = table_of(path, "telling.toml", _complaints)
    return TellingWords(
        verbs=flat(table["verbs"]),
        document_verbs=flat(table["document_verbs"]),
        nouns=flat(table["nouns"]),
        according=tuple(table["according"]["phrases"]),
        citing=tuple(table["citing"]["words"]),
        outlet_nouns=tuple(table["outlet_nouns"]["words"]),
        tellers=flat(table["tellers"]),
        former=tuple(table["former"]["words"]),
        access={key: tuple(words) for key, words in sorted(table["access"].items())},
    )


def _complaints(table: dict[str, Any], where: str) -> list[str]:
    complaints = [f"{where}: section [{name}] is missing" for name in (*_GROUPED, *_LISTS) if name not in table]
    for name, allowed in _GROUPED.items():
        for key, words in table.get(name, {}).items():
            if key not in allowed:
                complaints.append(f"{where}: [{name}] knows no “{key}”; write one of {', '.join(allowed)}")
            if not is_words(words):
                complaints.append(f"{where}: [{name}] {key} must be a list of words")
    for name, key in _LISTS.items():
        if name in table and not is_words(table[name].get(key)):
            complaints.append(f"{where}: [{name}] needs {key} = [words]")
    return complaints
