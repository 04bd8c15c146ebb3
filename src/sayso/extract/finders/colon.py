"""`Doctors' union: 19 dead since dawn`, `The Front's press office: “…”`: a name, a colon, what is told."""

from __future__ import annotations

import re

from sayso.extract.frame import Frame
from sayso.extract.lexicon import Lexicon
from sayso.extract.line import Line

#: A longer stretch before the colon is a sentence of its own, not a name.
_NAME_WITHIN = 12
_LABEL = re.compile(r"^[^\W\d_a-z][^\W\d_a-z]+(?: [^\W\d_a-z]+){0,3}:\s", re.MULTILINE)
#: A speaker's label in a transcript has at most so many words, all in capitals.
_LABEL_WORDS = 4


class Colon:
    """Finds a teller set off by a colon at the head of a sentence, without a verb."""

    name = "colon"
    version = "1"
    finds = (
        ("Doctors' union: ten people were killed.", ":", "Doctors' union", "ten people were killed"),
        ("The Front's press office: “No one has left us.”", ":", "The Front's press office", "“No one has left us.”"),
        ("OUMAR: They left at night.\nAMINA: Did they say why?", ":", "OUMAR", "They left at night"),
    )
    leaves = ("They had one wish: the road home was open.", "Summary: the group was weak.", "DORI: The group was weak.")

    def frames(self, line: Line, lexicon: Lexicon) -> list[Frame]:
        """The frames of this kind in one sentence."""
        colon = next((k for k in range(min(len(line.tokens), _NAME_WITHIN)) if line.low(k) == ":"), None)
        if colon is None or colon == 0 or colon >= line.last_word() or line.quoted[colon]:
            return []
        start = next((k for k in range(colon) if line.tokens[k].text[0].isalnum()), colon)
        if (
            start >= colon
            or line.has_finite_verb(start, colon - 1)
            or not self._names_teller(line, start, colon, lexicon)
        ):
            return []
        told = line.span(colon + 1, line.last_word())
        quote = next((q for q in line.quotes if q.span.start == told.start), None)
        if quote is None and not line.has_finite_verb(colon + 1, line.last_word()):
            return []
        content = quote.span if quote is not None else told
        return [Frame(self.name, line.span(start, colon - 1), line.span(colon, colon), (content,))]

    @staticmethod
    def _names_teller(line: Line, start: int, colon: int, lexicon: Lexicon) -> bool:
        words = [line.low(k) for k in range(start, colon)]
        if start == 0 and _is_label(line, colon):
            return True
        return any(word in lexicon.tellers or word in {"office", "union", "ministry"} for word in words)


def _is_label(line: Line, colon: int) -> bool:
    """Whether they are a speaker's label in a transcript, which has several; a dateline ("DORI: …") stands alone."""
    named = [line.tokens[k].text for k in range(colon) if line.tokens[k].text[0].isalpha()]
    if not 0 < len(named) == colon <= _LABEL_WORDS or not all(len(word) > 1 and word.isupper() for word in named):
        return False
    return len(_LABEL.findall(line.text)) > 1
