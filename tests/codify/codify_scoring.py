"""Marked sentences, what a coder finds in them, and how well both agree."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from sayso.codify.coder import Coder
from sayso.model.span import Span
from sayso.text.sentences import sentences

_MARK = re.compile(r"\{(\w+)\|([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence and the passages that should be found in it."""

    text: str
    wanted: tuple[tuple[str, Span], ...]


@dataclass(slots=True)
class Score:
    """How many wanted passages were found, by indicator, and what was found besides."""

    found: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    extra: Counter[str] = field(default_factory=Counter)
    lines: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        """The share of wanted passages that were found."""
        return self.found.total() / max(1, self.found.total() + self.missed.total())

    @property
    def precision(self) -> float:
        """The share of what was found that was wanted."""
        return self.found.total() / max(1, self.found.total() + self.extra.total())


def read(path: Path) -> list[Marked]:
    """The marked sentences of a file, in order."""
    return [_marked(line) for line in yaml.safe_load(path.read_text("utf-8"))]


def _marked(line: str) -> Marked:
    parts: list[str] = []
    wanted: list[tuple[str, Span]] = []
    at = position = 0
    for mark in _MARK.finditer(line):
        before = line[at : mark.start()]
        parts += [before, mark.group(2)]
        start = position + len(before)
        position = start + len(mark.group(2))
        wanted.append((mark.group(1), Span(start, position)))
        at = mark.end()
    return Marked("".join(parts) + line[at:], tuple(wanted))


def agrees(one: Span, two: Span) -> bool:
    """Whether two spans overlap by half the shorter, as held-back scoring asks."""
    return 2 * one.overlap(two) >= min(len(one), len(two))


def score(coder: Coder, items: list[Marked]) -> Score:
    """How a coder does on marked sentences, without mentions: by the nouns of the codebook alone."""
    result = Score()
    for item in items:
        codings = coder.code(item.text, sentences(item.text), ())
        left = [(coding.indicator, coding.span) for coding in codings]
        for code, span in item.wanted:
            match = next((one for one in left if one[0] == code and agrees(one[1], span)), None)
            if match is None:
                result.missed[code] += 1
                result.lines.append(f"missed {code}: {span.of(item.text)} | {item.text}")
            else:
                left.remove(match)
                result.found[code] += 1
        for code, span in left:
            result.extra[code] += 1
            result.lines.append(f"extra {code}: {span.of(item.text)} | {item.text}")
    return result
