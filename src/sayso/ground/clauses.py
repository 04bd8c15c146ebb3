"""A sentence as it is compared: items, frames, and what each frame commits to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.ground.frames import Frame
from sayso.ground.items import Item, item_of
from sayso.ground.joining import joined
from sayso.ground.numbers import merged
from sayso.ground.operators import signature
from sayso.ground.phrases import Phrase
from sayso.ground.reading import Reader
from sayso.ground.tags import mended
from sayso.model.meaning import Meaning
from sayso.model.span import Sentence


@dataclass(frozen=True, slots=True)
class Clauses:
    """A sentence read: its items, frames, and the signature of each frame."""

    items: tuple[Item, ...]
    frames: tuple[Frame, ...]
    signatures: tuple[tuple[str, ...], ...]
    loose: tuple[str, ...]


def clauses(sentence: Sentence, meaning: Meaning) -> Clauses:
    """The clauses of a tagged sentence."""
    tags = mended(sentence.tokens)
    plain = [item_of(token, tag, meaning) for token, tag in zip(sentence.tokens, tags, strict=True)]
    items = merged(joined(plain))

    def tells(key: str) -> bool:
        return key in meaning.passes_that or key in meaning.governors

    reader = Reader(items, tells)
    frames = reader.frames
    _govern_by_asides(frames)
    common = _common(reader, items, meaning)
    signatures = tuple(common + signature(frame, frames, meaning) for frame in frames)
    return Clauses(tuple(items), tuple(frames), signatures, _loose(items, reader))


def _govern_by_asides(frames: Sequence[Frame]) -> None:
    """What stands before ", he said" hangs from it; frames that hang from nothing else are told by it."""
    for aside in frames:
        if aside.link != "aside":
            continue
        for frame in frames:
            if frame is not aside and frame.governor is None and frame.link in ("", "sub"):
                frame.governor = aside.number
                frame.link = frame.link or "aside of"


def _common(reader: Reader, items: Sequence[Item], meaning: Meaning) -> tuple[str, ...]:
    """Operators over the whole sentence: a question, a condition."""
    words = {chunk.word for chunk in reader.chunks if chunk.what == "sub"} & meaning.conditions
    asked = any(item.lower == "?" for item in items)
    return tuple(sorted(f"with {word}" for word in words)) + (("asked",) if asked else ())


def _loose(items: Sequence[Item], reader: Reader) -> tuple[str, ...]:
    """The words of names, things, numbers and acts that no frame took."""
    taken: set[int] = set()
    for frame in reader.frames:
        taken |= set(range(frame.group.first, frame.group.last))
        phrases = [frame.subject, *frame.objects, *(phrase for _, phrase in frame.places)]
        for phrase in phrases:
            if phrase is not None:
                taken |= _positions(phrase)
    return tuple(
        item.lower for at, item in enumerate(items) if item.kind in ("n", "num", "date", "v", "md") and at not in taken
    )


def _positions(phrase: Phrase) -> set[int]:
    found = set(range(phrase.first, phrase.last))
    for other in phrase.names:
        found |= _positions(other)
    return found
