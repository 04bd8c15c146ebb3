"""The wordings of the shipped codebook, found out beforehand: to find them out takes 0.15 s."""

from __future__ import annotations

from pathlib import Path

import msgspec

from sayso.model.books import Wordings

SHIPPED = Path(__file__).parent.parent / "data" / "words" / "wordings.json"


def shipped() -> Wordings:
    """What `codify.wordings.wordings_of` gives for the shipped codebook; `tools/make_ready.py` writes it anew."""
    return msgspec.json.decode(SHIPPED.read_bytes(), type=Wordings)
