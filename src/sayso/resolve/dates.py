"""Dates: the date expressions of a stretch of text with the days they can mean."""

from __future__ import annotations

import re
from datetime import date, timedelta

from sayso.model.report import Published
from sayso.model.slots import Unresolved, When
from sayso.model.span import Span
from sayso.resolve.dates_atom import Atom, Reference
from sayso.resolve.dates_calendar import Stretch, holding, hull, roughly, spanned
from sayso.resolve.dates_finding import Expression, expressions

#: So many characters before a date may hold the verb that looks ahead; about a clause.
_CLAUSE = 70
#: So far back a date may stand that "a day earlier" counts from when the caller names none.
_BACK = 2000
_AHEAD = re.compile(
    r"\b(?:will|shall|won['’]t|going to|plans? to|planned for|planning to|due (?:to|on|in|for)|set (?:to|for)"
    r"|scheduled|"
    r"expected|upcoming|should be|must be|to be held|hopes? to|aims? to|intends? to|about to|slated"
    r"|deadline|ahead of|vow(?:s|ed) to|"
    r"could|may|might|would (?:begin|start|be)|[a-z]+(?:['’]ll))\b",
    re.IGNORECASE,
)
#: "before Christmas", "by May": where nothing past is told, the coming one.
_BOUNDED = re.compile(r"\b(?:before|by)\s+(?:the\s+end\s+of\s+)?$", re.IGNORECASE)
_BEHIND = re.compile(
    r"\b(?:[Ss]ince|[Aa]fter|was|were|had|did|[a-z]{2,}ed|took|left|fell|came|went|made|held|began|saw|shot|hit|fled)\b"
)


def dates(
    text: str, span: Span, published: Published | None, anchor: When | None = None
) -> tuple[When | Unresolved, ...]:
    """Every date expression of the stretch with its interval of days, in text order, or why it has none.

    Relative words count from the publication date, "a day earlier" and its like from the date mentioned before:
    in the stretch, else `anchor`, else earlier in the text. Where that date is itself an interval, so is the result.
    """
    found: list[When | Unresolved] = []
    before = anchor
    for expression in expressions(text, span):
        if before is None and "anchor" in _needs(expression):
            before = _date_before(text, expression.start, published)
        found.append(_resolved(text, expression, published, before))
        last = found[-1]
        before = last if isinstance(last, When) and last.precision in ("day", "week", "month") else before
    return tuple(found)


def _date_before(text: str, end: int, published: Published | None) -> When | None:
    """The nearest date before that does not itself count from another date of the text."""
    for expression in reversed(expressions(text, Span(max(0, end - _BACK), end))):
        if "anchor" not in _needs(expression):
            when = _resolved(text, expression, published, None)
            if isinstance(when, When):
                return when
    return None


def _needs(expression: Expression) -> set[str]:
    return {atom.needs for atom in (expression.first, expression.second) if atom}


def _resolved(text: str, expression: Expression, published: Published | None, before: When | None) -> When | Unresolved:
    written = text[expression.start : expression.end]
    outcome = _stretch(text, expression, published, before)
    if isinstance(outcome, str):
        return Unresolved(written, expression.start, expression.end, outcome)
    return When(
        edtf=outcome.edtf,
        earliest=outcome.first.isoformat() if outcome.first else None,
        latest=outcome.last.isoformat() if outcome.last else None,
        precision=outcome.precision,
        basis="stated" if _needs(expression) == {"nothing"} else "relative",
        written=written,
        start=expression.start,
        end=expression.end,
    )


def _stretch(text: str, expression: Expression, published: Published | None, before: When | None) -> Stretch | str:
    first = _meaning(text, expression.first, published, before)
    if isinstance(first, str):
        return first
    if expression.second:
        second = _meaning(text, expression.second, published, before)
        if isinstance(second, str):
            return second
        return spanned(first, second) or _from_the_end(expression.first, second)
    return _opened(expression.word, first, published)


def _from_the_end(atom: Atom, end: Stretch) -> Stretch | str:
    """The range whose beginning counts back from its end: "between Tuesday and Thursday", told on a Wednesday."""
    start = atom.means(Reference(end.first)) if atom.means and end.first and atom.needs == "publication" else None
    return (spanned(start, end) if start else None) or "its end lies before its beginning"


def _opened(word: str, stretch: Stretch, published: Published | None) -> Stretch:
    """The stretch as its opening word bounds it; "since" leaves its end open."""
    left, right = stretch.edtf.split("/")[0], stretch.edtf.split("/")[-1]
    if word == "since":
        return Stretch(stretch.first, None, f"{left}/..")
    if word in ("week", "weekend") and stretch.first:
        return holding(stretch.first, word)
    if word in ("until", "by"):
        return Stretch(None, stretch.last, f"../{right}")
    if word == "before" and stretch.first and stretch.first > date.min:
        last = stretch.first - timedelta(days=1)
        return Stretch(None, last, f"../{last.isoformat()}")
    return roughly(stretch) if word == "about" else stretch


def _meaning(text: str, atom: Atom, published: Published | None, before: When | None) -> Stretch | str:
    """What the atom means from the first and from the last day it may count from, as one stretch, or why nothing."""
    if atom.means is None:
        return atom.bar
    days = [date.min] if atom.needs == "nothing" else _days_from(atom, published, before)
    if not days:
        return "relative to a date that is not known"
    clause = _clause_before(text, atom.start)
    ahead, behind = bool(_AHEAD.search(clause)), bool(_BEHIND.search(clause))
    ahead = ahead or (not behind and _BOUNDED.search(clause) is not None)
    try:
        meant = [atom.means(Reference(day, ahead, behind)) for day in days]
    except (OverflowError, ValueError):
        return "the calendar has no such date"
    first, last = meant[0], meant[-1]
    return hull(first, last) if first and last else "the calendar has no such date"


def _days_from(atom: Atom, published: Published | None, before: When | None) -> list[date]:
    """The first and last day that the atom may count from; none where either is unknown."""
    source = before if atom.needs == "anchor" and before else published
    if source is None or source.earliest is None or source.latest is None:
        return []
    return sorted({date.fromisoformat(source.earliest), date.fromisoformat(source.latest)})


def _clause_before(text: str, start: int) -> str:
    piece = text[max(0, start - _CLAUSE) : start]
    return re.split(r"[.;!?\n]\s", piece)[-1]
