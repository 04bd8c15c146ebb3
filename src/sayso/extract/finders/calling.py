"""`Her son had telephoned her to say that …`, `wrote to her that …`: a teller reaches somebody from afar."""

from __future__ import annotations

from sayso.extract.contents import content_right
from sayso.extract.following import phrase_after
from sayso.extract.frame import Frame
from sayso.extract.lexicon import Lexicon
from sayso.extract.line import Line
from sayso.extract.phrases import subject_before

_CALLS = frozenset("telephoned phoned called rang wrote texted messaged emailed e-mailed radioed cabled".split())
_SAY = frozenset("say tell".split())
#: Between the call and what it said: "called her from Gao last Friday to say".
_SAY_WITHIN = 12


class Calling:
    """Finds a call, a letter or a message with what it said: "had telephoned her to say that"."""

    name = "calling"
    version = "1"
    finds = (
        ("Her son had phoned her to say that pay had stopped.", "phoned", "Her son", "that pay had stopped"),
        ("The boy wrote to her that pay had stopped.", "wrote", "The boy", "that pay had stopped"),
    )
    leaves = ("They called the meeting a success.", "He wrote to the ministry.")

    def frames(self, line: Line, lexicon: Lexicon) -> list[Frame]:
        """The frames of this kind in one sentence."""
        found: list[Frame] = []
        if _CALLS.isdisjoint(line.lows):
            return found
        for index in range(1, line.last_word()):
            if line.low(index) not in _CALLS or line.quoted[index]:
                continue
            subject = subject_before(line, index) or _after_say(line, index)
            say = _said_at(line, index)
            content = content_right(line, say) if say is not None else None
            if subject is not None and content is not None:
                found.append(Frame(self.name, line.span(*subject), line.span(index, index), (content,)))
        return found


def _said_at(line: Line, index: int) -> int | None:
    """The token behind which stands what the call said: "to say", or "to her" before "that"."""
    for k in range(index + 1, min(index + _SAY_WITHIN, line.last_word())):
        if line.low(k) in _SAY and line.low(k - 1) == "to":
            return k + 1 if line.low(k) == "tell" else k
        if line.low(k) == "that":
            return k - 1 if line.low(index + 1) == "to" else None
        if line.quoted[k] or line.low(k) in {",", ";", ":"}:
            return None
    return None


def _after_say(line: Line, index: int) -> tuple[int, int] | None:
    """The subject that begins right behind another verb of telling: "said | her son, 19, | had telephoned"."""
    for k in range(index - 1, max(0, index - _SAY_WITHIN), -1):
        if line.low(k) in {"said", "says", "that"}:
            return phrase_after(line, k + 1)
    return None
