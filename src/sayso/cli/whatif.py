"""`sayso whatif`."""

from __future__ import annotations

from typing import Annotated, Any

from cyclopts import Parameter

from sayso import api
from sayso.cli.listing import NOTHING_MATCHED
from sayso.cli.options import CaseFolder, Json
from sayso.cli.printing import complain, print_lines
from sayso.pipeline.lookups import register
from sayso.tell.phrases import counted


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
    opened = api.open(case)
    changes = opened.whatif(without, as_of=as_of, each=each)
    if not changes:
        absent = _absent(without, {row["name"] for row in opened.sources()})
        if absent:
            complain(f"{absent}: no report and no chain names an outlet so; `sayso sources CASE` lists them")
            return NOTHING_MATCHED
    if json:
        print_lines(changes)
        return 0
    for change in changes:
        left = f"without {change['origin']} ({change['kind']}): " if each else ""
        print(f"{left}{change['id']} {change['indicator']}: {_said(change['before'])} -> {_said(change['after'])}")
    if not changes:
        complain("nothing changes")
    return 0


def _absent(without: tuple[str, ...], known: set[str]) -> str:
    """The outlets that are to be left out and are not in the case at all, in one line."""
    books = register()
    names = [written.removeprefix("outlet:") for written in without if written.startswith("outlet:")]
    entries = [(name, books.find(name)) for name in names]
    return ", ".join(name for name, entry in entries if not known & {name, entry.name if entry else name})


def _said(numbers: dict[str, Any]) -> str:
    low, high = numbers["origins"]["low"], numbers["origins"]["high"]
    origins = f"{low}" if low == high else f"{low} to {high}"
    grade = numbers["credibility"] or "none"
    base = f"{counted(numbers['reports'], 'report')}, {counted(numbers['outlets'], 'outlet')}"
    return f"{base}, origins {origins}, credibility {grade}"
