"""Every gold and truth file is well formed: spans lie inside their texts and codes are the codebook's."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
SAMPLES = ROOT / "src" / "sayso" / "data" / "samples"
SEEDS = ROOT.parent / "shared" / "seeds"

CODES = frozenset(
    "desertion defection surrender malingering refusal mutiny transfer_request low_morale departure_home casualties "
    "leader_loss defeat command_disruption pay_cut revenue_loss shortage recruitment_change strength infighting "
    "deserter_punishment exit_control spy_hunt exhortation outside_support popular_support civilian_defiance "
    "civilian_abuse governance identity_fraud external_attack resilience".split()
)
CERTAINTIES = ("asked", "denied", "predicted", "possible", "alleged", "reported", "asserted")
STAGES = frozenset("wished asked attempted threatened ordered ongoing done unstated".split())
KINDS = frozenset(
    "fighter,former member,prisoner,relative,armed group,official,military,community leader,expert,resident,activist,"
    "document,monitor,agency,outlet,unknown".split(",")
)

FILES = {
    "seeds": (HERE / "seeds.jsonl", SEEDS),
    "other groups": (HERE / "other_groups" / "gold.jsonl", HERE / "other_groups" / "reports"),
    "second groups, worked on": (HERE / "second_groups/worked/gold.jsonl", HERE / "second_groups/worked/reports"),
    "second groups, held out": (HERE / "second_groups/held_out/gold.jsonl", HERE / "second_groups/held_out/reports"),
    "third groups, worked on": (HERE / "third_groups/worked/gold.jsonl", HERE / "third_groups/worked/reports"),
    "third groups, late": (HERE / "third_groups/held_out/gold.jsonl", HERE / "third_groups/held_out/reports"),
    "samples": (SAMPLES / "truth.jsonl", SAMPLES / "reports"),
}


def claims_of(file: Path) -> list[dict[str, Any]]:
    lines = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    return [line for line in lines if "indicator" in line and "path" in line]


def rows_of(file: Path) -> list[dict[str, str]]:
    if file.suffix == ".csv":
        with file.open(encoding="utf-8", newline="") as stream:
            return list(csv.DictReader(stream))
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def text_of(folder: Path, path: str) -> str:
    name, _, row = path.partition("#")
    if row:
        return rows_of(folder / name)[int(row) - 1]["text"]
    return (folder / name).read_bytes().decode("utf-8").removeprefix("\ufeff").replace("\r\n", "\n")


@pytest.mark.parametrize("name", sorted(FILES))
def test_codes_and_words_are_those_of_the_contract(name: str) -> None:
    lines = claims_of(FILES[name][0])
    assert lines
    for line in lines:
        assert line["indicator"] in CODES
        assert line["stage"] in STAGES
        assert {hop["kind"] for hop in line["chain"]} <= KINDS
        assert line["chain"][-1]["kind"] == "outlet"
        assert line["certainty"] in CERTAINTIES


@pytest.mark.parametrize("name", sorted(FILES))
def test_a_claim_is_no_surer_than_its_least_sure_hop(name: str) -> None:
    for line in claims_of(FILES[name][0]):
        least = min(CERTAINTIES.index(hop["certainty"]) for hop in line["chain"])
        assert CERTAINTIES.index(line["certainty"]) <= least


@pytest.mark.parametrize("name", sorted(FILES))
def test_spans_lie_inside_their_texts(name: str) -> None:
    file, folder = FILES[name]
    if not folder.is_dir():
        pytest.skip(f"the texts of {name} are not here")
    texts: dict[str, str] = {}
    for line in claims_of(file):
        text = texts.setdefault(line["path"], text_of(folder, line["path"]))
        for start, end in _spans(line):
            assert 0 <= start < end <= len(text)
            assert not text[start].isspace() and not text[end - 1].isspace()
        assert line.get("quote", text[line["start"] : line["end"]]) == text[line["start"] : line["end"]]
        assert "\n\n" not in text[line["start"] : line["end"]]


def _spans(line: dict[str, Any]) -> list[tuple[int, int]]:
    spans = [(line["start"], line["end"])]
    for hop in line["chain"]:
        spans.extend([] if hop["start"] is None else [(hop["start"], hop["end"])])
        spans.extend((a, b) for a, b in [*hop.get("also", []), *([hop["via"]] if hop.get("via") else [])])
    return spans + [(place["start"], place["end"]) for place in line["places"]]


@pytest.mark.parametrize("name", sorted(FILES))
def test_lines_are_sorted_and_changes_point_at_the_same_report_and_code(name: str) -> None:
    lines = claims_of(FILES[name][0])
    keys = [(line["path"], line["start"], line["end"], line["indicator"]) for line in lines]
    assert keys == sorted(keys)
    assert len(set(keys)) == len(keys)
    for line in lines:
        if line["change_of"] is not None:
            before = lines[line["change_of"]]
            assert (before["path"], before["indicator"]) == (line["path"], line["indicator"])


READINGS = {"seeds_a": SEEDS, "seeds_b": SEEDS, "other_groups": HERE / "other_groups" / "reports"}


@pytest.mark.parametrize("name", sorted(READINGS))
def test_second_readings_lie_inside_their_texts_and_hold_no_words(name: str) -> None:
    lines = claims_of(HERE / "second_readings" / f"{name}.jsonl")
    assert len(lines) > 100
    for line in lines:
        assert set(line) == {"path", "start", "end", "indicator", "negated", "optional"}
        assert line["indicator"] in CODES
    if not READINGS[name].is_dir():
        pytest.skip("the texts are not here")
    for line in lines:
        text = text_of(READINGS[name], line["path"])
        assert 0 <= line["start"] < line["end"] <= len(text)
        assert not text[line["start"]].isspace() and not text[line["end"] - 1].isspace()


def test_the_gold_of_the_seeds_holds_no_words_of_theirs() -> None:
    for line in claims_of(HERE / "seeds.jsonl"):
        assert "quote" not in line
        assert all("name" not in hop and "written" not in hop for hop in line["chain"])
