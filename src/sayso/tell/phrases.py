"""Small sentences about counts, dates and values, the same wherever they are told."""

from __future__ import annotations

import unicodedata

from sayso.model.finding import Count, Matter

#: Marks that turn the direction of text; shown as their code so that 53 cannot pose as 35.
_TURNERS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def clean(words: str, line: bool = True) -> str:
    """The words without control characters, turners of direction spelled out; in one line unless told otherwise."""
    if words.isprintable():  # no control, no mark of direction: most words
        return words
    kept = []
    for sign in words:
        if sign in _TURNERS:
            kept.append(f"⟨U+{ord(sign):04X}⟩")
        elif sign in "\t\n\r":
            kept.append(" " if line or sign != "\n" else sign)
        elif unicodedata.category(sign) not in ("Cc", "Cs"):
            kept.append(sign)
    return "".join(kept)


def number(value: float) -> str:
    """A number as people write it: whole where it is whole, thousands apart."""
    if value == int(value):
        return f"{int(value):,}"
    return f"{value:,.10g}"


def counted(count: int, noun: str, plural: str | None = None) -> str:
    """The count with its noun: "1 report", "12,431 claims"."""
    return f"{count:,} {noun if count == 1 else plural or noun + 's'}"


def interval(count: Count) -> str:
    """The two ends of a count of origins: "1" or "1–2"."""
    return f"{count.low:,}" if count.low == count.high else f"{count.low:,}–{count.high:,}"


def origins(low: int, high: int) -> str:
    """A count of origins in words: "1 origin", "origins 1 to 2"."""
    return counted(low, "origin") if low == high else f"origins {low:,} to {high:,}"


def value_of(low: float | None, high: float | None, unit: str, measure: str, of: str | float | None = None) -> str:
    """A quantity in words that keep its bounds: "100 to 200 persons", "at least 35 persons", "2%"."""
    if measure == "share" or unit == "share":
        ends = [None if end is None else f"{number(round(end * 100, 6))}%" for end in (low, high)]
        unit = ""
    else:
        ends = [None if end is None else number(end) for end in (low, high)]
    words = _bounds(ends[0], ends[1])
    if low is None and high is None:
        return f"an unstated number of {clean(unit)}" if unit else "an unstated number"
    tail = f" of {number(of) if isinstance(of, int | float) else of}" if of is not None else ""
    return f"{words} {_unit(unit)}".strip() + tail


def _unit(unit: str) -> str:
    """The unit as the report has it, often in the singular; persons and currencies read well after a number."""
    return unit if unit == "persons" or unit.isupper() or not unit else f"({clean(unit)})"


def _bounds(low: str | None, high: str | None) -> str:
    if high is None:
        return f"at least {low}"
    if low is None:
        return f"at most {high}"
    return low if low == high else f"{low} to {high}"


def date_words(edtf: str) -> str:
    """A date of EDTF as people say it: "2031-05 to 2031-06-20", "until 2031-05", "from 2031-05"."""
    first, slash, last = clean(edtf).partition("/")
    if not slash:
        return first
    if first in ("", ".."):
        return f"until {last}"
    return f"from {first}" if last in ("", "..") else f"{first} to {last}"


def place_of(matter: Matter) -> str:
    """Where a matter lies, or that no place is stated."""
    return clean(matter.place.name) if matter.place else "no place stated"


def time_of(matter: Matter) -> str:
    """When a matter happened, or that no time is stated."""
    return date_words(matter.time.edtf) if matter.time else "no time stated"


def actor_of(matter: Matter) -> str:
    """Whom a matter is about: "Harran Front, foreign fighters"."""
    if matter.actor is None:
        return "nobody named"
    return clean(", ".join(part for part in (matter.actor.name, matter.actor.part) if part))
