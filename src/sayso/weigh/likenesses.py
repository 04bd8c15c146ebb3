"""Which voices of a matter may be one although nothing in their words ties them: by institution, kind, find, owner."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from sayso.model.binding import Voice
from sayso.model.claim import Claim
from sayso.model.telling import TellerKind, heard_as

Edges = dict[str, set[str]]

#: The hub of unnamed tellers of no known kind.
_ANY = f"kind|{TellerKind.UNKNOWN.value}"


def may_be_one(members: Mapping[str, Sequence[str]], here: Mapping[str, Claim], voices: Mapping[str, Voice]) -> Edges:
    """The voices that each voice may rest on by what they share."""
    groups = _groups(members, here, voices)
    edges: Edges = defaultdict(set)
    for group in groups.values():
        for one, other in zip(group, (*group[1:], group[0]), strict=True):
            edges[one].add(other)
            edges[other].add(one)
    at = {key: {here[claim].report for claim in ids} for key, ids in members.items()}
    of_kind = {key: _kind_hubs(voice, [here[claim] for claim in members[key]]) for key, voice in voices.items()}
    for (hub, rank), group in groups.items():
        if rank == 0 and hub.startswith("kind|"):
            edges[group[0]] |= _named(hub, group, at, of_kind)
    return {key: parents - {key} for key, parents in edges.items()}


def _groups(
    members: Mapping[str, Sequence[str]], here: Mapping[str, Claim], voices: Mapping[str, Voice]
) -> dict[tuple[str, int], list[str]]:
    """Voices that may be one through a hub. Where a report tells voices apart, its first goes with the first of the
    others, its second with their second; so does a voice that several reports have, in each of them."""
    groups: dict[tuple[str, int], list[str]] = defaultdict(list)
    taken: dict[tuple[str, str], int] = defaultdict(int)
    spots = {key: sorted((here[claim].report, here[claim].start) for claim in ids) for key, ids in members.items()}
    for key in sorted(voices, key=lambda k: (spots[k][0], k)):
        at = {report for report, _ in spots[key]}
        for hub in voices[key].hubs:
            rank = max(taken[hub.key, report] for report in at) if hub.apart else 0
            if hub.apart:
                taken.update(dict.fromkeys(((hub.key, report) for report in at), rank + 1))
            groups[hub.key, rank].append(key)
    return dict(sorted(groups.items()))


def _named(
    hub: str, group: Sequence[str], at: Mapping[str, set[str]], of_kind: Mapping[str, frozenset[str]]
) -> set[str]:
    """Those whom the first unnamed tellers of a kind may be: one of that kind who is named, in reports that have none
    of them, or of no known kind anybody who states how he knows. It goes one way, and so makes nobody else one."""
    told = set().union(*(at[key] for key in group))
    return {key for key, kinds in of_kind.items() if hub in kinds and at[key].isdisjoint(told)}


def _kind_hubs(voice: Voice, claims: Sequence[Claim]) -> frozenset[str]:
    """The hubs of unnamed tellers who may be a voice without a name, or one that states how it knows; what kind of
    teller somebody named is, reports may put differently, and officials and soldiers are told apart by few of them."""
    if not voice.name:
        return frozenset({_ANY})
    if not voice.stated:
        return frozenset()
    kinds = {claim.chain[0].kind for claim in claims}
    return frozenset({_ANY, *(f"kind|{heard_as(kind).value}" for kind in kinds)})
