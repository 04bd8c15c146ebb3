"""`sayso undo`."""

from __future__ import annotations

from typing import Annotated

from cyclopts import Parameter

from sayso import api
from sayso.cli.options import CaseFolder, Json, Who
from sayso.cli.printing import note, print_lines


def undo(
    case: CaseFolder,
    number: Annotated[int, Parameter(help="The number of the decision; `sayso activity` lists them.")],
    /,
    *,
    why: Annotated[str, Parameter(help="The reason.")] = "",
    who: Who = None,
    json: Json = False,
) -> int:
    """Takes a decision back, by an entry of its own; everything is as it was without it."""
    row = api.open(case).desk.undo(number, why=why, who=who)
    if json:
        print_lines([row])
    note(f"decision {row['number']}: takes back decision {number}")
    return 0
