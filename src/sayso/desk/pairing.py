"""Matters and origins, joined and parted: what is said of whole ones becomes "same" and "not the same" of claims."""

from __future__ import annotations

import json
from collections.abc import Sequence

from sayso.desk.asking import refused
from sayso.desk.deciding import standing_claim
from sayso.model.errors import BadInput
from sayso.store import View
from sayso.store.deciding import Said


def joined(view: View, one: str, other: str, why: str) -> list[Said]:
    """Two matters, or claims, are one."""
    pair = [_least(view, each, "m") for each in (one, other)]
    homes = [view.matter("m" + each[1:]) for each in pair]
    if homes[0] is not None and homes[0] == homes[1]:
        raise refused("they are one matter already", f"{one} and {other}")
    kinds = {home.kind for home in homes if home}
    if len(kinds) > 1:
        raise refused("an event, a state, a pattern and a forecast are never one matter", f"{one} and {other}")
    return [Said(min(pair), "same", json.dumps([max(pair)]), why)]


def parted(view: View, claims: Sequence[str], why: str) -> list[Said]:
    """The claims are not about the matter that the rest of their matter is about."""
    ids, homes = _out_of(view, claims, "m")
    rest = sorted(set(homes) - set(ids))
    return [Said(each, "not the same", json.dumps(rest), why) for each in ids]


def same_origin(view: View, one: str, other: str, why: str) -> list[Said]:
    """Two origins, or claims, rest on one say-so."""
    pair = [_least(view, each, "o") for each in (one, other)]
    if pair[0] == pair[1]:
        raise refused("they are one origin already", f"{one} and {other}")
    return [Said(min(pair), "same origin", json.dumps([max(pair)]), why)]


def other_origin(view: View, claims: Sequence[str], why: str) -> list[Said]:
    """The claims do not rest on the say-so that the rest of their origin rests on."""
    ids, homes = _out_of(view, claims, "o")
    rest = sorted(set(homes) - set(ids))
    return [Said(each, "not the same origin", json.dumps(rest), why) for each in ids]


def _least(view: View, id: str, letter: str) -> str:
    """The least claim of a matter or origin, or the claim itself."""
    if id[:1] != letter:
        return standing_claim(view, id).id
    found = view.matter(id) if letter == "m" else view.origin(id)
    if found is None:
        raise BadInput("no matter or origin has or had that id", id, exit_code=4)
    return min(found.claims)


def _out_of(view: View, claims: Sequence[str], letter: str) -> tuple[list[str], tuple[str, ...]]:
    """The claims, and all that share their one matter or origin with them."""
    ids = sorted({standing_claim(view, each).id for each in claims})
    if not ids:
        raise refused("no claim was named")
    look = view.matter if letter == "m" else view.origin
    homes = {home.id: home.claims for each in ids if (home := look(letter + each[1:]))}
    what = "matter" if letter == "m" else "origin"
    if len(homes) != 1:
        raise refused(f"the claims are not of one {what}", ", ".join(ids))
    held = next(iter(homes.values()))
    if not set(held) - set(ids):
        raise refused(f"these are all claims of their {what}; name some of them", ", ".join(ids))
    return ids, held
