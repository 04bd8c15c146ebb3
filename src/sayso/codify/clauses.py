"""Clauses of a sentence, by their borders: marks, attribution, subordination, coordination, relatives."""

from __future__ import annotations

from sayso.codify.lexicon import (
    CONJUNCTIONS,
    MARKS,
    NUMBERS,
    PREMODIFIERS,
    PRONOUNS,
    RELATIVES,
    SAYING,
    SUBORDINATORS,
    TELLING,
    TEMPORAL,
)
from sayso.codify.marking import Marked, short_insertions
from sayso.model.span import Sentence

#: An attribution at the end or in the middle of a sentence (", a spokesman for the ministry said on Monday") is seldom
#: longer; a longer stretch between commas is taken for content.
_LONGEST_ATTRIBUTION = 16
_TRIM = CONJUNCTIONS | MARKS | {",", ".", "?", "!", "that", "'", "‘", "’"}


def borders(sentence: Sentence, marked: Marked) -> tuple[int, ...]:
    """The tokens that begin a clause, sorted, with 0 and the number of tokens at the ends."""
    words = [token.lower for token in sentence.tokens]
    found = {0, len(words)}
    transparent = short_insertions(words)
    for at, word in enumerate(words):
        if word in MARKS and at in transparent:
            continue
        if word in MARKS:
            found |= {at, at + 1}
        elif word in SAYING:
            found |= _after_saying(words, at)
        elif word == "according":
            found |= {at, _next_comma(words, at)}
        elif at and _opens_clause(words, at, marked):
            found.add(at)
    found |= _attribution_chunks(words)
    return tuple(sorted(found))


def _opens_clause(words: list[str], at: int, marked: Marked) -> bool:
    word, subject = words[at], _subject_follows(words, at, marked)
    if word in RELATIVES or word in SUBORDINATORS:
        return True
    if word in TEMPORAL | {",", "that"}:
        return subject and not (
            word in {"as", "than"} and words[at - 1] in NUMBERS | {"many", "much", "more", "fewer", "less"}
        )
    after_comma = words[at - 1] == "," and (
        word == "but" or words[at + 1 : at + 2] in (["the"], ["a"], ["an"], ["its"])
    )
    return word in CONJUNCTIONS and (subject or after_comma)


def _subject_follows(words: list[str], at: int, marked: Marked) -> bool:
    """Whether a mention, pronoun or number that can be a subject stands right after a word."""
    after = at + 1
    while after < len(words) and (words[after] in PREMODIFIERS or words[after][0].isdigit()):
        if after in marked.free or words[after][0].isdigit() or words[after] in NUMBERS:
            return True
        after += 1
    return after < len(words) and (after in marked.free or words[after] in PRONOUNS)


def _after_saying(words: list[str], at: int) -> set[int]:
    """Where the content begins after a verb of saying, if it follows the verb."""
    end = at + 1
    if words[at] in TELLING:
        stop = min(len(words), at + 8)
        end = next((n + 1 for n in range(at + 1, stop) if words[n] in {"that", ","}), at + 1)
        return {end}
    window = words[end : end + 8]
    if "that" in window and "," not in window[: window.index("that")]:
        return {end + window.index("that") + 1}
    return {end}


def _next_comma(words: list[str], at: int) -> int:
    return next((n for n in range(at + 1, len(words)) if words[n] in {",", "."} or words[n] in MARKS), len(words))


def _attribution_chunks(words: list[str]) -> set[int]:
    """Both ends of each later stretch between commas that holds a verb of saying."""
    commas = [n for n, word in enumerate(words) if word == "," or word in MARKS]
    ends = [*commas[1:], len(words)]
    found: set[int] = set()
    for start, end in zip(commas, ends, strict=True) if commas else ():
        chunk = words[start + 1 : end]
        if chunk and len(chunk) <= _LONGEST_ATTRIBUTION and SAYING & set(chunk):
            found |= {start, end}
    return found


def clause_of(at: int, cuts: tuple[int, ...]) -> tuple[int, int]:
    """The clause `[first, end)` in which a token stands."""
    end = next(cut for cut in cuts if cut > at)
    return max(cut for cut in cuts if cut <= at), end


def trimmed(words: list[str], first: int, end: int) -> tuple[int, int]:
    """The same stretch without marks and conjunctions at its edges."""
    while first < end - 1 and words[first] in _TRIM:
        first += 1
    while end > first + 1 and words[end - 1] in _TRIM | {"who", "which"}:
        end -= 1
    return first, end
