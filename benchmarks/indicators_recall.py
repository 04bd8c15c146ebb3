"""Runs mentions and codebook patterns over our marked sentences and prints, per code, recall and false alarms.

Usage: python benchmarks/indicators_recall.py [--half odd|even|both] [--code CODE] [--list]

Odd lines of each file are for tuning; even lines are only counted, never listed, so that what is measured on them
stays unseen. A coding answers a mark of the same code where they overlap by at least half the shorter span.
"""

from __future__ import annotations

import argparse
import importlib.util
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any

from sayso.books.codebook import load
from sayso.books.groups import load as load_groups
from sayso.codify.coder import Coder
from sayso.resolve.mentions import mentions
from sayso.text.sentences import sentences

ROOT = Path(__file__).parent.parent


@dataclass(slots=True)
class Tally:
    """What was wanted and found, by code, with a line for each difference."""

    wanted: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    extra: Counter[str] = field(default_factory=Counter)
    shades: Counter[str] = field(default_factory=Counter)
    lines: list[str] = field(default_factory=list)


def marking() -> ModuleType:
    """The module that reads marked training text; it lies outside the package."""
    spec = importlib.util.spec_from_file_location("training_marking", ROOT / "training" / "marking.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def lines_of(path: Path, half: str) -> Iterator[str]:
    """The marked lines of one half of a file."""
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if line[:2] in ("+ ", "- ") and half in ("both", "odd" if number % 2 else "even"):
            yield line[2:].strip()


def tallied(tally: Tally, text: str, marks: list[Any], codings: list[Any]) -> None:
    """Adds one sentence: each mark is answered by at most one coding."""
    left = list(codings)
    for mark in marks:
        tally.wanted[mark.code] += 1
        match = next((one for one in left if one.indicator == mark.code and _answers(one, mark)), None)
        if match is None:
            tally.lines.append(f"MISS {mark.code}: [{text[mark.start : mark.end]}] << {text}")
            continue
        left.remove(match)
        tally.found[mark.code] += 1
        tally.shades["certainty"] += match.certainty == mark.certainty
        stage = str(match.stage) if str(match.stage) not in ("done", "ongoing", "unstated") else ""
        tally.shades["stage"] += stage == (mark.stage if mark.stage not in ("done", "ongoing", "unstated") else "")
        tally.shades["negated"] += match.negated == mark.negated
        if match.certainty != mark.certainty:
            tally.lines.append(f"CERT {mark.certainty} not {match.certainty}: {match.span.of(text)} << {text}")
    for one in left:
        tally.extra[one.indicator] += 1
        tally.lines.append(f"EXTRA {one.indicator}: [{one.span.of(text)}] BY {one.rule} << {text}")


def _answers(one: Any, mark: Any) -> bool:
    common = min(one.span.end, mark.end) - max(one.span.start, mark.start)
    return common > 0 and 2 * common >= min(len(one.span), mark.end - mark.start)


def report(tally: Tally) -> Iterator[str]:
    """A line for each code and one for all."""
    for code in sorted(tally.wanted | tally.extra):
        wanted, found, extra = tally.wanted[code], tally.found[code], tally.extra[code]
        yield f"{code:22} recall {found / max(1, wanted):.2f} ({found} of {wanted})  false {extra}"
    wanted, found, extra = tally.wanted.total(), tally.found.total(), tally.extra.total()
    precision = found / max(1, found + extra)
    yield f"{'all':22} recall {found / max(1, wanted):.3f} ({found} of {wanted})  precision {precision:.3f}"
    yield "  ".join(f"{name} {count / max(1, found):.3f}" for name, count in sorted(tally.shades.items()))


def main() -> None:
    """Prints the figures of the halves asked for."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    arguments.add_argument("--half", choices=("odd", "even", "both"), default="both")
    arguments.add_argument("--code", default="")
    arguments.add_argument("--list", action="store_true")
    asked = arguments.parse_args()
    coder = Coder(load("cohesion"))
    groups = load_groups(ROOT / "src" / "sayso" / "data" / "groups.csv")
    reader = marking()
    for half in ("odd", "even") if asked.half == "both" else (asked.half,):
        tally = Tally()
        for path in sorted((ROOT / "training" / "indicators").glob(f"{asked.code or '*'}.txt")):
            for line in lines_of(path, half):
                text, marks = reader.plain(line)
                found = sentences(text)
                codings = list(coder.code(text, found, mentions(text, found, groups)))
                tallied(tally, text, [mark for mark in marks if mark.what == "code"], codings)
        print(f"== {half}", *report(tally), *(tally.lines if asked.list and half == "odd" else ()), sep="\n")


if __name__ == "__main__":
    main()
