"""Reads the chunks of a sentence into frames: which words belong to which verb."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from sayso.compare.chunks import Chunk, chunks
from sayso.compare.forms import is_only_participle
from sayso.compare.frames import Frame
from sayso.compare.items import Item
from sayso.compare.phrases import BODIES, DENYING, Phrase
from sayso.compare.verbs import PARTICLES, VerbGroup

_BREAKS = frozenset(";:—–…") | {"--", "..."}
_QUOTES = frozenset('"“”')


@dataclass(slots=True)
class _Level:
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


class Reader:
    """One sentence while it is read; `frames` holds what was found.

    `tells` says of a verb's key whether a whole clause may follow it as what is told.
    """

    def __init__(self, items: Sequence[Item], tells: Callable[[str], bool]) -> None:
        self.items, self.tells = items, tells
        self.chunks = chunks(items)
        self.frames: list[Frame] = []
        self.levels = [_Level("root")]
        self.current: Frame | None = None
        self.dangling: list[Frame] = []
        self.taken: set[int] = set()
        self.segment = 0
        self.openings: list[tuple[str, int | None]] = []
        for at, chunk in enumerate(self.chunks):
            self._take(at, chunk)

    @property
    def level(self) -> _Level:
        """The innermost clause."""
        return self.levels[-1]

    def _before(self, at: int) -> Chunk:
        return self.chunks[at - 1] if at else Chunk("mark", 0, 0, "")

    def _take(self, at: int, chunk: Chunk) -> None:
        if chunk.group is not None:
            self._verb(at, chunk, chunk.group)
        elif chunk.what == "mark":
            self._mark(chunk)
        elif chunk.what == "np" and chunk.phrase is not None:
            self._phrase(at, chunk.phrase)
        elif chunk.what == "pp" and chunk.phrase is not None:
            (self.current.places if self.current else self.level.places).append((chunk.word, chunk.phrase))
        elif chunk.what in ("sub", "rel", "that"):
            self._opens(at, chunk)
        elif chunk.what in ("adv", "adj"):
            self.taken |= set(range(chunk.first, chunk.last))
            self._modifier(at, chunk)
        elif chunk.word == "nor" and self.level.verb is None:
            self.level.adverbs.append("not")

    def _mark(self, chunk: Chunk) -> None:
        if chunk.word in _BREAKS:
            self.levels, self.current = [_Level("root")], None
            self.segment += 1
        elif chunk.word == "," or chunk.word in _QUOTES:
            while len(self.levels) > 1 and self.level.kind in ("sub", "rel") and self.level.verb is not None:
                self.levels.pop()
                self.current = self.frames[self.level.verb] if self.level.verb is not None else None

    def _modifier(self, at: int, chunk: Chunk) -> None:
        if self.current is None:
            self.level.adverbs.append(chunk.word)
        elif chunk.what == "adj":
            self.current.adjectives.append(chunk.word)
        elif chunk.word in PARTICLES and self._before(at).what in ("vg", "np"):
            self.current.particles.append(chunk.word)
        else:
            self.current.adverbs.append(chunk.word)

    def _phrase(self, at: int, phrase: Phrase) -> None:
        before = self._before(at)
        aside = before.word == "," and at > 1 and self.chunks[at - 2].phrase is not None
        if aside and self._is_name_of(at, phrase):
            return
        self.level.waiting.append((at, phrase))
        if self.current is not None and before.what not in ("mark", "cc"):
            self.current.objects.append(phrase)

    def _is_name_of(self, at: int, phrase: Phrase) -> bool:
        """Whether the phrase is set beside the one before the comma; if so it is kept with that one."""
        after = self.chunks[at + 1] if at + 1 < len(self.chunks) else Chunk("mark", 0, 0, ".")
        if after.word not in (",", ".") or not self.level.waiting:
            return False
        at_before, before = self.level.waiting[-1]
        if at_before != at - 2 or (before.kind == "name") == (phrase.kind == "name"):
            return False
        if after.word == "," and at + 2 < len(self.chunks) and self.chunks[at + 2].what == "cc":
            return False
        grown = _beside(before, phrase)
        self.level.waiting[-1] = (at_before, grown)
        if self.current is not None and self.current.objects and self.current.objects[-1] is before:
            self.current.objects[-1] = grown
        return True

    def _opens(self, at: int, chunk: Chunk) -> None:
        before = self._before(at)
        if before.word == "," and at > 1:
            before = self.chunks[at - 2]
        owner = self.level.waiting[-1][1] if self.level.waiting else None
        if (
            before.what == "pp"
            and before.phrase is not None
            and not (chunk.word == "who" and owner and no_person(before))
        ):
            owner = before.phrase
        following = self.chunks[at + 1] if at + 1 < len(self.chunks) else None
        is_relative = chunk.what == "rel" or (
            chunk.what == "that" and before.phrase is not None and following is not None and following.what == "vg"
        )
        if is_relative:
            self.levels.append(_Level("rel", chunk.word, owner, self.current.number if self.current else None))
        elif chunk.what == "sub":
            self.openings.append((chunk.word, self.level.governor))
            self.levels.append(_Level("sub", chunk.word, None, self.level.verb))
        else:
            self._opens_told(before)
            return
        self.current = None

    def _opens_told(self, before: Chunk) -> None:
        """A clause after "that"; one after "and that" hangs from what the clause before it hangs from."""
        governor = self.current.number if self.current else None
        if before.what == "cc":
            told = [level for level in self.levels if level.kind == "that"]
            governor = told[-1].governor if told else governor
        noun = ""
        if before.what == "np" and before.phrase is not None and before.phrase.kind == "n":
            noun = ("no " if before.phrase.quantity in DENYING else "") + before.phrase.head
        self.levels.append(_Level("that", "that", None, governor, noun))
        self.current = None

    def _verb(self, at: int, chunk: Chunk, group: VerbGroup) -> None:
        if self._after_do(at, group):
            return
        form = group.form
        if form == "finite" and self._is_reduced(at, group):
            form = "participle"
        elif form == "participle" and not self._is_reduced(at, group):
            form = "finite"
        frame = Frame(len(self.frames), group, segment=self.segment, passive=group.passive or form == "participle")
        if form == "finite" and not self._goes_on_as_infinitive(at, frame):
            self._finite(at, frame)
        elif form == "to":
            self._hangs(at, frame, "to")
        elif form == "ing":
            self._in_ing(at, frame)
        elif form == "participle":
            self._reduced(at, frame)
        self.frames.append(frame)
        self.current = frame

    def _after_do(self, at: int, group: VerbGroup) -> bool:
        """Whether the verb ends a group that its subject parts: "did the marines hold"; then it is put into that."""
        frame = self.current
        if (
            frame is None
            or frame.group.key != "do"
            or not frame.objects
            or not group.bare
            or self._before(at).what != "np"
        ):
            return False
        if group.tag not in ("VB", "VBP", "NN") or group.form != "finite":
            return False
        words = frame.group.adverbs + group.adverbs
        frame.group = replace(group, first=frame.group.first, adverbs=words, bare=False)
        frame.subject = frame.objects.pop()
        self.level.waiting = []
        return True

    def _is_reduced(self, at: int, group: VerbGroup) -> bool:
        """Whether a participle without auxiliary describes the noun before it ("men captured in Gao fled")."""
        if not group.bare or group.tag not in ("VBN", "VBD") or group.form == "to":
            return False
        before, after = self._before(at), self.chunks[at + 1] if at + 1 < len(self.chunks) else None
        verb = self.items[group.at].lower
        if before.what == "rel":
            return False
        if before.what not in ("np", "pp") and not (before.word == "," and group.tag == "VBN"):
            return False
        if is_only_participle(verb):
            return True
        if after is not None and after.what in ("np", "that"):
            return False
        return self._verb_comes(at) or (
            self.level.verb is not None and before.what == "np" and not self._subject_free(at)
        )

    def _subject_free(self, at: int) -> bool:
        """Whether the phrase before the verb is not the object of the verb before it."""
        phrase = self._before(at).phrase
        return self.current is None or phrase not in self.current.objects or self.tells(self.current.group.key)

    def _verb_comes(self, at: int) -> bool:
        """Whether a finite verb follows before a new subject does."""
        for chunk in self.chunks[at + 1 :]:
            if chunk.what in ("np", "sub", "rel", "that", "cc", "mark"):
                return False
            if chunk.group is not None:
                return chunk.group.form == "finite"
        return False

    def _goes_on_as_infinitive(self, at: int, frame: Frame) -> bool:
        """A bare verb joined to an infinitive ("to leave and come home") hangs from what that one hangs from."""
        before, last = self._before(at), self.current
        if before.what != "cc" or last is None or not frame.group.bare or frame.group.tag not in ("VB", "VBP"):
            return False
        if last.link != "to":
            return False
        frame.subject, frame.governor, frame.link, frame.noun = last.subject, last.governor, "to", last.noun
        return True

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
        self.levels = [_Level("root", verb=frame.number)]
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
            self.levels.append(_Level("that", "", None, told_by.number))
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


def no_person(chunk: Chunk) -> bool:
    """Whether a phrase with a preposition names a place or body, which "who" does not go back to."""
    phrase = chunk.phrase
    return phrase is not None and (
        phrase.head in BODIES or (phrase.kind == "name" and chunk.word in ("in", "from", "at", "near"))
    )


def _beside(phrase: Phrase, other: Phrase) -> Phrase:
    return replace(phrase, names=(*phrase.names, other))
