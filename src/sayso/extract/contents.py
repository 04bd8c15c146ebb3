"""Where what was told begins and ends, right and left of its cue."""

from __future__ import annotations

from sayso.extract.line import Line
from sayso.extract.phrases import is_time
from sayso.model.span import Span

#: So many words may stand between a cue and its "that": "told reporters at the Pentagon on Wednesday that".
_THAT_WITHIN = 16
#: So many words before a comma and a teller are a clause, also where the tagger saw no verb ("shot", "cut", "split").
_CLAUSE_WORDS = 5
_TAIL_CUES = frozenset(
    {"adding", "saying", "noting", "warning", "claiming", "citing", "quoting", "stressing", "explaining"}
)

# The same subject goes on telling: "said the post was empty and added that …".
_SECOND_CUES = frozenset(
    "said says added adds told tells noted warned urged insisted vowed denied claimed argued asked called".split()
)

# Somebody else begins to act: "said he was ill, several asked for leave".
_NEW_SUBJECTS = frozenset({"several", "some", "others", "another", "many", "two", "three"})


def content_right(line: Line, after: int, stop: int | None = None) -> Span | None:
    """What is told to the right of token `after`, or None where no clause or quotation stands there."""
    last = line.last_word() if stop is None else min(stop, line.last_word())
    if after + 1 > last:
        return None
    if (that := _that(line, after + 1, last)) is not None:
        return _bounded(line, that, last)
    start = _skip_time(line, after + 1, last)
    set_off = line.low(start) if line.low(start) in {",", ":"} and start < last else ""
    start += bool(set_off)
    if start <= last and _is_told(line, start, last, comma=set_off == ",", colon=set_off == ":"):
        return _bounded(line, start, last)
    return None


_QUESTIONS = frozenset({"of", "about", "how", "why", "what", "whether", "if"})


def _is_told(line: Line, start: int, last: int, *, comma: bool, colon: bool) -> bool:
    """Whether what begins at `start` is told: behind a colon, in quotation marks, a question, or a clause."""
    last = next((k - 1 for k in range(start + 1, last) if line.low(k) == ";" and not line.quoted[k]), last)
    if colon and line.has_finite_verb(start, last):
        return True
    clause = line.has_finite_verb(start + 1, last)
    if _quote_at(line, start) is not None or (line.low(start) in {"“", '"', "‘", "'"} and clause):
        return True
    return line.low(start) in _QUESTIONS or (clause and not comma)


def _that(line: Line, start: int, last: int) -> int | None:
    for index in range(start, min(last, start + _THAT_WITHIN) + 1):
        if line.low(index) == "that" and not line.quoted[index]:
            return None if {line.low(k) for k in range(index - 3, index)} & {"so", "such"} else index
        if (
            line.quoted[index]
            or line.low(index) in {",", ";"}
            or (line.tag(index) in {"VBD", "VBZ", "VBP", "MD"} and index > start)
        ):
            return None
    return None


def _skip_time(line: Line, start: int, last: int) -> int:
    """Past "on Wednesday", "in a statement", "late Monday" to where the clause begins."""
    index = start
    while index <= last:
        if is_time(line.low(index)) or (line.low(index) in {"late", "early"} and is_time(line.low(index + 1))):
            index += 1
        elif line.low(index) in {"on", "in", "by", "at", "during", "via", "through"} and not line.quoted[index]:
            end = _end_of_short_phrase(line, index, last)
            if end is None:
                return index
            index = end + 1
        else:
            return index
    return index


_MEDIA = frozenset(
    (
        "statement interview report press release briefing conference telephone phone email e-mail message broadcast "
        "post video letter call address speech"
    ).split()
)


def _end_of_short_phrase(line: Line, start: int, last: int) -> int | None:
    """The last token of "in a statement" or "on Wednesday", or None where the phrase belongs to the clause."""
    for index in range(start + 1, min(start + 6, last + 1)):
        if is_time(line.low(index)) or line.low(index) in _MEDIA:
            return index
        if line.tag(index) in {"VBD", "VBZ", "VBP", "MD"} or line.low(index) == ",":
            return None
    return None


def _quote_at(line: Line, index: int) -> Span | None:
    at = line.tokens[index].start
    return next((q.span for q in line.quotes if q.span.start == at and q.is_speech), None)


def _bounded(line: Line, start: int, last: int) -> Span:
    """From `start` to the end of the clause: before ", adding that" or ", according to"."""
    end = last
    for index in range(start + 1, last):
        if line.quoted[index]:
            continue
        if line.low(index) in {"and", "but"} and line.low(index + 1) in _SECOND_CUES:
            end = index - 1 - (line.low(index - 1) == ",")
            break
        if line.low(index) != ",":
            continue
        following = line.low(index + 1)
        if following in _NEW_SUBJECTS and line.has_finite_verb(index + 2, index + 3):
            end = index - 1
            break
        if following in _TAIL_CUES or (following == "according" and line.low(index + 2) == "to"):
            end = index - 1
            break
    return _with_marks(line, line.span(start, max(start, end)))


def _with_marks(line: Line, span: Span) -> Span:
    """The span, closed by the quotation mark that a quotation begun inside it ends with."""
    for quote in line.quotes:
        if span.start <= quote.span.start < span.end < quote.span.end <= line.sentence.end:
            return Span(span.start, quote.span.end)
    return span


def content_left(line: Line, before: int) -> Span | None:
    """What is told to the left of token `before`: the quotation that ends there, else the clause."""
    end = before - 1
    while end >= 0 and line.low(end) in {",", "—", "–", "--"}:
        end -= 1
    if end < 0:
        return None
    closing = line.tokens[end].end
    for quote in line.quotes:
        if quote.span.start < closing <= quote.span.end and (
            quote.is_speech or quote.span.start <= line.tokens[0].start
        ):
            inside = Span(max(quote.span.start, line.sentence.start), min(quote.span.end, line.sentence.end))
            return _from_clause_start(line, inside, end)
    clause = line.has_finite_verb(0, end) or end >= _CLAUSE_WORDS
    if line.low(before - 1) not in {",", "—", "–", "--", "?", "!"} or not clause:
        return None
    return line.span(_clause_start(line, end), end)


def _from_clause_start(line: Line, quote: Span, end: int) -> Span:
    """A quotation with the words of its clause before it: `They were "running scared"`."""
    first = next(i for i, token in enumerate(line.tokens) if token.end > quote.start)
    start = _clause_start(line, end)
    plain = [i for i in range(start, first) if line.low(i) not in {",", "and", "but"}]
    if plain and line.has_finite_verb(start, first - 1) and line.low(first - 1) not in {":", ","}:
        return Span(line.tokens[start].start, quote.end)
    return quote


def _clause_start(line: Line, end: int) -> int:
    """The first token of the clause that ends at `end`; conjunctions that open a sentence are left out."""
    start = 0
    for index in range(end, 0, -1):
        if line.low(index) == ";" and not line.quoted[index]:
            start = index + 1
            break
    while start < end and line.low(start) in {"and", "but", "yet", ",", "meanwhile", "however"}:
        start += 1
    return start
