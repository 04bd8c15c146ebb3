"""Drafts: what has been found of a mention before names, roles and antecedents are settled."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sayso.model.mention import Role
from sayso.model.span import Sentence, Token


class Tie(StrEnum):
    """What binds a phrase to a group."""

    NONE = ""
    NAMED = "named"  # the group's name stands in the phrase
    OWNER = "owner"  # "its fighters", "the group's elements", "militia members"
    STATE = "state"  # an adjective of nationality before a word for regular forces
    GOVERNMENT = "government"  # "government troops", "security forces"
    COALITION = "coalition"  # "coalition forces"


@dataclass(frozen=True, slots=True)
class Draft:
    """A phrase `[first, last)` of tokens in one sentence that speaks of somebody; `name` as far as the phrase tells."""

    sentence: int
    first: int
    last: int
    head: int
    role: Role
    plural: bool
    name: str | None = None
    part: str | None = None
    tie: Tie = Tie.NONE
    kind: str = ""  # "name", "noun", "person", "leader", "pronoun", "bare", "country"


@dataclass(frozen=True, slots=True)
class Named:
    """A group's or leader's name found at tokens `[first, last)` of a sentence."""

    first: int
    last: int
    name: str
    what: str  # "group" | "leader" | "people"


def is_capitalised(token: Token) -> bool:
    """Whether a token opens with a capital, behind an Arabic article as well ("al-Shirqat")."""
    text = token.text
    if text[0].isupper():
        return True
    head, hyphen, rest = text.partition("-")
    return bool(hyphen) and bool(rest) and rest[0].isupper() and head in ARTICLES


#: Quotation marks and apostrophes, as they stand around words.
QUOTES = frozenset("‘’'“”\"")
#: Arabic articles and kin that stand small before a capital: al-Shirqat, ar-Raqqah, el-Fasher, ul-Haq.
ARTICLES = frozenset("al ad ar as ash at az an el ul ud us ur em es bin".split())


def is_title_case(sentence: Sentence) -> bool:
    """Whether the words of a sentence are capitalised throughout, as in headlines, so that capitals prove nothing."""
    if sentence.tokens[-1:] and sentence.tokens[-1].text == ".":
        return False
    words = [token.text for token in sentence.tokens if token.text[0].isalpha() and len(token.text) > _SHORT]
    capitals = sum(word[0].isupper() for word in words)
    return len(words) >= _FEWEST and capitals >= _SHARE * len(words)


# Words of up to three letters stay small in headlines, three words are too few to tell, and headlines keep a few
# small verbs and particles; set by eye on invented headlines.
_SHORT, _FEWEST, _SHARE = 3, 4, 0.8
