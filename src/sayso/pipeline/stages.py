"""What adding needs of the other rooms, as one value: tests give their own, the program gives the real ones."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

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
    reports which another version read are read again.
    """

    listing: Callable[[Sequence[Path], Path | None], Iterable[Item | Unread]]
    take: Callable[[Item], Taken]
    analyse: Callable[[Report], Analysis]
    link: Callable[[Sequence[Report], Sequence[Claim], Sequence[Decision]], Linked]
    within: Callable[[str], Sequence[str]]
    made_by: str


class Linking(Protocol):
    """What bringing a case up to date needs of the stages."""

    @property
    def link(self) -> Callable[[Sequence[Report], Sequence[Claim], Sequence[Decision]], Linked]:
        """The whole case, linked and weighed."""
        ...

    @property
    def made_by(self) -> str:
        """The program and its books."""
        ...
