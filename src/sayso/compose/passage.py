"""One report with everything that was found in it, as composing needs it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass

from sayso.model.books import Group, Outlet
from sayso.model.coding import Coding
from sayso.model.mention import Mention
from sayso.model.report import Report
from sayso.model.slots import Place, Quantity, When
from sayso.model.span import Sentence, Span
from sayso.model.telling import Attribution


@dataclass(frozen=True, slots=True)
class Findings:
    """A report's sentences, attributions, codings, mentions and resolved words, all in text order."""

    report: Report
    sentences: tuple[Sentence, ...]
    attributions: tuple[Attribution, ...]
    codings: tuple[Coding, ...]
    mentions: tuple[Mention, ...]
    places: tuple[Place, ...]
    times: tuple[When, ...]
    quantities: tuple[Quantity, ...]

    def sentence_at(self, position: int) -> int:
        """The index of the last sentence that begins at or before a position."""
        return max(0, bisect_right(self.sentences, position, key=lambda s: s.start) - 1)


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of the world: armed groups by name, and outlets by any of their names."""

    groups: dict[str, Group]
    outlet_named: Callable[[str], Outlet | None]


def inside(start: int | None, end: int | None, span: Span) -> bool:
    """Whether words with these offsets stand inside a span."""
    return start is not None and end is not None and span.start <= start and end <= span.end
