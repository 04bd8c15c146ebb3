"""`The army put out a communiqué: …`, `a statement was issued in which …`: a body lets its words out."""

from __future__ import annotations

from sayso.extract.frame import Frame
from sayso.extract.lexicon import Lexicon
from sayso.extract.line import Line
from sayso.extract.phrases import subject_before

_RELEASES = frozenset(
    "put puts issued issues released releases published publishes posted posts circulated circulates sent sends".split()
)
_WORDS = frozenset(
    "communique communiqué statement release message video recording leaflet note bulletin audio post tweet".split()
)
_LEADS = frozenset((":", "in", "saying", "claiming", "announcing"))
#: So many tokens lie between the verb and what was let out: "put out a triumphant communiqué".
_WITHIN = 8


class Release:
    """Finds a statement that a body puts out, with what it says behind a colon or "in which"."""

    name = "release"
    version = "1"
    finds = (
        ("The army put out a communiqué: ten rebels had fled.", "put", "The army", "ten rebels had fled"),
        (
            "The front circulated a leaflet in which it promised revenge.",
            "circulated",
            "The front",
            "it promised revenge",
        ),
    )
    leaves = ("The army put out a fire: ten men had fled.", "He sent a message to his wife.")

    def frames(self, line: Line, lexicon: Lexicon) -> list[Frame]:
        """The frames of this kind in one sentence."""
        found: list[Frame] = []
        if _RELEASES.isdisjoint(line.lows):
            return found
        for index in range(1, line.last_word()):
            if line.low(index) not in _RELEASES or line.quoted[index]:
                continue
            start = self._told_from(line, index)
            subject = subject_before(line, index)
            if start is not None and subject is not None and start <= line.last_word():
                told = line.span(start, line.last_word())
                found.append(Frame(self.name, line.span(*subject), line.span(index, index), (told,)))
        return found

    @staticmethod
    def _told_from(line: Line, index: int) -> int | None:
        for k in range(index + 1, min(index + _WITHIN, line.last_word())):
            if line.low(k) in _WORDS and line.low(k + 1) in _LEADS:
                if line.low(k + 1) == "in":
                    return k + 3 if line.low(k + 2) == "which" else None
                return k + 2
        return None
