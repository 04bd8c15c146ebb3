"""Items worked in several processes: in order, with enough under way and not too much."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from stand_in import analyse, take, words

from sayso.model.picture import Analysis
from sayso.model.report import Report
from sayso.pipeline import working
from sayso.pipeline.working import Work, worked
from sayso.read.items import Item


class Coming:
    """Items in order, and how many were asked for."""

    def __init__(self, folder: Path, number: int) -> None:
        self.asked = 0
        self.items = [Item(f"{at:03}.txt", folder / f"{at:03}.txt") for at in range(number)]
        for at, item in enumerate(self.items):
            item.file.write_text(words(at))

    def __iter__(self) -> Iterator[Item]:
        for item in self.items:
            self.asked += 1
            yield item


def slow_second(report: Report) -> Analysis:
    """The second report takes long, all others no time."""
    if report.path == "001.txt":
        time.sleep(1.0)
    return analyse(report)


def test_behind_a_long_one_the_others_are_worked_meanwhile(tmp_path: Path) -> None:
    coming = Coming(tmp_path, 40)
    groups = worked(coming, Work(take, slow_second), 2)
    found = [*next(groups)]
    assert [each.item.path for each in found] == ["000.txt"]
    began = time.monotonic()
    found += next(groups)
    assert time.monotonic() - began >= 0.9
    assert coming.asked == 40
    began = time.monotonic()
    for group in groups:
        found += group
    assert time.monotonic() - began < 0.9
    assert [each.item for each in found] == coming.items


@pytest.mark.parametrize(("name", "bound", "ahead"), [("_BYTES_AHEAD", 1, 2), ("_AHEAD", 3, 2 * 3 + 1)])
def test_no_more_is_under_way_than_bounds_allow(
    tmp_path: Path, name: str, bound: int, ahead: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(working, name, bound)
    monkeypatch.setattr(working, "_TOGETHER", 1)
    coming = Coming(tmp_path, 30)
    done = 0
    for group in worked(coming, Work(take, analyse), 2):
        done += len(group)
        if done > 4:  # the first few are asked for before there are processes
            assert coming.asked - done <= ahead
    assert done == 30


def test_one_process_gives_the_same_groups_of_bounded_size(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(working, "_TOGETHER", 7)
    monkeypatch.setattr(working, "_TOGETHER_S", 60.0)
    coming = Coming(tmp_path, 30)
    sizes = [len(group) for group in worked(coming, Work(take, analyse), 1)]
    assert sizes == [7, 7, 7, 7, 2]
    monkeypatch.setattr(working, "_TOGETHER_S", 0.0)
    assert [len(group) for group in worked(coming, Work(take, analyse), 1)] == [1] * 30
