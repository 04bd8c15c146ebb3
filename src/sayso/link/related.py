"""Matters that bear on one another without being one: an event and the pattern it belongs to, an act and its threat."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from sayso.link.folding import folded_name
from sayso.model.binding import Gathering
from sayso.model.claim import Claim
from sayso.model.finding import MatterKind

#: A matter lists at most this many related ones, nearest in time of print first being left to the reader.
MOST_RELATED = 12


def with_related(gatherings: Sequence[Gathering], claims: Mapping[str, Claim]) -> list[Gathering]:
    """Each matter with those of its indicator and actor that are of another kind or stage, or told in one breath."""
    told = _told_together(gatherings, claims)
    general: dict[tuple[str, str], list[Gathering]] = defaultdict(list)
    for gathering in gatherings:
        if gathering.kind is not MatterKind.EVENT or gathering.stage:
            general[gathering.indicator, _actor(gathering)].append(gathering)
    return [replace(g, related=_related(g, general[g.indicator, _actor(g)], told[g.id])) for g in gatherings]


def _actor(gathering: Gathering) -> str:
    return folded_name(gathering.actor.name) if gathering.actor else ""


def _related(one: Gathering, general: Sequence[Gathering], told: set[str]) -> tuple[str, ...]:
    near = [g.id for g in general if (g.kind, g.stage) != (one.kind, one.stage)]
    return tuple(sorted(told | set(sorted(near)[:MOST_RELATED])))[: 2 * MOST_RELATED]


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
