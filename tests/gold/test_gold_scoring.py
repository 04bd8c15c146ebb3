"""The scorer gives full marks to a perfect answer, none to an empty one, and tells the errors between apart."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
GOLD = HERE / "other_groups" / "gold.jsonl"
TEXTS = HERE / "other_groups" / "reports"


@pytest.fixture(scope="module")
def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_gold", ROOT / "benchmarks" / "score_gold.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["score_gold"] = module
    spec.loader.exec_module(module)
    return module


def answer_of(line: dict[str, Any]) -> dict[str, Any]:
    """The claim a program would give that agrees with the gold in everything."""
    chain = [{**hop, "name": hop.get("name"), "written": ""} for hop in line["chain"]]
    return {**line, "chain": chain, "places": line["places"]}


def test_a_perfect_answer_is_all_right(scorer: ModuleType) -> None:
    gold = scorer.rows_of(GOLD)
    result = scorer.compare(gold, [answer_of(line) for line in gold])
    assert all(right == of for right, of in scorer.figures(result, {}).values())
    assert result.missed == () and result.false == ()


def test_an_empty_answer_finds_nothing(scorer: ModuleType) -> None:
    gold = scorer.rows_of(GOLD)
    figures = scorer.figures(scorer.compare(gold, []), {})
    assert figures["recall"] == (0, sum(scorer.required(line) for line in gold))
    assert figures["precision"] == (0, 0)


def test_leaving_out_optional_lines_costs_nothing(scorer: ModuleType) -> None:
    gold = scorer.rows_of(GOLD)
    result = scorer.compare(gold, [answer_of(line) for line in gold if scorer.required(line)])
    assert result.missed == () and result.false == ()


def line_of(start: int, end: int, **more: Any) -> dict[str, Any]:
    chain = [
        {"kind": "official", "start": 0, "end": 5, "certainty": "asserted", "inferred": False, "name": "Ann Lee"},
        {"kind": "outlet", "start": None, "end": None, "certainty": "asserted", "inferred": False},
    ]
    base: dict[str, Any] = {"path": "a.txt", "start": start, "end": end, "indicator": "desertion", "chain": chain}
    base |= {"certainty": "asserted", "negated": False, "stage": "done", "quantity": None, "places": [], "time": None}
    return base | more


def test_matching_is_one_to_one_and_as_large_as_it_can_be(scorer: ModuleType) -> None:
    wide, narrow = line_of(10, 30), line_of(10, 18)
    result = scorer.compare([wide, narrow], [line_of(10, 18), line_of(20, 30)])
    assert len(result.pairs) == 2
    assert len(scorer.compare([wide, narrow], [line_of(10, 30)]).pairs) == 1


def test_half_of_the_shorter_span_is_needed(scorer: ModuleType) -> None:
    assert scorer.compare([line_of(10, 20)], [line_of(15, 40)]).pairs
    assert not scorer.compare([line_of(10, 20)], [line_of(16, 40)]).pairs


def test_a_hop_too_many_spoils_the_chain_but_not_the_speaker(scorer: ModuleType) -> None:
    gold = line_of(10, 20)
    extra = {"kind": "agency", "start": 50, "end": 55, "name": "X", "certainty": "asserted", "inferred": False}
    claim = line_of(10, 20, chain=[gold["chain"][0], extra, gold["chain"][1]])
    assert scorer.speaker_right(gold, claim)
    assert not scorer.chain_right(gold, claim)


def test_a_speaker_is_known_by_name_where_the_words_are_a_pronoun(scorer: ModuleType) -> None:
    gold = line_of(10, 20)
    he = {"kind": "official", "start": 90, "end": 92, "name": "Ann Lee", "written": "she"}
    assert scorer.speaker_right(gold, line_of(10, 20, chain=[he, gold["chain"][1]]))
    other = {**he, "name": "Bo Rask"}
    assert not scorer.speaker_right(gold, line_of(10, 20, chain=[other, gold["chain"][1]]))


def test_an_open_bound_is_not_a_number(scorer: ModuleType) -> None:
    over = {"low": 100, "best": None, "high": None, "unit": "men", "per": None, "of": None, "about": False}
    gold = line_of(10, 20, quantity=over)
    assert scorer.quantity_right(gold, line_of(10, 20, quantity=dict(over)))
    assert not scorer.quantity_right(gold, line_of(10, 20, quantity={**over, "high": 100}))


def test_the_command_prints_figures_and_lists_what_was_missed(
    scorer: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    claims = tmp_path / "claims.jsonl"
    gold = scorer.rows_of(GOLD)
    claims.write_text("\n".join(json.dumps(answer_of(line)) for line in gold[1:]), encoding="utf-8")
    assert scorer.main([str(GOLD), str(claims), "--texts", str(TEXTS)]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("recall")
    assert "missed" in printed and "false alarms" in printed


def test_lines_of_a_truth_file_that_are_no_claims_are_passed_over(
    scorer: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    truth = ROOT / "src" / "sayso" / "data" / "samples" / "truth.jsonl"
    claims = tmp_path / "claims.jsonl"
    claims.write_text("", encoding="utf-8")
    assert scorer.main([str(truth), str(claims), "--quiet"]) == 0
    assert "recall" in capsys.readouterr().out
