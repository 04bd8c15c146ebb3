"""Names that people give, looked up in the shipped books; each is loaded only when it is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from sayso.books import register as registers
from sayso.books.register import Register


def register() -> Register:
    """The register of outlets."""
    return registers.shipped()


def outlet_names(name: str) -> Sequence[str]:
    """The name under which the register has an outlet, if it has it."""
    found = register().find(name)
    return (found.name,) if found else ()


def place_ids(name: str) -> Sequence[str]:
    """The ids of the places that a name may mean; of one place where an id is given."""
    from sayso.books.gazetteer import Gazetteer

    gazetteer = Gazetteer(Path(__file__).parent.parent / "data" / "places.sqlite")
    if gazetteer.entry(name) is not None:
        return (name,)
    return tuple(entry.id for entry in gazetteer.find(name))
