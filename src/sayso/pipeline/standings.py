"""Claims as the index keeps them, and back: where they are placed, and whose say-so they are."""

from __future__ import annotations

import msgspec

from sayso.link.blocks import Placed
from sayso.link.kin import lacks, sentence_key
from sayso.link.linking import Books
from sayso.link.matters import Block, block_of, is_contrary
from sayso.link.slots import Slots, slots_of
from sayso.link.voices import PUBLISHERS, Names
from sayso.link.wording import Wordings
from sayso.model.binding import Voice
from sayso.model.claim import Claim
from sayso.model.finding import MatterKind
from sayso.model.report import Report
from sayso.store.standing import Stands

_encode = msgspec.json.Encoder().encode
_placed = msgspec.json.Decoder(tuple[bool, int, int, str, tuple[str, ...], bool, bool])
_block = msgspec.json.Decoder(tuple[str, str, str, str, str])
_teller = msgspec.json.Decoder(tuple[str | None, str, str])


def placing_of(claim: Claim, report: Report, books: Books) -> tuple[str, str]:
    """Block and slots of a claim, which its kin have completed, as text."""
    block = block_of(claim, books.codebook)
    slots = slots_of(claim, report, block.kind)
    row = (slots.timed, slots.low, slots.high, slots.place, slots.within, slots.narrow, is_contrary(claim))
    return _encode((block.kind.value, block.indicator, block.stage, block.actor, block.part)).decode(), _encode(
        row
    ).decode()


def block_again(text: str) -> Block:
    """The block that is kept as that text."""
    kind, *rest = _block.decode(text)
    return Block(MatterKind(kind), *rest)


def placed_again(claim: str, slots: str) -> Placed:
    """The claim with the slots that are kept as that text."""
    timed, low, high, place, within, narrow, contrary = _placed.decode(slots)
    return Placed(claim, Slots(timed, low, high, place, within, narrow), contrary)


def stands(claim: Claim, number: int, placing: tuple[str, str], voice: Voice, wordings: Wordings) -> Stands:
    """The row of a claim that counts, of the report of that number."""
    teller = _encode((voice.name, voice.kind, voice.why)).decode()
    sentence = sentence_key(claim, wordings)
    return Stands(claim.id, number, *placing, lacks(claim), sentence, voice.key, teller)


def teller_again(text: str) -> tuple[str | None, str, str]:
    """Name, kind and reason of a voice, as they are kept."""
    return _teller.decode(text)


def outlets_named(claim: Claim, names: Names) -> set[str]:
    """The keys of the outlets that a claim names before the one that prints it."""
    return {names.key(hop.name) for hop in claim.chain[:-1] if hop.name and hop.kind in PUBLISHERS}
