"""Groups: the shipped file is sound, and a broken one is refused with every complaint and its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.books.groups import load, merged
from sayso.model.errors import BadBook

SHIPPED = Path(__file__).parents[2] / "src" / "sayso" / "data" / "groups.csv"


def test_shipped_groups_load_and_hold_both_kinds() -> None:
    groups = load(SHIPPED)
    kinds = [group.kind for group in groups]
    assert kinds.count("non-state") >= 130
    assert kinds.count("state") >= 60


def test_aliases_of_the_islamic_state_are_one_group() -> None:
    group = next(group for group in load(SHIPPED) if group.name == "Islamic State")
    assert {"ISIS", "ISIL", "IS", "Daesh", "Islamic State group"} <= set(group.aliases)


def test_opponents_named_in_the_shipped_file_are_listed_in_it() -> None:
    groups = load(SHIPPED)
    names = {group.name for group in groups}
    strangers = {name for group in groups for name in group.adversaries} - names
    assert strangers <= {"Zaire militia", "Sudan People's Liberation Army"}


def test_a_file_with_few_columns_is_enough(tmp_path: Path) -> None:
    path = tmp_path / "groups.csv"
    path.write_text("name,aliases\nHarun Front,HF|Front of Harun\n", encoding="utf-8")
    (group,) = load(path)
    assert (group.name, group.aliases, group.kind) == ("Harun Front", ("HF", "Front of Harun"), "non-state")


def test_every_complaint_names_file_and_line(tmp_path: Path) -> None:
    path = tmp_path / "groups.csv"
    path.write_text(
        "name,kind,aliases,countries\nA Front,rebel,,IQ\n,state,,\nB Front,state,X,Iraq\nC Front\nA Front,state,,\n",
        encoding="utf-8",
    )
    with pytest.raises(BadBook) as error:
        load(path)
    text = "\n".join(error.value.complaints)
    for line in (2, 3, 4, 5, 6):
        assert f"groups.csv:{line}: " in text
    assert len(error.value.complaints) == 6


@pytest.mark.parametrize("content", [b"", b"group,alias\nX,Y\n", b"name,name\n", b"name\n\xff\xfe\n"])
def test_files_that_are_no_table_of_groups_are_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "groups.csv"
    path.write_bytes(content)
    with pytest.raises(BadBook, match=r"groups\.csv:1: "):
        load(path)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadBook):
        load(tmp_path / "none.csv")


def test_a_users_group_replaces_ours_and_takes_its_aliases(tmp_path: Path) -> None:
    path = tmp_path / "groups.csv"
    path.write_text("name,aliases\nInstitute of Statistics,IS\nTaliban,Talibs\n", encoding="utf-8")
    groups = merged(load(SHIPPED), load(path))
    assert [group.name for group in groups if "IS" in group.aliases] == ["Institute of Statistics"]
    assert [group.aliases for group in groups if group.name == "Taliban"] == [("Talibs",)]
