"""Whether a sentence said to stand in a text does: found in one clause or more of one sentence, and not falsified."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.compare.clauses import Clauses, clauses
from sayso.compare.frames import Frame
from sayso.compare.matching import Comparing
from sayso.compare.phrases import Phrase
from sayso.compare.quoting import quoted
from sayso.compare.references import Setting
from sayso.compare.retracting import taken_back
from sayso.compare.wording import plain
from sayso.model.meaning import Meaning
from sayso.model.span import Sentence

#: A claim of more clauses than this is told to be too long; no single statement has more.
_MOST_CLAUSES = 12
#: So many ways of pairing a claim's clauses with a sentence's are tried.
_MOST_TRIES = 400


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a claim is grounded, in which words `[start, end)` of the text, and why or why not."""

    grounded: bool
    start: int | None
    end: int | None
    why: str


def refused(why: str) -> Verdict:
    """Not grounded, for that reason."""
    return Verdict(False, None, None, plain(why))


class Text:
    """A text ready to be asked about; its tagged sentences are read into clauses when they are needed."""

    def __init__(self, sentences: Sequence[Sentence], meaning: Meaning) -> None:
        self.sentences, self.meaning = sentences, meaning
        self._read: dict[int, Clauses] = {}

    def clauses(self, number: int) -> Clauses:
        """The clauses of one sentence."""
        if number not in self._read:
            self._read[number] = clauses(self.sentences[number], self.meaning)
        return self._read[number]

    def setting(self, number: int) -> Setting:
        """A sentence with the one before it."""
        before = (self.clauses(number - 1),) if number else ()
        return Setting(self.clauses(number), before)

    def standing(self, number: int, verdict: Verdict) -> Verdict:
        """The verdict on a claim found in a sentence, turned where the text takes back what it tells there."""
        here = self.sentences[number]
        last = here.tokens[-1].end if here.tokens else here.end
        following = self._words(number + 1) if number + 1 < len(self) else ""
        back = taken_back(self._words(number), self._words(number, verdict.end or last), following)
        return verdict if back is None else refused(f"the text takes it back: “{back}”")

    def _words(self, number: int, start: int = 0) -> str:
        """The words of a sentence from an offset on, one blank between them."""
        return " ".join(token.text for token in self.sentences[number].tokens if token.start >= start)

    def __len__(self) -> int:
        return len(self.sentences)


def checked(text: Text, claim: Sequence[Sentence]) -> Verdict:
    """The verdict on a claim of one tagged sentence."""
    if len(claim) != 1:
        return refused("the claim is not one sentence")
    asked = clauses(claim[0], text.meaning)
    if not asked.frames:
        return refused("no statement with a verb could be read in the claim")
    if len(asked.frames) > _MOST_CLAUSES:
        return refused("the claim has too many clauses to be checked")
    literal = _quoted(asked, text)
    if literal is not None:
        return literal
    if asked.loose:
        return refused(f"“{asked.loose[0]}” could not be read in the claim")
    return _paraphrased(asked, text)


def _quoted(asked: Clauses, text: Text) -> Verdict | None:
    for number in range(len(text)):
        here = text.clauses(number)
        words = quoted(asked, here, text.meaning)
        if words is not None:
            start, end = here.items[words[0]].start, here.items[words[1] - 1].end
            return text.standing(number, Verdict(True, start, end, "the claim is a clause of the text, word for word"))
    return None


def _paraphrased(asked: Clauses, text: Text) -> Verdict:
    nearest = (0, "no clause of the text has the act of the claim")
    for number in range(len(text)):
        found, reach, why = _in_sentence(asked, text.setting(number), text.meaning)
        if found is not None:
            return text.standing(number, found)
        nearest = max(nearest, (reach, why), key=lambda pair: pair[0])
    return refused(nearest[1])


def _in_sentence(asked: Clauses, setting: Setting, meaning: Meaning) -> tuple[Verdict | None, int, str]:
    """The verdict where the sentence covers the claim; else how near it came, and why not."""
    comparing = Comparing(asked, setting, meaning)
    options: list[list[Frame]] = []
    for ours in asked.frames:
        tried = [(theirs, comparing.differs(ours, theirs)) for theirs in setting.here.frames]
        fitting = [theirs for theirs, differs in tried if differs is None]
        if not fitting:
            return None, *_nearest(ours, tried, comparing)
        options.append(fitting)
    for pairing in _pairings(options):
        if all(_hangs_alike(ours, pairing) for ours in asked.frames):
            return _verdict(setting, pairing), 3, ""
    return None, 2, "the parts of the claim stand in clauses that are joined otherwise in the text"


def _nearest(ours: Frame, tried: list[tuple[Frame, str | None]], comparing: Comparing) -> tuple[int, str]:
    """How near the clauses came (2 where the act fits), and why the nearest differs."""
    found = [(2 if comparing.acts_fit(ours, theirs) else 1, differs or "") for theirs, differs in tried]
    return max(found, key=lambda pair: pair[0], default=(0, "the sentence has no clause"))


def _pairings(options: list[list[Frame]]) -> Iterator[list[Frame]]:
    """Ways of pairing each clause with a different one, some hundred at most."""
    pending: list[list[Frame]] = [[]]
    for _ in range(_MOST_TRIES):
        if not pending:
            return
        pairing = pending.pop()
        if len(pairing) == len(options):
            yield pairing
            continue
        pending += [[*pairing, frame] for frame in reversed(options[len(pairing)]) if frame not in pairing]


def _hangs_alike(ours: Frame, pairing: list[Frame]) -> bool:
    """Whether the clause hangs from the same clause, by the same word, as its pair in the text."""
    theirs = pairing[ours.number]
    if ours.link == "sub" and (theirs.link != "sub" or ours.word != theirs.word):
        return False
    if ours.link == "prep" and ours.word != theirs.word:
        return False
    if ours.governor is None or ours.link in ("rel", "reduced"):
        return True
    return theirs.governor == pairing[ours.governor].number


def _verdict(setting: Setting, pairing: list[Frame]) -> Verdict:
    items = setting.here.items
    positions = [at for frame in pairing for at in _positions(frame)]
    start, end = items[min(positions)].start, items[max(positions)].end
    return Verdict(
        True, start, end, "every word of the claim stands in one clause of the text, with the same roles and commitment"
    )


def _positions(frame: Frame) -> Iterator[int]:
    yield from (frame.group.first, frame.group.last - 1)
    phrases: list[Phrase] = [phrase for _, phrase in frame.places] + frame.objects
    for phrase in phrases if frame.subject is None else [*phrases, frame.subject]:
        yield from (phrase.first, phrase.last - 1)
