"""How many origins stand behind a matter: an interval, with the voices on each end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.model.binding import HEARSAY, Gathering
from sayso.model.claim import Claim
from sayso.weigh.sources import children_of, reached, roots_of, sources
from sayso.weigh.standing import Sides
from sayso.weigh.voices import Ground, Web, web_of


@dataclass(frozen=True, slots=True)
class Tally:
    """A count with its voices: `low` and `high` ends; `root` is the voice that each voice is counted under for
    certain, `group` under every tie; both are keys of voices. `heads` are the roots that the high end is of: all but
    hearsay that nothing else rests on."""

    low: int
    heads: tuple[str, ...]
    root: dict[str, str]
    group: dict[str, str]
    web: Web
    cycles: tuple[tuple[str, ...], ...]

    @property
    def high(self) -> int:
        """How many origins there can be."""
        return len(self.heads)


@dataclass(frozen=True, slots=True)
class Weighed:
    """A matter's claims by side with the counts for and against it."""

    gathering: Gathering
    sides: Sides
    support: Tally
    against: Tally
    reasons: Mapping[str, tuple[str, ...]]  # why a claim rests on others for certain, by claim


def tally(sure: Sequence[Claim], unsure: Sequence[Claim], ground: Ground, rank: Mapping[str, tuple[int, str]]) -> Tally:
    """The count of some claims; unsure ones may raise the high end alone. `rank` orders claims by first printing."""
    wide = web_of([*sure, *unsure], ground)
    told = _told(sure, wide)
    certain, possible = (roots_of(list(wide.voices), edges, told) for edges in (wide.certain, wide.possible))
    roots = {key: _first(part, wide, rank) for key, part in certain.items()}
    groups = {key: _first(part, wide, rank) for key, part in possible.items()}
    cycles = tuple(part for part in sources(list(wide.voices), wide.certain) if len(part) > 1)
    return Tally(len({groups[key] for key in told}), _heads(roots, certain, wide), roots, groups, wide, cycles)


def _heads(roots: Mapping[str, str], parts: Mapping[str, tuple[str, ...]], web: Web) -> tuple[str, ...]:
    """The roots that more than hearsay is counted under: "others confirm it", with nobody named, is no origin beside
    one, and all of it is one where there is nothing else."""
    named = {key for key in web.voices if not web.voices[key].key.startswith(HEARSAY)}
    children = children_of(list(web.voices), web.certain)
    counted = {roots[part[0]] for part in set(parts.values()) if not named.isdisjoint(reached(part, children))}
    return tuple(sorted(counted)) or tuple(sorted(set(roots.values())))[:1]


def _told(sure: Sequence[Claim], web: Web) -> list[str]:
    """The voices that state how they know and have a sure claim: those that the low count is of."""
    counted = {claim.id for claim in sure}
    return [key for key, ids in web.claims.items() if web.voices[key].stated and counted.intersection(ids)]


def _first(part: tuple[str, ...], web: Web, rank: Mapping[str, tuple[int, str]]) -> str:
    """The voice of a component that spoke first; of one that states how it knows, before one that does not."""
    return min(part, key=lambda key: (not web.voices[key].stated, min(rank[c] for c in web.claims[key]), key))
