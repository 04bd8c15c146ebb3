"""Where a teller stands towards the group that a claim is about."""

from __future__ import annotations

import re

from sayso.compose.passage import Known
from sayso.model.books import Group
from sayso.model.telling import PUBLISHERS, Side, Teller, TellerKind

_OWN = frozenset({TellerKind.FIGHTER, TellerKind.FORMER_MEMBER, TellerKind.PRISONER})
_CIVILIAN = frozenset({TellerKind.RESIDENT, TellerKind.ACTIVIST, TellerKind.COMMUNITY_LEADER, TellerKind.RELATIVE})
_POWER = frozenset({TellerKind.MILITARY, TellerKind.OFFICIAL, TellerKind.ARMED_GROUP})
#: Captured and leaked papers are the group's own; surveys and decrees of others are not.
_OTHERS_PAPERS = re.compile(r"\b(?:survey|study|census|resolution|indictment|verdict|report|budget|poll|white paper)\b")


def side_of(teller: Teller, group: str | None, known: Known) -> Side:
    """The side of a teller towards a group: its own, an adversary's, civilians', a third party's, or unknown."""
    book = known.groups.get(group) if group is not None else None
    if _speaks_for(teller, group, book):
        return Side.OWN
    if teller.kind in _OWN:
        return Side.OWN
    if teller.kind in _CIVILIAN:
        return Side.CIVILIAN
    if teller.kind is TellerKind.DOCUMENT:
        return Side.THIRD if _OTHERS_PAPERS.search(teller.written.lower()) else Side.OWN
    if teller.kind in _POWER:
        return _of_power(teller, book)
    if teller.kind in PUBLISHERS:
        return _of_outlet(teller, group, book, known)
    return Side.THIRD if teller.kind in (TellerKind.EXPERT, TellerKind.MONITOR) else Side.UNKNOWN


#: Posts of a state: whoever holds one speaks for no armed group, though its name stands beside his.
_CIVIL = re.compile(
    r"\b(?:mayor|commissioner|governor|prefect|minister|ministry|administrator|councillor|prosecutor|judge|magistrate|"
    r"ambassador|senator|police|parliament|municipality)s?\b",
    re.IGNORECASE,
)


def _speaks_for(teller: Teller, group: str | None, book: Group | None) -> bool:
    """Whether the teller's words name the group itself: "a spokesman for the Front", "the army said"."""
    if group is None or teller.kind not in _POWER | _OWN | {TellerKind.DOCUMENT, TellerKind.UNKNOWN, TellerKind.OUTLET}:
        return False
    if (book is None or book.kind != "state") and _CIVIL.search(re.split(r",|\bwho\b", teller.written)[0]):
        return False
    names = [group, *(book.aliases if book is not None else ()), *(book.leaders if book is not None else ())]
    said = " ".join(part for part in (teller.name, teller.written, teller.affiliation) if part)
    if re.search(r"\b(?:against|fighting|anti-|pro-government|rival|opposed to)", said, re.IGNORECASE):
        return False
    return any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", said) for name in names)


def _of_power(teller: Teller, book: Group | None) -> Side:
    """Officials, soldiers and other armed groups: adversaries of an insurgent group unless they back it."""
    said = " ".join(part for part in (teller.name, teller.written, teller.affiliation) if part).lower()
    if book is None:
        return Side.ADVERSARY if teller.kind is not TellerKind.ARMED_GROUP else Side.UNKNOWN
    if any(_is_named(name, said) for name in book.backers):
        return Side.OWN
    if any(_is_named(name, said) for name in book.adversaries) or book.kind != "state":
        return Side.ADVERSARY
    return Side.THIRD if teller.kind is TellerKind.OFFICIAL else Side.UNKNOWN


def _is_named(name: str, said: str) -> bool:
    """Whether a state, coalition or group is named, also by its adjective: "Iraq" in "Iraqi officials"."""
    low = name.lower().removeprefix("the ")
    stem = low if len(low) <= 4 else low[: max(4, len(low) - 2)]
    return re.search(rf"(?<!\w){re.escape(stem)}", said) is not None


def _of_outlet(teller: Teller, group: str | None, book: Group | None, known: Known) -> Side:
    outlet = known.outlet_named(teller.name) if teller.name is not None else None
    if outlet is None:
        return Side.UNKNOWN if teller.name is None else Side.THIRD
    camps = [camp.strip() for camp in (outlet.camp or "").split(",") if camp.strip()]
    if group is not None and group in camps:
        return Side.OWN
    if book is not None and any(camp in book.backers for camp in camps):
        return Side.OWN
    if book is not None and any(camp in book.adversaries for camp in camps):
        return Side.ADVERSARY
    return Side.THIRD
