"""Matters that bear on one another without being one: an event and the pattern it belongs to, an act and its threat."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from sayso.link.folding import folded_name
from sayso.model.binding import Gathering
from sayso.model.claim import Claim

#: Of each other kind and stage, a matter lists at most this many related ones, least ids first.
MOST_RELATED = 12


def with_related(gatherings: Sequence[Gathering], claims: Mapping[str, Claim]) -> list[Gathering]:
    """Each matter with those of its indicator and actor that are of another kind or stage, or told in one breath."""
    told = _told_together(gatherings, claims)
    by_topic: dict[tuple[str, str], dict[tuple[str, str], list[str]]] = defaultdict(lambda: defaultdict(list))
    for gathering in gatherings:
        shelf = by_topic[gathering.indicator, _actor(gathering)][gathering.kind.value, gathering.stage]
        if len(shelf) < MOST_RELATED:
            shelf.append(gathering.id)
    return [
        replace(g, related=_related(g, by_topic[g.indicator, _actor(g)], told.get(g.id, set()))) for g in gatherings
    ]


def _actor(gathering: Gathering) -> str:
    return folded_name(gathering.actor.name) if gathering.actor else ""


def _related(one: Gathering, topic: Mapping[tuple[str, str], Sequence[str]], told: set[str]) -> tuple[str, ...]:
    others = {other for kind, ids in topic.items() if kind != (one.kind.value, one.stage) for other in ids}
    return tuple(sorted(told | others))


def _told_together(gatherings: Sequence[Gathering], claims: Mapping[str, Claim]) -> dict[str, set[str]]:
    """Matters whose claims are a change of, or a part of, one another."""
    home = {claim: gathering.id for gathering in gatherings for claim in gathering.claims}
    told: dict[str, set[str]] = defaultdict(set)
    for claim_id, matter in home.items():
        claim = claims[claim_id]
        for other in (claim.change_of, claim.part_of):
            there = home.get(other) if other else None
            if there and there != matter:
                told[matter].add(there)
                told[there].add(matter)
    return told
