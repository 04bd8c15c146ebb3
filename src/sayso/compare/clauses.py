"""A sentence as it is compared: items, frames, and what each frame commits to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from sayso.compare.frames import Frame
from sayso.compare.items import Item, item_of
from sayso.compare.joining import joined
from sayso.compare.numbers import merged
from sayso.compare.operators import signature
from sayso.compare.phrases import QUANTIFIERS, Phrase
from sayso.compare.reading import Reader
from sayso.compare.tags import mended
from sayso.model.meaning import Meaning
from sayso.model.span import Sentence

#: Kinds of words that say something; marks and small words may stand alone.
_TELLING_KINDS = frozenset("n num date v md adj pron".split())
_QUOTES = frozenset("\"“”‘'’«»")


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
    items = [item for item in merged(joined(plain)) if item.lower not in _QUOTES]

    def tells(key: str) -> bool:
        return key in meaning.passes_that or key in meaning.governors

    reader = Reader(items, tells)
    frames = reader.frames
    conditions = _conditions(reader, meaning)
    _govern_by_asides(frames)
    asked: tuple[str, ...] = ("asked",) if any(item.lower == "?" for item in items) else ()
    asked += _called(reader, meaning)
    signatures = tuple(asked + conditions[frame.number] + signature(frame, frames, meaning) for frame in frames)
    return Clauses(tuple(items), tuple(frames), signatures, _loose(items, reader))


def _govern_by_asides(frames: Sequence[Frame]) -> None:
    """What stands before ", he said" hangs from it; frames that hang from nothing else are told by it."""
    for aside in frames:
        if aside.link != "aside":
            continue
        for frame in frames:
            if (
                frame is not aside
                and frame.segment == aside.segment
                and frame.governor is None
                and frame.link in ("", "sub")
            ):
                frame.governor = aside.number
                frame.link = frame.link or "aside of"


def _conditions(reader: Reader, meaning: Meaning) -> list[tuple[str, ...]]:
    """For each frame the conditions it stands under: those of its own clause and of every clause it hangs from."""
    opened = [(word, governor) for word, governor in reader.openings if word in meaning.conditions]
    return [
        tuple(sorted({f"with {word}" for word, governor in opened if _under(frame, governor, reader.frames)}))
        for frame in reader.frames
    ]


def _called(reader: Reader, meaning: Meaning) -> tuple[str, ...]:
    """What a noun set behind the sentence calls it: ", a claim that the army rejects"."""
    found: list[str] = []
    for before, chunk in pairwise(reader.chunks):
        if before.word == "," and chunk.phrase is not None and chunk.what == "np":
            kind = meaning.clause_nouns.get(chunk.phrase.head, "passed")
            found += [f"called {kind}"] if kind != "passed" else []
    return tuple(found)


def _under(frame: Frame, governor: int | None, frames: Sequence[Frame]) -> bool:
    """Whether the frame hangs, at any depth, from the frame `governor`; every frame does where there is none."""
    if governor is None:
        return True
    for _ in frames:
        if frame.governor == governor:
            return True
        if frame.governor is None:
            return False
        frame = frames[frame.governor]
    return False


def _loose(items: Sequence[Item], reader: Reader) -> tuple[str, ...]:
    """The words of names, things, numbers and acts that no frame took."""
    taken = set(reader.taken)
    for frame in reader.frames:
        taken |= set(range(frame.group.first, frame.group.last))
        phrases = [frame.subject, *frame.objects, *(phrase for _, phrase in frame.places)]
        for phrase in phrases:
            if phrase is not None:
                taken |= _positions(phrase)
    return tuple(
        item.lower
        for at, item in enumerate(items)
        if at not in taken and (item.kind in _TELLING_KINDS or item.lower in QUANTIFIERS)
    )


def _positions(phrase: Phrase) -> set[int]:
    found = set(range(phrase.first, phrase.last))
    for other in phrase.names:
        found |= _positions(other)
    return found
