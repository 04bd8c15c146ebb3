"""Claims gathered into matters: blocked, compared by slots, clustered, denials attached."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.link.blocks import Cluster, Placed, add_possible, clusters_of
from sayso.link.citing import Shelf
from sayso.link.denials import settle_contrary, settle_takings
from sayso.link.folding import actor_name, folded_name
from sayso.link.kinds import matter_kind, stage_class
from sayso.link.rulings import Rulings
from sayso.link.slots import slots_of
from sayso.model.binding import Gathering, Voice
from sayso.model.books import Codebook
from sayso.model.claim import Claim
from sayso.model.finding import MatterKind
from sayso.model.ids import matter_id
from sayso.model.report import Report
from sayso.model.telling import Certainty


@dataclass(frozen=True, slots=True, order=True)
class Block:
    """What claims of one matter always share."""

    kind: MatterKind
    indicator: str
    stage: str
    actor: str
    part: str


def is_contrary(claim: Claim) -> bool:
    """Whether the claim speaks against its matter: a denial, or a plain negative."""
    return claim.certainty is Certainty.DENIED or claim.negated


def block_of(claim: Claim, codebook: Codebook) -> Block:
    """The block of a claim; a part of a group ("foreign fighters") is another actor but in a single event."""
    kind = matter_kind(claim, codebook)
    actor = actor_name(claim.actor.name) if claim.actor else ""
    part = folded_name(claim.actor.part) if claim.actor and claim.actor.part and kind is not MatterKind.EVENT else ""
    return Block(kind, claim.indicator, stage_class(claim), actor, part)


def blocks(
    claims: Iterable[Claim], shelf: Shelf, voices: Mapping[str, Voice], codebook: Codebook
) -> dict[Block, list[Placed]]:
    """The claims that count, by block, each with its slots."""
    found: dict[Block, list[Placed]] = defaultdict(list)
    for claim in claims:
        block = block_of(claim, codebook)
        found[block].append(placed(claim, shelf.reports[claim.report], block.kind, voices[claim.id]))
    return dict(found)


def placed(claim: Claim, report: Report, kind: MatterKind, voice: Voice) -> Placed:
    """The claim as clustering sees it."""
    contrary = is_contrary(claim)
    takes = voice.takes.outlet if voice.takes and (contrary or voice.takes.repeats) and not voice.takes.whole else None
    value = (claim.quantity.low, claim.quantity.high) if claim.quantity else None
    return Placed(claim.id, slots_of(claim, report, kind), contrary, voice.through, value, takes)


def gathered(by_block: Mapping[Block, Sequence[Placed]], ruled: Rulings) -> list[Gathering]:
    """The matters of every block, block by block, not yet with the slots that they are shown by."""
    barred = frozenset(ruled.decided("not the same"))
    found = []
    for block in sorted(by_block):
        plain = [one for one in by_block[block] if one.takes is None]
        takers = [one for one in by_block[block] if one.takes is not None]
        clusters = settle_contrary(clusters_of(plain, block.kind, barred))
        clusters += clusters_of(settle_takings(clusters, takers, barred), block.kind, barred)
        add_possible(clusters, block.kind)
        found += [_gathering(block, cluster) for cluster in clusters]
    return found


def _gathering(block: Block, cluster: Cluster) -> Gathering:
    ids = tuple(sorted(placed.claim for placed in cluster.members))
    possible = tuple(sorted(set(cluster.possible) - set(ids)))
    return Gathering(matter_id(ids[0]), block.kind, block.indicator, block.stage, None, None, None, ids, possible)


def shown(gathering: Gathering, claims: Mapping[str, Claim]) -> Gathering:
    """The gathering with the most specific actor, place and time that its claims give."""
    members = [claims[claim] for claim in gathering.claims]
    actors = [claim.actor for claim in members if claim.actor]
    places = [place for claim in members for place in claim.places[:1]]
    places = [claim.place for claim in members if claim.place] or places
    times = [claim.time for claim in members if claim.time]
    return replace(
        gathering,
        actor=min(actors, key=lambda a: (a.part is not None, a.name, a.part or "", a.written), default=None),
        place=min(places, key=lambda p: (-len(p.within), p.id, p.name, p.written), default=None),
        time=min(times, key=lambda t: (t.basis == "tense", _length(t.earliest, t.latest), t.edtf), default=None),
    )


def _length(earliest: str | None, latest: str | None) -> tuple[bool, str, str]:
    return (earliest is None or latest is None, latest or "", earliest or "")


def joined(found: Sequence[Gathering], ruled: Rulings) -> list[Gathering]:
    """Gatherings with those that people decided to be the same put together, whatever their slots; kinds never mix."""
    home = {claim: gathering for gathering in found for claim in gathering.claims}
    merged = dict.fromkeys(gathering.id for gathering in found)
    by_id = {gathering.id: gathering for gathering in found}
    for one, other in ruled.decided("same"):
        mine, theirs = home.get("c" + one[1:]), home.get("c" + other[1:])
        if mine is None or theirs is None or mine.id == theirs.id or mine.kind is not theirs.kind:
            continue
        ids = tuple(sorted({*mine.claims, *theirs.claims}))
        possible = tuple(sorted({*mine.possible, *theirs.possible} - set(ids)))
        both = replace(mine, id=matter_id(ids[0]), claims=ids, possible=possible)
        for old in (mine.id, theirs.id):
            merged.pop(old, None)
            by_id.pop(old, None)
        merged[both.id] = None
        by_id[both.id] = both
        home.update(dict.fromkeys(ids, both))
    return sorted((by_id[key] for key in merged), key=lambda gathering: gathering.id)
