"""Places that no gazetteer lists: villages, forests and districts known by the words around their names alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.model.slots import Place, Precision
from sayso.model.span import Token
from sayso.resolve.mentions_draft import is_capitalised
from sayso.resolve.mentions_words import TITLES
from sayso.resolve.places_context import acts, cue_before, owns
from sayso.resolve.places_words import (
    BETWEEN,
    CLASS_AFTER,
    CLASS_BEFORE,
    MODIFIERS,
    NO_PLACES,
    OF_PEOPLE,
    ON_LAND,
    PEOPLE_AFTER,
    PLACE_NOUNS,
    ROLES,
    SETTING_OUT,
    TRAILING,
)

#: An id of our own making: the name as the report writes it, so that reports of one place meet.
PREFIX = "unlisted:"
#: Words that put what follows into a place whatever it is called.
_IN = frozenset("in near at around outside inside through towards toward".split())
_OWNERS = OF_PEOPLE | PLACE_NOUNS | ON_LAND
_TO = frozenset("to into from onto".split())
#: So far before "to" or "from" its verb of moving may stand: "had slipped out through the harbour and made for X".
_MOVED_WITHIN = 7
_INSIDE = frozenset("of de da do del la al el ar as ash ad an ez es wa".split())
_LONGEST = 5
#: Names in capitals up to this length are acronyms of bodies, not of places.
_ACRONYM = 6


@dataclass(frozen=True, slots=True)
class Run:
    """A name at tokens `[first, last)` that stands for a place in this role, as exactly as its class word says."""

    first: int
    last: int
    role: str
    precision: Precision


def unlisted(tokens: Sequence[Token], at: int, nations: Mapping[str, str]) -> Run | None:
    """The place whose name begins at a token, by its class word or its preposition; None where it may be no place."""
    if not is_capitalised(tokens[at]) or tokens[at].lower in _NOT_FIRST or tokens[at].text in nations:
        return None
    if at > 0 and is_capitalised(tokens[at - 1]) and not _opens(tokens, at - 1):
        return None
    last = _run(tokens, at)
    kind, end = _class(tokens, at, last)
    if _bears_no_place(tokens, at, last) or (kind in ("", "site") and _is_of_body(tokens, at, last)):
        return None
    role = _role(tokens, at, nations, classed=bool(kind))
    if role is None or _belongs_elsewhere(tokens, at, end):
        return None
    return Run(at, end, role, Precision(kind or "town"))


def place_of(text: str, tokens: Sequence[Token], run: Run, within: tuple[str, ...]) -> Place:
    """The place as it is written, without coordinates."""
    start, end = tokens[run.first].start, tokens[run.last - 1].end
    return named(text[start:end], start, run.role, run.precision, within)


def named(written: str, start: int, role: str, precision: Precision, within: tuple[str, ...] = ()) -> Place:
    """A place known by its words alone."""
    words = written.removeprefix("the ").removeprefix("The ")
    ref = PREFIX + "-".join(words.lower().split())
    return Place(role, words, ref, None, None, precision, written, start, start + len(written), within)


_NOT_FIRST = frozenset("the a an i he she they it we you this that these those his her their its".split()) | TRAILING


def _opens(tokens: Sequence[Token], at: int) -> bool:
    """Whether a token is capitalised only since it opens the sentence: "In X", "Near X"."""
    return at == 0 and (tokens[at].lower in ROLES or tokens[at].lower in BETWEEN)


def _run(tokens: Sequence[Token], at: int) -> int:
    """Where the capitalised words that begin at a token end."""
    last = at + 1
    while last < len(tokens) and last - at < _LONGEST:
        if is_capitalised(tokens[last]) and tokens[last].lower not in TRAILING:
            last += 1
        elif _links(tokens, last):
            last += 2
        else:
            break
    return last


def _links(tokens: Sequence[Token], at: int) -> bool:
    """Whether a small word or a hyphen without gaps links two parts of a name: "Villa de Rojas", "Bois-Neuf"."""
    if at + 1 >= len(tokens) or not is_capitalised(tokens[at + 1]):
        return False
    if tokens[at].text in _INSIDE:
        return True
    joined = tokens[at - 1].end == tokens[at].start and tokens[at].end == tokens[at + 1].start
    return joined and tokens[at].text in ("-", "–")


def _class(tokens: Sequence[Token], at: int, last: int) -> tuple[str, int]:
    """The precision that a class word in or beside the name gives, "" for none; and where the place's words end."""
    if last < len(tokens) and tokens[last].lower in CLASS_AFTER:
        return CLASS_AFTER[tokens[last].lower], last + 1
    if last - at > 1 and tokens[last - 1].lower in CLASS_AFTER:
        return CLASS_AFTER[tokens[last - 1].lower], last
    if last - at > 1 and tokens[at].lower in CLASS_BEFORE:
        return CLASS_BEFORE[tokens[at].lower], last
    return "", last


def _bears_no_place(tokens: Sequence[Token], at: int, last: int) -> bool:
    """Whether a word of the name makes it that of a body, a person, a feast or a language."""
    words = [token.lower for token in tokens[at:last]]
    return any(word in NO_PLACES or word in TITLES for word in words)


def _is_of_body(tokens: Sequence[Token], at: int, last: int) -> bool:
    """Whether the name is an acronym or an adjective of a nation: "the NHLA base", "a Moravian garrison"."""
    adjective = last - at == 1 and tokens[at].lower.endswith(("ian", "ish", "ese"))
    return adjective or any(len(token.text) <= _ACRONYM and token.text.isupper() for token in tokens[at:last])


def _belongs_elsewhere(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether what follows makes the name an owner, an actor or an adjective: "in Simba's hands", "Bravo fighters"."""
    if end >= len(tokens):
        return False
    put = at > 0 and tokens[at - 1].lower in _IN  # "villagers in Wadu said": then it is they who say it
    if owns(tokens, end) or (acts(tokens, end) and not put):
        return True
    return tokens[end].lower in PEOPLE_AFTER or tokens[end].text in ("-", "–", "/", "@")


def _role(tokens: Sequence[Token], at: int, nations: Mapping[str, str], *, classed: bool) -> str | None:
    """The role that the words before a name give it, None where they do not put it into a place."""
    lead = at - 1
    while lead >= 0 and at - lead <= _LONGEST + 1 and _leads_up(tokens[lead], nations):
        lead -= 1
    word = tokens[lead].lower if lead >= 0 else ""
    passed_noun = any(token.lower in PLACE_NOUNS or token.lower in ON_LAND for token in tokens[lead + 1 : at])
    if word in _IN:
        return "to" if word.startswith("toward") else "where"
    if word == "of" and (passed_noun or (lead > 0 and tokens[lead - 1].lower in _OWNERS)):
        return "where"
    if word in _TO or word == "for":
        return _moving(tokens, lead)
    if not classed and not passed_noun:
        return None
    cue = cue_before(tokens, at, nations)
    if cue.barred:
        return None
    return cue.role or "where"


def _leads_up(token: Token, nations: Mapping[str, str]) -> bool:
    low = token.lower
    if low == "of" or token.text in ("and", "or", "both"):
        return False
    return low in BETWEEN or low in MODIFIERS or low in PLACE_NOUNS or low in ON_LAND or token.text in nations


def _moving(tokens: Sequence[Token], at: int) -> str | None:
    """The role after "to", "from" or "for" where a verb of moving stands before it."""
    word = tokens[at].lower
    if not any(token.lower in SETTING_OUT for token in tokens[max(0, at - _MOVED_WITHIN) : at]):
        return None
    return "from" if word == "from" else "to"
