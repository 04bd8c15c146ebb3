"""What stands around the name of a place: its role, its country, or that it is no place of an event at all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.model.span import Token
from sayso.resolve.mentions_draft import is_capitalised
from sayso.resolve.mentions_words import TITLES
from sayso.resolve.places_words import (
    ACTORS,
    AFTER,
    BEFORE,
    BETWEEN,
    BODIES,
    CLASS_AFTER,
    GOVERNMENT_ACTS,
    MODIFIERS,
    OF_PEOPLE,
    OF_PLACES,
    OFFICES,
    PLACE_NOUNS,
    ROLES,
    TELLING_FROM,
    TRAILING,
)

#: How far back from a name its preposition is sought: "in the key northern Syrian border town of X".
_BACK = 8
#: "left for Syria", "bound for Libya": then "for" leads to a place.
_BOUND_FOR = frozenset(
    "left leave leaving departed headed heading bound set off embarked fled flee departing made make making".split()
)
_FOUGHT_FOR = frozenset("fight battle struggle push campaign offensive operation".split())
#: So many tokens may stand between a call and the place it came from: "had called her from X".
_TOLD_WITHIN = 3
_JOINTS = frozenset((",", "and", "or", "&"))


@dataclass(frozen=True, slots=True)
class Cue:
    """What the words before a name say: its role if any, whether they forbid a place, and the country they name."""

    role: str | None = None
    barred: bool = False
    country: str | None = None
    joint: int = -1  # the token that joins the name to another in a list, if one does
    precision: str = ""
    between: bool = False  # "between Gao and Menaka", where countries are at odds and towns are places


def cue_before(found: Sequence[Token], first: int, nations: Mapping[str, str]) -> Cue:
    """The cue that the words before token `first` give; `nations` maps names and adjectives of countries to codes."""
    country, noun, precision, at = None, False, "", first - 1
    while at >= 0 and first - at <= _BACK:
        token = found[at]
        if token.text in nations:
            country = country or nations[token.text]
        elif token.lower == "of" and at and found[at - 1].lower in _LEADING_OF:
            return Cue(_LEADING_OF[found[at - 1].lower], False, country, -1, precision)
        elif token.lower in PLACE_NOUNS or token.lower in MODIFIERS:
            noun = True
            precision = precision or AFTER.get(token.lower, "")
        elif token.lower not in BETWEEN or (token.lower in ("and", "or") and _right_before(found, at, first)):
            break
        at -= 1
    if at < 0:
        return Cue("where" if noun else None, False, country, -1, precision)
    passed_of = any(token.lower == "of" for token in found[at + 1 : first])
    return _judged(found, at, first, Cue(None, False, country, -1, precision), (noun, passed_of))


#: Words whose "of" leads from or to a place.
_LEADING_OF = {"out": "from", "direction": "to"}


def _right_before(found: Sequence[Token], at: int, first: int) -> bool:
    """Whether nothing but an article stands between a token and the name."""
    return at == first - 1 or (at == first - 2 and found[first - 1].lower == "the")


def _judged(found: Sequence[Token], at: int, first: int, cue: Cue, passed: tuple[bool, bool]) -> Cue:
    """The cue, given the token `at` that ended the way back, and whether a place noun and an "of" were passed."""
    word, before = found[at].lower, found[at - 1].lower if at else ""
    noun, of = passed
    if word in ROLES:
        barred = _is_barred(found, at)
        return Cue(None if barred else ROLES[word], barred, cue.country, -1, cue.precision)
    if word == "for" and (before in _FOUGHT_FOR or before in _BOUND_FOR):
        return Cue("where" if before in _FOUGHT_FOR else "to", False, cue.country, -1, cue.precision)
    if of and not noun:
        people = word in OF_PEOPLE
        return Cue("where" if people else None, not people, cue.country, -1, cue.precision, people)
    if noun:
        return Cue("where", False, cue.country, -1, cue.precision)
    if word in _JOINTS and _right_before(found, at, first):
        return Cue(None, False, cue.country, at)
    if word == "between":
        return Cue("where", False, cue.country, -1, cue.precision, True)
    return Cue(None, word in ACTORS or word in BODIES or word == "for", cue.country)


def _is_barred(found: Sequence[Token], at: int) -> bool:
    """Whether "to" or "from" leads to a body ("aid to Mali") or to where a teller sits ("had called her from Gao")."""
    word, before = found[at].lower, found[at - 1].lower if at else ""
    if word == "from" and any(token.lower in TELLING_FROM for token in found[max(0, at - _TOLD_WITHIN) : at]):
        return True
    return word in ("to", "from") and before in BODIES


def extent(found: Sequence[Token], first: int, last: int) -> tuple[int, int] | None:
    """The tokens the place's words cover with "western" and "province"; None where they are part of another name."""
    start, end = first, last
    while start > 0 and _leads(found, start - 1):
        start -= 1
    if start > 0 and _is_other(found, start - 1, start):
        return None
    if end < len(found) and found[end].lower in AFTER:
        end += 1
    if end < len(found) and is_capitalised(found[end]) and found[end].lower not in TRAILING:
        return None
    if end + 1 < len(found) and found[end].text in ("-", "–", "/") and is_capitalised(found[end + 1]):
        return None
    return start, end


def _leads(found: Sequence[Token], at: int) -> bool:
    return found[at].lower in MODIFIERS


def _is_other(found: Sequence[Token], at: int, start: int) -> bool:
    """Whether the token before a name makes it part of another: "Abu Musab", "Gen. Jordan", "University of"."""
    token = found[at]
    if token.text == "." and at > 0:
        before = found[at - 1]
        return before.lower in TITLES or (len(before.text) == 1 and before.text.isupper())
    if token.lower in ("of", "for") and at > 0 and is_capitalised(found[at - 1]):
        return found[at - 1].lower not in OF_PLACES and not (at == 1 and found[0].lower in PLACE_NOUNS)
    if at == 0 or not is_capitalised(token) or token.lower in BEFORE or token.lower in PLACE_NOUNS:
        return at == 0 and token.lower in TITLES
    return not (token.lower in ROLES or token.lower in TRAILING)


def acts(found: Sequence[Token], last: int) -> bool:
    """Whether a name acts, as a government does, or says who somebody is: "Moscow denied", "Anbar council member"."""
    if last >= len(found):
        return False
    word = found[last].lower
    return owns(found, last) or word in GOVERNMENT_ACTS or word in OFFICES


def speaks(found: Sequence[Token], last: int) -> bool:
    """Whether a verb of saying follows, so that the name after a comma is a speaker: "near Raqqa, Davis said"."""
    return last < len(found) and found[last].lower in _SAYING


_SAYING = frozenset("said says told tells added adds denied denies explained noted warned".split())


def owns(found: Sequence[Token], last: int) -> bool:
    """Whether a name owns what follows, and that is no part of it: "Iraq's army", not "Mosul's west"."""
    if last + 1 >= len(found) or found[last].lower != "'s":
        return False
    after = found[last + 1]
    if last + 2 < len(found) and found[last + 2].lower in CLASS_AFTER:
        return False
    return after.lower not in PLACE_NOUNS and after.lower not in MODIFIERS
