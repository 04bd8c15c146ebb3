"""What form a verb of telling has in its sentence: active or passive, bare or finite, told to somebody."""

from __future__ import annotations

from sayso.extract.frame import Frame
from sayso.extract.line import Line
from sayso.extract.phrases import subject_before
from sayso.model.span import Span

_MEANS = frozenset("telephone phone radio e-mail email letter satellite text text-message fax video message".split())


def is_done_by(line: Line, index: int) -> bool:
    """Whether "by" names who did it ("reported by X"), not the means ("said by telephone")."""
    return line.low(index + 1) == "by" and line.low(index + 2) not in _MEANS


def takes_bare_form(line: Line, index: int) -> bool:
    """Whether what stands before a bare form ("say", "state") can be its subject: a plural, a pronoun or a modal."""
    before = index - 1
    while before >= 0 and line.tag(before) == "RB":
        before -= 1
    if line.low(before) in {",", ")", "that", "which"}:
        return True
    subject = subject_before(line, index)
    if subject is not None and subject[0] == 0 and line.low(0).endswith("s"):
        return True  # "Herders passing through X report": the tagger takes the first word for a name
    if subject is not None and any(line.tag(k) == "NNS" for k in range(subject[0], min(subject[0] + 4, before))):
        return True
    return (
        line.tag(before) in {"NNS", "NNPS", "PRP", "MD", "CD", "DT"}
        or line.low(before).endswith("s")
        or (
            line.low(before) in {"police", "people", "did", "do", "not", "n't", "u.s.", "who", "military"}
            or line.low(index) in {"read", "put"}
        )
    )


def told(frame: Frame, told_to: Span) -> Frame:
    return Frame(frame.finder, frame.source, frame.cue, frame.contents, frame.certainty, frame.doubted, told_to)


def is_passive(line: Line, index: int) -> bool:
    """Whether the subject suffers the verb: "had been dismissed", "are accused"."""
    if line.low(index).endswith("ing"):
        return False
    return any(line.low(k) in {"is", "are", "was", "were", "been", "being", "be"} for k in (index - 1, index - 2))


def within_commas(line: Line, index: int, content: Span) -> Span:
    """What a clause set off by commas tells, up to its closing comma: "the clerk, who asked that …, says"."""
    for k in range(index + 1, line.last_word()):
        if line.low(k) == "," and not line.quoted[k] and content.start < line.tokens[k].start < content.end:
            return Span(content.start, line.tokens[k - 1].end)
    return content
