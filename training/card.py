"""Puts the figures of a training into the model card, between its marks."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

CARD = Path(__file__).parent / "MODEL_CARD.md"
WEIGHTS = Path(__file__).parent.parent / "src" / "sayso" / "data" / "weights"
BEGIN, END = "<!-- figures: written by training -->", "<!-- end of figures -->"


def rows(about: dict[str, Any]) -> list[str]:
    """The lines of the table."""
    found = ["", "| held out, exact spans | precision | recall | F1 | marked |", "| --- | --- | --- | --- | --- |"]
    named = {**about["tellings"], "claims, patterns alone": about["claims of the patterns alone"]}
    alone = about["claims of the model alone"]
    level, best = max(alone.items(), key=lambda item: item[1]["f1"])
    named[f"claims, model alone at {level}, its best"] = best
    named["claims, both"] = about["claims of both"]
    named["claims, both, on whole reports (these and tests/gold; trust was fitted there)"] = about[
        "claims of both, on whole reports"
    ]
    for name, score in named.items():
        found.append(f"| {name} | {score['precision']} | {score['recall']} | {score['f1']} | {score['marked']} |")
    shades = ", ".join(f"{name} {value}" for name, value in about["shades of claims"].items())
    held = ", ".join(f"`{name}`" for name in about["held out"])
    return [
        *found,
        "",
        f"Claims count as found with the same code over half of the shorter span. Of claims found, right: {shades}.",
        f"Version {about['version']}; trained on {about['samples']['trained on']} blocks and sentences; held out:",
        f"{about['samples']['held out']}, of which whole files {held} and one sentence in twelve of each indicator.",
        f"Tags of tokens that int8 and float weights share: {about['agreement of int8 with float32']}.",
        "",
    ]


def write(about: dict[str, Any]) -> None:
    """The card with these figures."""
    before, _, rest = CARD.read_text("utf-8").partition(BEGIN)
    after = rest.partition(END)[2]
    CARD.write_text(before + BEGIN + "\n".join(rows(about)) + END + after, "utf-8")


if __name__ == "__main__":
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else WEIGHTS
    write(json.loads((folder / "reader.json").read_text("utf-8")))
