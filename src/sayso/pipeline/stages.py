"""What adding needs of the other rooms, as one value: tests give their own, the program gives the real ones."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from sayso.link.linking import Books
from sayso.model.claim import Claim
from sayso.model.decision import Decision
from sayso.model.finding import Linked
from sayso.model.picture import Analysis, Unread
from sayso.model.report import Report
from sayso.read.items import Item, Taken


@dataclass(frozen=True, slots=True)
class Stages:
    """The stages in the order they are used.

    `within` gives the ids of the places that contain a place; `made_by` names the program and its books, so that
    reports which another version read are read again; `books` are those of linking. `link` links the whole case at
    once, in memory: what a case holds is checked against it.
    """

    listing: Callable[[Sequence[Path], Path | None], Iterable[Item | Unread]]
    take: Callable[[Item], Taken]
    analyse: Callable[[Report], Analysis]
    link: Callable[[Sequence[Report], Sequence[Claim], Sequence[Decision]], Linked]
    within: Callable[[str], Sequence[str]]
    made_by: str
    books: Books


class Linking(Protocol):
    """What bringing a case up to date needs of the stages."""

    @property
    def books(self) -> Books:
        """What linking looks things up in, before what people decided about owners."""
        ...

    @property
    def made_by(self) -> str:
        """The program and its books."""
        ...
