"""Places each verb of a sentence: which subject is its own, and which clause it hangs from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from sayso.compare.chunks import Chunk, chunks
from sayso.compare.frames import Frame
from sayso.compare.items import Item
from sayso.compare.phrases import Phrase


@dataclass(slots=True)
class Level:
    """One clause that is being read: what opened it, its phrases so far, and whether its verb has come."""

    kind: str  # root, sub, rel, that
    word: str = ""
    owner: Phrase | None = None
    governor: int | None = None
    noun: str = ""
    waiting: list[tuple[int, Phrase]] = field(default_factory=list)
    places: list[tuple[str, Phrase]] = field(default_factory=list)
    adverbs: list[str] = field(default_factory=list)
    verb: int | None = None


class Placing:
    """One sentence while it is read; `frames` holds what was found.

    `tells` says of a verb's key whether a whole clause may follow it as what is told.
    """

    def __init__(self, items: Sequence[Item], tells: Callable[[str], bool]) -> None:
        self.items, self.tells = items, tells
        self.chunks = chunks(items)
        self.frames: list[Frame] = []
        self.levels = [Level("root")]
        self.current: Frame | None = None
        self.dangling: list[Frame] = []
        self.taken: set[int] = set()
        self.segment = 0
        self.openings: list[tuple[str, int | None]] = []

    @property
    def level(self) -> Level:
        """The innermost clause."""
        return self.levels[-1]

    def _before(self, at: int) -> Chunk:
        return self.chunks[at - 1] if at else Chunk("mark", 0, 0, "")

    def _finite(self, at: int, frame: Frame) -> None:
        self._leaves_finished()
        if self._is_aside(at, frame):
            return
        level = self.level
        if self._joins_verb(at, frame):
            return
        free = self._free_subject(at)
        if level.kind == "rel" and level.verb is None and free is None:
            frame.subject = level.owner
        elif free is None and level.verb is not None and self._outer_subject():
            self._finite(at, frame)
            return
        elif free is None and level.verb is not None:
            self._shares(frame, self.frames[level.verb])
        else:
            frame.subject = free
        self._placed(at, frame, free)

    def _is_aside(self, at: int, frame: Frame) -> bool:
        """Whether the verb tells of the whole sentence, after a comma or quote: ", he said", ", said Colonel Issa"."""
        if not self.tells(frame.group.key) or not self.frames:
            return False
        before, after = self._before(at), self.chunks[at + 1] if at + 1 < len(self.chunks) else None
        told = after is not None and (after.what == "that" or (after.what == "vg" and after.group is not None))
        if frame.group.passive and not (before.phrase is not None and before.phrase.head == "it"):
            return False
        if before.what == "mark" and self._fresh():
            return False
        if before.what == "mark" and after is not None and after.what == "np":
            frame.subject, frame.word = after.phrase, "inverted"
        elif before.what == "np" and at > 1 and self._stands_apart(at - 2) and not told and self._ends_soon(at):
            frame.subject = before.phrase
        else:
            return False
        self.levels = [Level("root", verb=frame.number)]
        frame.link = "aside"
        return True

    def _fresh(self) -> list[Phrase]:
        """The phrases of the clause that are no object of its verb."""
        objects = self.current.objects if self.current is not None else []
        return [phrase for _, phrase in self.level.waiting if phrase not in objects]

    def _stands_apart(self, at: int) -> bool:
        """Whether a mark, "so" or "as" opens an aside there: ", he said", ", or so he claims", ", as he put it"."""
        chunk = self.chunks[at]
        return chunk.what == "mark" or chunk.word in ("so", "as", "than")

    def _ends_soon(self, at: int) -> bool:
        """Whether no further subject and verb follow before the next mark."""
        for chunk in self.chunks[at + 1 :]:
            if chunk.what in ("mark", "sub"):
                return True
            if chunk.what in ("vg", "that", "cc"):
                return False
        return True

    def _placed(self, at: int, frame: Frame, free: Phrase | None) -> None:
        level = self.level
        told_by = self.current
        if told_by is not None and free is not None and free in told_by.objects:
            told_by.objects.remove(free)
            self.levels.append(Level("that", "", None, told_by.number))
            level = self.level
        if level.kind in ("that", "rel", "sub"):
            frame.governor, frame.link, frame.word, frame.noun = level.governor, level.kind, level.word, level.noun
        if free is None and frame.subject is None:
            self._inverted(at, frame)
        frame.places += level.places
        frame.adverbs += level.adverbs
        level.places, level.adverbs, level.waiting, level.verb = [], [], [], frame.number
        for other in self.dangling:
            other.subject, other.governor = frame.subject, frame.number
        self.dangling = []

    def _leaves_finished(self) -> None:
        """A relative clause whose verb has come ends where its own noun's verb comes."""
        while len(self.levels) > 1 and self.level.kind == "rel" and self.level.verb is not None:
            objects = self.current.objects if self.current is not None else []
            fresh = [phrase for _, phrase in self.level.waiting if phrase not in objects]
            told = self.current is not None and self.tells(self.current.group.key) and self.level.waiting
            if fresh or told or self.levels[-2].verb is not None:
                return
            self.levels.pop()
            self.current = None

    def _outer_subject(self) -> bool:
        """Whether an outer clause still waits for its verb; if so the inner one is left."""
        if len(self.levels) > 1 and self.levels[-2].verb is None and self.levels[-2].waiting:
            self.levels.pop()
            self.current = None
            return True
        return False

    def _joins_verb(self, at: int, frame: Frame) -> bool:
        """Whether the verb shares the subject of the one before "and"."""
        if self._before(at).what != "cc" or self.level.verb is None:
            return False
        self._shares(frame, self.frames[self.level.verb])
        if self._before(at).word == "nor":
            frame.adverbs.append("nor")
        self.level.verb = frame.number
        self.level.waiting = []
        return True

    def _shares(self, frame: Frame, first: Frame) -> None:
        frame.subject, frame.governor, frame.link = first.subject, first.governor, first.link
        frame.word, frame.noun = first.word, first.noun
        if frame.group.bare and frame.group.tag in ("VB", "VBP") and first.group.modals:
            frame.shared = first.group.modals + first.group.adverbs
        if frame.group.bare and frame.group.tag == "VBN" and first.passive:
            frame.passive, frame.shared = True, first.group.modals + first.group.adverbs

    def _free_subject(self, at: int) -> Phrase | None:
        waiting = self.level.waiting
        if not waiting:
            return None
        if self._before(at).word == "," and len(waiting) > 1 and self.level.verb is None:
            return waiting[0][1]
        phrase = waiting[-1][1]
        objects = self.current.objects if self.current is not None else []
        if phrase in objects and self.current is not None and not self._may_tell(self.current):
            others = [other for _, other in waiting if other not in objects]
            if others and self.current.link in ("to", "prep", "ing", "reduced"):
                return others[-1]
            return None if self._outer_waits() else phrase
        return phrase

    def _may_tell(self, frame: Frame) -> bool:
        return self.tells(frame.group.key)

    def _outer_waits(self) -> bool:
        return len(self.levels) > 1 and self.levels[-2].verb is None and bool(self.levels[-2].waiting)

    def _inverted(self, at: int, frame: Frame) -> None:
        """The subject stands after its verb: ", said Colonel Issa"."""
        after = self.chunks[at + 1] if at + 1 < len(self.chunks) else None
        if after is not None and after.what == "np" and self._before(at).what == "mark" and self.tells(frame.group.key):
            frame.subject = after.phrase
            frame.word = "inverted"

    def _hangs(self, at: int, frame: Frame, link: str) -> None:
        frame.link = link
        before, governor = self._before(at), self.current
        if governor is None:
            self.dangling.append(frame)
            return
        frame.governor = governor.number
        patients = governor.patients
        frame.subject = patients[0] if patients and link in ("to", "prep") else governor.subject
        if before.what == "np" and before.phrase is not None and before.phrase.kind == "n" and not governor.passive:
            frame.noun = before.phrase.head

    def _in_ing(self, at: int, frame: Frame) -> None:
        before = self._before(at)
        if before.what == "ping":
            self._hangs(at, frame, "prep")
            frame.word = before.word
        elif before.what == "np" and before.phrase is not None:
            frame.subject, frame.link = before.phrase, "ing"
            frame.governor = self.current.number if self.current else None
        else:
            self._hangs(at, frame, "ing")
            if self.current is not None:
                frame.subject = self.current.subject

    def _reduced(self, at: int, frame: Frame) -> None:
        before = self._before(at)
        phrase = (
            before.phrase if before.phrase is not None else self.level.waiting[-1][1] if self.level.waiting else None
        )
        frame.subject, frame.link = phrase, "reduced"
        frame.governor = self.current.number if self.current else None
