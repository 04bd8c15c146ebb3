"""Claims and matters as the index keeps them, and back: where they are placed, and whose say-so they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from sayso.link.blocks import Placed
from sayso.link.kin import lacks
from sayso.link.matters import Block, block_of, placed
from sayso.link.related import shelf_of, topic_of
from sayso.link.slots import Slots
from sayso.link.voices import Names
from sayso.model.binding import Dependence, Gathering, Voice
from sayso.model.books import Codebook
from sayso.model.claim import Claim
from sayso.model.finding import Matter, MatterKind
from sayso.model.ids import id_of
from sayso.model.report import Report
from sayso.store.knots import Knot
from sayso.store.standing import Stands
from sayso.weigh.across import spot_of

_encode = msgspec.json.Encoder().encode
#: The bounds of a value.
Bounds = tuple[float | None, float | None]

_placed = msgspec.json.Decoder(
    list[tuple[bool, int, int, str, tuple[str, ...], bool, bool, tuple[str, ...], Bounds | None, str | None]]
)
_block = msgspec.json.Decoder(tuple[str, str, str, str, str])
_teller = msgspec.json.Decoder(tuple[str | None, str, str])


def placing_of(claim: Claim, report: Report, voice: Voice, codebook: Codebook) -> tuple[str, str]:
    """Block and slots of a claim, which its kin have completed, as text."""
    block = block_of(claim, codebook)
    return block_text(block), placed_text(placed(claim, report, block.kind, voice))


def block_text(block: Block) -> str:
    """A block as it is kept."""
    return _encode((block.kind.value, block.indicator, block.stage, block.actor, block.part)).decode()


def placed_text(one: Placed) -> str:
    """A claim as it is kept for clustering, without its id."""
    slots = (one.slots.timed, one.slots.low, one.slots.high, one.slots.place, one.slots.within, one.slots.narrow)
    return _encode((*slots, one.contrary, one.through, one.value, one.takes)).decode()


def block_again(text: str) -> Block:
    """The block that is kept as that text."""
    kind, *rest = _block.decode(text)
    return Block(MatterKind(kind), *rest)


def placed_again(kept: Sequence[tuple[str, str]]) -> list[Placed]:
    """Claims, each with the slots that are kept as that text."""
    rows = _placed.decode("[" + ",".join(slots for _, slots in kept) + "]")
    return [
        Placed(claim, Slots(timed, low, high, place, within, narrow), contrary, through, value, takes)
        for (claim, _), (timed, low, high, place, within, narrow, contrary, through, value, takes)
        in zip(kept, rows, strict=True)
    ]  # fmt: skip


def stands(claim: Claim, number: int, placing: tuple[str, str], voice: Voice, sentence: str) -> Stands:
    """The row of a claim that counts, of the report of that number; `sentence` is the key of its sentence."""
    teller = _encode((voice.name, voice.kind, voice.why)).decode()
    return Stands(claim.id, number, *placing, lacks(claim), sentence, voice.key, teller)


def teller_again(text: str) -> tuple[str | None, str, str]:
    """Name, kind and reason of a voice, as they are kept."""
    return _teller.decode(text)


def outlets_named(claim: Claim, names: Names) -> set[str]:
    """The keys of those that a claim names before the outlet that prints it; some may be outlets."""
    return {names.key(hop.name) for hop in claim.chain[:-1] if hop.name}


def knot_of(gathering: Gathering, claims: Mapping[str, Claim]) -> Knot:
    """What is kept of a matter that has the slots it is shown by."""
    told = (claims[claim] for claim in gathering.claims)
    trends = {claim.id: claim.trend for claim in told if claim.trend}
    spot = spot_of(gathering)
    return Knot(
        gathering.id, members_of(gathering), topic_text(topic_of(gathering)), "|".join(shelf_of(gathering)),
        topic_text(spot) if spot else "", _encode(trends).decode() if trends else "",
    )  # fmt: skip


def members_of(gathering: Gathering | Matter) -> str:
    """What is another text where a matter has other claims."""
    return id_of("g", *gathering.claims, "|", *gathering.possible)


def topic_text(parts: Sequence[str]) -> str:
    """Some words as one text that can be looked up."""
    return _encode(parts).decode()


def led_to(dependences: Iterable[Dependence]) -> dict[str, str]:
    """The ties within a matter, each with the least claim that it leads to."""
    found: dict[str, str] = {}
    for each in sorted(dependences, key=lambda d: (d.tie, d.parent)):
        found.setdefault(each.tie, each.parent)
    return found
