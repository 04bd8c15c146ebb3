"""What all lists share: JSON lines or a table, a limit that is told, and exit code 4 where a filter matched nothing."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.cli.options import Filters
from sayso.cli.printing import Row, complain, console, limited, print_lines

NOTHING_MATCHED = 4


def listed(kind: str, rows: Sequence[Row], filters: Filters, *, json: bool) -> int:
    """The exit code after the rows were printed."""
    shown = limited(rows, filters.limit)
    if json:
        print_lines(shown)
    elif shown:
        from sayso.tell import lists

        lists.table(kind, shown, console(), len(rows))
    if not rows and filters.any:
        complain(f"no {kind} match; `sayso {kind} CASE` without filters lists all")
        return NOTHING_MATCHED
    if not rows and not json:
        complain(f"the case has no {kind} yet")
    return 0
