"""How few say-sos can stand behind a set of voices: the sources of a graph of who rests on whom."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence


def components(nodes: Sequence[str], parents: Mapping[str, Iterable[str]]) -> list[tuple[str, ...]]:
    """Strongly connected components of the graph, each sorted, found without recursion (Tarjan 1972)."""
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    on_stack: set[str] = set()
    found: list[tuple[str, ...]] = []
    known = set(nodes)
    edges = {node: [p for p in sorted(set(parents.get(node, ()))) if p in known and p != node] for node in nodes}
    for start in nodes:
        if start in index:
            continue
        work = [(start, 0)]
        while work:
            node, at = work.pop()
            if at == 0:
                index[node] = low[node] = len(index)
                stack.append(node)
                on_stack.add(node)
            step = _next_unseen(edges[node], at, index, low, node, on_stack)
            if step < len(edges[node]):
                work += [(node, step + 1), (edges[node][step], 0)]
                continue
            if low[node] == index[node]:
                found.append(_popped(node, stack, on_stack))
            if work:
                above = work[-1][0]
                low[above] = min(low[above], low[node])
    return found


def _next_unseen(
    edges: Sequence[str], at: int, index: Mapping[str, int], low: dict[str, int], node: str, on_stack: set[str]
) -> int:
    while at < len(edges) and edges[at] in index:
        if edges[at] in on_stack:
            low[node] = min(low[node], index[edges[at]])
        at += 1
    return at


def _popped(node: str, stack: list[str], on_stack: set[str]) -> tuple[str, ...]:
    members = []
    while True:
        member = stack.pop()
        on_stack.discard(member)
        members.append(member)
        if member == node:
            return tuple(sorted(members))


def sources(nodes: Sequence[str], parents: Mapping[str, Iterable[str]]) -> list[tuple[str, ...]]:
    """The components that rest on nothing outside themselves, sorted: the fewest roots that reach every node.

    Adding an edge never raises their number, so more ties never make more origins.
    """
    known = set(nodes)
    return sorted(part for part in components(nodes, parents) if not _rests_outside(part, parents, known))


def _rests_outside(part: tuple[str, ...], parents: Mapping[str, Iterable[str]], known: set[str]) -> bool:
    inside = set(part)
    return any(p in known and p not in inside for node in part for p in parents.get(node, ()))


def roots_of(
    nodes: Sequence[str], parents: Mapping[str, Iterable[str]], first: Collection[str] = ()
) -> dict[str, tuple[str, ...]]:
    """For each node the source component it is counted with, one of those it rests on, however far back.

    Components that hold any of `first` come before others, and of others one that more of `first` rest on, so that
    `first` are counted with few; then the least comes before.
    """
    children = children_of(nodes, parents)
    found: dict[str, tuple[str, ...]] = {}
    rest: list[tuple[str, ...]] = []
    for part in sources(nodes, parents):
        if set(first).isdisjoint(part):
            rest.append(part)
        else:
            found.update(dict.fromkeys(reached(part, children, found), part))
    while left := set(first) - found.keys():
        best = max(rest, key=lambda part: len(left & reached(part, children, found)))
        rest.remove(best)
        found.update(dict.fromkeys(reached(best, children, found), best))
    for part in rest:
        found.update(dict.fromkeys(reached(part, children, found), part))
    return found


def children_of(nodes: Sequence[str], parents: Mapping[str, Iterable[str]]) -> dict[str, list[str]]:
    """For each node the others that rest on it."""
    found: dict[str, list[str]] = {}
    for node in nodes:
        for parent in parents.get(node, ()):
            found.setdefault(parent, []).append(node)
    return found


def reached(part: tuple[str, ...], children: Mapping[str, Sequence[str]], known: Collection[str] = ()) -> set[str]:
    """The component and all that rest on it, but those that are known."""
    found, todo = set(part), list(part)
    while todo:
        more = [node for node in children.get(todo.pop(), ()) if node not in found and node not in known]
        found.update(more)
        todo.extend(more)
    return found
