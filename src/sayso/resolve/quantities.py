"""Quantities: the numbers of a stretch of text with bounds, unit and what they are a part or a rate of."""

from __future__ import annotations

import re

from sayso.model.slots import Quantity
from sayso.model.span import Span
from sayso.resolve.dates_finding import expressions
from sayso.resolve.quantities_build import drafts
from sayso.resolve.quantities_draft import Draft
from sayso.resolve.quantities_tokens import masked, pieces

#: A stretch without any of these holds no quantity.
_ANY = re.compile(
    r"[0-9]|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    r"eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?|"
    r"trillions?|dozens?|tens|scores|half|third|fifth|sixth|seventh|eighth|ninth|tenth|quarters?|majority)\b",
    re.IGNORECASE,
)


def quantities(text: str, span: Span) -> tuple[Quantity, ...]:
    """Every quantity of the stretch in text order; none overlaps another or takes a word of a date."""
    if not _ANY.search(text, span.start, span.end):
        return ()
    dated = tuple((found.start, found.end) for found in expressions(text, span))
    tokens = [masked(piece, dated) for piece in pieces(text, span.start, span.end)]
    return tuple(_quantity(text, draft) for draft in drafts(tokens))


def _quantity(text: str, draft: Draft) -> Quantity:
    return Quantity(
        low=draft.low,
        best=draft.best,
        high=draft.high,
        unit=draft.unit,
        of=draft.of,
        per=draft.per,
        measure=draft.measure,
        about=draft.about,
        written=text[draft.start : draft.end],
        start=draft.start,
        end=draft.end,
    )
