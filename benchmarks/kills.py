"""Kills `sayso add` at random points and repeats it: the lists must be those of one clean run, byte for byte."""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SAYSO = (sys.executable, "-m", "sayso")
SAMPLES = Path(__file__).parents[1] / "src/sayso/data/samples/reports"
LISTS = ("claims", "reports", "matters", "origins", "ties")


def main(kills: int = 20, seed: int = 20161121) -> int:
    """Zero where all repeats end as the clean run does."""
    seeded = random.Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        clean = _new(root / "clean")
        began = time.monotonic()
        _add(clean).wait()
        took = time.monotonic() - began
        expected = _lists(clean)
        killed = wrong = number = 0
        while killed < kills:
            number += 1
            case = _new(root / f"case{number}")
            for _ in range(seeded.choice((1, 1, 2, 3))):
                run = _add(case)
                time.sleep(seeded.uniform(0.02, 0.98) * took)
                run.kill()
                killed += run.wait() < 0
            _add(case).wait()
            wrong += _lists(case) != expected or not _holds(case)
        print(
            f"{killed} kills in {number} cases, a clean run takes {took:.1f} s: {wrong} cases differ from one clean run"
        )
    return 1 if wrong else 0


def _new(case: Path) -> Path:
    subprocess.run([*SAYSO, "new", str(case)], check=True, stderr=subprocess.DEVNULL)
    return case


def _add(case: Path) -> subprocess.Popen[bytes]:
    quiet = subprocess.DEVNULL
    return subprocess.Popen([*SAYSO, "add", str(case), str(SAMPLES)], stdout=quiet, stderr=quiet)


def _holds(case: Path) -> bool:
    return subprocess.run([*SAYSO, "verify", str(case)], check=False, capture_output=True).returncode == 0


def _lists(case: Path) -> bytes:
    done = [subprocess.run([*SAYSO, kind, str(case), "--json"], capture_output=True, check=True) for kind in LISTS]
    return b"".join(each.stdout for each in done)


if __name__ == "__main__":
    sys.exit(main(*(int(word) for word in sys.argv[1:])))
