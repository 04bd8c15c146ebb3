"""The command `sayso`: one file per command."""

from __future__ import annotations

import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit code of the command that the arguments name."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given == ["--version"]:
        # The commonest question of scripts is answered without loading anything else.
        from sayso.cli.version import words

        print(words())
        return 0
    from sayso.cli.running import run

    return run(given)
