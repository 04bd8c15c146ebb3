"""Names of protected persons, masked with a character of the same length so that offsets stay true."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from sayso.model.span import Span

#: One of these stands for each character of a masked name; it is in no alphabet, so no text holds it by chance.
MASK = "█"

#: Shorter names ("Al", "Bo") would also match inside common words when a title or a URL is searched for them.
_SHORTEST_NAME = 3

#: What may stand between the words of a name in an address: "Abu Omar" as abu-omar, abu_omar, abu+omar, abu%20omar.
_GAP = r"(?:[\s\-_+.]|%20)*"


def mask(words: str) -> str:
    """The words with every character but white space masked; as long as before."""
    return "".join(sign if sign.isspace() else MASK for sign in words)


def mask_spans(text: str, spans: Iterable[Span], offset: int = 0) -> str:
    """The text with the spans masked; `offset` is where the text begins in the text that the spans count."""
    near = [span for span in spans if span.start < offset + len(text) and offset < span.end]
    if not near:
        return text
    signs = list(text)
    for span in near:
        for at in range(max(0, span.start - offset), min(len(signs), span.end - offset)):
            if not signs[at].isspace():
                signs[at] = MASK
    return "".join(signs)


@dataclass(frozen=True, slots=True)
class Masker:
    """Masks known names wherever they stand, whatever their case and whatever joins their words."""

    pattern: re.Pattern[str] | None

    def of(self, words: str) -> str:
        """The words with every known name masked."""
        return self.pattern.sub(lambda found: mask(found.group()), words) if self.pattern else words


def masker(names: Iterable[str]) -> Masker:
    """A masker of these names; longer ones first, so that no tail of a name is left over."""
    known = sorted({name.strip() for name in names if len(name.strip()) >= _SHORTEST_NAME}, key=lambda n: (-len(n), n))
    if not known:
        return Masker(None)
    each = (_GAP.join(re.escape(word) for word in re.split(r"[\s\-_.]+", name) if word) for name in known)
    joined = "|".join(one for one in each if one)
    return Masker(re.compile(rf"(?<![^\W_])(?:{joined})(?![^\W_])", re.IGNORECASE) if joined else None)


def names_in(text: str, spans: Iterable[Span]) -> set[str]:
    """The names that the spans cover."""
    return {span.of(text) for span in spans}


def every_span(text: str, protected: Iterable[Span], names: Iterable[str]) -> tuple[Span, ...]:
    """The protected spans and every further place where their names, or the names given, stand in the text.

    A name that is one word which the text also writes small ("The", "Residents") is not looked for elsewhere.
    """
    known = tuple(protected)
    words = set(re.findall(r"\w+", text))
    spread = {name for name in (*names_in(text, known), *names) if name == name.lower() or name.lower() not in words}
    pattern = masker(spread).pattern
    found = {Span(match.start(), match.end()) for match in pattern.finditer(text)} if pattern else set()
    return tuple(sorted({*known, *found}))


def name_spans(written: str, start: int, name: str) -> tuple[Span, ...]:
    """Where words of the name stand in the words as written, counted from `start`; a description keeps its own."""
    parts = {part.casefold() for part in re.findall(r"\w+", name)}
    found = (m for m in re.finditer(r"\w+", written) if m.group().casefold() in parts and not m.group().islower())
    return tuple(Span(start + m.start(), start + m.end()) for m in found)
