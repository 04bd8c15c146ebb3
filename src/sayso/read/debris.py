"""Debris: the page's own furniture in a frozen text; it stays in the text and yields no claim."""

from __future__ import annotations

from sayso.model.span import Span
from sayso.read.finders.adverts import Advertisement, Cookies, Copyright
from sayso.read.finders.comments import Comments, Newsletter, Sharing
from sayso.read.finders.credits import PhotoCredit
from sayso.read.finders.lines import LineFinder
from sayso.read.finders.promos import LinkList, Player, Promo, Tags
from sayso.read.finders.structure import Repeat, SectionLabel, Teaser
from sayso.read.layout import Finder, Layout, layout_of

#: Every finder that is run, in the order in which the docs list them; the result does not depend on it.
FINDERS: tuple[Finder, ...] = (
    Repeat(),
    SectionLabel(),
    Teaser(),
    Advertisement(),
    Promo(),
    LinkList(),
    Player(),
    Sharing(),
    Comments(),
    Newsletter(),
    Cookies(),
    Copyright(),
    PhotoCredit(),
    Tags(),
)


def laid_out(text: str, title: str | None = None) -> Layout:
    """The layout of a text, no line that is furniture taken for its headline."""
    lines = tuple(finder for finder in FINDERS if isinstance(finder, LineFinder))
    return layout_of(text, title, lambda block: any(finder.fits(block) for finder in lines))


def debris_of(layout: Layout) -> tuple[Span, ...]:
    """The spans of the text that are furniture, sorted, each once."""
    return tuple(sorted({span for finder in FINDERS for span in finder.spans(layout)}))
