"""Furniture known by where it stands: repeats, menu lines above the headline, teasers between paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from sayso.model.span import Span
from sayso.read.layout import Block, Layout, plainly, says


class Repeat:
    """The second print of a line or paragraph; the first is kept."""

    name: ClassVar[str] = "repeat"
    version: ClassVar[str] = "1"
    finds: ClassVar = (
        ("Men quit\n\nTroops near the mill\nTroops near the mill\n\nThey left on Monday.", "Troops near the mill"),
        ("Men quit\n\nThey left on Monday, officials said.\n\nMen quit", "Men quit"),
    )
    leaves: ClassVar = ("“No.”\n\nHe asked again.\n\n“No.”", "35\n\n35")
    #: Shorter repeats are answers and figures, not captions.
    least_words: ClassVar[int] = 2

    def spans(self, layout: Layout) -> Iterator[Span]:
        """Every block that says the same as one before it."""
        seen: set[str] = set()
        for block in layout.blocks:
            key = plainly(block.text)
            if key and key in seen and block.words >= self.least_words:
                yield block.span
            seen.add(key)


class SectionLabel:
    """Short menu lines above the headline, such as the names of the section and the region."""

    name: ClassVar[str] = "section label"
    version: ClassVar[str] = "1"
    finds: ClassVar = (
        ("Lake Region News\nSecurity\n\nRebels quit the lake as pay dries up\n\nThe men left on Monday.", "Security"),
        ("WORLD\n\nRebels quit the lake as pay dries up\n\nThe men left on Monday.", "WORLD"),
    )
    leaves: ClassVar = (
        "Rebels quit lake\n\nA burnt truck by the shore",
        "Rebels quit the lake as pay dries up\n\nNo pay\n\nThe men left on Monday.",
        "Rebels quit",
    )
    most_words: ClassVar[int] = 4
    byline = re.compile(r"by\s|.*\b(?:19|20)\d\d\b|.* reports:$", re.IGNORECASE)

    def spans(self, layout: Layout) -> Iterator[Span]:
        """The short lines above the headline that are no byline and no date."""
        for block in layout.blocks[: layout.headline or 0]:
            if block.words <= self.most_words and self._labels(block):
                yield block.span

    def _labels(self, block: Block) -> bool:
        return not block.ends_sentence and not says(block.text) and not self.byline.match(block.text)


class Teaser:
    """A line ending in a colon that leads to a video or gallery: no list, quotation or credit follows it."""

    name: ClassVar[str] = "teaser"
    version: ClassVar[str] = "1"
    _body = "Officers in the capital say that the army has lost more men to hunger than to the enemy this year."
    finds: ClassVar = (
        (f"Men quit\n\n{_body}\n\nLife in a besieged river town:\n\n{_body} Again.", "Life in a besieged river town:"),
        (f"Men quit\n\n{_body}\n\nVideo from the front line:", "Video from the front line:"),
    )
    leaves: ClassVar = (
        f"Men quit\n\nHarbour News Agency reports:\n\n{_body}",
        f"Men quit\n\n{_body}\n\nThe statement read in full:\n\n{_body} Again.",
        f"Men quit\n\n{_body}\n\nThe reasons for leaving:\n\n- pay\n- fear",
        f"Men quit\n\n{_body}\n\nA mother of two, on her son:\n\n“He came home in spring.”",
        f"Men quit\n\n{_body}\n\nHe gave three reasons:\n\n{_body} Again.",
    )
    #: Longer lines are sentences that introduce something.
    most_words: ClassVar[int] = 14
    _introduces = re.compile(
        r"\b(?:reports?|reported|writes?|wrote|said|says?|told|tells|adds?|added|reads?|asked|asks|declared|stated|states"
        r"|statement|letter|message|letters|note|order|decree|quotes?|quoted|according|following|follows?|below|these|this"
        r"|including|includes?|reasons?|points?|ways|steps|demands|conditions|questions?|answers?|examples?|list|findings"
        r"|summary|excerpts?|transcript|editor[’']s|correction|clarification|warned|announced|explained|claimed|concluded"
        r"|gave|listed|named|found|are|is|was|were|has|have|had|one|two|three|four|five|six|he|she|they|we|it|who)\b",
        re.IGNORECASE,
    )
    _list = re.compile(r"[-–—*•·▪‣“\"'‘«(\[]|\d{1,3}[.)]\s")

    def spans(self, layout: Layout) -> Iterator[Span]:
        """The lines that tease: short, ending in a colon, before an unrelated paragraph or at the end."""
        for number, block in enumerate(layout.blocks):
            following = layout.blocks[number + 1] if number + 1 < len(layout.blocks) else None
            if number > layout.body and self._teases(block, following):
                yield block.span

    def _teases(self, block: Block, following: Block | None) -> bool:
        if not block.text.endswith(":") or block.words > self.most_words or self._list.match(block.text):
            return False
        if self._introduces.search(block.text):
            return False
        return (
            following is None or (following.is_full and not self._list.match(following.text)) or not following.is_full
        )
