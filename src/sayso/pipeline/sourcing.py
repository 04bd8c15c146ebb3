"""Sources: the outlets and agencies that printed reports, or that chains name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.model.claim import Claim
from sayso.model.report import Report
from sayso.model.telling import PUBLISHERS, TellerKind


@dataclass(frozen=True, slots=True)
class Source:
    """An outlet or agency: how many reports it printed here, and how many claims went through it."""

    name: str
    kind: str
    reports: int
    claims: int


def sources_of(printed: Mapping[str, int], through: Mapping[str, tuple[str, int]]) -> tuple[Source, ...]:
    """The sources by name, from how many reports each printed and how many claims went through each."""
    kinds: dict[str, set[str]] = defaultdict(set)
    for name in printed:
        kinds[name].add(TellerKind.OUTLET)
    for name, (kind, _) in through.items():
        kinds[name].add(kind)
    return tuple(
        Source(name, min(kinds[name]), printed.get(name, 0), through.get(name, ("", 0))[1]) for name in sorted(kinds)
    )


def sources(reports: Sequence[Report], claims: Sequence[Claim]) -> tuple[Source, ...]:
    """The sources by name; a claim counts once for each that its chain passes through."""
    printed: dict[str, int] = defaultdict(int)
    through: dict[str, set[str]] = defaultdict(set)
    kinds: dict[str, set[str]] = defaultdict(set)
    for report in reports:
        if report.outlet:
            printed[report.outlet] += 1
            kinds[report.outlet].add(TellerKind.OUTLET)
    for claim in claims:
        for hop in claim.chain:
            if hop.name and hop.kind in PUBLISHERS:
                kinds[hop.name].add(hop.kind)
                if claim.counts:
                    through[hop.name].add(claim.id)
    return tuple(Source(name, min(kinds[name]), printed[name], len(through[name])) for name in sorted(kinds))
