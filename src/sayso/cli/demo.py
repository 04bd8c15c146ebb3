"""`sayso demo`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from sayso import api
from sayso.cli.printing import console, note


def demo(
    *,
    to: Annotated[Path, Parameter(help="The folder of the case; the assessment is written beside it.")] = Path(
        "demo-case"
    ),
) -> int:
    """Makes a case from the shipped samples, shows it and writes its assessment."""
    from sayso.tell import terminal

    case, done = api.demo(to)
    for each in done.failed:
        note(f"failed: {each.path}: {each.why}")
    terminal.show(case.summary(), console())
    page = to.resolve().parent / "demo-assessment.html"
    case.assess(page)
    note(
        f"\nwrote {page}; open it in a browser. The case is {to}: try `sayso matters {to}` and `sayso explain {to} ID`."
    )
    return 0
