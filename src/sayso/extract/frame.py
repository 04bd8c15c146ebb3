"""Frames: an act of telling as found in one sentence, before it is known who the teller is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from sayso.extract.lexicon import Lexicon
from sayso.extract.line import Line
from sayso.model.span import Span
from sayso.model.telling import Certainty


@dataclass(frozen=True, slots=True)
class Frame:
    """Source, cue and content of one telling; `doubted` says that the cue marks doubt of whoever passes it on.

    `told_to` are the words that name whom the teller told. `within` says that the frame passes on through the
    sentence's other frame: "quoting sources, the paper reports …" puts the sources inside what the paper tells.
    """

    finder: str
    source: Span | None
    cue: Span
    contents: tuple[Span, ...]
    certainty: Certainty = Certainty.ASSERTED
    doubted: bool = False
    told_to: Span | None = None
    within: bool = False


class Finder(Protocol):
    """One way of telling; `finds` pairs a text with the cue, source and content words it must find there."""

    @property
    def name(self) -> str:
        """The finder's name."""
        ...

    @property
    def version(self) -> str:
        """Changes when what it finds changes."""
        ...

    @property
    def finds(self) -> tuple[tuple[str, str, str, str], ...]:
        """Texts with the cue, source ("" for none) and content words that must be found there."""
        ...

    @property
    def leaves(self) -> tuple[str, ...]:
        """Texts that must be left alone."""
        ...

    def frames(self, line: Line, lexicon: Lexicon) -> list[Frame]:
        """The frames of this kind in one sentence."""
        ...
