"""Phrases for people in a sentence: fighters, leaders, families, civilians, outsiders, documents and groups."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.model.mention import Role
from sayso.model.span import Sentence, Token
from sayso.resolve.mentions_draft import Draft, Named, Tie
from sayso.resolve.mentions_nations import ADJECTIVES, COUNTRY_NAMES, PEOPLE_WORDS, PEOPLES
from sayso.resolve.mentions_words import (
    AMOUNTS,
    CIVIL_LEADERS,
    FAMILY,
    FUNCTION_WORDS,
    HEADS,
    MODIFIERS,
    OPENERS,
    PART_WORDS,
    POSSESSIVES,
    SINGULAR_FAMILY,
    SINGULAR_TIED,
    TIED_MEMBERS,
)

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
_QUOTES = frozenset("‘’'“”\"")
_WIDEST = 9
_LARGEST_AMOUNT_GAP = 3


def phrases(number: int, sentence: Sentence, names: tuple[Named, ...]) -> Iterator[Draft]:
    """The noun phrases of a sentence that speak of people, groups and documents, in text order of their heads."""
    found = sentence.tokens
    at_end = {name.last: name for name in names}
    inside = {at for name in names for at in range(name.first, name.last)}
    for head, token in enumerate(found):
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
    first, name, tie = _leftwards(found, head, at_end)
    last, linked, link_tie = _rightwards(found, head, at_end)
    if name is None and tie is Tie.NONE and found[head].lower not in _BACKERS:
        name, tie = linked, link_tie
    first = _with_amount(found, first)
    role, plural = _role_of(found, head, first, tie)
    if role is None:
        return None
    joined = _joined(found, head, at_end)
    if role is Role.CIVILIANS and joined is not None:
        role, name, tie = Role.MEMBERS, joined, Tie.NAMED
    part = part_of(found, first, head, role)
    opened = any(token.text in _QUOTES for token in found[first:head])
    closes = opened and last < len(found) and found[last].text in _QUOTES
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
#: What may stand before a number in a phrase: "the last 20 fighters", "the group's three".
_BEFORE_NUMBERS = frozenset("last first next remaining other some only 's ' ’".split())
_ARTICLES = frozenset("the a an its their his her this these those".split())


def _leftwards(found: Sequence[Token], head: int, at_end: dict[int, Named]) -> tuple[int, str | None, Tie]:
    """The start of the phrase, with the group that stands in it and what ties it."""
    first, name, tie, opened = head, None, Tie.NONE, False
    while first > 0 and head - first < _WIDEST:
        before = found[first - 1]
        if opened and before.lower not in OPENERS and before.lower not in _BEFORE_NUMBERS and not before.text.isdigit():
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
        opened = opened or before.lower in OPENERS or before.text.isdigit()
        if before.lower in _ARTICLES:
            break
    return first, name, tie


def _tie_of(found: Sequence[Token], at: int, head: int) -> Tie | None:
    """What the token at the left edge adds to the phrase; None where the phrase ends before it."""
    token = found[at]
    word = token.lower
    if word == "'s":
        return Tie.OWNER if at > 0 and found[at - 1].lower in _OWNERS else None
    if word in POSSESSIVES:
        return Tie.OWNER
    if token.text in ADJECTIVES or token.text in _PEOPLES:
        return Tie.STATE if token.text in ADJECTIVES and found[head].lower in REGULARS else Tie.NONE
    if token.text in COUNTRY_NAMES and found[head].lower in REGULARS:
        return Tie.STATE
    if word in GOVERNMENT_WORDS:
        return Tie.OWNER if at and found[at - 1].text in _QUOTES and found[at + 1].text in _QUOTES else Tie.GOVERNMENT
    if word == "coalition":
        return Tie.COALITION
    if word == "-":
        return Tie.NONE if at and found[at - 1].text.isdigit() else None
    if word in _OWNERS:
        return Tie.OWNER if word != "group" else Tie.NONE
    if word in OPENERS or word in MODIFIERS or token.text.isdigit() or word in _QUOTES:
        return Tie.NONE if word not in _QUOTES or _quoted(found, at, head) else None
    return Tie.NONE if _is_compound(word) else None


def _quoted(found: Sequence[Token], at: int, head: int) -> bool:
    """Whether a quotation mark at the edge sets off words inside the phrase: ‘government’ bureaucrats."""
    return head - at <= 3 and any(token.text in _QUOTES for token in found[max(0, at - 2) : at + 3] if token is not found[at])


def _is_compound(word: str) -> bool:
    """Whether a hyphenated word is an attribute: "US-backed", "24-year-old", "ISIS-held"."""
    return "-" in word and word.endswith(
        ("backed", "led", "held", "linked", "old", "born", "trained", "based", "aligned", "affiliated", "speaking",
         "controlled", "allied", "supported", "ranking", "level", "style", "inspired", "run", "armed", "sponsored")
    ) or word[:1].isdigit()  # fmt: skip


def _rightwards(found: Sequence[Token], head: int, at_end: dict[int, Named]) -> tuple[int, str | None, Tie]:
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
            extra = last < len(found) and found[last].lower == "group"
            return last + extra, named.name, Tie.NAMED
    if found[at - 1].lower in ("the", "this") and at < len(found):
        at += found[at].text[0].isdigit() or found[at].lower in ("rival", "same", "rebel", "armed")
        if at < len(found) and (found[at].lower in _OWNERS or found[at].lower in _FORMATIONS):
            return at + 1, None, Tie.OWNER
    return head + 1, None, Tie.NONE


def _with_amount(found: Sequence[Token], first: int) -> int:
    """The start moved over "hundreds of", "one of", "some of"."""
    if first >= 2 and found[first - 1].lower == "of":
        amount = found[first - 2]
        if amount.lower in AMOUNTS or amount.lower in OPENERS or amount.text.isdigit():
            first -= 2
            while first > 0 and (found[first - 1].lower in OPENERS or found[first - 1].text.isdigit()):
                first -= 1
    return first


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
