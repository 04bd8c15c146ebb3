"""`It was reported that …`, `was first reported by X`, `X was quoted by Y as saying …`."""

from __future__ import annotations

from sayso.extract.contents import content_left, content_right
from sayso.extract.following import phrase_after
from sayso.extract.frame import Frame
from sayso.extract.lexicon import Lexicon
from sayso.extract.line import Line
from sayso.extract.phrases import subject_before
from sayso.model.telling import Certainty

_BE = frozenset({"is", "are", "was", "were", "been", "being", "be"})
#: Verbs that hang a rumour on whom it is about: "X are said to have left". Who is told or asked to do a thing is not.
_OF_SUBJECTS = frozenset(
    "said reported alleged believed thought understood rumoured rumored known claimed suspected feared".split()
)
#: So far behind the verb its infinitive may stand: "is alleged by two former prisoners to have".
_TO_WITHIN = 9
_IMPERSONAL = frozenset({"it", "there"})


class Passive:
    """Finds tellings in the passive: without a teller, with one after "by", or quoted by another."""

    name = "passive"
    version = "1"
    finds = (
        ("It was reported last year that the unit had mutinied.", "reported", "", "that the unit had mutinied"),
        ("The news was first broken and reported by Radio Tamesna.", "reported", "Radio Tamesna", ""),
        (
            "The major was quoted by Sahel Wire as saying that ten had fled.",
            "quoted",
            "The major",
            "that ten had fled",
        ),
        ("The suppliers are said to have left.", "said", "", "The suppliers … to have left"),
        ("An officer is alleged by two clerks to have left.", "alleged", "two clerks", "An officer … to have left"),
        ("“We eat grass now,” the man was quoted as saying.", "quoted", "the man", "“We eat grass now,”"),
    )
    leaves = ("Ten men were killed by the guards.",)

    def frames(self, line: Line, lexicon: Lexicon) -> list[Frame]:
        """The frames of this kind in one sentence."""
        found: list[Frame] = []
        for index in range(1, len(line.tokens)):
            if line.quoted[index] or line.tag(index) not in {"VBN", "VBD"} or not self._is_passive(line, index):
                continue
            if line.low(index) in {"quoted", "cited"}:
                found += self._quoted(line, index)
            elif line.low(index) in lexicon.verbs:
                found += self._told(line, index, lexicon)
        return found

    @staticmethod
    def _is_passive(line: Line, index: int) -> bool:
        return any(line.low(k) in _BE for k in range(max(0, index - 4), index))

    def _told(self, line: Line, index: int, lexicon: Lexicon) -> list[Frame]:
        certainty = lexicon.verbs[line.low(index)]
        if line.low(index) == "accused" and line.low(index + 1) == "of" and index + 2 <= line.last_word():
            told = line.span(index + 2, line.last_word())
            return [Frame(self.name, None, line.span(index, index), (told,), Certainty.ALLEGED)]
        if (infinitive := self._said_to(line, index)) is not None:
            return [self._hearsay(line, index, infinitive, certainty)]
        subject = next((k for k in range(index, -1, -1) if line.low(k) in _IMPERSONAL), None)
        content = content_right(line, index)
        if subject is not None and index - subject <= 6 and content is not None:
            stated = Certainty.REPORTED if certainty is Certainty.ASSERTED else certainty
            return [Frame(self.name, None, line.span(index, index), (content,), stated)]
        if (
            line.low(index + 1) == "by"
            and certainty is Certainty.ASSERTED
            and line.low(index) not in {"found", "carried", "put"}
        ):
            source = phrase_after(line, index + 2)
            if source is not None:
                return [Frame(self.name, line.span(*source), line.span(index, index), ())]
        return []

    @staticmethod
    def _said_to(line: Line, index: int) -> int | None:
        """Where the infinitive of "are said to have left", "is alleged by two prisoners to have left" begins."""
        for k in range(index + 1, min(index + _TO_WITHIN, line.last_word())):
            if line.low(k) == "to" and line.tag(k + 1) in {"VB", "VBP"}:
                plain = k == index + 1 or line.low(index + 1) == "by"
                return k if plain and line.low(index) in _OF_SUBJECTS else None
            if line.low(k) in {",", ";", ":"} or line.quoted[k]:
                return None
        return None

    def _hearsay(self, line: Line, index: int, infinitive: int, certainty: Certainty) -> Frame:
        agent = phrase_after(line, index + 2) if line.low(index + 1) == "by" else None
        source = line.span(agent[0], min(agent[1], infinitive - 1)) if agent is not None else None
        doubted = certainty is Certainty.ALLEGED
        told = [line.span(infinitive, line.last_word())]
        subject = subject_before(line, next(k for k in range(index - 1, -1, -1) if line.low(k) in _BE))
        if subject is not None:
            told.insert(0, line.span(*subject))
        if doubted:
            stated = Certainty.ALLEGED if source is None else Certainty.ASSERTED
        else:
            stated = Certainty.REPORTED if source is None and certainty is Certainty.ASSERTED else certainty
        cue = line.span(index, index)
        return Frame(self.name, source, cue, tuple(told), stated, doubted=doubted and source is not None)

    def _quoted(self, line: Line, index: int) -> list[Frame]:
        source = subject_before(line, index)
        saying = next(
            (k for k in range(index, len(line.tokens) - 1) if line.low(k) == "as" and line.low(k + 1) == "saying"), None
        )
        if source is None or saying is None:
            return []
        content = content_right(line, saying + 1) or content_left(line, source[0])
        if content is None:
            return []
        relay = (
            phrase_after(line, index + 2) if line.low(index + 1) in {"by", "in", "on"} and saying > index + 2 else None
        )
        told_to = line.span(relay[0], min(relay[1], saying - 1)) if relay is not None else None
        return [Frame(self.name, line.span(*source), line.span(index, index), (content,), told_to=told_to)]
