"""From whom each claim of a matter has it: a maximum arborescence of the ties, where a claim may be its own origin."""

from __future__ import annotations

from collections.abc import Sequence

import networkx as nx

from sayso.model.binding import Dependence
from sayso.model.claim import Claim
from sayso.weigh.voices import Ground, ground_of
from sayso.weigh.weighing import Scales

#: What it is worth to a claim to be its own origin: a tie must be likelier than not to beat it.
OWN = 0.5

#: Edmonds' algorithm takes the square of a component; above this many claims each takes its best earlier parent, which
#: is the same wherever dates tell copies from originals.
_MOST = 150

_OWN = "own origin"


def parents_of(gathering: str, claims: Sequence[Claim], scales: Scales) -> dict[str, Dependence]:
    """The tie by which each claim that is not its own origin depends on another, of these claims of a matter."""
    here = {claim.id for claim in claims}
    ground = ground_of(scales.bound, gathering)
    tied = {claim: _best(claim, here, ground) for claim in sorted(here)}
    if len(here) > _MOST:
        return _earlier(tied, scales)
    graph = nx.DiGraph()
    for claim, found in tied.items():
        graph.add_edge(_OWN, claim, weight=OWN)
        for parent, dependence in found.items():
            graph.add_edge(parent, claim, weight=_worth(dependence, scales))
    if not graph:
        return {}
    tree = nx.maximum_spanning_arborescence(graph)
    return {child: tied[child][parent] for parent, child in sorted(tree.edges) if parent != _OWN}


def _best(claim: str, here: set[str], ground: Ground) -> dict[str, Dependence]:
    """The strongest dependence of a claim on each other claim."""
    found: dict[str, Dependence] = {}
    for dependence in ground.by_child.get(claim, ()):
        known = found.get(dependence.parent)
        if dependence.parent in here and (known is None or dependence.probability > known.probability):
            found[dependence.parent] = dependence
    return found


def _worth(dependence: Dependence, scales: Scales) -> float:
    """The probability of the tie, less a hair where the parent was printed later: dates break what words leave open."""
    later = scales.rank[dependence.parent] > scales.rank[dependence.child]
    return dependence.probability - (_LATER if later else 0.0)


#: Less than any two fitted probabilities differ by on purpose, more than their rounding.
_LATER = 1e-4


def _earlier(tied: dict[str, dict[str, Dependence]], scales: Scales) -> dict[str, Dependence]:
    found = {}
    for claim, candidates in tied.items():
        before = [d for p, d in candidates.items() if scales.rank[p] < scales.rank[claim] and d.probability > OWN]
        if before:
            found[claim] = max(before, key=lambda d: (d.probability, d.parent))
    return found
