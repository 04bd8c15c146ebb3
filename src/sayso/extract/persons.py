"""Persons whom a text speaks of before they speak, so that "he said" can take them up: subjects and headings."""

from __future__ import annotations

import re

from sayso.extract.lexicon import Lexicon
from sayso.extract.line import Line
from sayso.extract.phrases import subject_before
from sayso.extract.tellers import FindOutlet, described
from sayso.model.span import Span
from sayso.model.telling import Teller, TellerKind

#: Kinds that name no person, or as often a body as a person.
_NO_PERSON = frozenset(
    {TellerKind.ARMED_GROUP, TellerKind.OUTLET, TellerKind.AGENCY, TellerKind.DOCUMENT, TellerKind.MONITOR}
)
_BODY = re.compile(
    r"\b(?:ministry|army|navy|police|government|office|command|department|council|court|embassy|commission|company|bank|"
    r"party|parliament|administration|authority|service|military|forces?|union|prefecture|coalition|pentagon|mission|"
    r"garrison|corps|headquarters|battalion|brigade|regiment|militia|nato|kremlin|cabinet|customs|chamber|bureau|"
    r"municipality|intelligence|gendarmerie|front|movement|state|team|crowd|family|people|staff|senate|group|camp|hospital)\b",
    re.IGNORECASE,
)
_SPEAKS = re.compile(r"\bspokes(?:man|woman|person)\b", re.IGNORECASE)
#: Who is told to have met this end does not speak of it.
_GONE = re.compile(r"\b(?:killed|died|dead|slain|buried|executed|beheaded)\b")
_HEADING = re.compile(
    r"[\"“‘]?(?P<name>[A-ZÀ-Ý][\w’'-]+(?:\s+[A-ZÀ-Ý][\w’'-]+){0,3})[\"”’]?,\s+(?:aged\s+)?\d{2}\b[^.!?]{0,60}"
)
#: So far into its sentence the subject's verb stands.
_VERB_WITHIN = 16
#: So soon comes the colon of a transcript's label.
_LABEL_WITHIN = 5
_OPENS = frozenset({"IN", "TO", "RB", "VBG", "VBN", "WRB"})
_HIS = {"his": "he", "himself": "he", "her": "she", "herself": "she"}


def subject_of(line: Line, lexicon: Lexicon, outlet_named: FindOutlet) -> Teller | None:
    """The person who is the subject of a sentence, or whose name and age head a passage; None where none is."""
    if not line.tokens:
        return None
    heading = _HEADING.fullmatch(line.sentence.span.of(line.text))
    if heading is not None:
        start = line.sentence.start + heading.start("name")
        return described(line.text, Span(start, line.sentence.end), lexicon, outlet_named).teller
    start = _clause_start(line)
    if line.quoted[start] or _GONE.search(line.sentence.span.of(line.text)):
        return None
    last = min(start + _VERB_WITHIN, len(line.tokens))
    for verb in range(start + 1, last):
        if line.tag(verb) not in {"VBD", "VBZ", "VBP", "MD"} or line.low(verb - 1) in {
            "who",
            "which",
            "that",
            "she",
            "he",
        }:
            continue
        subject = subject_before(line, verb)
        if subject is None or subject[0] != start:
            return None
        teller = described(line.text, line.span(*subject), lexicon, outlet_named).teller
        sexed = sex_in(line, line.span(*subject)) is not None
        return teller if _is_person(teller, lexicon, sexed=sexed) else None
    return None


_STAFF = re.compile(
    r"\b(?:(?:[Oo]ur|[Tt]his paper['’]s)\s+(?:own\s+)?(?:\w+\s+)?(?:reporter|correspondent|colleague|stringer)"
    r"|[Ww]e sent)\s+"
    r"[A-ZÀ-Ý][\w’'-]+(?:\s+[A-ZÀ-Ý][\w’'-]+){0,2}"
)


def staff_in(line: Line, lexicon: Lexicon, outlet_named: FindOutlet) -> Teller | None:
    """The outlet's own reporter whom a sentence names: "our reporter Mussa Ali"."""
    found = _STAFF.search(line.text, line.sentence.start, line.sentence.end)
    return described(line.text, Span(*found.span()), lexicon, outlet_named).teller if found is not None else None


def _clause_start(line: Line) -> int:
    """Where the main clause begins: behind "Down the road," or "At the battalion in Tame,"."""
    label = next((k for k in range(min(_LABEL_WITHIN, len(line.tokens) - 1)) if line.low(k) == ":"), -1)
    start = label + 1
    start += line.low(start) in {"and", "but"}
    if line.tag(start) not in _OPENS:
        return start
    comma = next((k for k in range(start, min(start + _VERB_WITHIN, len(line.tokens) - 1)) if line.low(k) == ","), None)
    return start if comma is None else comma + 1


def _is_person(teller: Teller, lexicon: Lexicon, *, sexed: bool) -> bool:
    """Whether it is one named person or relative; a lone name is one where "his" or "her" follows."""
    first = teller.written.split(",")[0]
    if not teller.plural and _SPEAKS.search(first):
        return True
    if teller.plural or teller.kind in _NO_PERSON or _BODY.search(first):
        return False
    if teller.kind is TellerKind.RELATIVE:
        return True
    words = re.findall(r"[\w’'.-]+", first)
    if teller.name is not None and teller.name not in first:
        return teller.kind is not TellerKind.UNKNOWN  # "The mayor, Fatou Kane,"
    if teller.name is None or any(word[0].islower() and word not in _SMALL for word in words):
        return False
    known = any(word.lower().rstrip(".") in lexicon.tellers for word in words)
    alone = sexed and words[0] == teller.name
    return (1 < len(words) <= _NAME_WORDS and words[0].lower() != "the") or known or alone


_SMALL = frozenset("al el de da la le van von bin ibn abu ag ould".split())
#: A name with its titles has at most so many words.
_NAME_WORDS = 6


def sex_in(line: Line, written: Span) -> str | None:
    """ "he" or "she", where the sentence of a subject goes on with "his" or "her"; a hearer's "her" says nothing."""
    for index in range(len(line.tokens)):
        if line.tokens[index].start < written.end or line.quoted[index]:
            continue
        if line.low(index) in {"who", "that", ",", ";"} and index > 0 and line.low(index) == ";":
            return None
        if line.low(index) in _HIS and (line.tag(index) == "PRP$" or line.low(index).endswith("self")):
            return _HIS[line.low(index)]
    return None
