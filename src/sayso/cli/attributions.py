"""`sayso attributions`."""

from __future__ import annotations

from sayso import api
from sayso.cli.options import CaseFolder, Json
from sayso.cli.printing import print_lines


def attributions(case: CaseFolder, /, *, json: Json = False) -> int:
    """Every act of telling in every sentence of a case, as JSON lines with or without `--json`."""
    print_lines(api.open(case).attributions())
    return 0
