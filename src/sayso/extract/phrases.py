"""Noun phrases around a cue: who stands before it, who after."""

from __future__ import annotations

import re

from sayso.extract.line import Line

_LINKS = frozenset(
    (
        "of for in at from with inside near within on around and & to beside outside behind opposite across along "
        "under among close"
    ).split()
)
#: Papers that "by" gives an author: then he is part of the phrase.
_AUTHORED = frozenset(
    "report reports study survey letter statement note paper analysis article list account accounts testimony".split()
)
_INSIDE = frozenset(
    {"NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "JJS", "CD", "POS", "VBG", "VBN", "FW", "PRP$", "DT", "PDT", "RBS"}
)
_ADVERBS = frozenset(
    (
        "also later then earlier now again once repeatedly recently previously reportedly still since just "
        "further often publicly privately quickly never all both not n't have has had is are was were been be "
        "being did do does will would could might may can must should themselves himself herself itself "
    ).split()
)
_PRONOUNS = frozenset(
    ("he she they it we i you who one some others many several another those these both all none ").split()
)
_STARTERS = frozenset(
    ("the a an this that these those his her their its our my some any no each every one several many ").split()
)
_TIME = re.compile(
    r"^(?:mon|tues|wednes|thurs|fri|satur|sun)day|^(?:january|february|march|april|may|june|july|august|september"
    r"|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec|today|yesterday|tomorrow|week|month"
    r"|year|night|morning|evening|afternoon|day)s?$",
    re.IGNORECASE,
)


def verb_group(line: Line, cue: int, after: int) -> int:
    """The first token of "has also said": the verb at `cue` with the auxiliaries and adverbs behind token `after`."""
    first = cue
    while first - 1 > after and (line.low(first - 1) in _ADVERBS - _PRONOUNS or line.low(first - 1).endswith("ly")):
        first -= 1
    return first if first - 1 == after else cue


def is_time(word: str) -> bool:
    """Whether a word names a day, a month or another stretch of time."""
    return _TIME.match(word) is not None


def subject_before(line: Line, cue: int) -> tuple[int, int] | None:
    """First and last token of the noun phrase that is the subject of the verb at index `cue`, if one stands there."""
    last = cue - 1
    while (
        last >= 0 and (line.low(last) in _ADVERBS or line.tag(last) in {"RB", "MD"}) and line.low(last) not in _PRONOUNS
    ):
        last -= 1
    if last >= 0 and line.low(last) in {"who", "which", "that"}:
        last -= 1
        if line.low(last) == ",":
            last -= 1
    if last < 0 or line.quoted[last]:
        return None
    if line.low(last) == ",":
        return _through_apposition(line, last)
    if not _ends_phrase(line, last):
        return None
    return _before_relative(line, phrase_ending(line, last)), last


#: A relative clause that stands between a subject and its verb is at most so long.
_RELATIVE_WITHIN = 14


def _before_relative(line: Line, first: int) -> int:
    """The first token of "The general who oversees | all operations" where a subject's relative clause ends there."""
    if (
        line.tag(first - 1) == "IN"
        and line.low(first - 1) != "that"
        and line.tag(first - 2) in {"VBN", "VBD", "VBG"}
        and line.is_noun(first - 3)
    ):
        return phrase_ending(line, first - 3)
    if line.low(first - 1) == "by" and line.low(first - 3) == "and":
        for index in range(first - 4, max(0, first - _RELATIVE_WITHIN), -1):
            if line.tag(index) in {"VBN", "VBD"} and line.tag(index + 1) == "IN" and line.is_noun(index - 1):
                return phrase_ending(line, index - 1)
    for index in range(first - 1, max(0, first - _RELATIVE_WITHIN), -1):
        if line.low(index) in {",", ";", ":"} or line.quoted[index]:
            return first
        if line.low(index) in {"who", "which"} and line.tag(index - 1) in _INSIDE:
            return phrase_ending(line, index - 1)
    return first


def _ends_phrase(line: Line, index: int) -> bool:
    if line.low(index) in _PRONOUNS or (line.low(index) == "them" and line.low(index - 1) == "of"):
        return True
    return (
        line.is_noun(index)
        or line.tag(index) in {"CD", "POS"}
        or line.low(index) in {")", "military", "elderly"}
        or (line.tag(index) in {"JJ", "VBN", "VBG", "VB", "VBP"} and line.low(index - 1) in _STARTERS)
    )


def _through_apposition(line: Line, comma: int) -> tuple[int, int] | None:
    """The phrase "NAME, a spokesman for X," that ends at this comma."""
    opening = comma - 1
    while opening >= 0 and line.low(opening) != ",":
        if line.quoted[opening]:
            return None
        opening -= 1
    if opening <= 0 or comma - opening > 40:
        return None
    if line.low(opening + 1) in {"quoting", "citing"}:
        return (phrase_ending(line, opening - 1), opening - 1) if _ends_phrase(line, opening - 1) else None
    inner = range(opening + 1, comma)
    aside = line.low(opening + 1) in _PRONOUNS and line.low(opening + 2) in {"is", "was"} and len(inner) <= _ASIDE
    relative = aside or line.low(opening + 1) in {
        "who",
        "whom",
        "which",
        "whose",
        "a",
        "an",
        "the",
        "head",
        "chief",
        "himself",
        "another",
        "one",
    }
    relative = relative or (line.low(opening + 1) == "and" and line.low(opening + 2) in {"who", "which", "whose"})
    relative = relative or (line.tag(opening + 1) == "VBD" and line.tag(opening + 2) == "IN")
    relative = relative or line.tag(opening + 1) in {"VBN", "VBG"} or line.low(opening + 1) in {"via", "through", "for"}
    if (
        not relative
        and line.has_finite_verb(inner.start, inner.stop - 1)
        and line.tag(opening + 1) not in {"NN", "NNP", "DT"}
    ):
        return None
    if line.low(opening - 1) == ")" or _ends_phrase(line, opening - 1):
        return _before_name(line, phrase_ending(line, opening - 1), opening - 1), comma
    return None


#: A remark between commas ("One of them, he is nineteen, said") has at most so many words.
_ASIDE = 5


def _before_name(line: Line, first: int, last: int) -> int:
    """The first token of "One recruit, Salim, 19 | , who fled,": an age or name in commas goes with the noun before."""
    while first > 1 and line.low(first - 1) == "," and (_is_age(line, first, last) or _is_name(line, first, last)):
        if not _ends_phrase(line, first - 2) or line.quoted[first - 2]:
            return first
        first, last = phrase_ending(line, first - 2), first - 2
    return first


def _is_age(line: Line, first: int, last: int) -> bool:
    return first == last and line.tag(first) == "CD" and line.low(first).isdigit()


def _is_name(line: Line, first: int, last: int) -> bool:
    """Whether a name stands alone in commas, behind the singular noun that it names."""
    named = last - first < _NAME_WORDS and all(line.tag(k) == "NNP" for k in range(first, last + 1))
    return named and line.tag(first - 2) == "NN" and not is_time(line.low(first - 2))


#: A name in commas has at most so many words.
_NAME_WORDS = 4


def phrase_ending(line: Line, last: int) -> int:
    """The first token of the noun phrase that ends at `last`."""
    if line.low(last) in _PRONOUNS and line.tag(last) not in {"NN", "NNP"}:
        return last
    first = last
    if line.low(first) == ")":
        while first > 0 and line.low(first) != "(":
            first -= 1
    while first > 0 and _extends_left(line, first):
        first -= 1
    while first < last and (
        line.low(first) in _LINKS or line.tag(first) in {"POS", "RB"} or line.low(first) in {"'s", "'"}
    ):
        first += 1
    return first


def _extends_left(line: Line, first: int) -> bool:
    before = first - 1
    if line.quoted[before] or is_time(line.low(before)):
        return False
    if line.low(before) == "by" and line.low(before - 1) in _AUTHORED:
        return True
    if line.low(before) in _LINKS:
        return _links_left(line, first)
    starts = line.low(first) in _STARTERS or line.tag(first) == "PRP$"
    if starts and line.low(before) not in {"all", "both", "of", "half"}:
        return False
    if line.low(before) in {"'s", "’", "'"} or line.tag(before) == "POS":
        return before >= 1
    return line.tag(before) in _INSIDE or line.low(before) in {"-", "former", "senior", "top", "U.S.".lower()}


#: Nouns that "to", "on" and "with" belong to: "an adviser to", "an expert on", "sources close with".
_TAKE_TO = frozenset("adviser advisor aide envoy ambassador expert close sources source".split())


def _links_left(line: Line, first: int) -> bool:
    """Whether a small word before a phrase joins it to a noun: "the head OF the council"; "and" joins names only."""
    before = first - 1
    described = line.tag(before - 1) == "JJ" and line.tag(before - 2) == "DT"
    joins = (line.is_noun(before - 1) or described) and not is_time(line.low(before - 1))
    if line.low(before - 1) in _PRONOUNS and line.low(before) in {"of", "from", "in"}:
        return True
    if line.low(before) == "and":
        if line.tag(first) == "DT" and _stands_free(line, before - 1):
            return True
        return joins and line.tag(before - 1) == line.tag(first) and line.tag(first) in {"NNP", "NNS"}
    if line.low(before) in {"to", "on", "with"}:
        return joins and line.low(before - 1) in _TAKE_TO
    return joins and before >= 1


def _stands_free(line: Line, last: int) -> bool:
    """Whether a plural or named noun that ends here opens its clause: ", fishermen and a clerk told"."""
    first = last
    while first > 0 and line.tag(first - 1) in {"JJ", "DT", "NNS", "NN", "CD"} and line.low(first - 1) != ",":
        first -= 1
    return line.tag(last) in {"NNS", "NNP"} and (first == 0 or line.low(first - 1) in {",", "”", '"'})
