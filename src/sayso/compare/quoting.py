"""Whether a claim is a whole clause of a text word for word, and commits to the same there."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.compare.clauses import Clauses
from sayso.compare.items import Item
from sayso.model.meaning import Meaning

_STARTS = frozenset({"that", "though", "although", "because", "while", "whereas", "since", "but"})
_ARTICLES = frozenset({"the", "a", "an"})


def quoted(asked: Clauses, here: Clauses, meaning: Meaning) -> tuple[int, int] | None:
    """The items `[first, last)` of the text that the claim repeats, where they are a clause of equal commitment."""
    words = _spoken(asked.items)
    if not words or not asked.frames:
        return None
    heard = list(here.items)
    for start in range(len(heard) - len(words) + 1):
        end = start + len(words)
        alike = all(_same(one, other) for one, other in zip(words, heard[start:end], strict=True))
        if alike and _is_clause(here, start, end, meaning) and _commits_alike(asked, here, start, end):
            return start, end
    return None


def _spoken(items: Sequence[Item]) -> list[Item]:
    found = list(items)
    while found and found[-1].kind == "p" and found[-1].lower != "?":
        found.pop()
    return found


def _same(one: Item, other: Item) -> bool:
    return one.key == other.key or (one.lower in _ARTICLES and other.lower in _ARTICLES)


def _is_clause(here: Clauses, start: int, end: int, meaning: Meaning) -> bool:
    """Whether nothing that belongs to the clause stands before or after the words."""
    before = here.items[start - 1] if start else None
    if before is not None and before.kind != "p" and before.lower not in _STARTS:
        joined = before.lower == "and" and start > 1 and here.items[start - 2].lower == ","
        if not joined and not (before.kind == "v" and before.key in meaning.passes_that):
            return False
    after = here.items[end] if end < len(here.items) else None
    return after is None or (after.kind in ("p", "cc") and after.lower not in ("or", "nor", "(", "["))


def _commits_alike(asked: Clauses, here: Clauses, start: int, end: int) -> bool:
    """Whether the same verbs stand at the same places, each under the same operators."""
    theirs = {
        frame.group.at - start: here.signatures[frame.number] for frame in here.frames if start <= frame.group.at < end
    }
    ours = {frame.group.at: asked.signatures[frame.number] for frame in asked.frames}
    return ours == theirs
