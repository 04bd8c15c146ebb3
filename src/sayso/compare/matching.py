"""Whether a clause of a claim is covered by a clause of a text, with equal roles and equal commitment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.compare.clauses import Clauses
from sayso.compare.frames import TIMES, Frame
from sayso.compare.naming import Naming
from sayso.compare.phrases import DENYING, Phrase
from sayso.compare.references import Setting
from sayso.compare.wording import operator_in_words
from sayso.model.meaning import Meaning

#: Adverbs that change nothing and may come or go.
_EMPTY = frozenset(
    "also then however again too thus indeed meanwhile already now still of as there here so all".split()
)
#: Adverbs of degree: they may not go.
_DEGREES = frozenset("twice thrice half only less more least most double too as not so very".split())
#: Verbs that say little without the phrase after them.
_LEANING = frozenset("be remain put consist depend amount belong stand number appear seem become".split())
#: Prepositions of one meaning.
_SAME = {
    "inside": "in",
    "within": "within",
    "at": "in",
    "towards": "to",
    "toward": "to",
    "upon": "on",
    "amid": "during",
    "into": "into",
}
_EXCEPTING = frozenset({"except", "excluding", "barring", "bar", "besides"})
_TEMPORAL = frozenset({"on", "in", "during", "t"})
_DENIED = frozenset({"negated", "asked"})
_WIDE = DENYING | {"all", "few", "most", "any"}


@dataclass(frozen=True, slots=True)
class Comparing:
    """A claim's clauses beside those of one sentence of the text."""

    claim: Clauses
    text: Setting
    meaning: Meaning

    def differs(self, ours: Frame, theirs: Frame) -> str | None:
        """Why the claim's clause is not covered by the text's; None where it is."""
        naming = Naming(self.meaning, lambda pronoun: self.text.antecedent(pronoun, theirs))
        return (
            self._acts(ours, theirs)
            or self._commitments(ours, theirs)
            or self._roles(ours, theirs, naming)
            or self._settings(ours, theirs, naming)
            or self._manner(ours, theirs)
        )

    def acts_fit(self, ours: Frame, theirs: Frame) -> bool:
        """Whether the verbs say the same."""
        return self._acts(ours, theirs) is None

    def _act(self, frame: Frame) -> str:
        words = " ".join([frame.group.key, *sorted(frame.particles)])
        return self.meaning.verbs.get(words, words)

    def _acts(self, ours: Frame, theirs: Frame) -> str | None:
        one, other = self._act(ours), self._act(theirs)
        if one == other:
            return None
        if (one, other) in self.meaning.opposites:
            return f"the text says “{other}”, the opposite of “{one}”"
        return f"no clause of the text has the act “{one}”"

    def _commitments(self, ours: Frame, theirs: Frame) -> str | None:
        one, other = self.claim.signatures[ours.number], self.text.here.signatures[theirs.number]
        if one == other:
            return None
        lost = [word for word in other if word not in one or other.count(word) > one.count(word)]
        if lost:
            return f"the claim leaves out what the text says of it: {operator_in_words(lost[0])}"
        added = next(word for word in one if word not in other or one.count(word) > other.count(word))
        return f"the claim adds what the text does not say of it: {operator_in_words(added)}"

    def _roles(self, ours: Frame, theirs: Frame, naming: Naming) -> str | None:
        if ours.agent is not None:
            if theirs.agent is None:
                return "the text does not say who did it"
            why = naming.differs(ours.agent, theirs.agent)
            if why:
                return f"who did it differs: {why}"
        elif not ours.passive and theirs.agent is not None:
            return "the claim does not say who did it"
        return self._patients(ours, theirs, naming)

    def _patients(self, ours: Frame, theirs: Frame, naming: Naming) -> str | None:
        left = [phrase for phrase in theirs.patients if phrase is not theirs.agent]
        if theirs.word == "inverted":
            left = [phrase for phrase in left if phrase is not theirs.subject]
        for patient in ours.patients:
            fitting = next((phrase for phrase in left if naming.differs(patient, phrase) is None), None)
            if fitting is None:
                why = naming.differs(patient, left[0]) if left else "the clause has no such thing"
                return f"whom or what it concerns differs: {why}"
            left.remove(fitting)
        told = theirs.group.key in self.meaning.passes_that | self.meaning.alone
        rest = [phrase for phrase in left if phrase.kind != "q"]
        return (
            f"the claim leaves out “{rest[0].head}”, without which the clause says something else"
            if rest and not told
            else None
        )

    def _settings(self, ours: Frame, theirs: Frame, naming: Naming) -> str | None:
        left = list(theirs.settings)
        for word, phrase in ours.settings:
            fitting = next((other for other in left if self._fits(word, phrase, other, naming)), None)
            if fitting is None:
                said = f"{'' if word == 't' else word} {phrase.head or phrase.number}".strip()
                return f"“{said}” is not said of this act there"
            left.remove(fitting)
        return self._may_go(left, theirs)

    def _fits(self, word: str, phrase: Phrase, other: tuple[str, Phrase], naming: Naming) -> bool:
        if not same_preposition(word, phrase, other[0]):
            return False
        return naming.differs(phrase, other[1]) is None

    def _may_go(self, left: Sequence[tuple[str, Phrase]], theirs: Frame) -> str | None:
        """Whether the details that the claim leaves out may be left out."""
        if not left:
            return None
        taken_out = next((phrase for word, phrase in left if word in _EXCEPTING), None)
        if taken_out is not None:
            return f"the claim leaves out the exception of “{taken_out.head}”"
        signature = set(self.text.here.signatures[theirs.number])
        wide = theirs.subject is not None and theirs.subject.quantity in _WIDE
        if wide or signature & _DENIED:
            word = theirs.subject.quantity if wide and theirs.subject is not None else "not"
            return f"the “{word}” reaches further once a detail is left out"
        places = [phrase for word, phrase in left if not _is_time(word, phrase) and word != "according to"]
        if theirs.group.key in _LEANING and not theirs.objects and not theirs.adjectives and places:
            return f"the claim leaves out “{places[0].head}”, without which the clause says something else"
        return None

    def _manner(self, ours: Frame, theirs: Frame) -> str | None:
        if sorted(ours.adjectives) != sorted(theirs.adjectives):
            return "what is said of the subject differs"
        known = {*theirs.adverbs, *theirs.group.adverbs, *theirs.particles}
        extra = [word for word in ours.adverbs if word not in known | _EMPTY and not self._is_operator(word)]
        if extra:
            return f"“{extra[0]}” does not stand in the clause"
        gone = [
            word for word in theirs.adverbs if word in _DEGREES and word not in {*ours.adverbs, *ours.group.adverbs}
        ]
        return f"the claim leaves out “{gone[0]}”" if gone else None

    def _is_operator(self, word: str) -> bool:
        return word in self.meaning.adverbs


def same_preposition(word: str, phrase: Phrase, other: str) -> bool:
    """Whether two prepositions say the same, before a time or else."""
    one, two = _SAME.get(word, word), _SAME.get(other, other)
    return one == two or (_is_time(word, phrase) and {one, two} <= _TEMPORAL)


def _is_time(word: str, phrase: Phrase) -> bool:
    return word == "t" or phrase.kind == "date" or phrase.head in TIMES
