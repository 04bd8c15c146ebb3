"""Corrections carried through: what an outlet takes back stands for nothing, nor what rests on it alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.model.claim import Claim
from sayso.weigh.standing import Sides
from sayso.weigh.voices import Ground

#: Claims in the order of their printing.
Rank = Mapping[str, tuple[int, str]]


@dataclass(frozen=True, slots=True)
class TakenBack:
    """The claims of a matter that an outlet takes back, and those that rest on them: `withdrawn` stand for nothing;
    `revised` stand, since the outlet tells the matter still, but not with their value."""

    withdrawn: frozenset[str]
    revised: frozenset[str]


_NOTHING = TakenBack(frozenset(), frozenset())


def taken_back(sides: Sides, ground: Ground, rank: Rank) -> TakenBack:
    """What later corrections, and retractions that others report, take back of a matter."""
    claims = (*sides.standing, *sides.near)
    withdrawn = {claim.id for claim in sides.repeated if _is_whole(claim, ground)}
    revised: set[str] = set()
    for back in (*sides.against, *sides.repeated):
        found = {
            claim.id for claim in claims if _is_meant(back, claim, ground) and rank[claim.id][0] <= rank[back.id][0]
        }
        (revised if _told_still(back, claims, ground) else withdrawn).update(found)
    if not withdrawn and not revised:
        return _NOTHING
    gone = _with_followers(withdrawn, (*claims, *sides.repeated), ground, rank)
    other = _with_followers(revised - gone, claims, ground, rank) if revised else frozenset()
    return TakenBack(gone, other - gone)


def _is_whole(claim: Claim, ground: Ground) -> bool:
    takes = ground.voices[claim.id].takes
    return takes is not None and takes.whole


def _is_meant(back: Claim, claim: Claim, ground: Ground) -> bool:
    """Whether one claim takes the other back: it came through that outlet, in another report, with no other value."""
    takes = ground.voices[back.id].takes
    if takes is None or takes.whole or claim.report == back.report:
        return False
    return takes.outlet in ground.voices[claim.id].through and not (takes.repeats and _differ(back, claim))


def _differ(one: Claim, other: Claim) -> bool:
    """Whether the two give values that cannot be one."""
    mine, theirs = one.quantity, other.quantity
    if mine is None or theirs is None or (mine.unit, mine.measure) != (theirs.unit, theirs.measure):
        return False
    apart = ((a.high, b.low) for a, b in ((mine, theirs), (theirs, mine)))
    return any(high is not None and low is not None and high < low for high, low in apart)


def _told_still(back: Claim, claims: Iterable[Claim], ground: Ground) -> bool:
    """Whether the report that takes a value back still tells the matter, with another value or none."""
    takes = ground.voices[back.id].takes
    return takes is not None and takes.repeats and any(
        claim.report == back.report and (back.quantity is not None and claim.quantity != back.quantity)
        for claim in claims
    )  # fmt: skip


def _with_followers(gone: set[str], claims: Sequence[Claim], ground: Ground, rank: Rank) -> frozenset[str]:
    """Those claims and all that rests on them alone: later ones that for certain rest on one of them, or on one that
    does, unless something that they rest on was printed before any that is taken back."""
    here = {claim.id for claim in claims}
    found = set(gone)
    first = min((rank[claim] for claim in gone), default=None)
    grew = first is not None
    while grew:
        grew = False
        for claim in sorted(here - found):
            if _follows(claim, found, ground, rank) and not _older(claim, here, ground, (rank, first)):
                found.add(claim)
                grew = True
    return frozenset(found)


def _follows(claim: str, gone: set[str], ground: Ground, rank: Rank) -> bool:
    parents = (d.parent for d in ground.by_child.get(claim, ()) if d.certain and d.parent in gone)
    return any(rank[parent][0] <= rank[claim][0] for parent in parents)


def _older(claim: str, here: set[str], ground: Ground, since: tuple[Rank, tuple[int, str] | None]) -> bool:
    """Whether the claim for certain hangs together, be it over what is taken back, with one printed before all that."""
    rank, first = since
    assert first is not None
    seen, todo = {claim}, [claim]
    while todo:
        for each in ground.by_child.get(todo.pop(), ()):
            if each.certain and each.parent in here and each.parent not in seen:
                if rank[each.parent][0] < first[0]:
                    return True
                seen.add(each.parent)
                todo.append(each.parent)
    return False


def without(sides: Sides, back: TakenBack) -> Sides:
    """The sides of a matter when what is taken back stands for nothing, and revised values are not given."""
    if not back.withdrawn and not back.revised:
        return sides
    gone = back.withdrawn
    kept, unsure, near = (tuple(c for c in part if c.id not in gone) for part in (sides.sure, sides.unsure, sides.near))
    withdrawn = tuple(claim for claim in sides.standing if claim.id in gone)
    return replace(sides, sure=kept, unsure=unsure, near=near, withdrawn=withdrawn, revised=back.revised)


def unvalued(sides: Sides) -> Sides:
    """The sides of a matter, of which claims whose value was revised give none."""
    if not sides.revised:
        return sides
    sure, unsure = (
        tuple(replace(claim, quantity=None) if claim.id in sides.revised else claim for claim in part)
        for part in (sides.sure, sides.unsure)
    )
    return replace(sides, sure=sure, unsure=unsure)
