"""`sayso assess`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from sayso import api
from sayso.cli.options import CaseFolder, Names
from sayso.cli.printing import note


def assess(
    case: CaseFolder,
    /,
    *,
    output: Annotated[Path, Parameter(name=["-o", "--output"], help="FILE.html, .md, .json, .docx or .pdf.")],
    names: Names = False,
) -> int:
    """Writes the assessment: numbers and sentences, each with the claims it rests on."""
    api.open(case).assess(output, names=names)
    note(f"wrote {output}")
    return 0
