"""Writes docs/accuracy.md, or the floors of the gate in the tests, from what is measured.

Usage: python tools/measure_accuracy.py [--data FOLDER] [--seeds FOLDER] [--json FILE]
       python tools/measure_accuracy.py --raise-floors | --lower-floors

The data folder holds what others wrote and we may only measure on; it and the seeds are looked for beside the checkout,
and without them those tables are left out. Floors are set a little below what is measured: `--raise-floors` leaves
those that would sink where they are, `--lower-floors` alone lowers them.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable
from pathlib import Path

from accuracy_text import FAILS, HEAD
from held_out import held_out, probabilities

from sayso.cli.evaluate import SAMPLES, analyses_of, measured, read_claims, shipped
from sayso.evaluate import claims as claim_scores
from sayso.evaluate import floors
from sayso.evaluate.calibration import calibration_figures
from sayso.evaluate.figures import Figure, share
from sayso.evaluate.held import answered, held_figures
from sayso.evaluate.measuring import GoldSet, claim_figures
from sayso.evaluate.page import page

ROOT = Path(__file__).resolve().parents[1]
BESIDE = ROOT.parent / "shared"
GOLD = ROOT / "tests/gold"
FLOORS = ROOT / "tests/evaluate/floors.json"
OURS = (
    ("other groups", "other_groups"),
    ("second groups, worked on", "second_groups/worked"),
    ("second groups, held out", "second_groups/held_out"),
    ("third groups, worked on", "third_groups/worked"),
    ("third groups, late", "third_groups/held_out"),
)


#: Further readings of a set, each by a reader who had the codebook and the texts alone: its file.
READINGS = (
    ("five real reports", "reader A", "seeds_a"),
    ("five real reports", "reader B", "seeds_b"),
    ("other groups", "reader C", "other_groups"),
)


def gold_sets(seeds: Path) -> list[GoldSet]:
    """The gold sets beside the samples; the real reports first, where they are."""
    found = [GoldSet(name, GOLD / folder / "gold.jsonl", GOLD / folder / "reports") for name, folder in OURS]
    return [GoldSet("five real reports", GOLD / "seeds.jsonl", seeds), *found] if seeds.is_dir() else found


def held() -> list[Figure]:
    """The figures on the training text that is held out, and the calibration of all that is stated as probable."""
    wired = shipped()
    passages = held_out()
    found = held_figures("held-out text", answered(passages, analyses_of(wired)))
    for name, stated in probabilities(passages, wired).items():
        found += calibration_figures(f"calibration of {name}", stated)
    return found


def readings(sets: Iterable[GoldSet]) -> list[Figure]:
    """How far second readers and the gold agree on claims, and Sayso with what the second readers are sure of."""
    by_name = {each.name: each for each in sets}
    found: list[Figure] = []
    for name, reader, file in READINGS:
        if name not in by_name:
            continue
        theirs = claim_scores.rows_of(GOLD / "second_readings" / f"{file}.jsonl")
        of_gold = claim_scores.rows_of(by_name[name].gold)
        for who, marked, given in (
            (reader, of_gold, theirs),
            (f"Sayso, by {reader}", theirs, list(read_claims(by_name[name].reports))),
        ):
            result = claim_scores.compare(marked, given)
            right = len(result.pairs)
            answered = sum(claim_scores.required(line) for line, _ in result.pairs)
            found += share("second readings", "recall", answered, answered + len(result.missed), f"{name}, {who}")
            found += share("second readings", "precision", right, right + len(result.false), f"{name}, {who}")
    return found


def renew_floors(seeds: Path, *, lower: bool) -> None:
    """Measures the gate's sets alone and writes their floors; sets that are not here keep theirs."""
    sets = [*gold_sets(seeds), GoldSet("samples", SAMPLES / "truth.jsonl", SAMPLES / "reports")]
    figures = [figure for gold in sets for figure in claim_figures(gold, read_claims)]
    FLOORS.write_text(floors.written(floors.renewed(floors.read(FLOORS), figures, lower=lower)), "utf-8")


def main() -> None:
    """Measures and writes the page, or the floors."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=BESIDE / "data")
    parser.add_argument("--seeds", type=Path, default=BESIDE / "seeds")
    parser.add_argument("--json", type=Path, help="also write every figure as a JSON line to this file")
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--raise-floors", action="store_true")
    which.add_argument("--lower-floors", action="store_true")
    given = parser.parse_args()
    if given.raise_floors or given.lower_floors:
        renew_floors(given.seeds, lower=given.lower_floors)
        return
    data = given.data if given.data.is_dir() else None
    sets = gold_sets(given.seeds)
    figures = measured(data, sets) + readings(sets) + held()
    if given.json is not None:
        lines = (json.dumps(figure.row(), sort_keys=True) for figure in figures)
        given.json.write_text("\n".join(lines) + "\n", "utf-8")
    (ROOT / "docs/accuracy.md").write_text(f"{HEAD}\n{page(figures)}\n{FAILS}", "utf-8")


if __name__ == "__main__":
    main()
