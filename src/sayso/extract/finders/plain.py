"""`The front acknowledged nine dead`, `the mayor praised women who …`: what is told is a plain object."""

from __future__ import annotations

from sayso.extract.frame import Frame
from sayso.extract.lexicon import Lexicon
from sayso.extract.line import Line
from sayso.extract.phrases import subject_before
from sayso.model.telling import Certainty, TellerKind

#: Verbs that grant or make known what their object names.
_GRANTS = frozenset(
    "acknowledged acknowledges admitted admits confirmed confirms conceded concedes announced announces".split()
)
#: Verbs that judge an act and so tell that it was done.
_JUDGES = frozenset(
    (
        "praised praises commended commends congratulated thanked lauded hailed condemned condemns denounced denounces "
        "deplored criticised criticized applauded"
    ).split()
)
_EXPECTS = frozenset("expects expect expected".split())
_CLAIMS = frozenset({"claims", "claimed", "alleges", "alleged"})
_CUES = _GRANTS | _JUDGES | _EXPECTS | _CLAIMS
_UNSAID = frozenset((",", ".", ":", "that", "to", "by", "on", "in", "it", "he", "she", "they", "him", "her", "them"))
#: So far behind the object's start the clause about it begins: "officials of Dina who refused".
_WHO_WITHIN = 9


class Plain:
    """Finds a teller who grants, announces or judges what a plain object names."""

    name = "plain"
    version = "1"
    finds = (
        ("The front acknowledged nine dead in May.", "acknowledged", "The front", "nine dead in May"),
        ("The mayor praised women who drove them off.", "praised", "The mayor", "women who drove them off"),
        ("The spokesman, Ali Toure, claims 600 men.", "claims", "The spokesman, Ali Toure,", "600 men"),
        ("The judge expects it to split in June.", "expects", "The judge", "it to split in June"),
    )
    leaves = (
        "The mayor praised the weather.",
        "It was confirmed.",
        "He admitted to nothing.",
        "The front claimed the attack.",
    )

    def frames(self, line: Line, lexicon: Lexicon) -> list[Frame]:
        """The frames of this kind in one sentence."""
        found: list[Frame] = []
        if _CUES.isdisjoint(line.lows):
            return found
        for index in range(1, line.last_word()):
            if line.low(index) not in _CUES or line.quoted[index] or not _has_object(line, index):
                continue
            subject = subject_before(line, index)
            if subject is None or not self._may_tell(line, subject, lexicon):
                continue
            told = line.span(index + 1, line.last_word())
            certainty = Certainty.PREDICTED if line.low(index) in _EXPECTS else Certainty.ASSERTED
            doubted = line.low(index) in _CLAIMS
            cue = line.span(index, index)
            found.append(Frame(self.name, line.span(*subject), cue, (told,), certainty, doubted=doubted))
        return found

    @staticmethod
    def _may_tell(line: Line, subject: tuple[int, int], lexicon: Lexicon) -> bool:
        """Whether a name, a pronoun or a known kind of teller stands there."""
        words = range(subject[0], subject[1] + 1)
        kinds = (lexicon.tellers.get(line.low(k)) for k in words)
        known = any(kind is not None and kind is not TellerKind.UNKNOWN for kind in kinds)
        return known or any(line.tag(k) in {"NNP", "PRP"} for k in words)


def _has_object(line: Line, index: int) -> bool:
    """Whether the object is one of its kind: "it to split" after "expects", "women who fought" after "praised"."""
    word, beyond = line.low(index), range(index + 2, index + _WHO_WITHIN)
    if word in _EXPECTS:
        return any(line.low(k) == "to" for k in beyond)
    if word in _CLAIMS:  # "claims 6,000 men under arms"; who claims a prize or an attack tells nothing
        return line.tag(index + 1) == "CD" or any(line.tag(index + k) == "CD" for k in (2, 3))
    if line.low(index + 1) in _UNSAID:
        return False
    return word in _GRANTS or any(line.low(k) in {"who", "for"} for k in beyond)
