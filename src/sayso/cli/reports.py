"""`sayso reports`."""

from __future__ import annotations

from sayso import api
from sayso.cli.listing import listed
from sayso.cli.options import CaseFolder, Filters, Json, Names


def reports(case: CaseFolder, /, filters: Filters | None = None, *, json: Json = False, names: Names = False) -> int:
    """Lists the reports of a case."""
    chosen = filters or Filters()
    return listed("reports", api.open(case).reports(names=names, **chosen.narrow()), chosen, json=json)
