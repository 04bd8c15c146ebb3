"""`sayso export`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from cyclopts import Parameter

from sayso import api
from sayso.cli.options import CaseFolder, Names
from sayso.cli.printing import note


def export(
    case: CaseFolder,
    /,
    *,
    as_format: Annotated[Literal["jsonl", "csv"], Parameter(name="--as", help="The format.")],
    output: Annotated[Path, Parameter(name=["-o", "--output"], help="The folder to write, new or empty.")],
    names: Names = False,
) -> int:
    """Writes reports, claims, matters, origins, ties and sources, a file each."""
    for path, rows in api.open(case).export(as_format, output, names=names):
        note(f"wrote {path} ({rows:,} rows)")
    return 0
