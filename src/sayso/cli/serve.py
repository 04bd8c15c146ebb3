"""`sayso serve`."""

from __future__ import annotations

from typing import Annotated

from cyclopts import Parameter
from cyclopts.validators import Number

from sayso.cli.options import CaseFolder, Names
from sayso.cli.printing import note


def serve(
    case: CaseFolder,
    /,
    *,
    port: Annotated[int, Parameter(help="The port; 0 takes a free one.", validator=Number(gte=0, lte=65535))] = 0,
    names: Names = False,
) -> int:
    """The review desk in a browser, on this machine alone; stop it with Ctrl+C."""
    from sayso.web.serving import Served

    served = Served(case, port, names=names)

    def ready() -> None:
        print(served.address(), flush=True)
        note("open this address in a browser; it works once, and an open desk gives others. Ctrl+C stops the desk.")

    served.run(ready)
    return 0
