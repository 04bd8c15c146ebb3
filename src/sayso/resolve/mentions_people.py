"""Phrases for people in a sentence: fighters, leaders, families, civilians, outsiders, documents and groups."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.model.mention import Role
from sayso.model.span import Sentence, Token
from sayso.resolve.mentions_draft import QUOTES, Draft, Named, Tie
from sayso.resolve.mentions_edges import REGULARS, leftwards, rightwards, with_amount
from sayso.resolve.mentions_nations import ADJECTIVES, PEOPLE_WORDS, PEOPLES
from sayso.resolve.mentions_words import (
    CIVIL_LEADERS,
    FAMILY,
    FUNCTION_WORDS,
    HEADS,
    PART_WORDS,
    SINGULAR_FAMILY,
    SINGULAR_TIED,
    TIED_MEMBERS,
)

_PEOPLES = frozenset(PEOPLES)


def phrases(number: int, sentence: Sentence, names: tuple[Named, ...]) -> Iterator[Draft]:
    """The noun phrases of a sentence that speak of people, groups and documents, in text order of their heads."""
    found = sentence.tokens
    at_end = {name.last: name for name in names}
    inside = {at for name in names for at in range(name.first, name.last)}
    for head in range(len(found)):
        if head in inside or not _may_head(found, head):
            continue
        draft = _phrase(number, found, head, at_end)
        if draft is not None:
            yield draft


def _may_head(found: Sequence[Token], head: int) -> bool:
    word = found[head].lower
    if found[head].text in PEOPLE_WORDS:
        return True
    if word not in HEADS and word not in TIED_MEMBERS and word not in FAMILY:
        return False
    if HEADS.get(word, (None,))[0] is Role.DOCUMENT and head and found[head - 1].lower in _SUBJECTS:
        return False
    after = found[head + 1] if head + 1 < len(found) else None
    if after is None or not after.text[0].isalpha():
        return after is None or after.text != "-"
    # "militant attack", "rebel fighters", "army officers": the head is further right
    if _is_noun_here(after) and word not in _PLURALS:
        return after.text[0].isupper()
    return word not in _ATTRIBUTES or after.text[0].isupper() or _ends_phrase(after)


#: Singular nouns that also stand before another noun: "coalition air strikes", "an extremist stronghold".
_ATTRIBUTES = frozenset(
    """militant extremist terrorist islamist jihadist jihadi rebel insurgent separatist guerrilla guerilla paramilitary
    mercenary military army militia network front coalition government police regime civilian student resident hostage
    document record note file letter notice register directive brigade corps cartel gang junta ally marine
    commando insurgency rebellion source protest bandit sniper recruit soldier refugee activist local elder memo
    parliament alliance ministry archive roster""".split()
)


#: Words for papers that are verbs after these.
_SUBJECTS = frozenset("he she it who that also which they to we i and report".split())


_PLURALS = frozenset(word for word, (_, plural) in HEADS.items() if plural)


def _ends_phrase(after: Token) -> bool:
    return after.lower in FUNCTION_WORDS or after.lower.endswith(("ed", "ing", "ly", "n't"))


def _is_noun_here(token: Token) -> bool:
    return token.lower in HEADS or token.lower in TIED_MEMBERS or token.lower in FAMILY


def _phrase(number: int, found: Sequence[Token], head: int, at_end: dict[int, Named]) -> Draft | None:
    first, name, tie = leftwards(found, head, at_end)
    last, linked, link_tie = rightwards(found, head, at_end)
    if name is None and tie is Tie.NONE and found[head].lower not in _BACKERS:
        name, tie = linked, link_tie
    first = with_amount(found, first)
    role, plural = _role_of(found, head, first, tie)
    if role is None:
        return None
    joined = _joined(found, head, at_end)
    if role is Role.CIVILIANS and joined is not None:
        role, name, tie = Role.MEMBERS, joined, Tie.NAMED
    part = part_of(found, first, head, role)
    opened = any(token.text in QUOTES for token in found[first:head])
    closes = opened and last < len(found) and found[last].text in QUOTES
    return Draft(number, first, last + closes, head, role, plural, name, part, tie, "noun")


def _joined(found: Sequence[Token], head: int, at_end: dict[int, Named]) -> str | None:
    """The group that people are said to have joined right after: "citizens who have joined X"."""
    for at in range(head + 1, min(head + _JOINED_WITHIN, len(found))):
        if found[at].lower in ("joining", "joined"):
            return next((name.name for name in at_end.values() if at < name.first <= at + 2), None)
        if found[at].lower not in ("who", "that", "have", "had", "has", "recently", "already"):
            return None
    return None


#: "Sponsors of X" are not of X.
_BACKERS = frozenset("sponsor sponsors backer backers donor donors ally allies patrons supporters opponents".split())


_JOINED_WITHIN = 4


def _role_of(found: Sequence[Token], head: int, first: int, tie: Tie) -> tuple[Role | None, bool]:
    word = found[head].lower
    if word in FAMILY:
        return _family_role(word, Tie.OWNER if _of_members(found, head, first) else tie)
    if word in TIED_MEMBERS and tie is not Tie.NONE:
        return (Role.GROUP if word in ("forces", "militia", "militias") else Role.MEMBERS), word not in SINGULAR_TIED
    if found[head].text in PEOPLE_WORDS or word == "foreigners":
        return Role.MEMBERS, True
    role, plural = HEADS.get(word, (None, True))
    if role is Role.OUTSIDER and any(token.lower in _OF_FIGHTERS for token in found[first:head]):
        return Role.GROUP, plural
    if role is Role.LEADER and _leads_civilians(found, head):
        return Role.OUTSIDER, plural
    if role is Role.LEADER and any(token.lower in CIVIL_LEADERS for token in found[first:head]):
        return Role.OUTSIDER, plural
    if role is Role.LEADER and tie is Tie.NONE and word in ("chief", "chiefs", "deputy", "deputies", "general"):
        return None, plural
    return role, plural


#: "The Islamist regime" is the group itself.
_OF_FIGHTERS = frozenset("islamist islamic jihadist jihadi militant rebel extremist separatist".split())


_CIVIL_BODIES = frozenset("tribe clan party council community village church union opposition parliament".split())


_BODY_WITHIN = 6


def _leads_civilians(found: Sequence[Token], head: int) -> bool:
    """Whether a leader is one of civilians: "a leader of the Zuwaya tribe"."""
    after = found[head + 1 : head + 1 + _BODY_WITHIN]
    if not after or after[0].lower != "of":
        return False
    for token in after:
        if token.text in (",", ".", ";"):
            return False
        if token.lower in _CIVIL_BODIES:
            return True
    return False


def _of_members(found: Sequence[Token], head: int, first: int) -> bool:
    """Whether relatives are those of members: "families of deserters", "the fighters' wives"."""
    if first > 1 and found[first - 1].text in ("'", "’") and _is_member(found[first - 2].lower):
        return True
    after = found[head + 1 : head + 1 + _BODY_WITHIN]
    return bool(after) and after[0].lower == "of" and any(_is_member(token.lower) for token in after)


def _is_member(word: str) -> bool:
    return HEADS.get(word, (None, True))[0] in (Role.MEMBERS, Role.LEADER)


def _family_role(word: str, tie: Tie) -> tuple[Role | None, bool]:
    plural = word not in SINGULAR_FAMILY and word != "family"
    if tie in (Tie.NAMED, Tie.OWNER, Tie.STATE):
        return Role.FAMILY, plural
    role, _ = HEADS.get(word, (None, plural))
    return role, plural


def part_of(found: Sequence[Token], first: int, head: int, role: Role) -> str | None:
    """The words that narrow a group to a part of it, as written: "foreign fighters", "Chechens"; None for all."""
    if role not in (Role.MEMBERS, Role.LEADER):
        return None
    if found[head].text in PEOPLE_WORDS or found[head].lower in ("foreigners", "foreigner"):
        return found[head].text
    regular = found[head].lower in REGULARS
    words = [
        token.text
        for token in found[first:head]
        if token.lower in PART_WORDS or (not regular and (token.text in ADJECTIVES or token.text in _PEOPLES))
    ]
    return " ".join((*words, found[head].text)) if words else None
