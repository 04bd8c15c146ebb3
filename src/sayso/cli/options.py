"""Flags that several commands share."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter
from cyclopts.validators import Number

from sayso.pipeline.narrowing import Narrow

#: The folder of a case.
CaseFolder = Annotated[Path, Parameter(help="The folder of the case.")]
Json = Annotated[bool, Parameter(name="--json", negative="", help="JSON lines, keys sorted.")]
Names = Annotated[bool, Parameter(name="--names", negative="", help="Show names of protected people, on this machine.")]

Who = Annotated[str | None, Parameter(help="Who decides; the name of your account if not given.")]
Limit = Annotated[int, Parameter(help="Show at most so many, and say of how many.", validator=Number(gte=0, lte=1000))]


@Parameter(name="*")
@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What a list is narrowed to; since and until are the time of happening, else of publication."""

    indicator: Annotated[tuple[str, ...], Parameter(help="Only these indicators; may be repeated.", negative="")] = ()
    since: Annotated[str | None, Parameter(help="Happened on or after: YYYY, YYYY-MM or YYYY-MM-DD.")] = None
    until: Annotated[str | None, Parameter(help="Happened on or before.")] = None
    published_since: Annotated[str | None, Parameter(help="Published on or after.")] = None
    published_until: Annotated[str | None, Parameter(help="Published on or before.")] = None
    place: Annotated[tuple[str, ...], Parameter(help="In this place or within it; a name or id.", negative="")] = ()
    outlet: Annotated[tuple[str, ...], Parameter(help="Published by this outlet.", negative="")] = ()
    text: Annotated[str, Parameter(help="The report's text holds all these words.")] = ""
    limit: Annotated[
        int | None, Parameter(help="Show at most so many, and say of how many.", validator=Number(gte=0))
    ] = None

    def narrow(self) -> Narrow:
        """The filters as the Python API takes them."""
        return {
            "indicator": self.indicator,
            "since": self.since,
            "until": self.until,
            "published_since": self.published_since,
            "published_until": self.published_until,
            "place": self.place,
            "outlet": self.outlet,
            "text": self.text,
        }

    @property
    def any(self) -> bool:
        """Whether anything is narrowed."""
        return any(self.narrow().values())
