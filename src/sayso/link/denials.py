"""Denials find the matter that they deny, even where they leave out its place or time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sayso.link.blocks import Cluster, Placed
from sayso.link.slots import Slots, near_place, overlap


def settle_contrary(clusters: list[Cluster]) -> list[Cluster]:
    """Clusters of denials alone join the one matter they can be about; where several fit they stay by themselves."""
    affirmed = [cluster for cluster in clusters if not _only_contrary(cluster)]
    kept = list(affirmed)
    for cluster in clusters:
        if not _only_contrary(cluster):
            continue
        homes = [home for home in affirmed if _may_deny(cluster, home)]
        if len(homes) == 1:
            homes[0].members.extend(cluster.members)
        else:
            kept.append(cluster)
    return kept


def _only_contrary(cluster: Cluster) -> bool:
    return all(placed.contrary for placed in cluster.members)


def _may_deny(denial: Cluster, home: Cluster) -> bool:
    mine = denial.slots
    stretch = Slots(home.timed, home.low, home.high, home.slots.place, home.slots.within, home.slots.narrow)
    window = Slots(denial.timed, denial.low, denial.high, mine.place, mine.within, mine.narrow)
    if mine.place and not home.slots.place:
        return False
    return near_place(window, stretch) and (not denial.timed or not home.timed or overlap(window, stretch))


def settle_takings(
    clusters: Sequence[Cluster], takers: Iterable[Placed], barred: frozenset[tuple[str, str]]
) -> list[Placed]:
    """Claims that take something back join the one matter in which the outlet's own words can be meant, told by the
    value they repeat where several can be; the others are left over."""
    left = []
    for one in sorted(takers, key=lambda placed: placed.claim):
        homes = [cluster for cluster in clusters if _may_be_of(one, cluster) and not _barred(one, cluster, barred)]
        theirs = [cluster for cluster in homes if any(one.takes in member.through for member in cluster.members)]
        valued = [cluster for cluster in theirs if any(_one_value(one, member) for member in cluster.members)]
        found = next((some[0] for some in (theirs, valued, homes) if len(some) == 1), None)
        if found is None:
            left.append(one)
        else:
            found.members.append(one)
    return left


def _may_be_of(one: Placed, home: Cluster) -> bool:
    if one.slots.place and not home.slots.place:
        return False
    stretch = Slots(home.timed, home.low, home.high, home.slots.place, home.slots.within, home.slots.narrow)
    return near_place(one.slots, stretch) and (not one.slots.timed or not home.timed or overlap(one.slots, stretch))


def _barred(one: Placed, home: Cluster, barred: frozenset[tuple[str, str]]) -> bool:
    pairs = ((min(one.claim, other.claim), max(one.claim, other.claim)) for other in home.members)
    return bool(barred) and not barred.isdisjoint(pairs)


def _one_value(one: Placed, other: Placed) -> bool:
    return one.value is not None and one.value == other.value
