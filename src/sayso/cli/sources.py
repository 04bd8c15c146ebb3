"""`sayso sources`."""

from __future__ import annotations

from sayso import api
from sayso.cli.listing import listed
from sayso.cli.options import CaseFolder, Filters, Json, Names


def sources(case: CaseFolder, /, filters: Filters | None = None, *, json: Json = False, names: Names = False) -> int:
    """Lists the sources of a case; no private person is named in them, with `--names` or without."""
    chosen = filters or Filters()
    return listed("sources", api.open(case).sources(**chosen.narrow()), chosen, json=json)
