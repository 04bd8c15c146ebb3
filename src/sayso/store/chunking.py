"""Values in lists that are short enough for one statement."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

#: Values in one condition; the database takes some thousands.
_MANY = 500

_Value = TypeVar("_Value")


def chunks(values: Iterable[_Value], size: int = _MANY) -> Iterator[list[_Value]]:
    """The values in lists of at most that many."""
    coming = iter(values)
    while found := list(islice(coming, size)):
        yield found
