"""Scores places, quantities and times against entities marked in reports (re3d); text stays in its folder."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sayso.evaluate.figures import Counts
from sayso.evaluate.spans import Span as Named
from sayso.evaluate.spans import exact, near
from sayso.model.slots import Place
from sayso.model.span import Span
from sayso.resolve.dates import dates
from sayso.resolve.places import Places, places
from sayso.resolve.quantities import quantities
from sayso.text.sentences import sentences

#: A type of the file → what we call it.
_TYPES = {"Location": "place", "Quantity": "quantity", "Money": "quantity", "Temporal": "time"}
#: An article is marked as the quantity one there; to us it counts nothing.
_ARTICLES = frozenset({"a", "an", "the"})
KINDS = ("place", "quantity", "time")


@dataclass(frozen=True, slots=True)
class Document:
    """One document's text, and where its places, quantities and times stand."""

    name: str
    text: str
    marked: frozenset[Named]


def read(folder: Path) -> list[Document]:
    """The documents of one source; of entities of one kind inside each other the outer one, if annotators kept it."""
    marked: dict[str, set[Named]] = {}
    for row in _rows(folder / "entities.json"):
        kind = _TYPES.get(row["type"])
        if kind and row["confidence"] > 0 and str(row["value"]).casefold() not in _ARTICLES:
            name = str(row["documentId"])
            marked.setdefault(name, set()).add((name, kind, int(row["begin"]), int(row["end"])))
    return [
        Document(str(row["_id"]), str(row["text"]), frozenset(_outer(marked.get(str(row["_id"]), set()))))
        for row in _rows(folder / "documents.json")
    ]


def _rows(path: Path) -> list[dict[str, Any]]:
    lines = path.read_text("utf-8-sig").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


def _outer(marked: set[Named]) -> set[Named]:
    return {
        one
        for one in marked
        if not any(two != one and two[1] == one[1] and two[2] <= one[2] and one[3] <= two[3] for two in marked)
    }


def finder(gazetteer: Places) -> Callable[[Document], set[Named]]:
    """A function that gives the places, quantities and times that we find in a document."""

    def found(document: Document) -> set[Named]:
        text = document.text
        parts = sentences(text)
        spans = [("place", p) for p in places(text, parts, gazetteer) if isinstance(p, Place)]
        ours = {(document.name, kind, each.start, each.end) for kind, each in spans}
        for part in parts:
            span = Span(part.start, part.end)
            ours |= {(document.name, "quantity", each.start, each.end) for each in quantities(text, span)}
            for when in dates(text, span, None):  # found, even where only a date of publication would resolve it
                if when.start is not None and when.end is not None:
                    ours.add((document.name, "time", when.start, when.end))
        return ours

    return found


def counts(documents: Iterable[Document], found: Callable[[Document], set[Named]]) -> dict[str, tuple[Counts, Counts]]:
    """For each kind the exact counts and those where half of the shorter span is enough."""
    gold: set[Named] = set()
    ours: set[Named] = set()
    for document in documents:
        gold |= document.marked
        ours |= found(document)
    return {kind: (exact(_of(gold, kind), _of(ours, kind)), near(_of(gold, kind), _of(ours, kind))) for kind in KINDS}


def _of(spans: set[Named], kind: str) -> set[Named]:
    return {span for span in spans if span[1] == kind}
