"""The edges of a phrase: how far it reaches to the left and right of its head, and what ties it to a group."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.model.span import Token
from sayso.resolve.mentions_draft import QUOTES, Named, Tie
from sayso.resolve.mentions_nations import ADJECTIVES, COUNTRY_NAMES, PEOPLES
from sayso.resolve.mentions_words import AMOUNTS, HEADS, MODIFIERS, OPENERS, POSSESSIVES, TIED_MEMBERS

#: Words for regular forces: a nationality before them names the army; before "fighters" it narrows a group.
REGULARS = frozenset(
    """troops soldiers soldier forces army military conscripts conscript servicemen serviceman marines marine commandos
    pilots crews crewmen sailors reservists paratroopers paratrooper infantrymen infantry draftees officers officer
    personnel units unit brigade brigades battalion battalions regiment general generals garrison division warplanes
    jets recruits recruit""".split()
)
GOVERNMENT_WORDS = frozenset("government federal state security regime pro-government loyalist junta".split())
_PEOPLES = frozenset(PEOPLES)
_LINKS = frozenset("of from in with within inside for to".split())
_TO_A_GROUP = frozenset("belonging loyal affiliated allied linked fighting aligned".split())
_OWNERS = frozenset(
    "group militia movement organisation organization army military faction insurgency caliphate front network".split()
)
_FORMATIONS = frozenset("regiment brigade battalion division corps unit company platoon".split())
_WIDEST = 9
#: What may stand before a number in a phrase: "the last 20 fighters", "the group's three".
_BEFORE_NUMBERS = frozenset("last first next remaining other some only 's ' ’".split())
_ARTICLES = frozenset("the a an its their his her this these those".split())


def leftwards(found: Sequence[Token], head: int, at_end: dict[int, Named]) -> tuple[int, str | None, Tie]:
    """The start of the phrase, with the group that stands in it and what ties it."""
    first, name, tie, opened = head, None, Tie.NONE, False
    while first > 0 and head - first < _WIDEST:
        before = found[first - 1]
        if opened and not _before_number(before):
            break
        owner = before.lower in ("'s", "'", "’")
        named = at_end.get(first) or (at_end.get(first - 1) if owner or before.lower == "group" else None)
        if named is not None and (named.what != "leader" or owner):
            name, tie, first = named.name, Tie.NAMED, named.first
            continue
        step = _tie_of(found, first - 1, head)
        if step is None:
            break
        first -= 2 if before.lower == "'s" else 1
        tie = step if tie is Tie.NONE else tie
        opened = opened or _is_number(before)
        if before.lower in _ARTICLES:
            break
    return first, name, tie


def _is_number(token: Token) -> bool:
    return token.lower in OPENERS or token.text.isdigit()


def _before_number(token: Token) -> bool:
    return _is_number(token) or token.lower in _BEFORE_NUMBERS


def _tie_of(found: Sequence[Token], at: int, head: int) -> Tie | None:
    """What the token at the left edge adds to the phrase; None where the phrase ends before it."""
    token, before = found[at], found[at - 1] if at else None
    word = token.lower
    if word == "'s":
        return Tie.OWNER if before is not None and before.lower in _OWNERS else None
    if word == "-":
        return Tie.NONE if before is not None and before.text.isdigit() else None
    if word in QUOTES:
        return Tie.NONE if _quoted(found, at, head) else None
    tie = _tie_of_word(token, found[head].lower)
    if tie is Tie.GOVERNMENT and before is not None and before.text in QUOTES and found[at + 1].text in QUOTES:
        return Tie.OWNER
    return tie


def _tie_of_word(token: Token, head: str) -> Tie | None:
    word = token.lower
    if word in POSSESSIVES or (word in _OWNERS and word != "group"):
        return Tie.OWNER
    if (token.text in ADJECTIVES or token.text in COUNTRY_NAMES) and head in REGULARS:
        return Tie.STATE
    if word in GOVERNMENT_WORDS:
        return Tie.GOVERNMENT
    if word == "coalition":
        return Tie.COALITION
    plain = token.text in ADJECTIVES or token.text in _PEOPLES or word == "group" or word in MODIFIERS
    return Tie.NONE if plain or _is_number(token) or _is_compound(word) else None


def _quoted(found: Sequence[Token], at: int, head: int) -> bool:
    """Whether a quotation mark at the edge sets off words inside the phrase: ‘government’ bureaucrats."""
    others = [*found[max(0, at - 2) : at], *found[at + 1 : at + 3]]
    return head - at <= _QUOTED_WITHIN and any(token.text in QUOTES for token in others)


#: A quoted attribute stands at most so far from its head.
_QUOTED_WITHIN = 3


def _is_compound(word: str) -> bool:
    """Whether a hyphenated word is an attribute: "US-backed", "24-year-old", "ISIS-held"."""
    return ("-" in word and word.endswith(
        ("backed", "led", "held", "linked", "old", "born", "trained", "based", "aligned", "affiliated", "speaking",
         "controlled", "allied", "supported", "ranking", "level", "style", "inspired", "run", "armed", "sponsored")
    )) or word[:1].isdigit()  # fmt: skip


def rightwards(found: Sequence[Token], head: int, at_end: dict[int, Named]) -> tuple[int, str | None, Tie]:
    """The end of the phrase: over "of ISIS", "from the group", "loyal to the Taliban"."""
    at = head + 1
    if at < len(found) and found[at].lower in _TO_A_GROUP:
        at += 1
    if at >= len(found) or found[at].lower not in _LINKS:
        return head + 1, None, Tie.NONE
    at += 1
    while at < len(found) and found[at].lower in ("the", "this", "that", "his", "an", "a", "so-called", "‘", "'"):
        at += 1
    for last, named in at_end.items():
        if named.first == at and named.what == "group":
            end = last + (last < len(found) and found[last].lower == "group")
            ahead = end < len(found) and (found[end].lower in HEADS or found[end].lower in TIED_MEMBERS)
            return head + 1 if ahead else end, named.name, Tie.NAMED
    if found[at - 1].lower in ("the", "this") and at < len(found):
        at += found[at].text[0].isdigit() or found[at].lower in ("rival", "same", "rebel", "armed")
        if at < len(found) and (found[at].lower in _OWNERS or found[at].lower in _FORMATIONS):
            return at + 1, None, Tie.OWNER
    return head + 1, None, Tie.NONE


def with_amount(found: Sequence[Token], first: int) -> int:
    """The start moved over "hundreds of", "one of", "some of"."""
    if first >= 2 and found[first - 1].lower == "of":
        amount = found[first - 2]
        if amount.lower in AMOUNTS or amount.lower in OPENERS or amount.text.isdigit():
            first -= 2
            while first > 0 and (found[first - 1].lower in OPENERS or found[first - 1].text.isdigit()):
                first -= 1
    return first
