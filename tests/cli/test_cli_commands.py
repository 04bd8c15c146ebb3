from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from sayso.cli import main
from sayso.cli.running import COMMANDS

ROOT = Path(__file__).parents[2]
ONE = (
    "Garrison thins out\n\nForty soldiers of the Harmattan Front deserted near Gao on 3 March 2019, Col. Idris Bako, "
    "a spokesman for the Malian army, told Radio Tamesna.\n\nThe Harmattan Front cut the pay of its fighters in "
    "February, according to traders.\n"
)
TWO = "Front denies losses\n\nThe Harmattan Front denied that its soldiers had deserted near Gao in March 2019.\n"


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("in")
    (folder / "one.txt").write_text(ONE)
    (folder / "two.txt").write_text(TWO)
    (folder / "empty.txt").write_text("")
    (folder / "manifest.csv").write_text("path,outlet,published,url\none.txt,Radio Tamesna,2019-03-05,\n")
    return folder


@pytest.fixture(scope="module")
def case(reports: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    made = str(tmp_path_factory.mktemp("cases") / "case")
    assert main(["new", made]) == 0
    assert main(["add", made, str(reports), "--json"]) == 0
    return made


def rows(capfd: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, Any]]:
    capfd.readouterr()
    assert main(list(arguments)) == 0
    out = capfd.readouterr().out
    found = [json.loads(line) for line in out.splitlines()]
    assert out == "".join(
        json.dumps(row, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n" for row in found
    )
    return found


def test_add_says_what_it_did(case: str, reports: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (done,) = rows(capfd, "add", case, str(reports), "--json")
    assert set(done) == {"read", "unchanged", "unsupported", "duplicate", "failed", "claims", "matters"}
    assert (done["read"], done["unchanged"], done["duplicate"], done["unsupported"]) == (0, 2, 0, 0)
    assert [each["path"] for each in done["failed"]] == ["empty.txt"]
    assert done["claims"] == len(rows(capfd, "claims", case, "--json")) > 0
    assert done["matters"] == len(rows(capfd, "matters", case, "--json"))


def test_claims_have_the_keys_of_the_contract_and_quote_their_text(
    case: str, capfd: pytest.CaptureFixture[str]
) -> None:
    texts = {"one.txt": ONE, "two.txt": TWO}
    for row in rows(capfd, "claims", case, "--json"):
        assert {
            "id", "report", "path", "indicator", "codebook", "start", "end", "quote", "sentence", "certainty",
            "negated", "stage", "trend", "scope", "chain", "origin", "actor", "other", "quantity", "places", "place",
            "time", "reason", "change_of", "part_of", "maker", "review",
        } <= set(row)  # fmt: skip
        assert texts[row["path"]][row["start"] : row["end"]] == row["quote"]
        assert row["chain"][-1]["kind"] == "outlet"


def test_lists_come_sorted(case: str, capfd: pytest.CaptureFixture[str]) -> None:
    found = rows(capfd, "claims", case, "--json")
    assert found == sorted(found, key=lambda row: [row[key] for key in ("path", "start", "end", "indicator", "id")])
    listed = rows(capfd, "reports", case, "--json")
    assert [(row["path"], row["status"]) for row in listed] == [
        ("empty.txt", "failed"),
        ("one.txt", "read"),
        ("two.txt", "read"),
    ]


@pytest.mark.parametrize("kind", ["reports", "claims", "matters", "origins", "ties", "sources"])
def test_every_list_has_both_forms(case: str, kind: str, capfd: pytest.CaptureFixture[str]) -> None:
    found = rows(capfd, kind, case, "--json")
    assert main([kind, case]) == 0
    told = capfd.readouterr()
    assert "\x1b" not in told.out
    if found:
        assert str(len(found)) in told.out


def test_a_limit_is_never_silent(case: str, capfd: pytest.CaptureFixture[str]) -> None:
    total = len(rows(capfd, "claims", case, "--json"))
    assert main(["claims", case, "--json", "--limit", "1"]) == 0
    told = capfd.readouterr()
    assert len(told.out.splitlines()) == 1
    assert told.err == f"1 of {total} shown\n"


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["claims", "CASE", "--indicator", "moonlight"], 4),
        (["reports", "CASE", "--outlet", "Nobody's Post"], 4),
        (["matters", "CASE", "--place", "Nowhereville-on-Sea"], 4),
        (["explain", "CASE", "c0000000000000000"], 4),
        (["whatif", "CASE", "--without", "origin:o0"], 4),
        (["whatif", "CASE", "--without", "outlet:Nobody's Post"], 4),
        (["whatif", "CASE", "--without", "kind:prisoner"], 0),
        (["claims", "CASE", "--limit", "-1"], 2),
        (["claims", "CASE", "--since", "yesterday"], 2),
        (["claims", "CASE", "--nonsense"], 2),
        (["claims"], 2),
        (["whatif", "CASE"], 2),
        (["whatif", "CASE", "--each", "outlet"], 2),
        (["whatif", "CASE", "--each", "origin", "--as-of", "2016"], 2),
        (["whatif", "CASE", "--without", "mood:bad"], 2),
        (["new", "CASE"], 2),
        (["claims", "TMP"], 2),
        (["add", "TMP/absent", "x.txt"], 2),
        (["frobnicate"], 2),
        (["export", "CASE", "--as", "docx", "-o", "TMP/out"], 2),
        (["add", "CASE", "TMP/absent.txt"], 1),
        (["assess", "CASE", "-o", "TMP/a.odt"], 2),
        (["codebook", "check", "cohesion"], 0),
        (["codebook", "check", "TMP/broken.yaml"], 5),
        (["new", "TMP/other", "--codebook", "TMP/broken.yaml"], 5),
        (["verify", "CASE"], 0),
        (["show", "CASE"], 0),
        (["--version"], 0),
        (["-h"], 0),
    ],
)
def test_exit_codes(
    case: str, tmp_path: Path, arguments: list[str], code: int, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "broken.yaml").write_text("name: broken\nindicators:\n  - code: 7\n")
    given = [word.replace("CASE", case).replace("TMP", str(tmp_path)) for word in arguments]
    capfd.readouterr()
    assert main(given) == code
    told = capfd.readouterr()
    if code:
        assert told.err.startswith("sayso: ") or "failed: " in told.err
        assert "Traceback" not in told.err
        assert told.out == "" or code == 1
    else:
        assert told.out or told.err


