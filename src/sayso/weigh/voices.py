"""The voices of one matter, and which of them rest on which: for certain, and under every possible tie."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.model.binding import Bound, Dependence, Voice
from sayso.model.claim import Claim
from sayso.weigh.likenesses import may_be_one

#: Pairs of voices that people set apart, the lesser key first.
Pairs = frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Web:
    """Voices by key, their claims in this matter, and the voices that each may rest on."""

    voices: dict[str, Voice]
    claims: dict[str, tuple[str, ...]]
    certain: dict[str, frozenset[str]]
    possible: dict[str, frozenset[str]]  # holds the certain ones too


@dataclass(frozen=True, slots=True)
class Ground:
    """What every matter is counted on: voices, and dependences by their child."""

    voices: Mapping[str, Voice]
    by_child: Mapping[str, tuple[Dependence, ...]]
    together: tuple[tuple[str, str], ...]
    apart: frozenset[tuple[str, str]]


def ground_of(bound: Bound, gathering: str) -> Ground:
    """The voices and the dependences within one matter, without those that people decided against."""
    apart = frozenset(bound.apart)
    by_child: dict[str, list[Dependence]] = defaultdict(list)
    for dependence in bound.dependences.get(gathering, ()):
        pair = (min(dependence.child, dependence.parent), max(dependence.child, dependence.parent))
        if pair not in apart:
            by_child[dependence.child].append(dependence)
    return Ground(bound.voices, {c: tuple(found) for c, found in by_child.items()}, bound.together, apart)


def web_of(claims: Sequence[Claim], ground: Ground) -> Web:
    """The voices of some claims of one matter and what they rest on.

    What voices share is read off the whole voices; the parts of one that people split then rest on what it rested on,
    and others on all its parts, but for pairs set apart: so a split takes ties away and never makes one.
    """
    here = {claim.id: claim for claim in claims}
    base = {claim.id: ground.voices[claim.id].key for claim in claims}
    keys = _keys(base, ground)
    members, parts = _by_key(base), _by_key(keys)
    voices = {key: _one_voice([ground.voices[claim] for claim in ids]) for key, ids in sorted(members.items())}
    split = {key: sorted({keys[claim] for claim in ids}) for key, ids in members.items()}
    apart = _apart_keys(keys, ground)
    certain = _text_parents(base, keys, ground, here, True)
    possible = _text_parents(base, keys, ground, here, False)
    _add(certain, _spread(_collectives(members, here, voices), split, apart))
    _add(certain, _spread(_own_summaries(members, here, voices), split, apart))
    told = {key: voices[base[ids[0]]] for key, ids in sorted(parts.items())}
    ruled = _ruled_together(here, keys, ground)
    for edges in (certain, possible):
        _add(edges, ruled)
        _lift_unstated(edges, told)
    _add(possible, certain)
    _add(possible, _spread(may_be_one(members, here, voices), split, apart))
    _lift_unstated(possible, told)
    frozen = {key: tuple(ids) for key, ids in parts.items()}
    return Web(told, frozen, _frozen(certain), _frozen(possible))


def _by_key(keys: Mapping[str, str]) -> dict[str, list[str]]:
    """The claims of each key, in order; keys come in the order of their first claim."""
    found: dict[str, list[str]] = defaultdict(list)
    for claim in sorted(keys):
        found[keys[claim]].append(claim)
    return found


def _spread(
    edges: Mapping[str, Iterable[str]], split: Mapping[str, Sequence[str]], apart: Pairs
) -> dict[str, set[str]]:
    """What voices rest on as their parts have it."""
    found: dict[str, set[str]] = defaultdict(set)
    for child, parents in edges.items():
        for part in split[child]:
            theirs = (other for parent in parents for other in split[parent])
            found[part].update(p for p in theirs if p != part and (min(part, p), max(part, p)) not in apart)
    return found


def _one_voice(heard: Sequence[Voice]) -> Voice:
    """A voice as all its claims have it: what any of them says that it shares with others, it shares."""
    first = heard[0]
    if all(voice.hubs == first.hubs and voice.stated == first.stated for voice in heard):
        return first
    hubs = tuple(sorted({hub for voice in heard for hub in voice.hubs}, key=lambda hub: hub.key))
    return replace(first, hubs=hubs, stated=any(voice.stated for voice in heard))


def _frozen(edges: Mapping[str, set[str]]) -> dict[str, frozenset[str]]:
    return {key: frozenset(parents) for key, parents in edges.items() if parents}


def _add(edges: dict[str, set[str]], more: Mapping[str, Iterable[str]]) -> None:
    for child, parents in more.items():
        edges.setdefault(child, set()).update(parents)


def _keys(base: Mapping[str, str], ground: Ground) -> dict[str, str]:
    """The voice key of each claim; a claim decided apart from others of its voice gets one of its own."""
    keys = dict(base)
    for one, other in sorted(ground.apart):
        if one in keys and other in keys and keys[one] == keys[other]:
            keys[other] = f"{keys[other]}|{other}"
    return keys


def _apart_keys(keys: Mapping[str, str], ground: Ground) -> Pairs:
    pairs = ((keys[a], keys[b]) for a, b in ground.apart if a in keys and b in keys)
    return frozenset((min(pair), max(pair)) for pair in pairs)


def _ruled_together(here: Mapping[str, Claim], keys: Mapping[str, str], ground: Ground) -> dict[str, set[str]]:
    edges: dict[str, set[str]] = defaultdict(set)
    for one, other in ground.together:
        mine, theirs = ("c" + one[1:], "c" + other[1:])
        if mine in here and theirs in here:
            edges[keys[mine]].add(keys[theirs])
            edges[keys[theirs]].add(keys[mine])
    return edges


def _text_parents(
    base: Mapping[str, str],
    keys: Mapping[str, str],
    ground: Ground,
    here: Mapping[str, Claim],
    certain: bool,
) -> dict[str, set[str]]:
    """A voice rests on others where it does in each report that has it, there or through another report's claim.

    `base` gives voices as heard, `keys` as decided: what people set apart rests on nothing that the whole did not.
    """
    edges: dict[str, set[str]] = defaultdict(set)
    for key, ids in _by_key(base).items():
        inside = {here[claim].report: {here[claim].report} for claim in ids}
        outside: dict[str, set[str]] = {claim: set() for claim in ids}
        for claim in ids:
            tied = [d.parent for d in ground.by_child.get(claim, ()) if d.parent in base and (d.certain or not certain)]
            outside[claim].update(keys[parent] for parent in tied if base[parent] != key)
            for parent in tied:
                if base[parent] == key and inside[here[parent].report] is not inside[here[claim].report]:
                    _unite(inside, here[claim].report, here[parent].report)
        resting = {report for claim in ids if outside[claim] for report in inside[here[claim].report]}
        for claim in ids if resting >= inside.keys() else ():
            edges[keys[claim]] |= outside[claim] or set().union(*outside.values())
    return edges


def _unite(inside: dict[str, set[str]], one: str, other: str) -> None:
    group = inside[one] | inside[other]
    for report in group:
        inside[report] = group


def _collectives(
    members: Mapping[str, Sequence[str]], here: Mapping[str, Claim], voices: Mapping[str, Voice]
) -> dict[str, set[str]]:
    """ "Officials" in a report that names one of that kind on the matter are that speaker."""
    named: dict[tuple[str, str], list[str]] = defaultdict(list)
    for key, ids in members.items():
        for claim in ids:
            if voices[key].name and voices[key].stated:
                named[here[claim].report, here[claim].chain[0].kind.value].append(key)
    edges: dict[str, set[str]] = {}
    for key, ids in members.items():
        written = here[ids[0]].chain[0].written
        if voices[key].name is None and voices[key].stated and is_collective(written):
            found = [set(named.get((here[claim].report, voices[key].kind), ())) for claim in ids]
            edges[key] = set().union(*found) if all(found) else set()
    return edges


def _own_summaries(
    members: Mapping[str, Sequence[str]], here: Mapping[str, Claim], voices: Mapping[str, Voice]
) -> dict[str, set[str]]:
    """A headline, a lead or a line of the outlet's own in a report that gives its teller adds nothing to him."""
    stated: dict[str, set[str]] = defaultdict(set)
    for key, ids in members.items():
        for claim in ids if voices[key].stated else ():
            stated[here[claim].report].add(key)
    edges: dict[str, set[str]] = {}
    for key, ids in members.items():
        if not voices[key].stated and all(len(here[claim].chain) == 1 for claim in ids):
            found = [stated.get(here[claim].report, set()) for claim in ids]
            edges[key] = set().union(*found) if all(found) else set()
    return edges


#: Words that set a collective teller apart from one named in the same report.
_SET_APART = frozenset("other others another separate separately different second rival".split())


def is_collective(written: str) -> bool:
    """Whether the words name several tellers who are not set apart from others."""
    words = written.casefold().split()
    return bool(words) and words[-1].endswith("s") and not words[-1].endswith("ss") and not _SET_APART & set(words)


def _lift_unstated(edges: dict[str, set[str]], voices: Mapping[str, Voice]) -> None:
    """A report that drops the teller is no source for one that keeps him: such pairs rest on each other."""
    for child in sorted(edges):
        for parent in sorted(edges[child]):
            if voices[child].stated and not voices[parent].stated:
                edges.setdefault(parent, set()).add(child)
