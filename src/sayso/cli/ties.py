"""`sayso ties`."""

from __future__ import annotations

from sayso import api
from sayso.cli.listing import listed
from sayso.cli.options import CaseFolder, Filters, Json, Names


def ties(case: CaseFolder, /, filters: Filters | None = None, *, json: Json = False, names: Names = False) -> int:
    """Lists the ties of a case."""
    chosen = filters or Filters()
    return listed("ties", api.open(case).ties(names=names, **chosen.narrow()), chosen, json=json)
