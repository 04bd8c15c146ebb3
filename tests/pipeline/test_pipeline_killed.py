from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from pathlib import Path

import pytest
from stand_in import stages, words

import sayso
from sayso.api import Case
from sayso.store import View

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs fork and SIGKILL")

#: Kills at seeded random points; the issue asks for at least twenty.
KILLS = 24
BOOK = (
    'name: mini\nversion: "1"\ntitle: Mini\nscope: any\nindicators:\n  - code: desertion\n    family: leaving\n'
    "    name: Desertion\n    definition: Members leave.\n    examples:\n      - Five men {deserted} last week.\n"
)


def folder_of(root: Path, reports: int) -> Path:
    folder = root / "reports"
    folder.mkdir()
    for number in range(reports):
        (folder / f"{number:02}.txt").write_text(words(number))
    (folder / "again.txt").write_text(words(0))
    (folder / "empty.txt").write_text("")
    return folder


def case_at(root: Path, name: str) -> Case:
    (root / "mini.yaml").write_text(BOOK)
    return sayso.new(root / name, codebook=root / "mini.yaml")


def _add(case: Path, folder: Path, workers: int) -> None:
    os.setpgid(0, 0)
    sayso.open(case).add(folder, workers=workers, stages=stages())
    os._exit(0)


def started(case: Case, folder: Path, workers: int) -> BaseProcess:
    child = get_context("fork").Process(target=_add, args=(case.folder, folder, workers))
    child.start()
    return child


def everything(case: Case) -> str:
    lists = (case.claims(), case.reports(), case.matters(), case.origins(), case.ties(), case.sources())
    return "\n".join(json.dumps(row, sort_keys=True) for rows in lists for row in rows)


@pytest.mark.parametrize("workers", [1, 2])
def test_killed_at_any_moment_and_repeated_it_ends_as_one_clean_run(tmp_path: Path, workers: int) -> None:
    folder = folder_of(tmp_path, 8)
    case_at(tmp_path, "warm").add(folder, workers=1, stages=stages())  # what reading loads, the children then share
    clean = case_at(tmp_path, "clean")
    began = time.monotonic()
    child = started(clean, folder, workers)
    child.join(60)
    took = time.monotonic() - began
    assert child.exitcode == 0
    expected = everything(clean)
    seeded = random.Random(20161121 + workers)
    killed = number = 0
    while killed < KILLS // 2:
        number += 1
        assert number < 3 * KILLS, "too many runs had ended before they were killed"
        case = case_at(tmp_path, f"case{number}")
        for _ in range(seeded.choice([1, 1, 2])):  # some are killed again while repeating
            child = started(case, folder, workers)
            time.sleep(seeded.uniform(0, took * 0.9))
            os.kill(child.pid or 0, signal.SIGKILL)
            child.join(60)
            killed += child.exitcode == -signal.SIGKILL
        case.add(folder, workers=1, stages=stages())
        assert everything(case) == expected
        with View(case.folder) as view:
            assert view.damage() == ()


def test_no_worker_outlives_the_one_that_started_it(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, 40)
    case = case_at(tmp_path, "case")
    child = started(case, folder, 2)
    time.sleep(0.3)
    os.kill(child.pid or 0, signal.SIGKILL)
    child.join(60)
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        try:
            os.killpg(child.pid or 0, 0)
        except ProcessLookupError:
            return
        time.sleep(0.05)
    pytest.fail("a worker is still running")


def test_two_runs_at_once_lose_nothing_and_see_no_lock(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, 16)
    other = tmp_path / "other"
    other.mkdir()
    for number in range(10, 30):
        (other / f"{number:02}.txt").write_text(words(number))
    clean, both = case_at(tmp_path, "clean"), case_at(tmp_path, "both")
    for each in (folder, other):
        clean.add(each, workers=1, stages=stages())
    children = [started(both, folder, 1), started(both, other, 2)]
    for child in children:
        child.join(120)
    assert [child.exitcode for child in children] == [0, 0]
    both.add(stages=stages())
    assert everything(both) == everything(clean)
