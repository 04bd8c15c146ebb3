"""`Reports that …`, `X's claim that …`, `claims by X that …`, `reports have surfaced that …`."""

from __future__ import annotations

from sayso.extract.contents import content_right
from sayso.extract.following import phrase_after
from sayso.extract.frame import Frame
from sayso.extract.lexicon import Lexicon
from sayso.extract.line import Line
from sayso.extract.phrases import phrase_ending
from sayso.model.span import Span
from sayso.model.telling import Certainty

#: So many words may stand between the noun and its "that": "reports have since surfaced in Gao that".
_THAT_WITHIN = 12


_FOUND = frozenset({"evidence", "sign", "signs", "confirmation", "indication"})
_NONE = frozenset({"no", "not", "n't", "without", "any", "little", "never"})


class Nominal:
    """Finds a noun of telling that carries a "that" clause, with its owner or author where one is given."""

    name = "nominal"
    version = "1"
    finds = (
        ("Reports have surfaced that the garrison is unpaid.", "Reports", "", "that the garrison is unpaid"),
        (
            "The army rejected claims by two deserters that officers sold the rice.",
            "claims",
            "two deserters",
            "that officers sold the rice",
        ),
    )
    leaves = (
        "We have not found evidence that they fled.",
        "The reports were late that week.",
        "He filed a claim for damages.",
    )

    def frames(self, line: Line, lexicon: Lexicon) -> list[Frame]:
        """The frames of this kind in one sentence."""
        found: list[Frame] = []
        for index, word in enumerate(line.lows):
            certainty = lexicon.nouns.get(word)
            if certainty is None or line.quoted[index] or not self._is_noun(line, index):
                continue
            that = self._that(line, index)
            if that is not None and word in _FOUND and not _NONE.isdisjoint(line.lows[max(0, index - 4) : index]):
                continue  # "has found no evidence that": nobody reports it
            content = content_right(line, that - 1) if that is not None else None
            if that is None or content is None:
                continue
            source = self._owner(line, index, that)
            doubted = certainty is Certainty.ALLEGED
            stated = Certainty.REPORTED if source is None and not doubted else Certainty.ASSERTED
            found.append(Frame(self.name, source, line.span(index, index), (content,), stated, doubted=doubted))
        return found

    @staticmethod
    def _is_noun(line: Line, index: int) -> bool:
        """Whether it is a noun, not the verb of a plural subject: "herders … report that"."""
        if line.low(index - 1) == "," and {"quoting", "citing"} & set(line.lows[:index]):
            return False  # "the paper, quoting a nurse, reports that"
        if line.low(index).endswith("s") or line.low(index) in {"news", "word", "evidence", "testimony"}:
            return line.is_noun(index) and line.tag(index - 1) not in {"NNP", "PRP"}
        return line.is_noun(index) and line.tag(index - 1) in {"DT", "JJ", "PRP$", "POS", "VBG", "VBN"}

    @staticmethod
    def _that(line: Line, index: int) -> int | None:
        for k in range(index + 1, min(index + 1 + _THAT_WITHIN, line.last_word())):
            if line.low(k) == "that":
                clause = line.has_finite_verb(k + 2, line.last_word())
                between = [line.low(m) for m in range(index + 1, k)]
                spread = {
                    "surfaced",
                    "emerged",
                    "circulated",
                    "spread",
                    "suggest",
                    "say",
                    "stating",
                    "saying",
                    "indicating",
                    "coming",
                    "came",
                    "come",
                    "reached",
                }
                told = not between or between[0] in {"by", "from", "of", "in"} or bool(spread.intersection(between))
                return k if clause and told else None
            if line.low(k) in {",", ";", ":"} or line.quoted[k]:
                return None
        return None

    @staticmethod
    def _owner(line: Line, index: int, that: int) -> Span | None:
        if line.low(index + 1) in {"by", "from"}:
            source = phrase_after(line, index + 2)
            return line.span(source[0], min(source[1], that - 1)) if source is not None else None
        if line.low(index + 1) in {"in", "on"}:
            place = phrase_after(line, index + 2)
            words = {line.low(k) for k in range(place[0], min(place[1] + 1, that))} if place is not None else set()
            carries = words & {"press", "media", "newspaper", "newspapers", "radio", "television", "channels", "papers"}
            return line.span(place[0], min(place[1], that - 1)) if place is not None and carries else None
        if index >= 2 and line.low(index - 1) in {"'s", "'"}:
            return line.span(phrase_ending(line, index - 2), index - 2)
        return None
