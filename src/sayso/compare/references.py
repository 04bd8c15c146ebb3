"""What a pronoun of the text stands for, where only one thing can be meant."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.compare.clauses import Clauses
from sayso.compare.frames import Frame
from sayso.compare.phrases import BODIES, Phrase

_CLASSES = {
    "they": "they", "them": "they", "their": "they", "theirs": "they", "themselves": "they",
    "it": "it", "its": "it", "itself": "it",
    "he": "he", "him": "he", "his": "he", "himself": "he",
    "she": "she", "her": "she", "hers": "she", "herself": "she",
    "we": "we", "us": "we", "our": "we", "ours": "we",
    "i": "i", "me": "i", "my": "i", "you": "you", "your": "you", "these": "these", "those": "those", "this": "this",
}  # fmt: skip
#: Nouns that name a person, whom "it" never stands for; others are told by their ending.
_PERSONS = frozenset(
    "man woman chief deserter governor mayor minister leader soldier fighter rebel spokesman spokeswoman "
    "president king "
    "sheikh elder cleric priest doctor nurse witness resident villager general colonel major captain lieutenant "
    "sergeant "
    "corporal private commander officer official analyst boy girl child father mother brother sister son daughter "
    "deputy "
    "militant insurgent guard recruit conscript prisoner detainee survivor volunteer delegate operator".split()
)


def pronoun_class(word: str) -> str | None:
    """Pronouns of one class stand for one another: "they", "them", "their"."""
    return _CLASSES.get(word)


def is_pronoun(phrase: Phrase) -> bool:
    """Whether the phrase is a pronoun and nothing more."""
    return phrase.kind in ("pron", "poss") and phrase.head in _CLASSES and phrase.quantity is None


@dataclass(frozen=True, slots=True)
class Setting:
    """A sentence of the text among those before it, nearest last."""

    here: Clauses
    before: tuple[Clauses, ...] = ()

    def antecedent(self, pronoun: Phrase, frame: Frame) -> Phrase | None:
        """The one thing the pronoun can stand for: told of earlier in the sentence, else in the one before."""
        kind = _CLASSES.get(pronoun.head, "")
        if kind not in ("they", "it", "he", "she"):
            return None
        earlier = self.here.frames[: frame.number]
        if pronoun.kind == "poss" and frame.subject is not None and frame.subject.last <= pronoun.first:
            own = _agreeing([frame.subject], kind)
            if own:
                return own[0]
        is_subject = frame.subject is not None and pronoun.first in (frame.subject.first, frame.subject.last - 1)
        here = self._one_of(earlier, kind, is_subject)
        if here or not self.before:
            return here[0] if len(here) == 1 else None
        found = self._one_of(self.before[-1].frames, kind, is_subject)
        return found[0] if len(found) == 1 else None

    def _one_of(self, frames: Sequence[Frame], kind: str, is_subject: bool) -> list[Phrase]:
        """What agrees among subjects and objects; a subject stands for a subject, unless an object could act too."""
        subjects = _agreeing([frame.subject for frame in frames if frame.subject is not None], kind)
        objects = _agreeing([phrase for frame in frames for phrase in frame.objects], kind)
        if not is_subject:
            return _distinct(objects or subjects)
        acting = [phrase for phrase in objects if kind == "they" and _can_act(phrase)]
        return _distinct(subjects + acting) if subjects else _distinct(objects)


def _distinct(phrases: Sequence[Phrase]) -> list[Phrase]:
    seen: dict[frozenset[str], Phrase] = {}
    for phrase in phrases:
        seen.setdefault(phrase.keys, phrase)
    return list(seen.values())


def _can_act(phrase: Phrase) -> bool:
    return phrase.head in _PERSONS or phrase.head in BODIES or phrase.kind == "name"


def _agreeing(phrases: Sequence[Phrase], kind: str) -> list[Phrase]:
    found: list[Phrase] = []
    for phrase in phrases:
        if not is_pronoun(phrase) and _agrees(phrase, kind) and phrase not in found:
            found.append(phrase)
    return found


def _agrees(phrase: Phrase, kind: str) -> bool:
    person = phrase.head in _PERSONS or bool(phrase.names)
    if kind == "they":
        return phrase.plural or phrase.head in BODIES
    if phrase.plural or phrase.kind in ("date", "num", "q"):
        return False
    return not person if kind == "it" else person or phrase.kind == "name"
