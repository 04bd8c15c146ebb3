"""A case of a few invented reports, made once for each process and copied for each test."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path

from desk_reports import REPORTS

import sayso
from sayso.api import Case


@cache
def made() -> Path:
    """The folder of the case, made once."""
    folder = Path(tempfile.mkdtemp())
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    (folder / "in").mkdir()
    rows = ["path,outlet,published,url"]
    for name, (outlet, published, text) in REPORTS.items():
        (folder / "in" / name).write_text(text)
        rows.append(f"{name},{outlet},{published},")
    (folder / "in" / "manifest.csv").write_text("\n".join(rows) + "\n")
    sayso.new(folder / "case").add(folder / "in", workers=1)
    return folder / "case"


def copied(to: Path) -> Case:
    """A copy of the case, open to be changed."""
    shutil.copytree(made(), to / "case")
    return sayso.open(to / "case")
