"""`sayso decide`."""

from __future__ import annotations

from typing import Annotated

from cyclopts import Parameter

from sayso import api
from sayso.cli.options import CaseFolder, Json, Who
from sayso.cli.printing import note, print_lines


def decide(
    case: CaseFolder,
    says: Annotated[str, Parameter(help="accept, reject, unsure, note, same, grade …")],
    /,
    *ids: Annotated[str, Parameter(help="What is decided about: claims, ties, or outlets by name.")],
    value: Annotated[str, Parameter(help="The other claim, the grade, the owner, the note.")] = "",
    why: Annotated[str, Parameter(help="The reason.")] = "",
    who: Who = None,
    json: Json = False,
) -> int:
    """Puts a decision into the log, an entry for each id; counts follow at once."""
    made = api.open(case).desk.decide_all(ids, says, value=value, why=why, who=who)
    if json:
        print_lines(made)
    for row in made:
        note(f"decision {row['number']}: {row['about']} {row['says']}")
    return 0
