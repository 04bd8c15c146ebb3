"""Which of several places of one name a report means, or why that cannot be told."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sayso.model.books import GazetteerEntry
from sayso.model.slots import Precision

#: A place wins over its namesakes if it has so many times more people; set by hand, so that Paris is the French one.
CLEAR = 5.0
#: The same within a country that the report is about.
KNOWN = 2.0
#: A place of our own table counts for at least so many people: wars make villages known.
CURATED_FAME = 250_000
#: The mark of a place of our own table, as the gazetteer ranks it.
_CURATED = 8
#: The mark of another name that does not sound like the main one; it gives way to places whose name it is.
_FAR = 16
#: Below this many people, a place in no country of the report is taken only where the report calls it a place.
FAMOUS = 150_000
#: Countries named in a reason for not choosing, at most.
_LISTED = 4

Ranked = Sequence[tuple[GazetteerEntry, int]]


def chosen(ranked: Ranked, explicit: str | None, near: Collection[str], precision: str) -> GazetteerEntry | str:
    """The place meant, or the reason why none can be chosen."""
    ranked = [pair for pair in ranked if not pair[1] & _FAR] or ranked
    entries = [entry for entry, _ in ranked]
    curated = frozenset(entry.id for entry, how in ranked if how & _CURATED)
    wide = [entry for entry in entries if entry.precision in (Precision.COUNTRY, Precision.REGION)]
    if explicit is not None:
        entries = [entry for entry in entries if entry.country == explicit] or entries
    elif wide and not precision:
        return wide[0]
    local = [entry for entry in entries if entry.country in near]
    entries = local or entries
    fitting = [entry for entry in entries if entry.precision.value == precision] if precision else []
    entries = fitting or _without_seats(entries)
    return _most_famous(entries, curated, known=bool(local) or explicit is not None)


def _without_seats(entries: list[GazetteerEntry]) -> list[GazetteerEntry]:
    """The places without provinces whose own town bears the name: "in Kunduz" is the town."""
    towns = {entry.country for entry in entries if entry.precision is Precision.TOWN}
    return [entry for entry in entries if entry.precision is not Precision.PROVINCE or entry.country not in towns]


def _most_famous(entries: list[GazetteerEntry], curated: frozenset[str], *, known: bool) -> GazetteerEntry | str:
    fame = {entry.id: max(entry.population, CURATED_FAME if entry.id in curated else 1) for entry in entries}
    listed = sorted(entries, key=lambda entry: (-fame[entry.id], entry.id))
    first = listed[0]
    if len(listed) == 1 or _same_spot(first, listed[1]):
        return first
    if fame[first.id] >= (KNOWN if known else CLEAR) * fame[listed[1].id]:
        return first
    countries = sorted({entry.country or "?" for entry in listed})
    more = ", …" if len(countries) > _LISTED else ""
    return f"{len(listed)} places have that name, in {', '.join(countries[:_LISTED])}{more}; none stands out"


#: Two entries this close, in degrees, are one town and its district.
_CLOSE = 0.3


def _same_spot(one: GazetteerEntry, other: GazetteerEntry) -> bool:
    if one.latitude is None or other.latitude is None or one.longitude is None or other.longitude is None:
        return False
    return abs(one.latitude - other.latitude) < _CLOSE and abs(one.longitude - other.longitude) < _CLOSE
