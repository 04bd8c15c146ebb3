"""Where the claims of a sheet lie, and which cannot be placed."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from sayso.tell.index import Index, Row, counts


@dataclass(frozen=True, slots=True)
class Spot:
    """One place with the claims that put something there."""

    place: Row
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Located:
    """The spots of a case, and the claims that none of them holds."""

    spots: tuple[Spot, ...]
    unstated: tuple[str, ...]  # no place in the claim
    unknown: tuple[str, ...]  # a place that has no coordinates


def located(index: Index) -> Located:
    """Where the counting claims of a case lie, most claims first."""
    places: dict[str, Row] = {}
    held: dict[str, list[str]] = defaultdict(list)
    unstated, unknown = [], []
    for claim in index.sheet["claims"]:
        place = claim["place"]
        if not counts(claim):
            continue
        if place is None:
            unstated.append(claim["id"])
        elif place["latitude"] is None or place["longitude"] is None:
            unknown.append(claim["id"])
        else:
            places.setdefault(place["id"], place)
            held[place["id"]].append(claim["id"])
    spots = [Spot(places[id], tuple(claims)) for id, claims in held.items()]
    return Located(tuple(sorted(spots, key=lambda s: (-len(s.claims), s.place["id"]))), tuple(unstated), tuple(unknown))
