"""Runs one command; every expected failure is one clear sentence on standard error and an exit code."""

from __future__ import annotations

import errno
import io
import os
import sys
import traceback
from collections.abc import Sequence

from cyclopts import App, CycloptsError

from sayso.cli import INTERRUPTED
from sayso.cli.printing import complain
from sayso.cli.version import words
from sayso.model.errors import Bug, SaysoError

FAILED, USAGE, FAULT = 1, 2, 70

#: Each command and where it is defined; a module is imported when its command runs, which keeps start-up short.
COMMANDS = {
    "new": "sayso.cli.new:new",
    "add": "sayso.cli.add:add",
    "show": "sayso.cli.show:show",
    "reports": "sayso.cli.reports:reports",
    "claims": "sayso.cli.claims:claims",
    "matters": "sayso.cli.matters:matters",
    "origins": "sayso.cli.origins:origins",
    "ties": "sayso.cli.ties:ties",
    "sources": "sayso.cli.sources:sources",
    "explain": "sayso.cli.explain:explain",
    "whatif": "sayso.cli.whatif:whatif",
    "assess": "sayso.cli.assess:assess",
    "verify": "sayso.cli.verify:verify",
    "export": "sayso.cli.export:export",
    "decide": "sayso.cli.decide:decide",
    "undo": "sayso.cli.undo:undo",
    "activity": "sayso.cli.activity:activity",
    "search": "sayso.cli.search:search",
    "agreement": "sayso.cli.agreement:agreement",
    "serve": "sayso.cli.serve:serve",
    "demo": "sayso.cli.demo:demo",
    "attributions": "sayso.cli.attributions:attributions",
    "ground": "sayso.cli.ground:ground",
    "evaluate": "sayso.cli.evaluate:evaluate",
    "codebook": "sayso.cli.codebook:app",
}


def program() -> App:
    """The whole command line."""
    app = App(
        name="sayso",
        help="On whose say-so? Claims, chains, origins and counts from reports about armed groups.",
        help_epilogue="Exit codes: 0 done, 1 failed, 2 wrong usage, 3 verification found something, "
        "4 nothing matched, 5 a broken codebook, 70 a fault of ours.",
        version=words,
        help_format="plaintext",
        default_parameter=None,
    )
    for name, place in COMMANDS.items():
        app.command(place, name=name)
    return app


def _described(app: App, arguments: Sequence[str]) -> App:
    """The command line with every command loaded where help lists them all, so that it can say what each does."""
    if not arguments or arguments[0] in ("-h", "--help"):
        for name in COMMANDS:
            app[name]
    return app


def run(arguments: Sequence[str]) -> int:
    """The exit code of the command."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        # A terminal that lacks a letter shows a question mark; JSON lines are UTF-8 whatever the terminal.
        sys.stdout.reconfigure(errors="replace")
    try:
        code = _called(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read our output has had enough, as `head` does; that is no failure.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        complain("stopped; repeat the command to go on where it stopped")
        return INTERRUPTED
    return code


def _called(arguments: Sequence[str]) -> int:
    app = _described(program(), arguments)
    try:
        found = app(arguments, exit_on_error=False, print_error=False, result_action="return_value")
    except CycloptsError as error:
        complain(f"{error} See `sayso --help` or `sayso COMMAND --help`.")
        return USAGE
    except Bug as error:
        traceback.print_exc()
        complain(f"a fault of ours: {error}; please report it")
        return error.exit_code
    except SaysoError as error:
        complain(str(error))
        return error.exit_code
    except BrokenPipeError:
        raise
    except OSError as error:
        complain(_told(error))
        return FAILED
    except Exception as error:
        traceback.print_exc()
        complain(f"a fault of ours: {type(error).__name__}: {error}; please report it")
        return FAULT
    return found if isinstance(found, int) else 0


_ADVICE = {
    errno.ENOSPC: "the disk is full; make room and repeat the command, nothing that was added is lost",
    errno.EDQUOT: "your quota is used up; make room and repeat the command, nothing that was added is lost",
    errno.EFBIG: "the file may not grow that large here; lift the limit and repeat the command",
    errno.EROFS: "it lies on a read-only disk; choose another place",
    errno.EACCES: "permission denied; give yourself access or choose another place",
    errno.ENOENT: "there is no such file or folder",
}


def _told(error: OSError) -> str:
    where = f"{error.filename}: " if error.filename else ""
    return where + _ADVICE.get(error.errno or 0, error.strerror or str(error))
