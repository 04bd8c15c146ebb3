"""`It was reported that …`, `was first reported by X`, `X was quoted by Y as saying …`."""

from __future__ import annotations

from sayso.extract.contents import content_right
from sayso.extract.frame import Frame
from sayso.extract.lexicon import Lexicon
from sayso.extract.line import Line
from sayso.extract.phrases import phrase_after, subject_before
from sayso.model.telling import Certainty

_BE = frozenset({"is", "are", "was", "were", "been", "being", "be"})
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

    def _quoted(self, line: Line, index: int) -> list[Frame]:
        source = subject_before(line, index)
        saying = next(
            (k for k in range(index, len(line.tokens) - 1) if line.low(k) == "as" and line.low(k + 1) == "saying"), None
        )
        if source is None or saying is None:
            return []
        content = content_right(line, saying + 1)
        if content is None:
            return []
        relay = (
            phrase_after(line, index + 2) if line.low(index + 1) in {"by", "in", "on"} and saying > index + 2 else None
        )
        told_to = line.span(relay[0], min(relay[1], saying - 1)) if relay is not None else None
        return [Frame(self.name, line.span(*source), line.span(index, index), (content,), told_to=told_to)]
