"""Reads the chunks of a sentence into frames: which words belong to which verb."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from sayso.compare.chunks import Chunk
from sayso.compare.forms import is_only_participle
from sayso.compare.frames import Frame
from sayso.compare.items import Item
from sayso.compare.phrases import BODIES, DENYING, Phrase
from sayso.compare.placing import Level, Placing
from sayso.compare.verbs import PARTICLES, VerbGroup

_BREAKS = frozenset(";:—–…") | {"--", "..."}
_QUOTES = frozenset('"“”')


class Reader(Placing):
    """A sentence, read; `frames` holds what was found."""

    def __init__(self, items: Sequence[Item], tells: Callable[[str], bool]) -> None:
        super().__init__(items, tells)
        for at, chunk in enumerate(self.chunks):
            self._take(at, chunk)

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
            self.levels, self.current = [Level("root")], None
            self.segment += 1
        elif chunk.word == "," or chunk.word in _QUOTES:
            while len(self.levels) > 1 and self.level.kind in ("sub", "rel") and self.level.verb is not None:
                self.levels.pop()
                self.current = self._told_last()

    def _told_last(self) -> Frame | None:
        """The last verb of the innermost clause."""
        return None if self.level.verb is None else self.frames[self.level.verb]

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
            self.levels.append(Level("rel", chunk.word, owner, self.current.number if self.current else None))
        elif chunk.what == "sub":
            self.openings.append((chunk.word, self.level.governor))
            self.levels.append(Level("sub", chunk.word, None, self.level.verb))
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
        self.levels.append(Level("that", "that", None, governor, noun))
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


def no_person(chunk: Chunk) -> bool:
    """Whether a phrase with a preposition names a place or body, which "who" does not go back to."""
    phrase = chunk.phrase
    return phrase is not None and (
        phrase.head in BODIES or (phrase.kind == "name" and chunk.word in ("in", "from", "at", "near"))
    )


def _beside(phrase: Phrase, other: Phrase) -> Phrase:
    return replace(phrase, names=(*phrase.names, other))
