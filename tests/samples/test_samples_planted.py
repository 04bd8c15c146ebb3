"""The shipped samples hold what their truth says was planted."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

SAMPLES = Path(__file__).resolve().parents[2] / "src" / "sayso" / "data" / "samples"
REPORTS = SAMPLES / "reports"
TRUTH = [json.loads(line) for line in (SAMPLES / "truth.jsonl").read_text(encoding="utf-8").splitlines()]
CLAIMS = [line for line in TRUTH if "chain" in line]
MATTERS: dict[str, dict[str, Any]] = {line["matter"]: line for line in TRUTH if "matter" in line}


def file_of(path: str) -> Path:
    return REPORTS / path.partition("#")[0]


def raw(path: str) -> str:
    return file_of(path).read_bytes().decode("utf-8")


def test_there_are_enough_files_and_all_of_the_manifest_exist() -> None:
    files = [file for file in REPORTS.iterdir() if file.name != "manifest.csv"]
    assert len(files) >= 26
    with (REPORTS / "manifest.csv").open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            assert (REPORTS / row["path"]).is_file()
    assert {file.suffix for file in files} == {".txt", ".md", ".html", ".csv", ".jsonl"}


def test_the_readme_says_that_all_of_it_is_invented() -> None:
    assert "are invented" in (SAMPLES / "README.md").read_text(encoding="utf-8")


def test_the_claims_use_nearly_every_indicator_and_every_certainty() -> None:
    assert len({claim["indicator"] for claim in CLAIMS}) >= 24
    certainties = {claim["certainty"] for claim in CLAIMS}
    assert certainties == {"asserted", "reported", "alleged", "possible", "predicted", "denied", "asked"}
    assert any(len(claim["chain"]) >= 3 for claim in CLAIMS)
    assert any("via" in hop for claim in CLAIMS for hop in claim["chain"])


def test_matters_name_their_claims_reports_and_counts() -> None:
    assert len(MATTERS) >= 12
    for matter in MATTERS.values():
        claims = [CLAIMS[number] for number in matter["claims"]]
        assert {claim["indicator"] for claim in claims} == {matter["indicator"]}
        assert 0 <= matter["low"] <= matter["high"]
        paths = {claim["path"] for claim in claims} | {also["path"] for also in matter["also"]}
        assert matter["reports"] == (0 if matter["kind"] == "forecast" else len(paths))
        assert matter["high"] == 0 or matter["kind"] != "forecast"


def test_claims_of_pages_stand_in_them() -> None:
    for matter in MATTERS.values():
        for also in matter["also"]:
            assert also["quote"] in raw(also["path"])


def test_every_report_that_shares_an_origin_exists() -> None:
    shared = [line for line in TRUTH if "origin" in line]
    assert len(shared) >= 4
    assert all(file_of(path).is_file() for line in shared for path in line["reports"])


def test_the_agency_story_is_reprinted_cut_and_rewritten() -> None:
    paths = next(line["reports"] for line in TRUTH if str(line.get("origin", "")).startswith("Idrissa"))
    lead = "told Sahel Press Agency by telephone on Monday"
    assert len(paths) == 6
    assert sum(lead in raw(path) for path in paths) == 5
    original, cut = raw("01_spa_menaka.txt"), raw("04_ouaga_evening_post.txt")
    assert len(cut) < len(original) / 1.8


def test_broken_odd_and_foreign_files_are_as_described() -> None:
    assert (REPORTS / "03_gao_standard.txt").read_bytes().startswith(b"\xef\xbb\xbf")
    assert b"\r\n" in (REPORTS / "28_harmattan_report.txt").read_bytes()
    assert b"\x00" in (REPORTS / "27_broken.txt").read_bytes()
    assert "combattants" in raw("26_fleuve_matin.txt")
    assert "Copyright 2019" in raw("25_no_outlet.txt")
    caption = "A Harmattan Front vehicle near Ménaka in 2017."
    assert raw("06_atlantic_daily.txt").count(caption) == 2
