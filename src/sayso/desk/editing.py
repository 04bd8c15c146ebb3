"""An edited claim: what a person makes of the machine's; exact in the text, in the codebook, with an id of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

import msgspec

from sayso.desk import slots
from sayso.desk.asking import Given, choice, flag, one_of, only, refused, stretch
from sayso.model.books import Codebook
from sayso.model.claim import Claim, Maker, Review
from sayso.model.coding import Stage
from sayso.model.ids import sha256_of
from sayso.model.span import Span
from sayso.model.telling import Certainty, weakest
from sayso.text.sentences import sentences

TRENDS = ("rising", "falling", "steady")
SCOPES = ("individual", "unit", "local", "group-wide", "unstated")

#: So many digits of the hash tell the edits of one claim apart.
_DIGITS = 16


@dataclass(frozen=True, slots=True)
class Desk:
    """What an edit is checked against: the report's text, the codebook and the places."""

    text: str
    codebook: Codebook
    entry: slots.Entry


Change = Callable[[Claim, Any, Desk], dict[str, object]]


def _indicator(claim: Claim, value: Any, desk: Desk) -> dict[str, object]:
    codes = [indicator.code for indicator in desk.codebook.indicators]
    if value not in codes:
        raise refused(f"is no code of the codebook {desk.codebook.name}; `sayso codebook` lists them", repr(value))
    return {"indicator": value}


def _trend(claim: Claim, value: Any, desk: Desk) -> dict[str, object]:
    return {"trend": None if value is None else choice(value, TRENDS, "trend")}


def _places(claim: Claim, value: Any, desk: Desk) -> dict[str, object]:
    if not isinstance(value, list):
        raise refused("places are a list")
    return {"places": tuple(slots.place(each, desk.text, desk.entry) for each in value)}


def _chain(claim: Claim, value: Any, desk: Desk) -> dict[str, object]:
    hops = slots.chain(value, desk.text, claim.chain)
    return {"chain": hops, "certainty": weakest(tuple(hop.certainty for hop in hops))}


#: How each change is made; a certainty that is given comes after the one that a chain brings with it.
CHANGES: Mapping[str, Change] = {
    "indicator": _indicator,
    "chain": _chain,
    "certainty": lambda claim, value, desk: {"certainty": one_of(value, Certainty, "certainty")},
    "negated": lambda claim, value, desk: {"negated": flag(value, "negated")},
    "stage": lambda claim, value, desk: {"stage": one_of(value, Stage, "stage")},
    "trend": _trend,
    "scope": lambda claim, value, desk: {"scope": choice(value, SCOPES, "scope")},
    "actor": lambda claim, value, desk: {"actor": slots.actor(value, desk.text, claim.actor)},
    "other": lambda claim, value, desk: {"other": slots.other(value, desk.text, claim.other)},
    "quantity": lambda claim, value, desk: {"quantity": slots.quantity(value, desk.text, claim.quantity)},
    "places": _places,
    "time": lambda claim, value, desk: {"time": slots.time(value, desk.text)},
}


def edited(claim: Claim, changes: Given, who: str, desk: Desk) -> Claim:
    """The claim with the changes, the person as its maker; `BadInput` with a sentence for what cannot be."""
    only(changes, (*CHANGES, "start", "end"), "claim")
    values = _span(claim, changes, desk)
    for key, change in CHANGES.items():
        if key in changes:
            values |= change(claim, changes[key], desk)
    made = replace(claim, **values)  # type: ignore[arg-type]
    if made == claim:
        raise refused("the edit changes nothing")
    made = replace(made, maker=Maker(who, "edit"), review=Review.ACCEPTED, origin="", supersedes=claim.id, edit="")
    made = replace(made, edit=_hash(made))
    return replace(made, id=made.own_id)


def _hash(claim: Claim) -> str:
    """What the claim says, as a hash; the same edit of the same claim gives the same one."""
    says = replace(claim, id="", maker=Maker("", ""))
    return sha256_of(msgspec.json.encode(says, order="sorted"))[:_DIGITS]


def _span(claim: Claim, changes: Given, desk: Desk) -> dict[str, object]:
    if "start" not in changes and "end" not in changes:
        return {}
    start, end, quote = stretch({"start": claim.start, "end": claim.end, **changes}, desk.text, "claim")
    return {"start": start, "end": end, "quote": quote, "sentence": _sentence(claim, Span(start, end), desk.text)}


def _sentence(claim: Claim, span: Span, text: str) -> tuple[int, int]:
    if Span(*claim.sentence).holds(span):
        return claim.sentence
    for each in sentences(text):
        if each.span.holds(span):
            return each.start, each.end
    raise refused("a claim stands inside one sentence; mark a part of it", repr(span.of(text)))
