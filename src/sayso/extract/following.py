"""The noun phrase behind a cue, with its appositions: "said | Sgt. Amadou Kel, a gunner"."""

from __future__ import annotations

from sayso.extract.line import Line
from sayso.extract.phrases import is_time

_ENDS = frozenset({";", ":", "—", "–", "--", "“", '"', "‘", "(", "["})


def phrase_after(line: Line, start: int) -> tuple[int, int] | None:
    """First and last token of the noun phrase, with its appositions, that begins at `start`."""
    end = start
    limit = line.last_word()
    while end <= limit and not _stops(line, start, end):
        end = _past_brackets(line, end, limit) if line.low(end) == "(" else end + 1
    end -= 1
    while end > start and line.low(end) in {",", "and", "that", "on", "in", "at"}:
        end -= 1
    return (start, end) if end >= start and line.low(start) not in {",", "."} else None


def _past_brackets(line: Line, opening: int, limit: int) -> int:
    return next((k + 1 for k in range(opening + 1, limit + 1) if line.low(k) == ")"), opening + 1)


def _stops(line: Line, start: int, index: int) -> bool:
    if line.quoted[index] and not line.quoted[start]:
        return True
    word = line.low(index)
    if word in _ENDS and not (word == "(" and index > start):
        return True
    if word == ",":
        return not _apposes(line, index)
    if (
        index > start
        and word in {"that", "who"}
        and line.low(index - 1) != ","
        and line.tag(index + 1) not in {"VBD", "VBZ", "VBP", "MD"}
    ):
        return True
    passive = line.tag(index) == "VBD" and line.low(index + 1) in {"by", "from", "in", "near", "to", "with"}
    finite = line.tag(index) in {"VBD", "VBZ", "VBP", "MD"} and not passive
    if finite and index > start and not _in_relative(line, start, index):
        return not line.is_noun(index + 1) or line.tag(index) == "MD"
    return (
        word in {"on", "in", "at", "during"} and index > start and any(is_time(line.low(index + k)) for k in (1, 2, 3))
    ) or (index > start and is_time(word) and line.tag(index) in {"NNP", "NN"} and word not in {"may", "day"})


def _in_relative(line: Line, start: int, index: int) -> bool:
    return any(line.low(k) in {"who", "which", "whose", "that", "where"} for k in range(start, index))


def _has_own_verb(line: Line, start: int) -> bool:
    """Whether a clause of its own begins here: a finite verb comes before the next comma, outside a relative clause."""
    for index in range(start, line.last_word() + 1):
        if line.low(index) in {",", "who", "which", "that", "whose"} or line.quoted[index]:
            return False
        if line.tag(index) in {"VBD", "VBZ", "VBP", "MD"}:
            return True
    return False


_APPOSES = frozenset("who which whose also known himself head chief director commander leader speaking".split())


def _apposes(line: Line, comma: int) -> bool:
    """Whether what follows a comma still describes the person named before it."""
    following = line.low(comma + 1)
    if following in {"a", "an"}:
        return not _has_own_verb(line, comma + 1)
    if following in _APPOSES:
        return True
    if following in {"the", "one", "his", "her", "their", "its"}:
        if line.low(comma + 2) in {"paper", "newspaper", "agency", "channel", "broadcaster", "site", "daily", "report"}:
            return False
        heads = {"head", "chief", "leader", "deputy"}
        return not line.has_finite_verb(comma + 2, comma + 9) or line.low(comma + 2) in heads
    if comma + 1 >= len(line.tokens) or not line.tokens[comma + 1].text[0].islower():
        return line.tag(comma + 1) == "CD" and line.low(comma + 2) in {",", "who"}
    return line.tag(comma + 1) == "NN" and not following.endswith("ing")
