"""Stretches of a frozen text: half-open, counted in code points."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model.errors import Bug


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch `[start, end)` of a text, in code points."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise Bug(f"span [{self.start}, {self.end}) is not a stretch")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The words this span covers."""
        return text[self.start : self.end]

    def holds(self, other: Span) -> bool:
        """Whether the other span lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def overlap(self, other: Span) -> int:
        """How many code points both spans cover."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))


@dataclass(frozen=True, slots=True)
class Token:
    """One word, number or mark of a text; `tag` is its Penn part of speech, or "" where none was made."""

    start: int
    end: int
    text: str
    lower: str
    tag: str = ""

    @property
    def span(self) -> Span:
        """Where the token stands."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence with its tokens and the number of the paragraph it stands in, from 0.

    `debris` marks a sentence that belongs to the page, not the report (share bars, repeated captions):
    it yields no claim. `headline` marks the title line, `caption` the first print of a caption.
    """

    start: int
    end: int
    paragraph: int
    tokens: tuple[Token, ...]
    debris: bool = False
    headline: bool = False
    caption: bool = False

    @property
    def span(self) -> Span:
        """Where the sentence stands."""
        return Span(self.start, self.end)
