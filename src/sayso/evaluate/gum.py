"""Scores attributions against rhetorical trees (GUM, eRST): one clause attributes what the clauses it serves state.

A satellite with the relation attribution-positive or attribution-negative holds source and cue; its nucleus is the
content. An attribution of ours answers it where a cue of ours lies in the satellite and our content shares half of the
shorter of the two; one to one.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from sayso.evaluate.figures import Counts
from sayso.evaluate.joining import BREAK, joined
from sayso.evaluate.matching import one_to_one
from sayso.model.span import Span
from sayso.model.telling import Attribution, Certainty

_RELATIONS = ("attribution-positive", "attribution-negative")
_HALF = 0.5


@dataclass(frozen=True, slots=True)
class Marked:
    """One attribution of a tree: the clauses of satellite and nucleus, and whether it says what was not told."""

    satellite: tuple[Span, ...]
    nucleus: tuple[Span, ...]
    negative: bool


@dataclass(frozen=True, slots=True)
class Document:
    """One document's text, its genre, and the attributions of its tree in text order."""

    name: str
    genre: str
    text: str
    marked: tuple[Marked, ...]


@dataclass(frozen=True, slots=True)
class Tree:
    """The nodes below each node, each node's relation to the one above, where clauses stand, and what has equals."""

    below: dict[str, list[str]]
    above: dict[str, str]
    relation: dict[str, str]
    clause: dict[str, Span]
    equals: frozenset[str]

    def all_of(self, node: str) -> list[Span]:
        """The clauses of a node and of everything below it, in text order."""
        found = [self.clause[node]] if node in self.clause else []
        for child in self.below.get(node, ()):
            found += self.all_of(child)
        return sorted(found)

    def core_of(self, node: str) -> list[Span]:
        """The clauses of a node without what only serves it: its own satellites, among them the telling itself."""
        found = [self.clause[node]] if node in self.clause else []
        for child in self.below.get(node, ()):
            if self.relation[child] in self.equals:
                found += self.all_of(child)
        return sorted(found)


def read(path: Path) -> Document:
    """The document of one tree; a heading is a paragraph of its own."""
    root = ET.parse(path).getroot()
    tokens: list[str] = []
    stretch: dict[str, tuple[int, int]] = {}
    for segment in root.iter("segment"):
        words = (segment.text or "").split()
        stretch[segment.get("id", "")] = (len(tokens), len(tokens) + len(words))
        tokens += words
        if segment.get("relname") == "organization-heading":
            tokens.append(BREAK)
    text, spans = joined(tokens)
    clause = {
        name: Span(spans[first].start, spans[end - 1].end) for name, (first, end) in stretch.items() if end > first
    }
    tree = _tree(root, clause)
    return Document(path.stem, path.stem.split("_")[1], text, tuple(_marked(tree)))


def _tree(root: ET.Element, clause: dict[str, Span]) -> Tree:
    equals = {each.get("name", "") for each in root.iter("rel") if each.get("type") == "multinuc"}
    below: dict[str, list[str]] = {}
    above: dict[str, str] = {}
    relation: dict[str, str] = {}
    for kind in ("segment", "group"):
        for node in root.iter(kind):
            name, parent = node.get("id", ""), node.get("parent")
            relation[name] = node.get("relname", "")
            if parent is not None:
                below.setdefault(parent, []).append(name)
                above[name] = parent
    return Tree(below, above, relation, clause, frozenset(equals | {"span"}))


def _marked(tree: Tree) -> list[Marked]:
    found = []
    for node, relation in tree.relation.items():
        if relation in _RELATIONS and node in tree.above:
            satellite, nucleus = tree.all_of(node), tree.core_of(tree.above[node])
            if satellite and nucleus:
                found.append(Marked(tuple(satellite), tuple(nucleus), relation == _RELATIONS[1]))
    return sorted(found, key=lambda each: (each.satellite, each.nucleus))


def _common(ones: Iterable[Span], others: Sequence[Span]) -> int:
    return sum(one.overlap(other) for one in ones for other in others)


def answers(marked: Marked, ours: Attribution) -> bool:
    """Whether a cue of ours lies in the satellite and the contents share half of the shorter one."""
    if not _common(ours.cues, marked.satellite):
        return False
    least = min(sum(map(len, ours.contents)), sum(map(len, marked.nucleus)))
    return least > 0 and _common(ours.contents, marked.nucleus) >= _HALF * least


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts over attributions that are told; of those that say what was not told, how many are found and how."""

    told: Counts
    negatives: int
    found: int
    doubted: int  # found, and not passed on as a plain telling

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.told + other.told,
            self.negatives + other.negatives,
            self.found + other.found,
            self.doubted + other.doubted,
        )


NONE = Tally(Counts(0, 0, 0), 0, 0, 0)


def tallied(document: Document, ours: Sequence[Attribution]) -> Tally:
    """One document's tally; ours that answer a negative one are no false alarms."""
    marked = sorted(document.marked, key=lambda each: each.negative)
    edges = [[n for n, one in enumerate(ours) if answers(each, one)] for each in marked]
    found = {number: ours[answer] for number, answer in one_to_one(edges).items()}
    negative = [found[n] for n, each in enumerate(marked) if each.negative and n in found]
    right = len(found) - len(negative)
    told = Counts(right, len(ours) - len(negative), sum(not each.negative for each in marked))
    doubted = sum(not one.tells or one.certainty is not Certainty.ASSERTED for one in negative)
    return Tally(told, sum(each.negative for each in marked), len(negative), doubted)


def by_genre(folder: Path, told: Callable[[str], Iterable[Attribution]]) -> dict[str, Tally]:
    """The tallies of the documents of a folder, by genre."""
    found: dict[str, Tally] = {}
    for path in sorted(folder.glob("*.rs4")):
        document = read(path)
        tally = tallied(document, tuple(told(document.text)))
        found[document.genre] = found.get(document.genre, NONE) + tally
    return found
