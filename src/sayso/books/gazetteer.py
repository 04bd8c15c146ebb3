"""The gazetteer: places of the world by any spelling of their names, from one read-only file."""

from __future__ import annotations

import re
import sqlite3
import unicodedata
from collections.abc import Collection, Mapping
from hashlib import blake2b
from pathlib import Path

from sayso.model.books import GazetteerEntry
from sayso.model.errors import BadBook
from sayso.model.slots import Precision

#: How a name was found: the main name, another spelling, or a skeleton of consonants alone; on top of that, a name that
#: is also a common word carries `COMMON`, one from our own table `CURATED`, and another name that does not sound like
#: the main one `FAR`.
MAIN, OTHER, SKELETON, COMMON, CURATED, FAR = 0, 1, 2, 4, 8, 16
#: Spellings with the same consonants are taken for one name if their vowels differ in at most so many letters.
_VOWEL_EDITS = 1
#: Fewer consonants than this say nothing about a name.
_FEWEST_CONSONANTS = 3
_ARTICLE = re.compile(r"^(?:al|ar|as|ash|at|ad|an|az|el|ul|the)[\s-]+(?=\S{3})")
_MARKS = re.compile(r"['’‘ʻʼ`´]")
_GAPS = re.compile(r"[\s\-‐‑–._]+")
_LETTERS = str.maketrans(
    {"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ə": "e"}
)
_SOUNDS = (("ph", "f"), ("kh", "h"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("sh", "s"), ("ou", "u"), ("ch", "s"))
_DOUBLES = re.compile(r"(.)\1+")
_VOWELS = re.compile(r"[aeiouyw]+")
_PRECISIONS = {precision.value[0]: precision for precision in Precision}


def folded(name: str) -> str:
    """A name without case, accents, apostrophes and hyphens: the key of the gazetteer."""
    if not name.isascii():
        plain = unicodedata.normalize("NFKD", name.translate(_LETTERS)).casefold().translate(_LETTERS)
        name = "".join(mark for mark in plain if not unicodedata.combining(mark))
    return _GAPS.sub(" ", _MARKS.sub("", name.lower())).strip()


def unarticled(key: str) -> str:
    """A folded name without its Arabic or English article: "al raqqah" → "raqqah"."""
    return _ARTICLE.sub("", key)


def sounds(name: str) -> str:
    """A name without its article as it sounds: "al-Shirqat" → "sirkat"."""
    key = unarticled(folded(name)).replace(" ", "")
    for written, sound in _SOUNDS:
        key = key.replace(written, sound)
    return _DOUBLES.sub(r"\1", key.replace("q", "k").replace("c", "k").rstrip("h"))


def skeleton(name: str) -> str:
    """The consonants of a name without its article: "al-Shirqat" and "Ash Sharqat" are both "srkt"; "" if too few."""
    key = _DOUBLES.sub(r"\1", _VOWELS.sub("", sounds(name)))
    return key if len(key) >= _FEWEST_CONSONANTS else ""


def sound_alike(one: str, other: str) -> bool:
    """Whether two names of one skeleton differ in few vowels, and open alike."""
    first, second = sounds(one), sounds(other)
    if not first or not second or (first[0] != second[0] and not {first[0], second[0]} <= set("aeiou")):
        return False
    row = list(range(len(second) + 1))
    for number, letter in enumerate(first, 1):
        row, above = [number], row
        for at, mark in enumerate(second, 1):
            row.append(min(above[at] + 1, row[-1] + 1, above[at - 1] + (letter != mark)))
    return row[-1] <= _VOWEL_EDITS


def key_of(kind: str, name: str) -> int:
    """The number a folded name or skeleton is filed under."""
    return int.from_bytes(blake2b(f"{kind}:{name}".encode(), digest_size=7).digest(), "big")


class Gazetteer:
    """Looks places up by name; opens its file on the first look-up and keeps what it has found."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._connection: sqlite3.Connection | None = None
        self._found: dict[str, tuple[tuple[GazetteerEntry, int], ...]] = {}
        self._parents: dict[int, tuple[str, ...]] = {}
        self._entries: dict[str, GazetteerEntry | None] = {}
        self._nations: tuple[dict[str, str], dict[str, str]] | None = None

    def find(self, name: str, near: Collection[str] = ()) -> tuple[GazetteerEntry, ...]:
        """The places of that name, likeliest first: in the countries of `near`, then by fame; spelling bends last."""
        ranked = sorted(self.ranked(name, near), key=lambda pair: _order(pair, near))
        return tuple(entry for entry, _ in ranked)

    def ranked(self, name: str, near: Collection[str] = ()) -> tuple[tuple[GazetteerEntry, int], ...]:
        """The places of that name, each with how it was found; skeletons only within the countries of `near`."""
        key = folded(name)
        exact = self._filed("n", key)
        bare = unarticled(key)
        if not exact and bare != key:
            exact = self._filed("n", bare)
        if exact or not near:
            return exact
        bones = skeleton(name)
        bent = self._filed("s", bones) if bones else ()
        return tuple(pair for pair in bent if pair[0].country in near and sound_alike(name, pair[0].name))

    def known(self, name: str) -> bool:
        """Whether any place bears the name in some accepted spelling, spelling bends aside."""
        return bool(self.ranked(name))

    def entry(self, ref: str) -> GazetteerEntry | None:
        """The place with that id."""
        if ref not in self._entries:
            rows = self._rows("SELECT rowid FROM places WHERE ref = ?", (ref,))
            self._entries[ref] = self._entry(int(str(rows[0][0]))) if rows else None
        return self._entries[ref]

    def within(self, inner: str, outer: str) -> bool:
        """Whether the place with id `inner` is, or lies within, the one with id `outer`."""
        if inner == outer:
            return True
        entry = self.entry(inner)
        return entry is not None and outer in entry.within

    def country_of(self, word: str) -> str | None:
        """The code of the country a name or adjective belongs to: "Syria", "Syrian" → "SY"."""
        return self.countries().get(word) or self.adjectives().get(word)

    def adjectives(self) -> Mapping[str, str]:
        """Adjective of nationality → country code."""
        return self._words()[0]

    def countries(self) -> Mapping[str, str]:
        """Name of a country → its code."""
        return self._words()[1]

    def _words(self) -> tuple[dict[str, str], dict[str, str]]:
        if self._nations is None:
            rows = self._rows("SELECT word, code, adjective FROM nations")
            self._nations = (
                {str(word): str(code) for word, code, adjective in rows if adjective},
                {str(word): str(code) for word, code, adjective in rows if not adjective},
            )
        return self._nations

    def close(self) -> None:
        """Closes the file; a later look-up opens it again."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _rows(self, query: str, values: tuple[object, ...] = ()) -> list[tuple[object, ...]]:
        if self._connection is None:
            if not self.path.is_file():
                raise BadBook((f"{self.path.name}: the gazetteer is missing",))
            self._connection = sqlite3.connect(
                f"{self.path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
            )
        try:
            return self._connection.execute(query, values).fetchall()
        except sqlite3.DatabaseError as error:
            raise BadBook((f"{self.path.name}: is no gazetteer ({error})",)) from error

    def _filed(self, kind: str, name: str) -> tuple[tuple[GazetteerEntry, int], ...]:
        label = f"{kind}:{name}"
        if label not in self._found:
            if len(self._found) > _REMEMBERED:
                self._found.clear()
            rows = self._rows("SELECT place, how FROM names WHERE key = ?", (key_of(kind, name),))
            self._found[label] = tuple((self._entry(int(str(place))), int(str(how))) for place, how in rows)
        return self._found[label]

    def _entry(self, row: int) -> GazetteerEntry:
        ref, name, latitude, longitude, precision, country, parent, population = self._rows(
            "SELECT ref, name, latitude, longitude, precision, country, parent, population FROM places WHERE rowid = ?",
            (row,),
        )[0]
        return GazetteerEntry(
            id=str(ref),
            name=str(name),
            latitude=None if latitude is None else float(str(latitude)),
            longitude=None if longitude is None else float(str(longitude)),
            precision=_PRECISIONS[str(precision)],
            country=None if country is None else str(country),
            within=self._chain(int(str(parent or 0)), str(ref)),
            population=int(str(population)),
        )

    def _chain(self, parent: int, ref: str) -> tuple[str, ...]:
        """The ids of what contains a place, nearest first, each once."""
        regions = self._rows("SELECT region FROM holds WHERE member = ? ORDER BY region", (ref,))
        above: list[str] = []
        if parent:
            if parent not in self._parents:
                name, higher = self._rows("SELECT ref, parent FROM places WHERE rowid = ?", (parent,))[0]
                self._parents[parent] = (str(name), *self._chain(int(str(higher or 0)), str(name)))
            above += self._parents[parent]
        above += (str(row[0]) for row in regions)
        return tuple(dict.fromkeys(above))


#: Names kept in memory; a month of reports about one country uses some 5,000.
_REMEMBERED = 50_000


#: A place of our own table ranks as if at least so many people lived there: wars make villages known.
_CURATED_FAME = 250_000


def _order(pair: tuple[GazetteerEntry, int], near: Collection[str]) -> tuple[int, int, int, int, str]:
    entry, how = pair
    wide = entry.precision in (Precision.COUNTRY, Precision.REGION)
    fame = max(entry.population, _CURATED_FAME if how & CURATED else 0)
    return (0 if wide else 1, 0 if entry.country in near else 1, how & (SKELETON | FAR), -fame, entry.id)
