"""Words of a passage with what they are to a claim: its source, its cue, the claim, its slots."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from sayso.tell.index import Row
from sayso.tell.passages import spans_of
from sayso.tell.phrases import clean

#: What a mark is called where it begins; colour alone says nothing to many readers.
LABELS = {
    "claim": "claim",
    "source": "source",
    "cue": "cue",
    "actor": "of whom",
    "other": "with whom",
    "quantity": "how many",
    "time": "when",
    "place": "where",
}


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words under the same marks; `begins` are the marks whose first piece this is."""

    text: str
    kinds: tuple[str, ...]
    begins: tuple[str, ...]


def pieces(claim: Row, passage: Row) -> tuple[Piece, ...]:
    """The passage cut where a mark begins or ends; together the pieces are the passage."""
    low, high = passage["start"], passage["end"]
    spans = [(kind, max(s, low), min(e, high)) for kind, s, e, _ in spans_of(claim) if s < high and e > low and s < e]
    cuts = sorted({low, high, *(at for _, start, end in spans for at in (start, end))})
    found = []
    for start, end in pairwise(cuts):
        kinds = [kind for kind in LABELS if any(k == kind and s <= start and end <= e for k, s, e in spans)]
        begins = [kind for kind in LABELS if any(k == kind and s == start for k, s, e in spans)]
        words = clean(passage["text"][start - low : end - low], line=False)
        found.append(Piece(words, tuple(kinds), tuple(begins)))
    return tuple(found)