def test_a_broken_codebook_is_refused_with_every_complaint_and_its_line(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "broken.yaml").write_text("name: broken\nversion: '1'\nindicators:\n  - code: 7\n  - name: x\n")
    assert main(["codebook", "check", str(tmp_path / "broken.yaml")]) == 5
    told = capfd.readouterr().err
    assert told.count("broken.yaml:") >= 2
    assert not (tmp_path / "case").exists()


def test_verify_names_what_does_not_hold(reports: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    made = str(tmp_path / "case")
    assert main(["new", made]) == 0
    assert main(["add", made, str(reports)]) == 0
    assert main(["verify", made]) == 0
    original = next(path for path in (tmp_path / "case/originals").rglob("*") if path.is_file())
    original.write_bytes(original.read_bytes().replace(b"2019", b"2018"))
    capfd.readouterr()
    assert main(["verify", made]) == 3
    assert "its original was changed" in capfd.readouterr().out


def test_an_assessment_verifies_without_its_case(case: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    for suffix in ("html", "md", "json"):
        page = tmp_path / f"a.{suffix}"
        assert main(["assess", case, "-o", str(page)]) == 0
        assert main(["verify", str(page)]) == 0
        written = page.read_text()
        assert "Harmattan Front" in written
        page.write_text(written.replace("Harmattan Front", "Harmattan Fraud", 1))
        assert main(["verify", str(page)]) == 3
        capfd.readouterr()


def test_explain_leads_from_every_id_to_characters(case: str, capfd: pytest.CaptureFixture[str]) -> None:
    for kind in ("claims", "matters", "origins", "reports"):
        for row in rows(capfd, kind, case, "--json")[1:3]:
            assert main(["explain", case, row["id"]]) == 0
            assert row["id"] in capfd.readouterr().out


def test_what_if_gives_before_and_after(case: str, capfd: pytest.CaptureFixture[str]) -> None:
    for row in rows(capfd, "whatif", case, "--without", "outlet:Radio Tamesna", "--json"):
        assert {"id", "before", "after"} <= set(row)
        assert set(row["before"]) == {"reports", "outlets", "origins", "credibility"}


def test_each_origin_left_out_says_what_would_change(case: str, capfd: pytest.CaptureFixture[str]) -> None:
    found = rows(capfd, "whatif", case, "--each", "origin", "--json")
    assert found
    for row in found:
        alone = rows(capfd, "whatif", case, "--without", f"origin:{row['origin']}", "--json")
        assert {key: row[key] for key in ("id", "indicator", "before", "after")} in alone
    origins = {row["id"] for row in rows(capfd, "origins", case, "--json")}
    assert {row["origin"] for row in found} <= origins
    assert main(["whatif", case, "--each", "origin"]) == 0
    assert capfd.readouterr().out.startswith("without o")


def test_attributions_come_one_a_line_with_parents_that_hold_them(case: str, capfd: pytest.CaptureFixture[str]) -> None:
    found = rows(capfd, "attributions", case, "--json")
    assert found
    for row in found:
        assert set(row) == {"report", "path", "sources", "cues", "contents", "parent"}


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_has_help_and_a_heading(command: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert main([command, "-h"]) == 0
    told = capfd.readouterr().out
    assert f"sayso {command}" in told
    _, found, section = (ROOT / "docs/commands.md").read_text().partition(f"\n## `sayso {command}")
    assert found, f"docs/commands.md has no heading for {command}"
    flags = set(re.findall(r"(?<![\w-])--?[a-z][a-z-]*", told)) - {"--help", "-h", "--version"}
    described = section.partition("\n## ")[0]
    assert {flag for flag in flags if f"`{flag}`" not in described} == set()


def sayso(*arguments: str, **more: Any) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([sys.executable, "-m", "sayso", *arguments], capture_output=True, check=False, **more)


def test_version_is_quick_and_names_the_codebook() -> None:
    began = time.monotonic()
    done = sayso("--version")
    assert time.monotonic() - began < 2
    assert done.stdout.decode().splitlines()[0] == "sayso 0.1.0"
    assert b"codebook cohesion" in done.stdout


def test_a_reader_that_stops_early_is_no_failure(case: str) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "sayso", "claims", case, "--json"], stdout=writing, stderr=subprocess.PIPE, check=False
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


def test_lists_are_utf_8_and_the_same_in_any_place(case: str, tmp_path: Path) -> None:
    plain = sayso("claims", case, "--json")
    odd = {**os.environ, "LC_ALL": "C", "TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "7", "COLUMNS": "31"}
    assert sayso("claims", case, "--json", env=odd, cwd=tmp_path).stdout == plain.stdout
    assert plain.returncode == 0


def test_names_of_files_cannot_drive_the_terminal(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    case = str(tmp_path / "case")
    assert main(["new", case]) == 0
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a\x1b[2Jb\x07.bin").write_bytes(b"x")
    assert main(["add", case, str(tmp_path / "in"), "--json"]) == 1
    assert main(["show", case]) == 0
    assert main(["reports", case]) == 0
    told = capfd.readouterr()
    assert "\x1b" not in told.out + told.err
    assert "\x07" not in told.out + told.err


def test_the_python_api_gives_what_the_commands_print(case: str, capfd: pytest.CaptureFixture[str]) -> None:
    import sayso as package

    opened = package.open(case)
    for kind in ("reports", "claims", "matters", "origins", "ties", "sources", "attributions"):
        assert json.loads(json.dumps(getattr(opened, kind)())) == rows(capfd, kind, case, "--json")


def test_a_terminal_without_these_letters_is_no_fault(case: str) -> None:
    narrow = {**os.environ, "PYTHONIOENCODING": "ascii", "NO_COLOR": "1"}
    for kind in ("claims", "show"):
        done = sayso(kind, case, env=narrow)
        assert (done.returncode, done.stderr) == (0, b"")


def test_every_cell_of_the_table_by_time_is_explained(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    case = str(tmp_path / "case")
    (tmp_path / "a.txt").write_text(
        "Forty soldiers of the Harmattan Front deserted near Gao in 2017. Nine soldiers of the Harmattan Front "
        "deserted near Gao on 3 March 2019.\n"
    )
    (tmp_path / "m.csv").write_text("path,outlet,published,url\na.txt,Radio Tamesna,2019-03-05,\n")
    assert main(["new", case]) == 0
    assert main(["add", case, str(tmp_path / "a.txt"), "--manifest", str(tmp_path / "m.csv")]) == 0
    capfd.readouterr()
    assert main(["show", case]) == 0
    shown = capfd.readouterr().out
    head = next(line for line in shown.splitlines() if line.startswith("indicator")).split()
    cells = next(line for line in shown.splitlines() if line.startswith("desertion ")).split()
    assert head == ["indicator", "2017-XX", "2019-03", "all"]
    assert cells == ["desertion", "1", "1", "2"]
    for when in head[1:-1]:
        assert main(["explain", case, f"n:claims:desertion:{when}"]) == 0
        assert capfd.readouterr().out.startswith(f"n:claims:desertion:{when}: 1 ")


def test_help_says_what_each_command_does(capfd: pytest.CaptureFixture[str]) -> None:
    for arguments in ([], ["-h"], ["--help"]):
        assert main(arguments) == 0
        told = re.sub(r"[│\s]+", " ", capfd.readouterr().out)
        assert "verify Recomputes hashes" in told and "claims Lists the claims" in told
