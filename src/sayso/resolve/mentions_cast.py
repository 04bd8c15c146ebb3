"""The cast of a report: which armed group it is about, which stand beside it, and which are states' forces."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.model.books import Group
from sayso.model.mention import Role
from sayso.resolve.mentions_draft import Draft

#: Roles of those who belong to a group.
INSIDE = (Role.GROUP, Role.MEMBERS, Role.LEADER)
#: A group named at least this often, against the one named most, is a subject of the report beside it.
BESIDE = 0.5
#: A state's forces are named in passing in every report about those who fight them; they are the subject only if named
#: this much more often than the most named other group.
STATE_WEIGHT = 0.5


@dataclass(frozen=True, slots=True)
class Cast:
    """The groups of a report: the one it is about, those beside it, and which are states' forces."""

    focal: str | None
    beside: frozenset[str]
    states: frozenset[str]
    state_of: Mapping[str, str]  # country code → name of its forces
    home: tuple[str, ...]  # countries of the focal group
    army: str | None  # the state's forces named most
    coalition: str | None  # the coalition against the focal group, if the books know one


def cast_of(drafts: Iterable[Draft], groups: Sequence[Group]) -> Cast:
    """The cast of a report, by how often each group is named in it."""
    by_name = {group.name: group for group in groups}
    counts: Counter[str] = Counter()
    for draft in drafts:
        if draft.name is not None and draft.kind not in ("person", "country") and draft.role is not Role.DOCUMENT:
            counts[draft.name] += 1 if draft.sentence else 2  # what the first sentence names is what a report is about
    states = {name for name in counts if _is_state(name, by_name)}
    weighed = {name: count * (STATE_WEIGHT if name in states else 1.0) for name, count in counts.items()}
    focal = max(weighed, key=lambda name: weighed[name]) if weighed else None  # the first named, of equals
    army = max((name for name in counts if name in states), key=lambda name: counts[name], default=None)
    top = weighed[focal] if focal is not None else 0.0
    beside = frozenset(
        name
        for name in weighed
        if name == focal or weighed[name] >= BESIDE * top or not _against(name, focal or "", by_name, states)
    )
    codes = {group.countries[0]: group.name for group in reversed(groups) if group.kind == "state" and group.countries}
    known = by_name.get(focal or "")
    foes = known.adversaries if known else ()
    seen = sorted(name for name in counts if "coalition" in name.lower())
    coalition = next((name for name in (*seen, *foes) if "coalition" in name.lower()), None)
    home = known.countries if known else ()
    return Cast(focal, beside, frozenset(states), codes, home, army, coalition)


def _against(name: str, focal: str, by_name: Mapping[str, Group], states: set[str]) -> bool:
    if (name in states) != (focal in states):
        return True
    one, other = by_name.get(name), by_name.get(focal)
    return (one is not None and focal in one.adversaries) or (other is not None and name in other.adversaries)


def _is_state(name: str, by_name: Mapping[str, Group]) -> bool:
    """Whether a name is that of a state's forces: listed so, or made from a nationality."""
    return by_name[name].kind == "state" if name in by_name else name.endswith(" armed forces")
