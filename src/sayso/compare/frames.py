"""Frames: each verb of a sentence with who does it, to whom, where, when, and what it hangs from."""

from __future__ import annotations

from dataclasses import dataclass, field

from sayso.compare.phrases import Phrase
from sayso.compare.verbs import VerbGroup

#: Nouns that end a phrase of time ("by the end of the year"): such a phrase never names who did it.
_SPANS = frozenset(
    "end beginning start middle close eve percent point dollar euro pound telephone phone radio force".split()
)
TIMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight morning evening night "
    "afternoon day week month year weekend january february march april may june july august september october "
    "november "
    "december dawn dusk noon midnight hour minute spring summer autumn winter decade".split()
)


@dataclass(slots=True)
class Frame:
    """One verb with its arguments; filled while a sentence is read, then left alone.

    `link` says how it hangs from the frame `governor`: that, to, ing, prep, rel, and, reduced, or "". `word` is the
    preposition or conjunction that opens it, `noun` the noun it hangs from ("reports that …").
    """

    number: int
    group: VerbGroup
    subject: Phrase | None = None
    objects: list[Phrase] = field(default_factory=list)
    places: list[tuple[str, Phrase]] = field(default_factory=list)
    adjectives: list[str] = field(default_factory=list)
    adverbs: list[str] = field(default_factory=list)
    particles: list[str] = field(default_factory=list)
    governor: int | None = None
    link: str = ""
    word: str = ""
    noun: str = ""
    passive: bool = False
    shared: tuple[str, ...] = ()
    segment: int = 0

    @property
    def agent(self) -> Phrase | None:
        """Who does it, as far as the clause says."""
        if not self.passive:
            return self.subject
        return next((phrase for word, phrase in self.places if word == "by" and names_actor(phrase)), None)

    @property
    def patients(self) -> list[Phrase]:
        """Whom or what it is done to: the subject of a passive first, then the objects."""
        return ([self.subject] if self.subject is not None else []) + self.objects if self.passive else self.objects

    @property
    def settings(self) -> list[tuple[str, Phrase]]:
        """The phrases with a preposition, but for the one that names the doer."""
        doer = self.agent if self.passive else None
        return [(word, phrase) for word, phrase in self.places if phrase is not doer]


def names_actor(phrase: Phrase) -> bool:
    """Whether a phrase after "by" can name who did it: no time, measure or means."""
    if phrase.kind in ("date", "num"):
        return False
    return phrase.head not in TIMES and phrase.head not in _SPANS
