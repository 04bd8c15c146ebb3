"""`sayso agreement`."""

from __future__ import annotations

from typing import Annotated

from cyclopts import Parameter

from sayso import api
from sayso.cli.options import CaseFolder, Json
from sayso.cli.printing import clean, print_lines


def agreement(
    case: CaseFolder,
    one: Annotated[str, Parameter(help="A coder, by the name he decides under.")],
    other: Annotated[str, Parameter(help="Another coder.")],
    /,
    *,
    seed: Annotated[int, Parameter(help="Fixes the interval.")] = 0,
    json: Json = False,
) -> int:
    """How far two coders agree."""
    found = api.open(case).desk.agreement(one, other, seed=seed)
    if json:
        print_lines([found])
        return 0
    print(f"judged by both: {found['both']:,}, of which the same: {found['agree']:,}")
    print(clean(f"by {one} alone: {found['only_one']:,}; by {other} alone: {found['only_other']:,}"))
    if found["alpha"] is not None:
        ends = f" ({found['low']:.2f} to {found['high']:.2f})" if found["low"] is not None else ""
        print(f"alpha: {found['alpha']:.2f}{ends}")
    print(found["why"])
    return 0
