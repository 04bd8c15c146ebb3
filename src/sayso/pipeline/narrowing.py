"""Words that people narrow lists by, made into conditions: place names become ids, dates become days."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypedDict

from sayso.model.errors import BadInput
from sayso.store.filters import Filters, first_day, last_day


class Narrow(TypedDict, total=False):
    """What a list may be narrowed by; each name is that of a flag. Dates are YYYY, YYYY-MM or YYYY-MM-DD."""

    indicator: str | Sequence[str]
    since: str | None
    until: str | None
    published_since: str | None
    published_until: str | None
    place: str | Sequence[str]
    outlet: str | Sequence[str]
    text: str


def filters_of(
    narrow: Narrow, places: Callable[[str], Sequence[str]], outlets: Callable[[str], Sequence[str]]
) -> Filters:
    """The conditions; `places` gives the ids that a name may mean, `outlets` the names an outlet is kept under."""
    since, until = narrow.get("since"), narrow.get("until")
    published_since, published_until = narrow.get("published_since"), narrow.get("published_until")
    return Filters(
        indicators=_several(narrow.get("indicator", ())),
        outlets=tuple(found for name in _several(narrow.get("outlet", ())) for found in (name, *outlets(name))),
        places=_places(_several(narrow.get("place", ())), places),
        since=first_day(since) if since else None,
        until=last_day(until) if until else None,
        published_since=first_day(published_since) if published_since else None,
        published_until=last_day(published_until) if published_until else None,
        words=narrow.get("text") or "",
    )


def _places(names: Sequence[str], places: Callable[[str], Sequence[str]]) -> tuple[str, ...]:
    found: list[str] = []
    for name in names:
        ids = places(name)
        if not ids:
            raise BadInput("is no place that is known; try another spelling or the id of a place", name, exit_code=4)
        found += ids
    return tuple(found)


def _several(given: str | Sequence[str] | None) -> tuple[str, ...]:
    if given is None:
        return ()
    return (given,) if isinstance(given, str) else tuple(given)
