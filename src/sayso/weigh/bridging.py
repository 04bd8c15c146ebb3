"""Who rests on whom once some claims are left out: what hung together through them still does."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from sayso.model.binding import Dependence
from sayso.weigh.voices import Ground

_Edges = dict[str, dict[str, Dependence]]


def bridged(ground: Ground, kept: Collection[str]) -> Ground:
    """The ground of these claims alone: of those left out, whoever rested on them rests on what they rested on."""
    ends = {d.parent for found in ground.by_child.values() for d in found} | ground.by_child.keys()
    gone = sorted(ends - set(kept))
    if not gone:
        return ground
    found: list[Dependence] = []
    for certain in (True, False):
        edges: _Edges = defaultdict(dict)
        for dependence in (d for told in ground.by_child.values() for d in told if d.certain or not certain):
            edges[dependence.child].setdefault(dependence.parent, dependence)
        for claim in gone:
            _leave_out(claim, edges)
        found += [replace(d, certain=certain) for told in edges.values() for d in told.values()]
    return replace(ground, by_child=_by_child(found))


def _by_child(found: Iterable[Dependence]) -> Mapping[str, tuple[Dependence, ...]]:
    made: dict[tuple[str, str], Dependence] = {}
    for each in found:  # certain ones come first, and are kept
        made.setdefault((each.child, each.parent), each)
    by_child: dict[str, list[Dependence]] = defaultdict(list)
    for each in made.values():
        by_child[each.child].append(each)
    return {child: tuple(told) for child, told in by_child.items()}


def _leave_out(claim: str, edges: _Edges) -> None:
    """Takes a claim out of the graph. Those that rested on it, and it on them, then hang on the least of them, so that
    the number of edges does not grow; so do those that only rested on it."""
    up = edges.pop(claim, {})
    down = {child: edges[child].pop(claim) for child in sorted(edges) if claim in edges[child]}
    both = sorted(up.keys() & down.keys())
    hub = both[0] if both else None
    for child, dependence in down.items():
        if hub is not None and child != hub:
            _join(child, hub, dependence, edges)
        for parent in up if hub is None or child == hub else ():
            if parent != child and (hub is None or parent not in both):
                _join(child, parent, dependence, edges)
    for other in both[1:]:
        _join(both[0], other, up[other], edges)


def _join(child: str, parent: str, by: Dependence, edges: _Edges) -> None:
    edges[child].setdefault(parent, replace(by, child=child, parent=parent))
