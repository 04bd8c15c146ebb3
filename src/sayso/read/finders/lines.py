"""The base of finders that know a piece of page furniture by one line of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from sayso.model.span import Span
from sayso.read.layout import Block, Layout

#: Page furniture is short; longer lines are never tried, which also bounds what a hostile line can cost.
_LONGEST = 240


class LineFinder:
    """Finds the blocks, other than the headline, that one pattern fits from beginning to end."""

    version: ClassVar[str] = "1"
    pattern: ClassVar[re.Pattern[str]]
    #: Whether a block that reads like a full paragraph may still be furniture of this kind.
    full_too: ClassVar[bool] = True

    def spans(self, layout: Layout) -> Iterator[Span]:
        """The blocks that are furniture of this kind."""
        for number, block in enumerate(layout.blocks):
            if number != layout.headline and len(block.text) <= _LONGEST and self.fits(block):
                yield block.span

    def fits(self, block: Block) -> bool:
        """Whether a line is furniture of this kind."""
        return (self.full_too or not block.is_full) and self.pattern.fullmatch(block.text) is not None
