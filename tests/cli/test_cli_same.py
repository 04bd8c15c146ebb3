"""The same reports give the same bytes, whatever the place, locale, clock, hash seed, workers and order of paths."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SAMPLES = Path(__file__).parents[2] / "src" / "sayso" / "data" / "samples" / "reports"
LISTS = ("claims", "matters", "origins", "ties")


def sayso(*arguments: str, **odd: str) -> bytes:
    done = subprocess.run(
        [sys.executable, "-m", "sayso", *arguments], capture_output=True, check=False, env={**os.environ, **odd}
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def everything(folder: Path, reports: list[Path], workers: str, **odd: str) -> dict[str, bytes]:
    case = str(folder / "case")
    sayso("new", case, **odd)
    manifest = str(reports[0].parent / "manifest.csv")
    sayso("add", case, *map(str, reports), "--manifest", manifest, "--workers", workers, **odd)
    sayso("export", case, "--as", "jsonl", "-o", str(folder / "lists"), **odd)
    found = {kind: (folder / "lists" / f"{kind}.jsonl").read_bytes() for kind in LISTS}
    assert sayso("claims", case, "--json", **odd) == found["claims"]
    for suffix in ("json", "html"):
        page = folder / f"a.{suffix}"
        sayso("assess", case, "-o", str(page), **odd)
        found[suffix] = page.read_bytes()
    return found


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("here") / "reports"
    shutil.copytree(SAMPLES, folder)
    return folder


@pytest.fixture(scope="module")
def plain(reports: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    files = sorted(path for path in reports.iterdir() if path.name != "manifest.csv")
    return everything(tmp_path_factory.mktemp("plain"), files, "1", PYTHONHASHSEED="0")


@pytest.mark.parametrize(
    ("workers", "odd"),
    [
        ("2", {"LC_ALL": "C", "LANG": "C", "TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "1"}),
        ("4", {"TZ": "America/Los_Angeles", "PYTHONHASHSEED": "2", "NO_COLOR": "1", "COLUMNS": "31"}),
    ],
)
def test_the_same_reports_give_the_same_bytes(
    workers: str, odd: dict[str, str], reports: Path, plain: dict[str, bytes], tmp_path: Path
) -> None:
    elsewhere = tmp_path / "elsewhere" / "reports"
    shutil.copytree(reports, elsewhere)
    files = sorted((path for path in elsewhere.iterdir() if path.name != "manifest.csv"), reverse=True)
    found = everything(tmp_path, files, workers, **odd)
    assert {kind: found[kind] == plain[kind] for kind in plain} == dict.fromkeys(plain, True)
