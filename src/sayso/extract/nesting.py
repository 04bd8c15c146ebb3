"""Which act of telling stands inside which: the parents of a report's attributions."""

from __future__ import annotations

from dataclasses import replace

from sayso.model.telling import Attribution


def with_parents(found: list[Attribution]) -> tuple[Attribution, ...]:
    """The attributions in text order, each with the index of the smallest other one whose content holds it.

    Two that each hold the other ("A, quoting B, …" and "B, A said, …") are no nest: the later one stays without parent.
    """
    order = sorted(found, key=_first)
    parents: list[int | None] = []
    for number in range(len(order)):
        parent = _parent(order, number)
        parents.append(None if parent is not None and _leads_to(parents, parent, number) else parent)
    return tuple(replace(a, parent=parent) for a, parent in zip(order, parents, strict=True))


def _leads_to(parents: list[int | None], start: int, end: int) -> bool:
    """Whether following the parents known so far from `start` ends at `end`."""
    at: int | None = start
    while at is not None and at < len(parents):
        if at == end:
            return True
        at = parents[at]
    return at == end


def _first(attribution: Attribution) -> tuple[int, int]:
    spans = (*attribution.sources, *attribution.cues, *attribution.contents)
    return min(s.start for s in spans), -max(s.end for s in spans)


def _parent(order: list[Attribution], number: int) -> int | None:
    mine = order[number]
    core = (*mine.sources, *mine.cues) or mine.contents
    best: tuple[int, int] | None = None
    for other, attribution in enumerate(order):
        if other == number or (attribution.within and not mine.within):
            continue
        holds = any(content.holds(span) for content in attribution.contents for span in core)
        if mine.within and not holds:
            holds = any(
                c.overlap(m) for c in mine.contents for m in (*attribution.cues, *attribution.contents)
            ) and bool(attribution.sources)
        if holds and not (attribution.within and mine.within):
            size = sum(len(content) for content in attribution.contents)
            best = min(best, (size, other)) if best is not None else (size, other)
    return best[1] if best is not None else None
