"""The pairs of texts and claims that the checker is measured on."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "pairs"


@dataclass(frozen=True, slots=True)
class Pair:
    """A text and a claim; `kind` is "faithful" or the kind of falsification."""

    text: str
    claim: str
    kind: str


def pairs(name: str) -> list[Pair]:
    """The pairs of one file, in order."""
    out: list[Pair] = []
    text = ""
    for line in (FOLDER / f"{name}.txt").read_text("utf-8").splitlines():
        if line.startswith("T: "):
            text = line[3:]
        elif line.startswith("+ "):
            out.append(Pair(text, line[2:], "faithful"))
        elif line.startswith("- "):
            kind, claim = line[2:].split(": ", 1)
            out.append(Pair(text, claim, kind))
    return out
