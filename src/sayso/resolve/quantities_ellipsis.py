"""Units that a sentence gives once for two numbers: "16 Russian and four French passports", "from 300 men to 100"."""

from __future__ import annotations

from dataclasses import replace

from sayso.resolve.quantities_draft import Draft
from sayso.resolve.quantities_tokens import Piece, is_word, word
from sayso.resolve.quantities_units import STOPS

#: No more words than this between a number and the next one whose unit it shares.
_GAP = 3
#: No more tokens than this between a number and the one before whose unit it shares.
_BACK = 20
_JOINTS = ("and", "or", "to")


def completed(tokens: list[Piece], drafts: list[Draft]) -> list[Draft]:
    """The drafts, those without a unit completed from the next one they are joined to, or the one they change."""
    found = list(drafts)
    for at in range(len(found) - 2, -1, -1):
        if _bare(found[at]) and _joined(tokens, found[at], found[at + 1]):
            found[at] = _like(found[at], found[at + 1])
        elif _paid_alike(tokens, found[at], found[at + 1]):
            found[at] = replace(found[at], per=found[at + 1].per)
    for at in range(1, len(found)):
        if _bare(found[at]) and _changed(tokens, found[at - 1], found[at]):
            found[at] = _like(found[at], found[at - 1])
    return found


def _bare(draft: Draft) -> bool:
    return not draft.unit and draft.measure in ("count", "rate")


def _like(draft: Draft, other: Draft) -> Draft:
    """The draft in the other's unit, and with its rate where it has none of its own."""
    if other.measure == "share" or not other.unit:
        return draft
    return replace(draft, unit=other.unit, measure=other.measure, per=draft.per or other.per)


def _joined(tokens: list[Piece], draft: Draft, following: Draft) -> bool:
    gap = tokens[draft.after : following.first]
    plain = all(is_word(token) and token.lower not in STOPS for token in gap[:-1])
    return 0 < len(gap) <= _GAP and gap[-1].lower in _JOINTS and plain


def _paid_alike(tokens: list[Piece], draft: Draft, following: Draft) -> bool:
    """Whether "from $400 to $200 a month" gives the rate once for both."""
    same = draft.measure == following.measure == "amount" and draft.unit == following.unit and not draft.per
    return same and draft.after + 1 == following.first and word(tokens, draft.after) == "to"


def _changed(tokens: list[Piece], before: Draft, draft: Draft) -> bool:
    """Whether "to" or "from" before the number makes it another value of what was counted before."""
    return word(tokens, draft.first - 1) in ("to", "from") and draft.first - before.after <= _BACK
