"""`…, citing X` and `quoting X, the paper reports …`: one teller names another."""

from __future__ import annotations

from sayso.extract.contents import content_left
from sayso.extract.frame import Frame
from sayso.extract.lexicon import Lexicon
from sayso.extract.line import Line
from sayso.extract.phrases import phrase_after, subject_before


class Citing:
    """Finds a teller named as the source of what the sentence's own teller says."""

    name = "citing"
    version = "1"
    finds = (
        (
            "Dozens had left the camp, Radio Tamesna reported, citing two traders.",
            "citing",
            "two traders",
            "Dozens had left the camp, Radio Tamesna reported",
        ),
        ("Quoting a nurse, the daily says the ward is full.", "Quoting", "a nurse", "the daily says the ward is full"),
    )
    leaves = (
        "He was cited for bravery.",
        "She kept citing them.",
        "The colonel, whom the radio quoted as saying that the road was open, left.",
    )

    def frames(self, line: Line, lexicon: Lexicon) -> list[Frame]:
        """The frames of this kind in one sentence."""
        found: list[Frame] = []
        for index, word in enumerate(line.lows):
            if word not in lexicon.words.citing or line.quoted[index]:
                continue
            found += self._participle(line, index) if line.low(index).endswith("ing") else self._verb(line, index)
        return found

    def _participle(self, line: Line, index: int) -> list[Frame]:
        source = phrase_after(line, index + 1)
        if source is None:
            return []
        if index == 0:
            start, last = source[1] + 1, line.last_word()
            start += line.low(start) == ","
            contents = (line.span(start, last),) if start <= last else ()
        else:
            left = content_left(line, index)
            contents = (left,) if left is not None else ()
        if not contents:
            return []
        return [Frame(self.name, line.span(*source), line.span(index, index), contents, within=True)]

    def _verb(self, line: Line, index: int) -> list[Frame]:
        """`The Times quoted a source as saying that …`: the subject passes on, its object tells."""
        subject, source = subject_before(line, index), phrase_after(line, index + 1)
        if subject is None or source is None:
            return []
        end = next(
            (k for k in range(index + 2, source[1] + 3) if line.low(k) == "as" and line.low(k + 1) == "saying"), None
        )
        if end is None or end + 2 > line.last_word():
            return []
        start = end + 2
        told = line.span(start, line.last_word())
        whole = line.span(index + 1, line.last_word())
        return [
            Frame(self.name, line.span(*subject), line.span(index, index), (whole,)),
            Frame(self.name, line.span(index + 1, end - 1), line.span(end, end + 1), (told,), within=True),
        ]
