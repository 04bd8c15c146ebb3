"""Bad input, through the command line: each has its sentence, the rest goes on, nothing is lost."""

from __future__ import annotations

import json
import os
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from sayso.cli import main

GOOD = "Forty fighters of the Harmattan Front deserted near Gao on 3 March 2019, officials said.\n"
FRENCH = (
    "Les combattants du Front ont déserté près de Gao en mars, selon des habitants de la ville. Les soldats ont quitté "
    "leurs postes pendant la nuit et personne ne les a revus depuis.\n"
)


def sayso(*arguments: str, **more: object) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([sys.executable, "-m", "sayso", *arguments], capture_output=True, check=False, **more)  # type: ignore[call-overload,no-any-return]


@pytest.fixture
def case(tmp_path: Path) -> str:
    made = str(tmp_path / "case")
    assert main(["new", made]) == 0
    return made


def test_every_bad_file_has_its_sentence_and_the_rest_goes_on(
    case: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "good.txt").write_text(GOOD)
    (folder / "empty.txt").write_text("")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 20)
    (folder / "wrong.txt").write_bytes((GOOD + "The café was closed.").encode("cp1252"))
    (folder / "long.txt").write_text(GOOD.strip() * (50 * 1024 * 1024 // len(GOOD)))
    (folder / "rows.csv").write_text(f'text,outlet,published\n"{GOOD}",X,2016-02-30\n"{GOOD}",X,2016-02-30\n,Y,\n')
    (folder / "rows.jsonl").write_text('{"text": 5}\n{broken\n')
    (folder / "manifest.csv").write_text(
        "path,outlet,published,url\nabsent.txt,Q,2016-01-01,\ngood.txt,Q,2016-02-30,\ngood.txt,Q,2016-02,\n"
    )
    capfd.readouterr()
    assert main(["add", case, str(folder), "--json"]) == 0
    told = capfd.readouterr()
    done = json.loads(told.out)
    assert (done["read"], done["duplicate"]) == (3, 1)
    why = {each["path"]: each["why"] for each in done["failed"]}
    assert set(why) == {
        "absent.txt", "binary.txt", "empty.txt", "long.txt", "manifest.csv#2", "manifest.csv#3", "rows.csv#3",
        "rows.jsonl#1", "rows.jsonl#2",
    }  # fmt: skip
    assert "empty" in why["empty.txt"]
    assert "binary" in why["binary.txt"]
    assert "split it up" in why["long.txt"]
    assert "no such file" in why["absent.txt"]
    assert "2016-02-30" in why["manifest.csv#2"]
    for path, words in why.items():
        assert f"failed: {path}: {words}" in told.err
    assert "note: rows.csv#1: Its publication date" in told.err
    assert "note: wrong.txt: Its encoding" in told.err
    assert main(["show", case]) == 0
    assert "could not be read" in capfd.readouterr().out
    assert main(["verify", case]) == 0


@pytest.mark.parametrize("kind", ["mistyped", "french", "folder"])
def test_nothing_read_is_a_clear_sentence(
    case: str, tmp_path: Path, kind: str, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "french").write_text(FRENCH)
    (tmp_path / "french.txt").write_text(FRENCH)
    (tmp_path / "folder").mkdir()
    given = {"mistyped": "mistyped.txt", "french": "french.txt", "folder": "folder"}[kind]
    capfd.readouterr()
    assert main(["add", case, str(tmp_path / given)]) == 1
    err = capfd.readouterr().err
    assert err.splitlines()[-1].startswith("sayso: nothing could be read")
    expected = {"mistyped": "There is no such file", "french": "1 report kept", "folder": "no file of a kind"}[kind]
    assert expected in err


def test_the_same_text_under_another_outlet_is_another_report(
    case: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text(GOOD)
    manifest = tmp_path / "m.csv"

    def add(outlet: str) -> dict[str, int]:
        manifest.write_text(f"path,outlet,published,url\na.txt,{outlet},2019-03-05,\n")
        capfd.readouterr()
        assert main(["add", case, str(tmp_path / "a.txt"), "--manifest", str(manifest), "--json"]) == 0
        found: dict[str, int] = json.loads(capfd.readouterr().out)
        return found

    assert add("Radio Tamesna")["read"] == 1
    assert add("Radio Tamesna")["unchanged"] == 1
    manifest.write_text("path,outlet,published,url\na.txt,Radio Tamesna,2019-03-06,\n")
    assert main(["add", case, str(tmp_path / "a.txt"), "--manifest", str(manifest)]) == 0
    capfd.readouterr()
    assert main(["reports", case, "--json"]) == 0
    (report,) = (json.loads(line) for line in capfd.readouterr().out.splitlines())
    assert report["published"] == "2019-03-06"


def _small_files() -> None:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))


def test_a_full_disk_loses_nothing(case: str, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for at in range(12):
        (folder / f"{at:02}.txt").write_text(f"{GOOD}\nReport {at}. " + f"Nothing happened in week {at}. " * 800)
    full = sayso("add", case, str(folder), "--workers", "1", preexec_fn=_small_files)
    assert full.returncode == 1
    assert full.stderr.decode().startswith("sayso: ")
    assert b"repeat" in full.stderr
    assert b"Traceback" not in full.stderr
    assert sayso("add", case, str(folder), "--workers", "1").returncode == 0
    clean = str(tmp_path / "clean")
    assert main(["new", clean, "--name", "case"]) == 0
    assert main(["add", clean, str(folder), "--workers", "1"]) == 0
    assert sayso("claims", case, "--json").stdout == sayso("claims", clean, "--json").stdout
    assert sayso("verify", case).returncode == 0


def test_two_may_add_at_once_and_one_may_be_stopped(case: str, tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        for at in range(6):
            (tmp_path / name / f"{name}{at}.txt").write_text(GOOD.replace("Forty", str(at + 41)))
    command = [sys.executable, "-m", "sayso", "add", case]
    two = [subprocess.Popen([*command, str(tmp_path / name)], stderr=subprocess.PIPE) for name in ("a", "b")]
    assert [one.wait(120) for one in two] == [0, 0]
    assert all(one.stderr is None or b"Traceback" not in one.stderr.read() for one in two)
    for at in range(30):
        (tmp_path / "a" / f"more{at}.txt").write_text(GOOD.replace("Forty", str(at + 90)))
    third = subprocess.Popen([*command, str(tmp_path / "a")], stderr=subprocess.PIPE)
    time.sleep(1.5)
    third.send_signal(signal.SIGINT)
    _, err = third.communicate(timeout=60)
    assert third.returncode in (0, 130)
    assert b"Traceback" not in err
    assert main(["add", case, str(tmp_path / "a"), str(tmp_path / "b")]) == 0
    assert main(["verify", case]) == 0


def test_an_interruption_that_was_heard_ends_with_its_own_code(tmp_path: Path) -> None:
    # Python remembers one raised inside `exec` as unheard, and would end the process by the signal.
    (tmp_path / "interrupted.py").write_text(
        """
import sayso.cli

def heard():
    try:
        exec("raise KeyboardInterrupt")
    except KeyboardInterrupt:
        print("heard")
        return sayso.cli.INTERRUPTED

sayso.cli.main = heard
sayso.cli.program()
"""
    )
    done = subprocess.run([sys.executable, "-m", "interrupted"], cwd=tmp_path, capture_output=True, check=False)
    assert (done.returncode, done.stdout.strip()) == (130, b"heard")


@pytest.mark.skipif(os.geteuid() == 0, reason="root writes everywhere; the read-only case is tried in tests/store")
def test_a_read_only_case_is_said(case: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(GOOD)
    Path(case).chmod(0o500)
    done = sayso("add", case, str(tmp_path / "a.txt"))
    Path(case).chmod(0o700)
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr
