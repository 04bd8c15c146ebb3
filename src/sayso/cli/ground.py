"""`sayso ground`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from sayso import api
from sayso.cli.printing import print_lines


def ground(
    file: Annotated[Path, Parameter(help="A file of JSON lines, or - for standard input.", allow_leading_hyphen=True)],
    /,
) -> int:
    """Whether each claim stands in its text and is no falsification of it, line by line."""
    if str(file) == "-":
        print_lines(api.ground(sys.stdin.buffer))
        return 0
    with file.open("rb") as lines:
        print_lines(api.ground(lines))
    return 0
