"""Floors: the least that a figure may be; anybody may raise them, and only a deliberate act lowers them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from sayso.evaluate.figures import Figure

#: Set → measure → the least value.
Floors = Mapping[str, Mapping[str, float]]

#: How far below what was measured a floor is set: room for one claim in fifty, so that no rewording elsewhere trips it.
SLACK = 0.02


def read(path: Path) -> dict[str, dict[str, float]]:
    """The floors of a file; none where there is no file yet."""
    if not path.is_file():
        return {}
    found: dict[str, dict[str, float]] = json.loads(path.read_text("utf-8"))
    return found


def written(floors: Floors) -> str:
    """The floors as their file has them."""
    return json.dumps(floors, indent=1, sort_keys=True) + "\n"


def below(name: str, figures: Iterable[Figure], floors: Floors) -> list[str]:
    """A sentence for each floor of one set that its figures do not reach; a figure that is gone reaches none."""
    values = {figure.measure: figure.value for figure in figures if figure.set == name}
    return [
        f"{name}: {measure} is {values.get(measure, 0.0):.3f}, below its floor {floor:.3f}"
        for measure, floor in sorted(floors.get(name, {}).items())
        if values.get(measure, 0.0) < floor
    ]


def renewed(floors: Floors, figures: Iterable[Figure], *, lower: bool = False) -> dict[str, dict[str, float]]:
    """The floors a little below the figures; one that would sink stays where it is, unless `lower` says otherwise."""
    found = {name: dict(measures) for name, measures in floors.items()}
    for figure in figures:
        here = found.setdefault(figure.set, {})
        floor = max(0.0, round(figure.value - SLACK, 3))
        here[figure.measure] = floor if lower else max(floor, here.get(figure.measure, 0.0))
    return found
