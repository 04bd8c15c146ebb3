"""Matters: within a block, claims join only where every pair of them is compatible."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import msgspec

from sayso.link.slots import Slots, near_place, overlap, same_place
from sayso.model.finding import MatterKind

#: Days of a bucket in which clusters are looked up.
_BUCKET = 32

#: Windows longer than this many buckets are looked up everywhere.
_WIDE = 40

#: A claim so vague that it may belong to more matters than this speaks for none of them.
MOST_HOMES = 8


class Placed(msgspec.Struct, frozen=True, gc=False):
    """A claim as clustering sees it: whether it speaks against its matter, the outlets that it came through, the bounds
    of its value, and the outlet that takes it back where it tells of that ("" for one that cannot be told)."""

    claim: str
    slots: Slots
    contrary: bool = False
    through: tuple[str, ...] = ()
    value: tuple[float | None, float | None] | None = None
    takes: str | None = None


@dataclass(slots=True)
class Cluster:
    """Claims of one matter; `low` and `high` are the days that all their windows share (in one dimension pairwise
    overlap and a common stretch are the same), `slots` those of its most specific place."""

    members: list[Placed]
    timed: bool
    precise: bool
    low: int
    high: int
    slots: Slots
    possible: list[str] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The least claim id."""
        return min(placed.claim for placed in self.members)


class Index:
    """Clusters by place and by stretches of time."""

    def __init__(self) -> None:
        self._by: dict[tuple[str, int], list[Cluster]] = defaultdict(list)
        self._wide: dict[str, list[Cluster]] = defaultdict(list)

    def put(self, cluster: Cluster) -> None:
        """Files the cluster under its place and all that contains it."""
        for place in cluster.slots.path or ("",):
            self.put_at(cluster, place)

    def put_at(self, cluster: Cluster, place: str) -> None:
        buckets = _buckets(cluster.low, cluster.high)
        if buckets is None:
            self._wide[place].append(cluster)
            return
        for bucket in buckets:
            self._by[place, bucket].append(cluster)

    def near(self, slots: Slots) -> list[Cluster]:
        """Clusters that may hold the claim, each once, in order of filing under each of its places."""
        found: dict[int, Cluster] = {}
        buckets = _buckets(slots.low, slots.high)
        for place in slots.path or ("",):
            for cluster in self._at(place, buckets):
                found.setdefault(id(cluster), cluster)
        return list(found.values())

    def _at(self, place: str, buckets: range | None) -> list[Cluster]:
        if buckets is None:
            return [c for (at, _), clusters in self._by.items() if at == place for c in clusters] + self._wide[place]
        found = [cluster for bucket in buckets for cluster in self._by.get((place, bucket), ())]
        return found + self._wide.get(place, [])


def _buckets(low: int, high: int) -> range | None:
    buckets = range(low // _BUCKET, high // _BUCKET + 1)
    return buckets if len(buckets) <= _WIDE else None


def clusters_of(placed: Iterable[Placed], kind: MatterKind, barred: frozenset[tuple[str, str]]) -> list[Cluster]:
    """Complete-link clusters of a block; the order of the claims given changes nothing."""
    index = Index()
    clusters: list[Cluster] = []
    for one in sorted(placed, key=_specific_first):
        fitting = [cluster for cluster in index.near(one.slots) if fits(one, cluster, kind, barred)]
        best = min(fitting, key=lambda cluster: _nearness(one, cluster), default=None)
        if best is None:
            best = Cluster([one], one.slots.timed, one.slots.precise, one.slots.low, one.slots.high, one.slots)
            clusters.append(best)
            index.put(best)
        else:
            before = best.slots
            _join(best, one)
            if best.slots is not before:
                index.put(best)
    return clusters


def _specific_first(one: Placed) -> tuple[bool, int, int, int, str, str]:
    slots = one.slots
    return (not slots.timed, slots.high - slots.low, -len(slots.within), slots.low, slots.place, one.claim)


def _nearness(one: Placed, cluster: Cluster) -> tuple[bool, int, str]:
    shared = min(one.slots.high, cluster.high) - max(one.slots.low, cluster.low)
    return (one.slots.place != cluster.slots.place, -shared, cluster.members[0].claim)


def _join(cluster: Cluster, one: Placed) -> None:
    cluster.members.append(one)
    cluster.low, cluster.high = max(cluster.low, one.slots.low), min(cluster.high, one.slots.high)
    if len(one.slots.within) > len(cluster.slots.within):
        cluster.slots = one.slots


def fits(one: Placed, cluster: Cluster, kind: MatterKind, barred: frozenset[tuple[str, str]]) -> bool:
    """Whether the claim is compatible with every claim of the cluster."""
    slots = one.slots
    if slots.timed != cluster.timed or bool(slots.place) != bool(cluster.slots.place):
        return False
    if slots.low > cluster.high or slots.high < cluster.low:
        return False
    if not _places_agree(slots, cluster.slots, kind):
        return False
    if kind is MatterKind.EVENT and slots.precise != cluster.precise:
        return False
    return not barred or not any(
        (min(one.claim, other.claim), max(one.claim, other.claim)) in barred for other in cluster.members
    )


def _places_agree(one: Slots, other: Slots, kind: MatterKind) -> bool:
    return same_place(one, other) if kind is MatterKind.EVENT else one.place == other.place


def add_possible(clusters: Sequence[Cluster], kind: MatterKind) -> None:
    """Lists with each cluster the claims of others that lack a place or time and may be about the same."""
    if kind is MatterKind.FORECAST:
        return
    index = _by_time(clusters)
    for cluster in clusters:
        for one in cluster.members:
            homes = _homes(one, cluster, index, kind)
            if len(homes) <= MOST_HOMES:
                for home in homes:
                    home.possible.append(one.claim)


def _by_time(clusters: Sequence[Cluster]) -> Index:
    index = Index()
    for cluster in clusters:
        index.put_at(cluster, "")
    return index


def _homes(one: Placed, own: Cluster, index: Index, kind: MatterKind) -> list[Cluster]:
    slots = one.slots
    if slots.place and slots.precise:
        return []
    anywhere = Slots(slots.timed, slots.low, slots.high, "", (), False)
    return [home for home in index.near(anywhere) if home is not own and _vaguer(slots, home, kind)]


def _vaguer(slots: Slots, home: Cluster, kind: MatterKind) -> bool:
    """Whether the claim says less than the cluster and nothing that excludes it."""
    lacks_place = bool(home.slots.place) and not slots.place
    lacks_time = home.timed and not slots.timed
    wider = kind is MatterKind.EVENT and home.precise and not slots.precise
    if not (lacks_place or lacks_time or wider):
        return False
    if (slots.place and not home.slots.place) or (slots.timed and not home.timed):
        return False
    return near_place(slots, home.slots) and overlap(slots, _stretch(home))


def _stretch(home: Cluster) -> Slots:
    return Slots(home.timed, home.low, home.high, "", (), False)
