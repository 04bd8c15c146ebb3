"""The map: where claims say that it happened, as areas as wide as the place is vague."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from functools import partial
from importlib.resources import files
from typing import Any

from markupsafe import Markup

from sayso.tell.drawing import cut, element, together
from sayso.tell.index import Index
from sayso.tell.outlines import Box, centre, clipped
from sayso.tell.phrases import counted
from sayso.tell.places import Spot, located

_WIDTH, _TALLEST = 760.0, 560.0

#: Kilometres to the edge of a place of each precision, rounded from common sizes of such units.
_REACH = {"site": 1.0, "town": 4.0, "district": 25.0, "province": 75.0, "country": 250.0, "region": 400.0}

#: Points that a mark never falls below, so that it can be seen and told apart.
_SMALLEST = {"site": 3.0, "town": 5.0, "district": 10.0, "province": 16.0, "country": 22.0, "region": 26.0}

#: The share of the map that a country covers before it is named.
_ROOM = 0.04

_KM_A_DEGREE = 111.2

#: Degrees that a map shows at least; nearer, the outlines are too coarse.
_NARROWEST = 4.0


Name = tuple[str, float, float]  # a country's name and where it goes


@dataclass(frozen=True, slots=True)
class View:
    """An equirectangular view: degrees in, points out."""

    west: float
    south: float
    east: float
    north: float

    @property
    def squeeze(self) -> float:
        """How much shorter a degree of longitude is than one of latitude, at the middle."""
        return max(0.2, math.cos(math.radians((self.south + self.north) / 2)))

    @property
    def scale(self) -> float:
        """Points a degree of latitude."""
        return min(_WIDTH / ((self.east - self.west) * self.squeeze), _TALLEST / (self.north - self.south))

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in points."""
        return (self.east - self.west) * self.squeeze * self.scale, (self.north - self.south) * self.scale

    def at(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Where a place lies on the drawing."""
        return (longitude - self.west) * self.squeeze * self.scale, (self.north - latitude) * self.scale


def view_of(spots: tuple[Spot, ...]) -> View:
    """The view that shows every spot with some room around."""
    xs = [float(spot.place["longitude"]) for spot in spots]
    ys = [float(spot.place["latitude"]) for spot in spots]
    wide = max(max(xs) - min(xs), _NARROWEST * 1.4) * 0.65
    high = max(max(ys) - min(ys), _NARROWEST) * 0.65
    x, y = (max(xs) + min(xs)) / 2, (max(ys) + min(ys)) / 2
    wide = max(wide, high * _WIDTH / _TALLEST / max(0.2, math.cos(math.radians(y))))
    return View(max(x - wide, -180.0), max(y - high, -89.0), min(x + wide, 180.0), min(y + high, 89.0))


def world_map(index: Index) -> Markup:
    """The map of a sheet as inline SVG, or nothing where no claim has a place with coordinates."""
    return spots_map(located(index).spots, "#n:place:")


def spots_map(spots: tuple[Spot, ...], leads: str) -> Markup:
    """The map of these spots; a mark leads to `leads` followed by its place's id."""
    if not spots:
        return Markup("")
    view = view_of(spots)
    width, height = view.size
    outlines = json.loads((files("sayso") / "data" / "map" / "outlines.json").read_text("utf-8"))
    named = {spot.place["name"]: spot for spot in spots if spot.place["precision"] == "country"}
    lands = partial(_land, view, named, leads)
    parts = [element("rect", class_="sea", width=width, height=height)]
    names: list[Name] = []
    for country in outlines["countries"]:
        land, name = lands(country, outlines["steps"])
        parts += land
        names += name
    wide_first = sorted(spots, key=lambda spot: -_radius(view, spot.place["precision"]))
    parts += [
        _mark(view, spot, leads) for spot in wide_first if not (spot.place["name"] in named and spot in named.values())
    ]
    parts += _labels(view, spots, names)
    claims = sum(len(spot.claims) for spot in spots)
    says = f"Map: {counted(claims, 'claim')} at {counted(len(spots), 'place')}; the table below says the same."
    return element(
        "svg",
        together([element("title", says), *parts]),
        class_="map",
        viewBox=f"0 0 {width:.0f} {height:.0f}",
        width=width,
        role="group",
        aria_label="Map",
    )


def _land(
    view: View, named: dict[str, Spot], leads: str, country: dict[str, Any], steps: int
) -> tuple[list[Markup], list[Name]]:
    """A country's land where the view meets it, and its name where there is room for it."""
    box: Box = (view.west, view.south, view.east, view.north)
    rings = [points for ring in country["rings"] if (points := clipped(ring, steps, box))]
    if not rings:
        return [], []
    drawn = [[view.at(x, y) for x, y in points] for points in rings]
    path = "".join("M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points) + "Z" for points in drawn)
    spot = named.get(country["name"])
    land = element("path", element("title", country["name"]), class_="land told" if spot else "land", d=path)
    x, y, area = max((centre(points) for points in drawn), key=lambda found: found[2])
    width, height = view.size
    room = area > _ROOM * width * height
    name: Name = (cut(country["name"], 24), x, y)
    return [element("a", land, href=f"{leads}{spot.place['id']}") if spot else land], [name] if room else []


def _radius(view: View, precision: str) -> float:
    return max(_SMALLEST.get(precision, 5.0), _REACH.get(precision, 5.0) / _KM_A_DEGREE * view.scale)


def _mark(view: View, spot: Spot, leads: str) -> Markup:
    place = spot.place
    x, y = view.at(place["longitude"], place["latitude"])
    title = f"{place['name']} ({place['precision']}): {counted(len(spot.claims), 'claim')}"
    circle = element(
        "circle",
        element("title", title),
        class_=f"spot {place['precision']}",
        cx=x,
        cy=y,
        r=_radius(view, place["precision"]),
    )
    return element("a", circle, href=f"{leads}{place['id']}")


def _labels(view: View, spots: tuple[Spot, ...], countries: list[Name]) -> list[Markup]:
    """A label beside each spot where one fits, then the countries; places without a label are in the table."""
    width, height = view.size
    taken: list[Box] = []
    labels = []
    for spot in spots:
        x, y = view.at(spot.place["longitude"], spot.place["latitude"])
        words = f"{cut(spot.place['name'], 24)} {len(spot.claims):,}"
        long, off = 7.2 * len(words), min(_radius(view, spot.place["precision"]), 16.0) + 4
        for left, top in (
            (x + off, y - 8),
            (x - off - long, y - 8),
            (x - long / 2, y - off - 16),
            (x - long / 2, y + off),
        ):
            box = (left, top, left + long, top + 16)
            inside = left >= 0 and top >= 0 and box[2] <= width and box[3] <= height
            if inside and not any(_meet(box, other) for other in taken):
                taken.append(box)
                labels.append(element("text", words, class_="label", x=left, y=top + 12.5))
                break
    for name, x, y in countries:
        half = 5.0 * len(name)
        box = (x - half, y - 12, x + half, y + 4)
        if not any(_meet(box, other) for other in taken):
            labels.append(element("text", name, class_="country", x=x, y=y))
    return labels


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
