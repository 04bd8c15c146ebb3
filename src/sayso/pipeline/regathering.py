"""Blocks gathered anew: which matters have other claims than before, and which are gone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from sayso.link.matters import gathered, joined
from sayso.model.binding import Gathering
from sayso.model.finding import Matter
from sayso.pipeline.holding import Held
from sayso.pipeline.standings import block_again, members_of, placed_again


@dataclass(slots=True)
class Regathered:
    """Matters with other claims than before, without the slots they are shown by; and the ids of those gone."""

    changed: dict[str, Gathering] = field(default_factory=dict)
    gone: set[str] = field(default_factory=set)


def regather(held: Held, blocks: Iterable[str], lost: Iterable[str]) -> Regathered:
    """What gathering these blocks changed; `lost` are matters that had claims which count no longer."""
    found = Regathered(gone=set(lost))
    kept: set[str] = set()
    for group in _groups(held, sorted(blocks)):
        before, gatherings = _gathered(held, group)
        found.gone |= {matter for matter in before.values() if matter}
        members = {id: knot.members for id, knot in held.index.knots.of(g.id for g in gatherings).items()}
        changed = [each for each in gatherings if members.get(each.id) != members_of(each)]
        kept |= {each.id for each in gatherings}
        found.changed.update((each.id, each) for each in changed)
        homes = {claim: each.id for each in gatherings for claim in each.claims if before[claim] != each.id}
        held.index.standing.put_homes(homes)
        held.index.knots.put_possible({each.id: each.possible for each in changed})
    found.gone -= kept
    return found


def _gathered(held: Held, group: Iterable[str]) -> tuple[dict[str, str | None], list[Gathering]]:
    """The matters that the claims of some blocks had, and those that they have."""
    rows = {block: held.index.standing.in_block(block) for block in group}
    before = {claim: matter for found in rows.values() for claim, _, matter in found}
    by_block = {block_again(block): placed_again([(claim, slots) for claim, slots, _ in found])
                for block, found in rows.items() if found}  # fmt: skip
    return before, joined(gathered(by_block, held.ruled), held.ruled)


def _groups(held: Held, blocks: Iterable[str]) -> Iterator[list[str]]:
    """The blocks one by one, but with all those that people joined matters of."""
    beside = _beside(held)
    done: set[str] = set()
    for block in blocks:
        if block in done:
            continue
        group, todo = {block}, [block]
        while todo:
            for other in beside.get(todo.pop(), set()) - group:
                group.add(other)
                todo.append(other)
        done |= group
        yield sorted(group)


def _beside(held: Held) -> dict[str, set[str]]:
    pairs = [("c" + one[1:], "c" + other[1:]) for one, other in held.ruled.decided("same")]
    at = {
        id: each.block
        for id, each in held.index.standing.of_claims(sorted({c for pair in pairs for c in pair})).items()
    }
    found: dict[str, set[str]] = {}
    for one, other in pairs:
        if one in at and other in at:
            found.setdefault(at[one], set()).add(at[other])
            found.setdefault(at[other], set()).add(at[one])
    return found


def gathering_of(matter: Matter) -> Gathering:
    """A matter as it was before it was weighed."""
    return Gathering(matter.id, matter.kind, matter.indicator, matter.stage, matter.actor, matter.place, matter.time,
                     matter.claims, matter.possible, matter.related)  # fmt: skip
