"""Names of private people stand in no list, page, export or answer, unless they are asked for."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

import sayso
from sayso.cli import main

#: Odd names that no other word of the program or of the texts can hold by chance.
PRIVATE = {
    "a deserter": ("Zubrik", "Qelvano"),
    "a witness": ("Tarquey", "Ombwelli"),
    "a resident": ("Hulmada", "Vixanto"),
    "a private person told of": ("Wendoko", "Jaxibar"),
}
PUBLIC = "Bakoru"
TEXT = (
    "Deserter speaks of Zubrik Qelvano's flight\n\n"
    "Forty fighters of the Harmattan Front deserted near Gao on 3 March 2019, Zubrik Qelvano, a deserter, told Radio "
    "Tamesna. “They cut our pay,” Qelvano said.\n\n"
    "Tarquey Ombwelli, a farmer who saw it, said that fighters of the Harmattan Front shot three deserters in Ayorou. "
    "Ombwelli said the Harmattan Front had executed them at noon.\n\n"
    "The Harmattan Front had lost the support of the town, said Hulmada Vixanto, a resident of Ayorou.\n\n"
    "The Harmattan Front executed Wendoko Jaxibar, a deserter, in Ayorou on 20 March 2019, Col. Idris Bakoru, a "
    "spokesman for the Malian army, said. The fighter Wendoko Jaxibar deserted in February 2019.\n"
)
COPY = TEXT.replace("told Radio Tamesna", "told this paper")
LISTS = ("reports", "claims", "matters", "origins", "ties", "sources", "attributions")
WORDS = [word for names in PRIVATE.values() for word in names]


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("in")
    (folder / "one.txt").write_text(TEXT)
    (folder / "two.txt").write_text(COPY)
    (folder / "manifest.csv").write_text(
        "path,outlet,published,url\none.txt,Radio Tamesna,2019-03-25,https://x.example/zubrik-qelvano-speaks\n"
        "two.txt,Coast Herald,2019-03-26,\n"
    )
    made = tmp_path_factory.mktemp("cases") / "case"
    assert main(["new", str(made)]) == 0
    assert main(["add", str(made), str(folder)]) == 0
    return made


def leaks(told: str) -> set[str]:
    return {word for word in WORDS if word.lower() in told.lower()}


def told(capfd: pytest.CaptureFixture[str], *arguments: str) -> str:
    capfd.readouterr()
    assert main(list(arguments)) == 0
    return capfd.readouterr().out


def ids(case: Path) -> list[str]:
    opened = sayso.open(case)
    return [row["id"] for kind in LISTS[:5] for row in getattr(opened, kind)()]


@pytest.mark.parametrize("kind", [*LISTS, "show"])
def test_no_list_names_them(case: Path, kind: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert leaks(told(capfd, kind, str(case))) == set()
    if kind != "show":
        assert leaks(told(capfd, kind, str(case), "--json")) == set()
        assert leaks(json.dumps(getattr(sayso.open(case), kind)(), ensure_ascii=False)) == set()


def test_no_summary_names_them(case: Path) -> None:
    assert leaks(repr(sayso.open(case).summary().matters)) == set()


def test_no_explanation_names_them(case: Path) -> None:
    opened = sayso.open(case)
    said = [line for id in ids(case) for line in opened.explain(id)]
    assert leaks("\n".join(said)) == set()
    assert leaks("\n".join(opened.explain("n:claims"))) == set()


def test_no_what_if_names_them(case: Path, capfd: pytest.CaptureFixture[str]) -> None:
    for without in ("outlet:Radio Tamesna", "kind:former member", "side:civilian"):
        assert leaks(told(capfd, "whatif", str(case), "--without", without)) == set()
        assert leaks(told(capfd, "whatif", str(case), "--without", without, "--json")) == set()


@pytest.mark.parametrize("suffix", ["html", "md", "json"])
def test_no_assessment_names_them(case: Path, suffix: str, tmp_path: Path) -> None:
    page = tmp_path / f"a.{suffix}"
    assert main(["assess", str(case), "-o", str(page)]) == 0
    assert leaks(page.read_text()) == set()
    assert PUBLIC in page.read_text()
    assert main(["verify", str(page)]) == 0
    assert main(["assess", str(case), "-o", str(page), "--names"]) == 0
    assert set(WORDS) - leaks(page.read_text()) == set()


@pytest.mark.parametrize("format", ["jsonl", "csv"])
def test_no_export_names_them(case: Path, format: str, tmp_path: Path) -> None:
    for names in ((), ("--names",)):
        folder = tmp_path / f"out{len(names)}"
        assert main(["export", str(case), "--as", format, "-o", str(folder), *names]) == 0
        whole = "".join(path.read_text() for path in sorted(folder.iterdir()))
        assert PUBLIC in whole
        assert bool(leaks(whole)) == bool(names)


def test_they_are_named_when_asked_for(case: Path, capfd: pytest.CaptureFixture[str]) -> None:
    whole = "".join(told(capfd, kind, str(case), "--json", "--names") for kind in ("reports", "claims", "origins"))
    whole += "".join(line for id in ids(case) for line in sayso.open(case).explain(id, names=True))
    assert set(WORDS) - leaks(whole) == set()


def test_offsets_stay_true_under_masks(case: Path) -> None:
    opened = sayso.open(case)
    for masked, plain in zip(opened.claims(), opened.claims(names=True), strict=True):
        assert (masked["start"], masked["end"], len(masked["quote"])) == (
            plain["start"],
            plain["end"],
            len(plain["quote"]),
        )


def test_titles_and_common_words_stay(case: Path) -> None:
    for row in sayso.open(case).claims():
        words = row["quote"].split()
        assert not any(set(word) <= {"█"} and len(word) < len("Zubrik") for word in words)


def test_whoever_is_private_in_one_report_is_in_all(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "one.txt").write_text(TEXT)
    (tmp_path / "in" / "two.txt").write_text(
        "Zubrik Qelvano said that forty fighters of the Harmattan Front had deserted near Gao in March 2019.\n"
    )
    case = str(tmp_path / "case")
    assert main(["new", case]) == 0
    assert main(["add", case, str(tmp_path / "in")]) == 0
    for kind in ("claims", "origins", "ties"):
        assert leaks(told(capfd, kind, case, "--json")) == set()
    assert main(["assess", case, "-o", str(tmp_path / "a.html")]) == 0
    assert leaks((tmp_path / "a.html").read_text()) == set()


def test_masks_taken_away_by_hand_are_found(case: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    made = tmp_path / "case"
    shutil.copytree(case, made)
    (file,) = (path for path in made.iterdir() if path.is_file() and path.read_bytes()[:6] == b"SQLite")
    with closing(sqlite3.connect(file)) as database, database:
        database.execute("update reading set protected = x'5b5d'")
    capfd.readouterr()
    assert main(["verify", str(made)]) == 3
    assert "names that are masked are not what its text gives" in capfd.readouterr().out
