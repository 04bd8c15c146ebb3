"""Captions: what a picture's line says is read once; its repeat and its credit are not."""

from __future__ import annotations

import re

from sayso.model.report import Credit
from sayso.model.span import Span
from sayso.read.layout import Block, Layout, alike

#: A line that ends in a bracketed or trailing picture credit.
_CREDITED = re.compile(
    r".{12,600}?[\[(](?:[^\])\n]{0,60}(?:/|photo|getty|image|courtesy|file|handout|supplied"
    r"|via )[^\])\n]{0,60})[\])]\.?"
    r"|.{12,600}?\b(?:photo|picture|image|photograph)s?(?: credit| courtesy(?: of)?| by|:)[^.]{2,60}\.?"
    r"|.{12,600}?[.)]\s?(?:reuters|afp|ap|epa|anadolu|xinhua|getty images|handout)(?:\s?/\s?[^.]{1,50})?\.?"
    r"|(?:file|undated|archive|in this|an undated)\b.{0,40}\b(?:photo|picture|image|photograph|still|screengrab|frame"
    r"|handout)\b.{5,500}",
    re.IGNORECASE,
)
#: What the end of a line must hold, or its beginning, if it has a credit: quick to look for, unlike the credit itself.
_CREDIT_AT_END = re.compile(
    r"[\])]\.?\Z|photo|picture|image|[.)]\s?(?:reuters|afp|ap|epa|anadolu|xinhua|getty|handout)", re.IGNORECASE
)
_PICTURE_AT_START = re.compile(r"file|undated|archive|in this|an undated", re.IGNORECASE)
#: The longest credit of words that no bracket holds has 84 characters.
_END = 90
#: Words that make a line a statement; a caption beside the headline names what is seen.
_VERBS = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|says?|said|tells?|told|reports?|reported"
    r"|claims?|claimed|admits?|denies|denied|warns?|warned|quits?|flee|flees|fled|leave|leaves|left|kills?|killed|loses?"
    r"|lost|do|does|did|be|been|why|how|what|when|amid|as)\b",
    re.IGNORECASE,
)
#: A caption without a credit is at most this long, and stands at most this many blocks after the headline.
_SHORT_WORDS, _BESIDE = 16, 4


def captions_of(
    layout: Layout, debris: tuple[Span, ...], byline: Credit | None, credits: tuple[Credit, ...]
) -> tuple[Span, ...]:
    """The spans of captions, first prints only, sorted."""
    furniture = set(debris)
    credited = [credit.start for credit in (*credits, *((byline,) if byline else ()))]
    found: list[Span] = []
    for number, block in enumerate(layout.blocks):
        if number == layout.headline or _is_taken(block, furniture, credited):
            continue
        if _is_printed_twice(layout, number) or _is_credited(block.text) or _is_beside(layout, number):
            found.append(block.span)
    return tuple(found)


def _is_taken(block: Block, furniture: set[Span], credited: list[int]) -> bool:
    return block.span in furniture or any(block.start <= start < block.end for start in credited)


def _is_credited(line: str) -> bool:
    if _CREDIT_AT_END.search(line[-_END:]) or _PICTURE_AT_START.match(line):
        return _CREDITED.fullmatch(line) is not None
    return False


def _is_printed_twice(layout: Layout, number: int) -> bool:
    """Whether the next block repeats this one, as pages do that print a caption in and below a picture."""
    block = layout.blocks[number]
    if number + 1 >= len(layout.blocks) or block.words < 2:
        return False
    return alike(block.text, layout.blocks[number + 1].text)


def _is_beside(layout: Layout, number: int) -> bool:
    """Whether a short line without a verb stands between headline and body."""
    block = layout.blocks[number]
    if layout.headline is None or not layout.headline < number < min(layout.body, layout.headline + 1 + _BESIDE):
        return False
    if not 3 <= block.words <= _SHORT_WORDS or block.text.endswith((":", "?", ".")):
        return False
    return not any(char.isdigit() for char in block.text) and _VERBS.search(block.text) is None
