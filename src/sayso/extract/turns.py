"""Turns of a transcript or interview: a label, a colon, and everything said up to the next label."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from sayso.model.span import Span

#: "MUSSA:", "MAN (voice altered):", "Q:", "Ferhati:" at the head of a line.
_LABEL = re.compile(
    r"^[ \t]*(?P<label>[A-ZÀ-Ý][^\W\d_]*(?:[.'’ -]+[A-ZÀ-Ý][^\W\d_]*){0,3})(?:[ \t]*\([^()\n]{1,40}\))?[ \t]*"
    r"(?P<colon>:)[ \t]+(?=\S)",
    re.MULTILINE,
)
#: A transcript has at least so many turns, and somebody in it speaks twice: a lone "DORI: …" is a dateline.
_TURNS = 3
#: Some label of it stands there so often.
_TWICE = 2
#: Labels of lines that nobody speaks.
_NOBODY = frozenset(
    "note date source title by summary place time photo caption editor copyright subject to from re".split()
)


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn: who is said to speak, the colon behind that, and what is said."""

    label: Span
    colon: Span
    said: Span


def turns(text: str) -> tuple[Turn, ...]:
    """The turns of a text in order; none where it is no transcript."""
    found = [match for match in _LABEL.finditer(text) if match["label"].lower() not in _NOBODY]
    counts = Counter(match["label"] for match in found)
    found = [m for m in found if m["label"].isupper() or counts[m["label"]] > 1]
    if len(found) < _TURNS or max(counts.values()) < _TWICE:
        return ()
    ends = [match.start() for match in found[1:]] + [len(text)]
    return tuple(_turn(text, match, end) for match, end in zip(found, ends, strict=True))


def _turn(text: str, match: re.Match[str], end: int) -> Turn:
    said = text[match.end() : end].rstrip()
    return Turn(Span(*match.span("label")), Span(*match.span("colon")), Span(match.end(), match.end() + len(said)))


_ANSWERS = frozenset({"a", "answer"})
_GUEST = re.compile(
    r"\b(?:questions?\s+(?:for|to)|interview(?:ed)?(?:\s+with)?|(?:spoke|talked|sat\s+down)\s+(?:to|with)|conversation\s+with)\s+"
    r"(?:(?:Mr|Mrs|Ms|Dr|Prof)\.?\s+)?(?P<name>[A-ZÀ-Ý][\w’'-]+(?:[ \t]+[A-ZÀ-Ý][\w’'-]+){1,3})"
)


def is_answer(label: str) -> bool:
    """Whether a label stands for whoever is interviewed."""
    return label.lower() in _ANSWERS


def guest(text: str, before: int) -> Span | None:
    """The name of whoever is interviewed, where the words before the first turn say so."""
    found = _GUEST.search(text, 0, before)
    return Span(*found.span("name")) if found is not None else None
