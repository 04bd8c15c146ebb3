"""`sayso new`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from sayso import api
from sayso.cli.options import CaseFolder
from sayso.cli.printing import note


def new(
    case: CaseFolder,
    /,
    *,
    codebook: Annotated[str, Parameter(help="A shipped codebook's name, or a file of your own.")] = "cohesion",
    name: Annotated[str | None, Parameter(help="The case's name; its folder's, where none is given.")] = None,
) -> int:
    """Makes the folder of a case."""
    made = api.new(case, codebook, name)
    note(f"made {Path(made.folder)}; add reports to it with `sayso add {made.folder} PATH…`")
    return 0
