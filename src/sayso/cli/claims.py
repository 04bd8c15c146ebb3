"""`sayso claims`."""

from __future__ import annotations

from sayso import api
from sayso.cli.listing import listed
from sayso.cli.options import CaseFolder, Filters, Json, Names


def claims(case: CaseFolder, /, filters: Filters | None = None, *, json: Json = False, names: Names = False) -> int:
    """Lists the claims of a case."""
    chosen = filters or Filters()
    return listed("claims", api.open(case).claims(names=names, **chosen.narrow()), chosen, json=json)
