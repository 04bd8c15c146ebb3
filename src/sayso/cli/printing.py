"""What commands print: data to standard output, everything else to standard error, nothing that drives a terminal."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rich.console import Console

Row = dict[str, Any]

#: C0 and C1 control characters but tab and newline: escape sequences in a file name must not drive a terminal.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def clean(words: str) -> str:
    """The words without control characters."""
    return _CONTROL.sub("�", words)


def complain(words: str) -> None:
    """The words stand on standard error, cleaned."""
    print(f"sayso: {clean(words)}", file=sys.stderr, flush=True)


def note(words: str) -> None:
    """A diagnostic line stands on standard error, cleaned."""
    print(clean(words), file=sys.stderr, flush=True)


def as_json(row: object) -> str:
    """One line of JSON, keys sorted."""
    return json.dumps(row, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def print_lines(rows: Iterable[Row]) -> None:
    """Each row stands on standard output as a line of JSON, in UTF-8 whatever the locale."""
    out = sys.stdout.buffer
    for row in rows:
        out.write(as_json(row).encode("utf-8") + b"\n")
    out.flush()


def limited(rows: Sequence[Row], limit: int | None) -> Sequence[Row]:
    """At most that many rows; what is left out is told on standard error."""
    if limit is None or len(rows) <= limit:
        return rows
    note(f"{limit:,} of {len(rows):,} shown")
    return rows[:limit]


def console() -> Console:
    """A console on standard output; without colour where NO_COLOR is set or it is no terminal."""
    from rich.console import Console

    return Console(highlight=False, soft_wrap=not sys.stdout.isatty(), file=sys.stdout)
