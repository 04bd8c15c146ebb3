"""The shipped codebook as it was read beforehand: reading and checking its YAML takes 0.1 s, this 3 ms."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import msgspec

from sayso.model.books import Codebook
from sayso.model.ids import sha256_of

SHIPPED = Path(__file__).parent.parent / "data" / "codebooks" / "cohesion.json"


@dataclass(frozen=True, slots=True)
class Ready:
    """What was read from a file of that SHA-256."""

    sha256: str
    codebook: Codebook


def of(data: bytes) -> Codebook | None:
    """The codebook that a file of exactly these bytes says, where it is the shipped one; a case has a copy of it."""
    ready = msgspec.json.decode(SHIPPED.read_bytes(), type=Ready)
    return ready.codebook if ready.sha256 == sha256_of(data) else None


def made(data: bytes, codebook: Codebook) -> str:
    """The file from which `of` answers; `tools/make_ready.py` writes it anew."""
    return msgspec.json.format(msgspec.json.encode(Ready(sha256_of(data), codebook)), indent=1).decode() + "\n"
