"""`According to X, …` and `…, according to X`."""

from __future__ import annotations

from sayso.extract.contents import content_left
from sayso.extract.following import phrase_after
from sayso.extract.frame import Frame
from sayso.extract.lexicon import Lexicon
from sayso.extract.line import Line
from sayso.model.span import Span

#: Words that open a sentence before its teller: "In the last week of May, according to …".
_OPENING = 9


class According:
    """Finds a preposition of telling with the phrase after it; the rest of the sentence is what is told."""

    name = "according"
    version = "1"
    finds = (
        ("According to two drivers, the post was empty.", "According to", "two drivers", "the post was empty"),
        (
            "The post was empty, according to a clerk in Dori.",
            "according to",
            "a clerk in Dori",
            "The post was empty",
        ),
    )
    leaves = ("They were paid according to rank and length of service.",)

    def frames(self, line: Line, lexicon: Lexicon) -> list[Frame]:
        """The frames of this kind in one sentence."""
        found = []
        for phrase in lexicon.words.according:
            words = tuple(phrase.split())
            if words[0] not in line.lows:
                continue
            for index in range(len(line.lows) - len(words)):
                if line.lows[index : index + len(words)] == words and not line.quoted[index]:
                    found += self._frame(line, index, index + len(words) - 1, lexicon)
        return found

    def _frame(self, line: Line, first: int, last: int, lexicon: Lexicon) -> list[Frame]:
        source = phrase_after(line, last + 1)
        if source is None:
            return []
        if line.low(first - 1 - (line.low(first - 1) == ",")) in {"which", "who", "that"} and first > 1:
            start = source[1] + 1 + (line.low(source[1] + 1) == ",")
            told = line.span(start, line.last_word()) if start <= line.last_word() else None
            return [Frame(self.name, line.span(*source), line.span(first, last), (told,))] if told is not None else []
        left = content_left(line, first) if first > 0 else None
        if left is None and first > 0 and line.has_finite_verb(0, first - 1):
            left = line.span(0, first - 1)
        right = self._right(line, source[1])
        if left is None and right is not None and line.low(first - 1) == "," and 1 < first <= _OPENING:
            left = line.span(0, first - 2)  # "In May, according to a nurse, ten men fled"
        contents = tuple(span for span in (left, right) if span is not None)
        if not contents or (left is None and first > 2):
            return []
        if right is None and self._is_manner(line, source, lexicon):
            return []
        return [Frame(self.name, line.span(*source), line.span(first, last), contents)]

    @staticmethod
    def _is_manner(line: Line, source: tuple[int, int], lexicon: Lexicon) -> bool:
        """Whether it says by which measure, not by whose word: "according to rank"."""
        tokens = line.tokens[source[0] : source[1] + 1]
        carriers = frozenset(lexicon.words.outlet_nouns)
        named = any(
            token.text[0].isupper() or token.lower in lexicon.tellers or token.lower in carriers for token in tokens
        )
        return not named and tokens[0].tag not in {"DT", "PRP$", "PRP", "CD"}

    @staticmethod
    def _right(line: Line, end: int) -> Span | None:
        if line.low(end + 1) != ",":
            return None
        start, last = end + 2, line.last_word()
        while line.tag(start) == "RB":
            start += 1
        if start > last or line.tag(start) == "VBN" or not line.has_finite_verb(start, last):
            return None
        return line.span(start, last)
