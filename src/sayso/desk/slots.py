"""A claim's slots as a person gives them; the words of each are taken from the text, never from the person."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sayso.desk.asking import Given, choice, flag, number, one_of, only, refused, stretch, words
from sayso.model.books import GazetteerEntry
from sayso.model.slots import Actor, Other, Place, Quantity, When
from sayso.model.telling import Access, Certainty, Cue, Hop, Seen, Side, TellerKind

Entry = Callable[[str], GazetteerEntry | None]

MEASURES = ("count", "rate", "share", "amount", "total so far")
ROLES = ("where", "from", "to")

_HOP = frozenset({"from", "name", "written", "start", "end", "kind", "side", "access", "named", "inferred", "seen",
                  "cue", "certainty", "affiliation"})  # fmt: skip


def actor(given: Given | None, text: str, before: Actor | None) -> Actor | None:
    """The group a claim is about; a name or part that is not given stays as it was."""
    if given is None:
        return None
    only(given, ("name", "part", "written", "start", "end"), "actor")
    start, end, written = stretch(given, text, "actor")
    part = given.get("part", before.part if before else None)
    name = given.get("name") or (before.name if before else written)
    return Actor(words(name, "name"), words(part, "part") if part else None, written, start, end)


def other(given: Given | None, text: str, before: Other | None) -> Other | None:
    """Who does it to or with the group."""
    if given is None:
        return None
    only(given, ("name", "written", "start", "end"), "other party")
    start, end, written = stretch(given, text, "other party")
    return Other(words(given.get("name") or (before.name if before else written), "name"), written, start, end)


def quantity(given: Given | None, text: str, before: Quantity | None) -> Quantity | None:
    """A written number with its bounds; what is not given stays as it was, bounds that cross are refused."""
    if given is None:
        return None
    only(given, Quantity.__dataclass_fields__, "quantity")
    start, end, written = stretch(given, text, "quantity")
    kept: dict[str, Any] = {key: getattr(before, key) for key in Quantity.__dataclass_fields__} if before else {}
    both = {"low": None, "best": None, "high": None, "unit": "people", "of": None, "per": None, "measure": "count",
            "about": False} | kept | dict(given)  # fmt: skip
    low, best, high = (number(both[key], key) for key in ("low", "best", "high"))
    bounds = [each for each in (low, best, high) if each is not None]
    if not bounds or bounds != sorted(bounds):
        raise refused("a quantity has a lowest, best or highest value, in this order")
    of = both["of"]
    return Quantity(
        low, best, high, words(both["unit"], "unit"), of if of is None or isinstance(of, str) else number(of, "of"),
        words(both["per"], "per") if both["per"] else None, choice(both["measure"], MEASURES, "measure"),
        flag(both["about"], "about"), written, start, end,
    )  # fmt: skip


def place(given: Given, text: str, entry: Entry) -> Place:
    """A place of the gazetteer, by its id, with the words that name it."""
    only(given, Place.__dataclass_fields__, "place")
    start, end, written = stretch(given, text, "place")
    found = entry(words(given.get("id", ""), "id"))
    if found is None:
        raise refused("is no place that is known; look it up by its name", repr(given.get("id")))
    return Place(
        choice(given.get("role", "where"), ROLES, "role of a place"), found.name, found.id, found.latitude,
        found.longitude, found.precision, written, start, end, found.within,
    )  # fmt: skip


def time(given: Given | None, text: str) -> When | None:
    """A time in EDTF with the words that state it; its first and last day follow from it."""
    if given is None:
        return None
    from sayso.read.edtf import given_date

    only(given, When.__dataclass_fields__, "time")
    start, end, written = stretch(given, text, "time")
    found = given_date(words(given.get("edtf", ""), "date"), "text")
    if isinstance(found, str):
        raise refused(found)
    basis = choice(given.get("basis", "stated"), ("stated", "relative"), "basis of a time")
    return When(found.edtf, found.earliest, found.latest, _precision(found.edtf), basis, written, start, end)


def _precision(edtf: str) -> str:
    """How exact a date is; what is no plain day, month or year is "longer", but a season."""
    parts = edtf.split("-")
    if not edtf.replace("-", "").isdigit():
        return "longer"
    if len(parts) == 2:
        return "month" if 1 <= int(parts[1]) <= 12 else "season"
    return {1: "year", 3: "day"}.get(len(parts), "longer")


def chain(given: object, text: str, before: tuple[Hop, ...]) -> tuple[Hop, ...]:
    """The hops, nearest to the knowledge first; the outlet's own stays as it was and is the last."""
    if not isinstance(given, list) or not given:
        raise refused("a chain is a list of hops, the outlet last")
    last = given[-1]
    if not isinstance(last, dict) or last.get("from") != len(before) - 1 or set(last) - {"from"}:
        raise refused(f'the last hop is the outlet, which stays as it is: {{"from": {len(before) - 1}}}')
    return (*(_hop(each, text, before) for each in given[:-1]), before[-1])


def _hop(given: Given, text: str, before: tuple[Hop, ...]) -> Hop:
    only(given, _HOP, "hop")
    at = given.get("from")
    if at is not None and (isinstance(at, bool) or not isinstance(at, int) or not 0 <= at < len(before)):
        raise refused("is the number of no hop of the claim", repr(at))
    old = before[at] if at is not None else None
    if old is not None and set(given) == {"from"}:
        return old
    start, end, written = (old.start, old.end, old.written) if old and "start" not in given else stretch(
        given, text, "teller")  # fmt: skip
    name = given.get("name", old.name if old else None)
    cue = _cue(given["cue"], text) if "cue" in given else (old.cue if old else None)
    values: dict[str, Any] = {
        "kind": TellerKind.UNKNOWN, "side": Side.UNKNOWN, "access": Access.UNSTATED, "certainty": Certainty.ASSERTED,
        "named": bool(name), "inferred": False, "seen": Seen.NO, "affiliation": None,
    }  # fmt: skip
    if old is not None:
        values = {key: getattr(old, key) for key in values}
    values |= {key: given[key] for key in values if key in given}
    return Hop(
        words(name, "name") if name else None, written, start, end,
        one_of(values["kind"], TellerKind, "kind of teller"), one_of(values["side"], Side, "side"),
        one_of(values["access"], Access, "access"), flag(values["named"], "named"),
        flag(values["inferred"], "inferred"), one_of(values["seen"], Seen, "state of a hop"), cue,
        one_of(values["certainty"], Certainty, "certainty"), values["affiliation"],
    )  # fmt: skip


def _cue(given: Given | None, text: str) -> Cue | None:
    if given is None:
        return None
    only(given, ("written", "start", "end"), "cue")
    start, end, written = stretch(given, text, "cue")
    return Cue(written, start, end)
