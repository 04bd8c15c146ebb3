"""Makes src/sayso/data/map/outlines.json from world-atlas: `npm pack world-atlas@2.0.2`, unpack, then
`python tools/outlines.py package/countries-10m.json src/sayso/data/map/outlines.json`.

Borders are simplified arc by arc, so that neighbours still share one line.
"""

from __future__ import annotations

import json
import math
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

Point = tuple[float, float]

#: Degrees that a simplified line may stray; 0.03 is about 3 km, finer than any place drawn here is known.
TOLERANCE = 0.03

#: Steps per degree in the file; coarser than the tolerance would show as stairs.
STEPS = 100

#: Rings with a smaller box, in square degrees, are islands that no map of a region shows.
SMALLEST = 0.04


def decoded(topology: dict[str, Any]) -> list[list[Point]]:
    """The arcs in degrees."""
    (kx, ky), (dx, dy) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for step_x, step_y in arc:
            x, y = x + step_x, y + step_y
            points.append((x * kx + dx, y * ky + dy))
        arcs.append(points)
    return arcs


def _stray(point: Point, start: Point, end: Point) -> float:
    (x, y), (x1, y1), (x2, y2) = point, start, end
    length = math.hypot(x2 - x1, y2 - y1)
    if not length:
        return math.hypot(x - x1, y - y1)
    return abs((x2 - x1) * (y1 - y) - (x1 - x) * (y2 - y1)) / length


def simplified(points: list[Point]) -> list[Point]:
    """The line by Douglas and Peucker's rule; both ends stay."""
    keep = {0, len(points) - 1}
    stack = [(0, len(points) - 1)]
    while stack:
        first, last = stack.pop()
        strays = [(_stray(points[at], points[first], points[last]), at) for at in range(first + 1, last)]
        worst, at = max(strays, default=(0.0, 0))
        if worst > TOLERANCE:
            keep.add(at)
            stack += [(first, at), (at, last)]
    return [points[at] for at in sorted(keep)]


def ring(arcs: list[list[Point]], ids: list[int]) -> list[Point]:
    """One ring joined from its arcs; a negative id is an arc walked backwards."""
    points: list[Point] = []
    for id in ids:
        part = arcs[id] if id >= 0 else arcs[~id][::-1]
        points += part[1:] if points else part
    return points


def packed(points: list[Point]) -> list[int]:
    """A ring as whole steps, each point but the first as a difference; points that fall together once."""
    steps = [(round(x * STEPS), round(y * STEPS)) for x, y in points]
    flat = [*steps[0]]
    for before, after in pairwise(steps):
        if after != before:
            flat += [after[0] - before[0], after[1] - before[1]]
    return flat


def main(source: Path, target: Path) -> None:
    """Writes the outlines of every country of the source to the target."""
    topology = json.loads(source.read_text())
    arcs = [simplified(arc) for arc in decoded(topology)]
    countries = []
    for geometry in topology["objects"]["countries"]["geometries"]:
        polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
        rings = [ring(arcs, ids) for polygon in polygons for ids in polygon]
        boxes = [
            (max(x for x, _ in r) - min(x for x, _ in r)) * (max(y for _, y in r) - min(y for _, y in r)) for r in rings
        ]
        kept = [packed(r) for r, box in zip(rings, boxes, strict=True) if box >= SMALLEST]
        if kept:
            countries.append({"name": geometry["properties"]["name"], "rings": kept})
    countries.sort(key=lambda country: str(country["name"]))
    target.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps({"steps": STEPS, "countries": countries}, ensure_ascii=False, separators=(",", ":"))
    target.write_text(text + "\n", "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
