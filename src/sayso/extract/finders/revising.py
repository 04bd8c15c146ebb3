"""`The ministry has raised the number of captives to 31`: a body changes a figure that it gave."""

from __future__ import annotations

from sayso.extract.frame import Frame
from sayso.extract.lexicon import Lexicon
from sayso.extract.line import Line
from sayso.extract.phrases import subject_before

_CHANGES = frozenset("raised raises revised revises lowered lowers corrected corrects updated updates".split())
_FIGURES = frozenset("number numbers toll figure figures count estimate total tally".split())
#: So far behind the verb stand the figure's name and its value.
_NAME_WITHIN, _VALUE_WITHIN = 5, 20


class Revising:
    """Finds who raises, lowers or corrects a figure, with the figure as what is told."""

    name = "revising"
    version = "1"
    finds = (
        ("The ministry raised the number of captives to 31.", "raised", "The ministry", "the number of captives to 31"),
        ("Police have revised the toll to nine dead.", "revised", "Police", "the toll to nine dead"),
    )
    leaves = ("The ministry raised the flag.", "The group raised the number of its posts.")

    def frames(self, line: Line, lexicon: Lexicon) -> list[Frame]:
        """The frames of this kind in one sentence."""
        if _CHANGES.isdisjoint(line.lows):
            return []
        found: list[Frame] = []
        for index in range(1, line.last_word()):
            if line.low(index) not in _CHANGES or line.quoted[index]:
                continue
            subject = subject_before(line, index)
            named = any(line.low(k) in _FIGURES for k in range(index + 1, index + _NAME_WITHIN))
            valued = any(
                line.low(k) in {"to", "at"} and line.tag(k + 1) in {"CD", "RB", "IN", "JJR"}
                for k in range(index + 2, min(index + _VALUE_WITHIN, line.last_word()))
            )
            if subject is not None and named and valued:
                told = line.span(index + 1, line.last_word())
                found.append(Frame(self.name, line.span(*subject), line.span(index, index), (told,)))
        return found
