"""Values as a person gives them, checked: each is what it should be, or one sentence says why it is not."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping
from enum import StrEnum
from typing import Any, TypeVar

from sayso.model.errors import BadInput

Given = Mapping[str, Any]
Kind = TypeVar("Kind", bound=StrEnum)

#: The longest name, reason or note that is kept; longer ones are a slip of the clipboard.
LONGEST = 20_000


def refused(why: str, where: str = "") -> BadInput:
    """The refusal of a value, as an error of the user's."""
    return BadInput(why, where, exit_code=2)


def only(given: Given, known: Collection[str], what: str) -> None:
    """Nothing is given that is not known; a misspelt key must not be dropped in silence."""
    if not isinstance(given, Mapping):
        raise refused("is no object with named values", what)
    for key in given:
        if key not in known:
            raise refused(f"is nothing of a {what}; it has {', '.join(sorted(known))}", repr(key))


def one_of(value: object, kind: type[Kind], what: str) -> Kind:
    """The value of the enumeration."""
    try:
        return kind(str(value))
    except ValueError:
        raise refused(f"is no {what}; it is one of {', '.join(kind)}", repr(value)) from None


def choice(value: object, allowed: Collection[str], what: str) -> str:
    """One of the words that are allowed."""
    if value not in allowed:
        raise refused(f"is no {what}; it is one of {', '.join(allowed)}", repr(value))
    return str(value)


def flag(value: object, what: str) -> bool:
    """True or false."""
    if not isinstance(value, bool):
        raise refused(f"is neither true nor false; {what} is one of them", repr(value))
    return value


def words(value: object, what: str) -> str:
    """Some words, without half characters that no file can hold."""
    if not isinstance(value, str) or len(value) > LONGEST:
        raise refused(f"a {what} is text of at most {LONGEST:,} characters")
    try:
        value.encode("utf-8")
    except UnicodeEncodeError:
        raise refused(f"the {what} holds half a character (a lone surrogate)") from None
    return value


def number(value: object, what: str) -> float | None:
    """A finite number, or None for none."""
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise refused(f"is no number; {what} is one, or nothing", repr(value))
    return float(value)


def stretch(given: Given, text: str, what: str) -> tuple[int, int, str]:
    """Start, end and the words between; refused where that is no stretch of the text, or has a blank at an end."""
    start, end = given.get("start"), given.get("end")
    if not _whole(start) or not _whole(end):
        raise refused(f"a {what} needs the start and end of its words, as whole numbers")
    assert isinstance(start, int) and isinstance(end, int)
    if not 0 <= start < end <= len(text):
        raise refused(f"{start} to {end} is no stretch of the report's text, which has {len(text):,} characters", what)
    found = text[start:end]
    if found != found.strip():
        raise refused("begins or ends with a blank; mark the words alone", f"{what} {found!r}")
    return start, end, found


def _whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)
