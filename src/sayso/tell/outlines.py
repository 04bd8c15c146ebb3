"""Country outlines, unpacked and cut to what a map shows."""

from __future__ import annotations

from collections.abc import Callable

Point = tuple[float, float]
Box = tuple[float, float, float, float]  # west, south, east, north


def unpacked(ring: list[int], steps: int) -> list[Point]:
    """A ring in degrees; the file keeps each point but the first as a difference."""
    points = []
    x = y = 0
    for at in range(0, len(ring), 2):
        x, y = x + ring[at], y + ring[at + 1]
        points.append((x / steps, y / steps))
    return points


def clipped(ring: list[int], steps: int, box: Box) -> list[Point]:
    """The part of a ring inside the box, by Sutherland and Hodgman's rule; nothing where they do not meet."""
    west, south, east, north = box
    points = unpacked(ring, steps)
    xs, ys = [x for x, _ in points], [y for _, y in points]
    if max(xs) < west or min(xs) > east or max(ys) < south or min(ys) > north:
        return []
    points = _cut(points, lambda p: p[0] - west)
    points = _cut(points, lambda p: east - p[0])
    points = _cut(points, lambda p: p[1] - south)
    return _cut(points, lambda p: north - p[1])


def _cut(points: list[Point], inside: Callable[[Point], float]) -> list[Point]:
    kept: list[Point] = []
    for at, point in enumerate(points):
        before = points[at - 1]
        here, there = inside(point), inside(before)
        if (here >= 0) != (there >= 0):
            share = there / (there - here)
            kept.append((before[0] + share * (point[0] - before[0]), before[1] + share * (point[1] - before[1])))
        if here >= 0:
            kept.append(point)
    return kept


def centre(points: list[Point]) -> tuple[float, float, float]:
    """The centre of gravity of a ring, and its area."""
    twice = x = y = 0.0
    for at, (x2, y2) in enumerate(points):
        x1, y1 = points[at - 1]
        cross = x1 * y2 - x2 * y1
        twice, x, y = twice + cross, x + (x1 + x2) * cross, y + (y1 + y2) * cross
    if not twice:
        return (*points[0], 0.0)
    return x / (3 * twice), y / (3 * twice), abs(twice) / 2
