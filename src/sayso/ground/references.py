"""What a pronoun of the text stands for, where only one thing can be meant."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.ground.clauses import Clauses
from sayso.ground.frames import Frame
from sayso.ground.phrases import Phrase

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
    "man woman chief deserter governor mayor minister leader soldier fighter rebel spokesman spokeswoman president king "
    "sheikh elder cleric priest doctor nurse witness resident villager general colonel major captain lieutenant sergeant "
    "corporal private commander officer official analyst boy girl child father mother brother sister son daughter deputy "
    "militant insurgent guard recruit conscript prisoner detainee survivor volunteer delegate operator".split()
)
#: Nouns of many people that "they" may stand for though they are singular.
_BODIES = frozenset(
    "army police group militia unit brigade battalion regiment division company government family crew garrison faction "
    "movement force front platoon coalition party gang clan tribe column".split()
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
        candidates = _agreeing(_named(earlier, self.here, frame), kind)
        if pronoun.kind == "poss" and frame.subject is not None and frame.subject.last <= pronoun.first:
            candidates = _agreeing([frame.subject], kind) or candidates
        if not candidates:
            last = self.before[-1] if self.before else None
            candidates = _agreeing(_named(last.frames, last, None), kind) if last is not None else []
        distinct = {(phrase.head, phrase.keys) for phrase in candidates}
        return candidates[0] if len(distinct) == 1 else None


def _named(frames: Sequence[Frame], clauses: Clauses, inside: Frame | None) -> Iterator[Phrase]:
    """Subjects and objects, but for those that only tell or are told to."""
    telling = {frame.number for frame in clauses.frames if _tells(frame, clauses, inside)}
    for frame in frames:
        if frame.number not in telling and frame.subject is not None:
            yield frame.subject
        for phrase in frame.objects:
            if frame.number not in telling:
                yield phrase


def _tells(frame: Frame, clauses: Clauses, inside: Frame | None) -> bool:
    if inside is not None and inside.governor == frame.number:
        return False
    return any(other.governor == frame.number and other.link in ("that", "aside of") for other in clauses.frames)


def _agreeing(phrases: Iterator[Phrase] | list[Phrase], kind: str) -> list[Phrase]:
    found: list[Phrase] = []
    for phrase in phrases:
        if not is_pronoun(phrase) and _agrees(phrase, kind) and phrase not in found:
            found.append(phrase)
    return found


def _agrees(phrase: Phrase, kind: str) -> bool:
    person = phrase.head in _PERSONS or bool(phrase.names)
    if kind == "they":
        return phrase.plural or phrase.head in _BODIES
    if phrase.plural or phrase.kind in ("date", "num", "q"):
        return False
    return not person if kind == "it" else person or phrase.kind == "name"
