"""`sayso explain`."""

from __future__ import annotations

from typing import Annotated

from cyclopts import Parameter

from sayso import api
from sayso.cli.options import CaseFolder, Names
from sayso.cli.printing import clean

#: Exit code where no number, matter, origin, claim or report has the id.
NOTHING_MATCHED = 4


def explain(
    case: CaseFolder,
    id: Annotated[str, Parameter(help="A number's, matter's, origin's, claim's or report's id.")],
    /,
    *,
    names: Names = False,
) -> int:
    """The whole way from an id to the characters it rests on, and why others were not counted."""
    for line in api.open(case).explain(id, names=names):
        print(clean(line))
    return 0
