"""The command `sayso`: one file per command."""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Sequence

#: Exit code of a command that was stopped at the keyboard.
INTERRUPTED = 130

#: How many new values lie about before the first, second and third round of tidying; Python's own numbers, made for
#: programs of little memory, cost a tenth of the time in which modules and books are loaded.
_TIDY_AFTER = (400_000, 20, 50)


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit code of the command that the arguments name."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given == ["--version"]:
        # The commonest question of scripts is answered without loading anything else.
        from sayso.cli.version import words

        print(words())
        return 0
    try:
        from sayso.cli.running import run

        return run(given)
    except KeyboardInterrupt:
        # Before the command itself has begun, there is nothing to say but the code.
        return INTERRUPTED


def program() -> None:
    """The process ends with the command's exit code, also where it is interrupted while it goes down."""
    gc.set_threshold(*_TIDY_AFTER)
    code = main()
    # What is still in memory goes with the process; to look through it for circles once more takes 0.3 s after `add`.
    gc.freeze()
    # The command is done, and Python puts the deadly default back while it goes down, unless the signal is ignored.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if code == INTERRUPTED:
        # An interruption inside `exec`, which dataclasses use while modules load, is remembered as unheard though it
        # was heard, and Python would end by the signal after all; so it is not asked.
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
    sys.exit(code)
