"""The inflected forms of the words of the shipped books, looked up beforehand."""

from __future__ import annotations

from pathlib import Path

import msgspec

SHIPPED = Path(__file__).parent.parent / "data" / "words" / "inflections.json"


def shipped() -> dict[str, dict[str, tuple[str, ...]]]:
    """What `text.inflecting.Inflecting` was asked for the shipped books, by question; `tools/make_inflections.py`
    writes it anew."""
    return msgspec.json.decode(SHIPPED.read_bytes(), type=dict[str, dict[str, tuple[str, ...]]])
