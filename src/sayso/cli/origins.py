"""`sayso origins`."""

from __future__ import annotations

from sayso import api
from sayso.cli.listing import listed
from sayso.cli.options import CaseFolder, Filters, Json, Names


def origins(case: CaseFolder, /, filters: Filters | None = None, *, json: Json = False, names: Names = False) -> int:
    """Lists the origins of a case."""
    chosen = filters or Filters()
    return listed("origins", api.open(case).origins(names=names, **chosen.narrow()), chosen, json=json)
