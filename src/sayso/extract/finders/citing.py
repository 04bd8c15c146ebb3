"""`…, citing X` and `quoting X, the paper reports …`: one teller names another."""

from __future__ import annotations

from sayso.extract.contents import content_left
from sayso.extract.following import phrase_after
from sayso.extract.frame import Frame
from sayso.extract.lexicon import Lexicon
from sayso.extract.line import Line
from sayso.extract.phrases import subject_before

#: So far behind "quotes" stands its "as saying": names and titles lie between.
_SAYING_WITHIN = 18


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
        ("Sahel Wire, quoting a nurse, says the ward is full.", "quoting", "a nurse", "says the ward is full"),
        (
            "Radio Tamesna quotes the priest of Dori, Father Luc, as saying that ten fled.",
            "as saying",
            "the priest of Dori, Father Luc,",
            "that ten fled",
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
            inside = line.low(index - 1) == "," and line.low(source[1] + 1) == ","
            if inside and not line.has_finite_verb(0, index - 1):  # "the paper, quoting a nurse, says …"
                contents = (line.span(source[1] + 2, line.last_word()),)
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
            (
                k
                for k in range(index + 2, min(index + _SAYING_WITHIN, line.last_word()))
                if line.low(k) == "as" and line.low(k + 1) == "saying"
            ),
            None,
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
