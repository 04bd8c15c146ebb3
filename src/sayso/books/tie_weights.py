"""The fitted weights of the evidence for ties, as shipped."""

from __future__ import annotations

import json
from importlib.resources import files

from sayso.model.binding import TieWeights
from sayso.model.errors import BadBook

_FILE = "data/link/tie-weights.json"
_COMMON = "data/link/common-words.txt"


def load() -> TieWeights:
    """The shipped weights, bias first."""
    found = json.loads(files("sayso").joinpath(_FILE).read_text(encoding="utf-8"))
    values = tuple(float(value) for value in found["values"])
    if len(values) != len(found["names"]):
        raise BadBook((f"{_FILE}: {len(values)} values for {len(found['names'])} names",))
    return TieWeights(values, float(found["certain"]), float(found["possible"]), str(found["version"]), common())


def common() -> frozenset[str]:
    """Words, without endings, that are too common to say where a telling comes from."""
    lines = files("sayso").joinpath(_COMMON).read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))
