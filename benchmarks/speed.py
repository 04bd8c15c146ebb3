"""How many generated reports of 600 words `sayso add` reads a second, the start left out, and in how much memory."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from generated import write

SAYSO = (sys.executable, "-m", "sayso")


def main(reports: int = 1000) -> int:
    """Prints one line; the promises are 25 reports a second on two cores and 500 MB."""
    with tempfile.TemporaryDirectory() as folder:
        case, few, many = (Path(folder) / name for name in ("case", "few", "many"))
        write(few, 2, seed=2)
        write(many, reports)
        subprocess.run([*SAYSO, "new", str(case)], check=True, capture_output=True)
        start, _ = _timed(case, few)
        took, done = _timed(case, many)
    print(
        f"sayso add, {reports:,} reports, {os.cpu_count()} processors: {took:.1f} s, "
        f"{reports / max(0.001, took - start):.1f} reports a second after a start of {start:.1f} s, "
        f"{done['claims']:,} claims, {done['matters']:,} matters, {_peak():,.0f} MB in the largest process"
    )
    return 0


def _timed(case: Path, folder: Path) -> tuple[float, dict[str, int]]:
    began = time.monotonic()
    done = subprocess.run([*SAYSO, "add", str(case), str(folder), "--json"], check=True, capture_output=True)
    return time.monotonic() - began, json.loads(done.stdout)


def _peak() -> float:
    import resource

    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


if __name__ == "__main__":
    sys.exit(main(*(int(word) for word in sys.argv[1:])))
