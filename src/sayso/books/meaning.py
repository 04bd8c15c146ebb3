"""Loads what `sayso ground` knows of meaning; every complaint with its file, all at once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sayso.books.wordtables import flat, is_words, table_of
from sayso.model.meaning import Meaning

#: Sections of lists of words, each list under a name.
_SECTIONS = (
    "governors",
    "passes",
    "adverbs",
    "modals",
    "clause_adjectives",
    "clause_nouns",
    "conditions",
    "keep",
    "doubtful",
    "alone",
)
#: Sections of lists of lists: words that say the same, pairs of opposites.
_NESTED = {"same": ("verbs", "nouns", "adjectives"), "opposites": ("pairs",)}
_NEEDED = {
    "passes": ("that", "to", "prepositions"),
    "conditions": ("words",),
    "keep": ("modifiers",),
    "doubtful": ("words",),
    "alone": ("verbs",),
}


def load(path: Path | None = None) -> Meaning:
    """The meanings in a TOML file, or the shipped ones; raises BadBook with every complaint."""
    table = table_of(path, "meaning.toml", _complaints)
    same, passes = table["same"], table["passes"]
    verbs = _leading(same["verbs"])
    return Meaning(
        verbs=verbs,
        nouns=_leading(same["nouns"]),
        adjectives=_leading(same["adjectives"]),
        governors={verbs.get(word, word): group for word, group in flat(table["governors"]).items()},
        passes_that=frozenset(verbs.get(word, word) for word in passes["that"]),
        passes_to=frozenset(verbs.get(word, word) for word in passes["to"]),
        passes_prepositions=frozenset(passes["prepositions"]),
        adverbs=flat(table["adverbs"]),
        modals=flat(table["modals"]),
        clause_adjectives=flat(table["clause_adjectives"]),
        clause_nouns=flat(table["clause_nouns"]),
        conditions=frozenset(table["conditions"]["words"]),
        keep=frozenset(table["keep"]["modifiers"]),
        alone=frozenset(verbs.get(word, word) for word in table["alone"]["verbs"]),
        doubtful=frozenset(table["doubtful"]["words"]),
        opposites=frozenset(
            pair for one, other in table["opposites"]["pairs"] for pair in ((one, other), (other, one))
        ),
    )


def _complaints(table: dict[str, Any], where: str) -> list[str]:
    missing = [f"{where}: section [{name}] is missing" for name in (*_SECTIONS, *_NESTED) if name not in table]
    if missing:
        return missing
    out = [
        f"{where}: [{name}] {key} must be a list of words"
        for name in _SECTIONS
        for key, words in table[name].items()
        if not is_words(words)
    ]
    for name, keys in _NEEDED.items():
        out += [f"{where}: [{name}] needs {key} = [words]" for key in keys if key not in table[name]]
    for name, keys in _NESTED.items():
        for key in keys:
            lists = table[name].get(key)
            if not isinstance(lists, list) or not all(is_words(words) for words in lists):
                out.append(f"{where}: [{name}] needs {key} = [[words], …]")
            elif name == "opposites" and any(len(words) != 2 for words in lists):
                out.append(f"{where}: [opposites] pairs must be of two words each")
    return out


def _leading(lists: list[list[str]]) -> dict[str, str]:
    """Each word with the first of its list; a word in two lists belongs to the first."""
    out: dict[str, str] = {}
    for words in lists:
        for word in words:
            out.setdefault(word, words[0])
    return out
