"""`sayso matters`."""

from __future__ import annotations

from sayso import api
from sayso.cli.listing import listed
from sayso.cli.options import CaseFolder, Filters, Json, Names


def matters(case: CaseFolder, /, filters: Filters | None = None, *, json: Json = False, names: Names = False) -> int:
    """Lists the matters of a case."""
    chosen = filters or Filters()
    return listed("matters", api.open(case).matters(names=names, **chosen.narrow()), chosen, json=json)
