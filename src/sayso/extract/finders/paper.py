"""`The annex lists 31 abductions`, `a letter forbids soldiers to leave`: a paper tells with a plain object."""

from __future__ import annotations

from sayso.extract.frame import Frame
from sayso.extract.lexicon import Lexicon
from sayso.extract.line import Line
from sayso.extract.phrases import subject_before
from sayso.model.telling import Certainty, TellerKind

_TELLS = frozenset(
    (
        "lists list listed records record recorded describes describe described details detail detailed counts count "
        "counted prohibits prohibit prohibited obliges "
        "shows show showed names name named forbids forbid forbade bans ban banned orders order ordered "
        "instructs instruct instructed requires require required warns warn warned "
        "mentions mention mentioned gives "
        "give gave contains contain contained documents document documented puts put speaks speak spoke tells "
        "tell told reveals reveal revealed promises promise promised threatens threaten threatened"
    ).split()
)
#: So near the cue stands the noun that names the paper, or its numbered part.
_HEAD_WITHIN = 16


class Paper:
    """Finds a document, survey or report as the subject of a verb that needs no "that"."""

    name = "paper"
    version = "1"
    finds = (
        ("The annex lists 31 abductions in May.", "lists", "The annex", "31 abductions in May"),
        ("A letter signed by the emir forbids men to leave.", "forbids", "A letter signed by the emir", "men to leave"),
        ("The register shows 94 names.", "shows", "The register", "94 names"),
    )
    leaves = ("The clerk lists his hobbies.", "The list was shown to us.", "Police gave orders to leave.")

    def frames(self, line: Line, lexicon: Lexicon) -> list[Frame]:
        """The frames of this kind in one sentence."""
        found: list[Frame] = []
        if _TELLS.isdisjoint(line.lows):
            return found
        for index in range(1, line.last_word()):
            if line.low(index) not in _TELLS or line.quoted[index] or line.low(index + 1) in {"by", ",", "that"}:
                continue
            if line.tag(index) in {"NN", "NNS"} and line.tag(index - 1) in {"DT", "JJ", "PRP$", "CD", "IN"}:
                continue
            if frame := self._frame(line, index, lexicon):
                found.append(frame)
            elif found and line.low(index - 1) == "and":
                told = line.span(index + 1, line.last_word())
                found.append(Frame(self.name, found[-1].source, line.span(index, index), (told,)))
        return found

    def _frame(self, line: Line, index: int, lexicon: Lexicon) -> Frame | None:
        subject = subject_before(line, index)
        if subject is None or index - subject[0] > _HEAD_WITHIN or not _is_paper(line, subject[0], index, lexicon):
            return None
        told = line.span(index + 1, line.last_word())
        return Frame(self.name, line.span(*subject), line.span(index, index), (told,), Certainty.ASSERTED)


def _is_paper(line: Line, first: int, cue: int, lexicon: Lexicon) -> bool:
    """Whether the head of the phrase, the noun before its first preposition or participle, names a paper."""
    head = first
    for index in range(first, cue):
        if index > first and (
            line.tag(index) in {"IN", "VBN", "VBD", "VBG", "WDT", "WP"} or line.low(index) in {",", "of"}
        ):
            break
        head = index
    if line.tag(head) == "CD":
        head -= 1
    kind = lexicon.tellers.get(line.low(head))
    return kind is TellerKind.DOCUMENT or (kind is TellerKind.MONITOR and line.low(head) in _SURVEYS)


_SURVEYS = frozenset("report reports survey surveys study studies".split())
