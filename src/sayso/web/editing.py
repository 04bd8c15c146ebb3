"""A form of a claim made into the changes of an edit: what was not touched is left as it is, names included."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sayso.model.errors import BadInput

Row = dict[str, Any]
Form = Mapping[str, str | list[str]]
Places = Callable[[str], list[Row]]

#: A place as the form offers it: its name with its id.
_CHOSEN = re.compile(r".{1,200} \(([a-z]{1,8}:[A-Za-z0-9.-]{1,40})\)")

_HOP = ("name", "kind", "side", "access", "certainty", "keep")


def changes_of(form: Form, shown: Row, known: Row, places: Places) -> Row:
    """The changes that the form makes to the claim; `shown` is the claim as the form showed it, `known` with names."""
    groups: dict[str, Any] = {
        "indicator": _one(form, "indicator", shown["indicator"]),
        "start": _whole(form, "start", shown["start"]),
        "end": _whole(form, "end", shown["end"]),
        "certainty": _one(form, "certainty", shown["certainty"]),
        "negated": _one(form, "negated", "yes" if shown["negated"] else "") == "yes",
        "stage": _one(form, "stage", shown["stage"]),
        "trend": _one(form, "trend", shown["trend"] or "") or None,
        "scope": _one(form, "scope", shown["scope"]),
    }
    found = {key: value for key, value in groups.items() if value != shown[key]}
    if ("start" in found) != ("end" in found):
        found |= {"start": groups["start"], "end": groups["end"]}
    for slot, made in (
        ("actor", _party(form, "actor", shown, known)),
        ("other", _party(form, "other", shown, known)),
        ("quantity", _quantity(form, shown)),
        ("time", _time(form, shown)),
        ("places", _places(form, shown, places)),
        ("chain", _chain(form, shown, known)),
    ):
        if made is not _UNTOUCHED:
            found[slot] = made
    return found


_UNTOUCHED = object()


def _one(form: Form, name: str, else_: str) -> str:
    value = form.get(name, else_)
    return (value if isinstance(value, str) else value[-1]).strip()


def _many(form: Form, name: str) -> list[str]:
    value = form.get(name, [])
    return [value] if isinstance(value, str) else value


def _whole(form: Form, name: str, else_: int | None) -> int | None:
    written = _one(form, name, "" if else_ is None else str(else_))
    if not written:
        return None
    if not written.isascii() or not written.isdigit() or len(written) > 9:
        raise BadInput("a place in the text is a whole number", repr(written), exit_code=2)
    return int(written)


def _number(form: Form, name: str, else_: float | None) -> float | None:
    written = _one(form, name, "" if else_ is None else str(else_)).replace(",", "")
    if not written:
        return None
    try:
        value = float(written)
    except ValueError:
        raise BadInput("is no number", repr(written), exit_code=2) from None
    if not abs(value) < 1e15:
        raise BadInput("is no number that a report counts with", repr(written), exit_code=2)
    return int(value) if value == int(value) else value


def _span(form: Form, name: str, old: Row | None) -> Row:
    held = old or {}
    return {end: _whole(form, f"{name}_{end}", held.get(end)) for end in ("start", "end")}


def _party(form: Form, slot: str, shown: Row, known: Row) -> Any:
    old = shown[slot]
    name = _one(form, f"{slot}_name", old["name"] if old else "")
    part = _one(form, f"{slot}_part", (old or {}).get("part") or "") or None
    span = _span(form, slot, old)
    before = {"name": old["name"], "start": old["start"], "end": old["end"]} if old else None
    after = {"name": name, **span} if name else None
    if after == before and (slot == "other" or part == (old or {}).get("part")):
        return _UNTOUCHED
    if after is None:
        return None
    if old and name == old["name"]:  # what was masked on the page keeps its name
        after["name"] = known[slot]["name"]
    return after if slot == "other" else after | {"part": part}


def _quantity(form: Form, shown: Row) -> Any:
    old = shown["quantity"]
    held = old or {}
    numbers = {end: _number(form, f"quantity_{end}", held.get(end)) for end in ("low", "best", "high")}
    told = {
        "unit": _one(form, "quantity_unit", held.get("unit") or ""),
        "measure": _one(form, "quantity_measure", held.get("measure") or "count"),
    }
    whole = {**numbers, **told, **_span(form, "quantity", old)}
    if old is None and all(value is None for value in numbers.values()):
        return _UNTOUCHED
    if old is not None and all(whole[key] == old[key] for key in whole):
        return _UNTOUCHED
    if all(value is None for value in numbers.values()):
        return None
    return {"of": held.get("of"), "per": held.get("per"), "about": held.get("about", False), **whole}


def _time(form: Form, shown: Row) -> Any:
    old = shown["time"]
    made = {"edtf": _one(form, "time_edtf", old["edtf"] if old else ""), **_span(form, "time", old)}
    if not made["edtf"]:
        return None if old else _UNTOUCHED
    return _UNTOUCHED if old and all(made[key] == old[key] for key in made) else made


def _places(form: Form, shown: Row, places: Places) -> Any:
    names, roles = _many(form, "place_name"), _many(form, "place_role")
    if not names:
        return _UNTOUCHED
    found, old = [], shown["places"]
    for at, (name, role) in enumerate(zip(names, roles, strict=False)):
        held = old[at] if at < len(old) else None
        if not name.strip():
            continue
        id = held["id"] if held and name == held["name"] else _place(name.strip(), places)
        found.append({"role": role, "id": id, **_span(form, f"place{at + 1}", held)})
    before = [{key: each[key] for key in ("role", "id", "start", "end")} for each in old]
    return _UNTOUCHED if found == before else found


def _place(name: str, places: Places) -> str:
    """The id of the one place of that name, or the id behind it: "Menaka (gn:2453514)"; `BadInput` names several."""
    if chosen := _CHOSEN.fullmatch(name):
        name = chosen[1]
    known = places(name)
    exact = [each for each in known if each["id"] == name] or known[:1]
    if not exact:
        raise BadInput("is no place that is known; try another spelling or an id", name, exit_code=2)
    if len(known) > 1 and exact[0]["id"] != name:
        told = "; ".join(f"{each['id']} ({each['precision']}, {', '.join(each['within'])})" for each in known[:5])
        raise BadInput(f"may mean several places; write the id of one: {told}", name, exit_code=2)
    return str(exact[0]["id"])


def _chain(form: Form, shown: Row, known: Row) -> Any:
    columns = {key: _many(form, f"hop_{key}") for key in _HOP}
    if not columns["keep"]:
        return _UNTOUCHED
    old = shown["chain"][:-1]
    held = [*zip(old, known["chain"], strict=False), *([None] * len(columns["keep"]))]
    hops = [_hop(form, columns, at, held[at]) for at, keep in enumerate(columns["keep"]) if keep == "yes"]
    before = [_bare(hop) for hop in old]
    after = [_bare({**hop, "name": shown_name(hop, old, at)}) for at, hop in enumerate(hops)]
    return _UNTOUCHED if after == before else [*(_bare(hop) for hop in hops), _bare(known["chain"][-1])]


def shown_name(hop: Row, old: Sequence[Row], at: int) -> str | None:
    """The hop's name as the page showed it, so that a masked name that was kept is no change."""
    name: str | None = old[at]["name"] if at < len(old) and hop.get("kept") else hop["name"]
    return name


def _hop(form: Form, columns: Mapping[str, list[str]], at: int, held: tuple[Row, Row] | None) -> Row:
    def told(key: str) -> str:
        return columns[key][at].strip() if at < len(columns[key]) else ""

    before = held[0] if held else None
    kept = before is not None and told("name") == (before["name"] or "")
    name = held[1]["name"] if held and kept else (told("name") or None)
    cue = _span(form, f"cue{at + 1}", before["cue"] if before else None)
    return {
        "name": name,
        "kept": kept,
        "kind": told("kind"),
        "side": told("side"),
        "access": told("access"),
        "certainty": told("certainty"),
        "named": before["named"] if before and kept else bool(name),
        "cue": cue if cue["start"] is not None else None,
        **_span(form, f"hop{at + 1}", before),
    }


def _bare(hop: Row) -> Row:
    """The parts of a hop that an edit gives."""
    cue = hop["cue"]
    keys = ("name", "start", "end", "kind", "side", "access", "named", "certainty")
    return {key: hop[key] for key in keys} | {"cue": {"start": cue["start"], "end": cue["end"]} if cue else None}
