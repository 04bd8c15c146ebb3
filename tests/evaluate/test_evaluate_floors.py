"""The gate: on sets that anybody can measure in a minute no figure falls below its floor.

A floor that no longer holds is a question, not a nuisance: read what was lost. `python tools/measure_accuracy.py
--raise-floors` raises floors to what is measured now; `--lower-floors` alone lowers them.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.cli.evaluate import SAMPLES, read_claims
from sayso.evaluate import floors
from sayso.evaluate.claims import Row, rows_of
from sayso.evaluate.figures import Figure
from sayso.evaluate.measuring import GoldSet, claim_figures

ROOT = Path(__file__).resolve().parents[2]
GOLD = ROOT / "tests" / "gold"
SEEDS = ROOT.parent / "shared" / "seeds"
FLOORS = floors.read(Path(__file__).with_name("floors.json"))
SETS = {
    "five real reports": GoldSet("five real reports", GOLD / "seeds.jsonl", SEEDS),
    **{
        name: GoldSet(name, GOLD / folder / "gold.jsonl", GOLD / folder / "reports")
        for name, folder in (
            ("other groups", "other_groups"),
            ("second groups, worked on", "second_groups/worked"),
            ("second groups, held out", "second_groups/held_out"),
            ("third groups, worked on", "third_groups/worked"),
            ("third groups, late", "third_groups/held_out"),
        )
    },
    "samples": GoldSet("samples", SAMPLES / "truth.jsonl", SAMPLES / "reports"),
}
MEASURES = {"recall", "precision", "speaker", "chain", "quantity", "place", "time", "certainty", "negated", "stage"}


@pytest.mark.parametrize("name", SETS)
def test_no_figure_falls_below_its_floor(name: str) -> None:
    if not SETS[name].reports.is_dir():
        pytest.skip("the seeds are not beside the checkout")
    assert floors.below(name, claim_figures(SETS[name], read_claims), FLOORS) == []


def test_every_measure_of_every_set_has_a_floor() -> None:
    assert set(FLOORS) == set(SETS)
    assert all(set(here) == MEASURES for here in FLOORS.values())
    assert all(0 < floor <= 1 for here in FLOORS.values() for floor in here.values())


@pytest.mark.parametrize("name", SETS)
def test_on_every_gold_set_a_perfect_answer_scores_one_and_an_empty_one_finds_nothing(name: str) -> None:
    gold: list[Row] = [line for line in rows_of(SETS[name].gold) if "chain" in line]
    perfect = claim_figures(SETS[name], lambda reports: gold)
    assert {figure.measure for figure in perfect} == MEASURES
    assert {figure.value for figure in perfect} == {1.0}
    assert [(figure.measure, figure.value) for figure in claim_figures(SETS[name], lambda reports: [])] == [
        ("recall", 0.0)
    ]


def test_a_figure_below_its_floor_or_gone_is_told() -> None:
    pinned = {"a": {"recall": 0.5, "chain": 0.4}}
    assert floors.below("a", [Figure("a", "recall", 0.5), Figure("a", "chain", 0.4)], pinned) == []
    assert floors.below("a", [Figure("a", "recall", 0.49), Figure("b", "chain", 0.9)], pinned) == [
        "a: chain is 0.000, below its floor 0.400",
        "a: recall is 0.490, below its floor 0.500",
    ]


def test_only_the_explicit_flag_lowers_a_floor() -> None:
    pinned = {"a": {"recall": 0.5, "chain": 0.4}, "elsewhere": {"recall": 0.7}}
    measured = [Figure("a", "recall", 0.9), Figure("a", "chain", 0.3)]
    assert floors.renewed(pinned, measured) == {"a": {"recall": 0.88, "chain": 0.4}, "elsewhere": {"recall": 0.7}}
    assert floors.renewed(pinned, measured, lower=True)["a"] == {"recall": 0.88, "chain": 0.28}
    assert pinned["a"]["recall"] == 0.5
