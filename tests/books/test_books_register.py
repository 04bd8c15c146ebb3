from __future__ import annotations

import time
from pathlib import Path

import pytest

from sayso.books.register import COLUMNS, Register, load, parsed, shipped
from sayso.model.books import Control, Outlet
from sayso.model.errors import BadBook

HEADER = ",".join(COLUMNS)


@pytest.fixture(scope="module")
def register() -> Register:
    return shipped()


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("AFP", "Agence France-Presse"),
        ("agence france-presse", "Agence France-Presse"),
        ("reuters", "Reuters"),
        ("the Associated Press", "Associated Press"),
        ("Fars", "Fars News Agency"),
        ("the Washington Post", "The Washington Post"),
        ("U.S. News & World Report", "U.S. News & World Report"),
        ("U.S.  News and World Report", "U.S. News & World Report"),
        ("The Times", "The Times"),
        ("Iranian Students’ News Agency", "ISNA"),
        ("Mawtani", "Diyaruna"),
        ("https://www.farsnews.ir/x/1?y=2", "Fars News Agency"),
        ("edition.cnn.com", "CNN"),
        ("Amaq", "Amaq News Agency"),
    ],
)
def test_names_aliases_and_domains_are_found(register: Register, asked: str, name: str) -> None:
    found = register.find(asked)
    assert found is not None and found.name == name


@pytest.mark.parametrize(
    "asked",
    [
        "the paper", "The paper", "the times", "time", "news", "the agency", "", "the", "he", "officials", "the post",
        "R\u0435uters", "reuters-news.co", "notreuters.com", "reuters.com.evil.example", "http://reuters.com@evil.example/",
        "xn--ruters-2ve.com", "...", "the sun",
    ],
)  # fmt: skip
def test_what_only_resembles_a_name_is_not_found(register: Register, asked: str) -> None:
    assert register.find(asked) is None


def test_facts_that_the_analysis_leans_on(register: Register) -> None:
    def of(name: str) -> Outlet:
        found = register.find(name)
        assert found is not None
        return found

    assert all(of(name).agency for name in ("AP", "AFP", "Reuters", "Anadolu", "Xinhua", "TASS", "Fars", "SANA", "PTI"))
    assert of("Amaq").control is Control.ARMED_GROUP
    assert (of("Sputnik").control, of("Sputnik").country, of("Sputnik").camp) == (Control.STATE, "RU", "Russia")
    assert of("Diyaruna").camp == "United States"
    assert not of("The Guardian").agency


def test_it_loads_fast_and_knows_many(register: Register) -> None:
    before = time.process_time()
    shipped()
    assert time.process_time() - before < 1
    assert len(register.outlets) > 1_000
    assert len({outlet.name for outlet in register.outlets}) == len(register.outlets)


def test_every_name_finds_its_own_outlet(register: Register) -> None:
    assert all(register.find(outlet.name) is outlet for outlet in register.outlets)


def test_every_complaint_comes_at_once_with_file_and_line() -> None:
    rows = ["A,,GB,,private,,a.example,,me,", ",,G,,owned,maybe,no domain,,me,", "B,A,,,private,,,,me,", "C,,"]
    with pytest.raises(BadBook) as caught:
        parsed("\n".join([HEADER, *rows]), "o.csv")
    complaints = caught.value.complaints
    assert [complaint.split(" ")[0] for complaint in complaints] == ["o.csv:3:"] * 5 + ["o.csv:4:", "o.csv:5:"]


def test_a_file_without_the_columns_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("name,country\nA,GB\n")
    (tmp_path / "b.csv").write_text(HEADER + "\nA,,gb,,private,,,,me,\n")
    with pytest.raises(BadBook) as caught:
        load([tmp_path / "a.csv", tmp_path / "b.csv", tmp_path / "none.csv"])
    assert len(caught.value.complaints) == 3


def test_the_first_file_wins(tmp_path: Path) -> None:
    for name, country in (("a.csv", "GB"), ("b.csv", "FR")):
        (tmp_path / name).write_text(f"{HEADER}\nLake Herald,,{country},,private,,,,me,\n")
    found = load([tmp_path / "a.csv", tmp_path / "b.csv"]).find("lake herald")
    assert found is not None and found.country == "GB"
