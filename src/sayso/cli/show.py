"""`sayso show`."""

from __future__ import annotations

from sayso import api
from sayso.cli.options import CaseFolder, Names
from sayso.cli.printing import console


def show(case: CaseFolder, /, *, names: Names = False) -> int:
    """The summary of a case: what was read, claims by time, the most telling matters, contradictions."""
    opened = api.open(case)
    summary = opened.summary(names=names)
    from sayso.tell import terminal

    terminal.show(summary, console())
    return 0
