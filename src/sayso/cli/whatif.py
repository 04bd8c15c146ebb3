"""`sayso whatif`."""

from __future__ import annotations

from typing import Annotated, Any

from cyclopts import Parameter

from sayso import api
from sayso.cli.options import CaseFolder, Json
from sayso.cli.printing import complain, print_lines


def whatif(
    case: CaseFolder,
    /,
    *,
    without: Annotated[
        tuple[str, ...],
        Parameter(help="origin:ID, outlet:NAME, kind:KIND, side:SIDE or country:CC; may be repeated.", negative=""),
    ] = (),
    as_of: Annotated[str | None, Parameter(help="Leave out what was published after this day.")] = None,
    each: Annotated[str | None, Parameter(help="origin: leave out one origin after the other.")] = None,
    json: Json = False,
) -> int:
    """Which matters change when something is left out."""
    changes = api.open(case).whatif(without, as_of=as_of, each=each)
    if json:
        print_lines(changes)
        return 0
    for change in changes:
        left = f"without {change['origin']} ({change['kind']}): " if each else ""
        print(f"{left}{change['id']} {change['indicator']}: {_said(change['before'])} -> {_said(change['after'])}")
    if not changes:
        complain("nothing changes")
    return 0


def _said(numbers: dict[str, Any]) -> str:
    low, high = numbers["origins"]["low"], numbers["origins"]["high"]
    origins = f"{low}" if low == high else f"{low} to {high}"
    grade = numbers["credibility"] or "none"
    return f"{numbers['reports']} reports, {numbers['outlets']} outlets, origins {origins}, credibility {grade}"
