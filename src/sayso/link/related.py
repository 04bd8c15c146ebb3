"""Matters that bear on one another without being one: an event and the pattern it belongs to, an act and its threat."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from sayso.link.folding import actor_name
from sayso.model.binding import Gathering
from sayso.model.claim import Claim

#: Of each other kind and stage, a matter lists at most this many related ones, least ids first.
MOST_RELATED = 12


def with_related(gatherings: Sequence[Gathering], claims: Mapping[str, Claim]) -> list[Gathering]:
    """Each matter with those of its indicator and actor that are of another kind or stage, or told in one breath."""
    told = told_together(gatherings, claims, homes(gatherings))
    by_topic: dict[tuple[str, str], dict[tuple[str, str], list[str]]] = defaultdict(lambda: defaultdict(list))
    for gathering in sorted(gatherings, key=lambda each: each.id):
        shelf = by_topic[topic_of(gathering)][shelf_of(gathering)]
        if len(shelf) < MOST_RELATED:
            shelf.append(gathering.id)
    return [replace(g, related=related(shelf_of(g), by_topic[topic_of(g)], told.get(g.id, set()))) for g in gatherings]


def homes(gatherings: Iterable[Gathering]) -> dict[str, str]:
    """The matter of each claim."""
    return {claim: gathering.id for gathering in gatherings for claim in gathering.claims}


def topic_of(gathering: Gathering) -> tuple[str, str]:
    """Indicator and actor of a matter."""
    return gathering.indicator, actor_name(gathering.actor.name) if gathering.actor else ""


def shelf_of(gathering: Gathering) -> tuple[str, str]:
    """Kind and stage of a matter."""
    return gathering.kind.value, gathering.stage


def related(
    own: tuple[str, str], topic: Mapping[tuple[str, str], Sequence[str]], told: Iterable[str]
) -> tuple[str, ...]:
    """The matters of an indicator and actor that are of another kind or stage than one of these, and those told with
    it."""
    return tuple(sorted({*told, *(other for shelf, ids in topic.items() if shelf != own for other in ids)}))


def told_together(
    gatherings: Iterable[Gathering], claims: Mapping[str, Claim], home: Mapping[str, str]
) -> dict[str, set[str]]:
    """Matters whose claims are a change of, or a part of, one another."""
    told: dict[str, set[str]] = defaultdict(set)
    for gathering in gatherings:
        for claim in (claims[each] for each in gathering.claims):
            for other in (claim.change_of, claim.part_of):
                there = home.get(other) if other else None
                if there and there != gathering.id:
                    told[gathering.id].add(there)
                    told[there].add(gathering.id)
    return told
