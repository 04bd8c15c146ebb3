"""Decisions: what a person said of a claim, tie, matter or grade; never overwritten."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision in the hash-chained log; `about` is the id it concerns, `says` the verb, `value` JSON.

    Verbs: "accept", "reject", "unsure", "edit", "adjudicate" (the value says "accept" or "reject"), "same", "not the
    same", "same origin", "not the same origin", "grade" and "owner" (about "outlet:NAME"), "note", "sentence", "drop",
    "view" (about "view:NAME"; the value is an address of the desk, or "" where none is kept any more), "publish" (the
    value holds the answers that were given before), "undo" (the value is a number). `when` is an ISO time given by the
    caller; `previous` is the hash of the entry before.
    """

    number: int
    who: str
    when: str
    why: str
    about: str
    says: str
    value: str
    previous: str
    hash: str
