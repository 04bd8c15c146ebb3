"""`sayso activity`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from cyclopts import Parameter

from sayso import api
from sayso.cli.options import CaseFolder, Json, Limit, Names
from sayso.cli.printing import clean, note, print_lines


@Parameter(name="*")
@dataclass(frozen=True, slots=True, kw_only=True)
class Which:
    """Which decisions are told."""

    since: Annotated[int, Parameter(help="Only decisions after this number.")] = 0
    who: Annotated[str | None, Parameter(help="Only those of this coder.")] = None
    about: Annotated[str | None, Parameter(help="Only those about this id.")] = None


def activity(
    case: CaseFolder,
    /,
    which: Which | None = None,
    *,
    limit: Limit = 100,
    names: Names = False,
    json: Json = False,
) -> int:
    """Who decided what, when and why, newest first."""
    asked = which or Which()
    desk = api.open(case).desk
    found = desk.activity(since=asked.since, who=asked.who, about=asked.about, limit=limit, names=names)
    if json:
        print_lines(found["rows"])
    else:
        for row in found["rows"]:
            back = "" if row["stands"] else f" (taken back by {row['undone_by']})"
            because = f" Why: {row['why']}" if row["why"] else ""
            print(clean(f"{row['number']} {row['when']} {row['told']}{because}{back}"))
    if len(found["rows"]) < found["total"]:
        note(f"{len(found['rows']):,} of {found['total']:,} shown")
    return 0
