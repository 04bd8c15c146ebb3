"""Denials find the matter that they deny, even where they leave out its place or time."""

from __future__ import annotations

from sayso.link.blocks import Cluster
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
