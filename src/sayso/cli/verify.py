"""`sayso verify`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from sayso import api
from sayso.cli.printing import clean, note

#: Exit code where something does not hold.
FOUND = 3


def verify(what: Annotated[Path, Parameter(help="The folder of a case, or the file of an assessment.")], /) -> int:
    """Recomputes hashes, spans, counts and numbers; names each that does not hold and ends with exit code 3."""
    found = api.verify(what)
    for line in found.complaints:
        print(clean(line))
    note(f"{found.checked}: {f'{len(found.complaints):,} do not hold' if found.complaints else 'all hold'}")
    return FOUND if found.complaints else 0
