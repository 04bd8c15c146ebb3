"""What people decided, read from the log: which claims and ties are out, what is the same and what is not."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.model.decision import Decision
from sayso.model.verdict import verdict_of, word_of

_PAIR_VERBS = ("same", "not the same", "same origin", "not the same origin")


@dataclass(frozen=True, slots=True)
class Rulings:
    """Standing decisions; pairs are sorted ids as decided, the later decision on a pair holding."""

    rejected: frozenset[str]
    accepted: frozenset[str]
    pairs: dict[tuple[str, str], tuple[str, ...]]

    def says(self, one: str, other: str, verb: str) -> bool:
        """Whether a standing decision says this of the pair."""
        return verb in self.pairs.get((min(one, other), max(one, other)), ())

    def decided(self, verb: str) -> tuple[tuple[str, str], ...]:
        """The pairs of which a standing decision says this, sorted."""
        return tuple(sorted(pair for pair, verbs in self.pairs.items() if verb in verbs))


def rulings(decisions: Sequence[Decision]) -> Rulings:
    """What stands of the decisions once undone ones are left out; order is that of their numbers."""
    log = sorted(decisions, key=lambda decision: decision.number)
    undone = {token for decision in log if decision.says == "undo" for token in _undone_by(decision)}
    standing = [d for d in log if d.says != "undo" and not {str(d.number), d.hash} & undone]
    about: dict[str, list[Decision]] = defaultdict(list)
    for decision in standing:
        about[decision.about].append(decision)
    verdicts = {id: word_of(verdict_of(said)) for id, said in about.items()}
    return Rulings(
        rejected=frozenset(about for about, says in verdicts.items() if says == "reject"),
        accepted=frozenset(about for about, says in verdicts.items() if says == "accept"),
        pairs=_pairs(standing),
    )


def _undone_by(decision: Decision) -> tuple[str, ...]:
    return (decision.about, *ids_in(decision.value))


def _pairs(standing: Iterable[Decision]) -> dict[tuple[str, str], tuple[str, ...]]:
    latest: dict[tuple[tuple[str, str], str], str] = {}
    for decision in standing:
        if decision.says not in _PAIR_VERBS:
            continue
        about = "origin" if decision.says.endswith("origin") else "matter"
        for other in ids_in(decision.value):
            pair = (min(decision.about, other), max(decision.about, other))
            latest[pair, about] = decision.says
    pairs: dict[tuple[str, str], tuple[str, ...]] = {}
    for (pair, _), verb in sorted(latest.items()):
        pairs[pair] = (*pairs.get(pair, ()), verb)
    return pairs


def ids_in(value: str) -> tuple[str, ...]:
    """The ids in a decision's JSON value: a string, a list, or an object with ids among its values."""
    try:
        found = json.loads(value)
    except ValueError:
        found = value
    return tuple(dict.fromkeys(_strings(found)))


def _strings(found: object) -> list[str]:
    if isinstance(found, str):
        return [found] if found else []
    if isinstance(found, bool) or found is None:
        return []
    if isinstance(found, int):
        return [str(found)]
    if isinstance(found, dict):
        return [text for key in sorted(found) for text in _strings(found[key])]
    return [text for item in found for text in _strings(item)] if isinstance(found, list) else []
