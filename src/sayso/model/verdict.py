"""Verdicts: what the standing decisions about one claim or tie amount to."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.model.claim import Review
from sayso.model.decision import Decision

#: What settles, or leaves open, whether one thing counts; "adjudicate" says which in its value.
VERDICTS = ("accept", "reject", "unsure", "edit", "adjudicate")

_REVIEWS = {
    "accept": Review.ACCEPTED,
    "reject": Review.REJECTED,
    "edit": Review.SUPERSEDED,
    "unsure": Review.PROPOSED,
}


def verdict_of(standing: Iterable[Decision]) -> Decision | None:
    """The decision that holds of those about one thing, oldest first: the last one, but that after an adjudication
    only another one, or an edit, holds."""
    held: Decision | None = None
    for entry in standing:
        settled = held is not None and held.says == "adjudicate"
        if entry.says in VERDICTS and not (settled and entry.says not in ("adjudicate", "edit")):
            held = entry
    return held


def word_of(verdict: Decision | None) -> str:
    """What the verdict says: "accept", "reject", "unsure", "edit", or "" where there is none."""
    if verdict is None:
        return ""
    return verdict.value if verdict.says == "adjudicate" else verdict.says


def review_of(standing: Iterable[Decision], start: Review = Review.PROPOSED) -> Review:
    """What the standing decisions about one claim make of it; `start` is what it is before any."""
    return _REVIEWS.get(word_of(verdict_of(standing)), start)
