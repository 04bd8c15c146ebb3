"""Mentions: words in a text that name a group, its people, its opponents or civilians."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sayso.model.span import Span


class Role(StrEnum):
    """What a mention refers to, as patterns of a codebook ask for it."""

    GROUP = "group"  # the armed group itself: "the Islamic State", "the front", "the army"
    MEMBERS = "members"  # its people: "fighters", "recruits", "soldiers", "militants near X"
    LEADER = "leader"  # commanders, emirs, named leaders
    FAMILY = "family"  # members' families
    CIVILIANS = "civilians"
    OUTSIDER = "outsider"  # states, sponsors, coalitions, police, other bodies
    PERSON = "person"  # any other named person
    DOCUMENT = "document"  # letters, records, notes, files


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that refer to somebody; `name` is the canonical group where known.

    `pronoun` marks a pronoun or a bare "some", "others", "another"; its role and name come from its antecedent,
    whose span is `antecedent`. `part` narrows a group ("foreign fighters", "Chechens").
    """

    start: int
    end: int
    written: str
    role: Role
    name: str | None = None
    part: str | None = None
    plural: bool = True
    pronoun: bool = False
    antecedent: Span | None = None

    @property
    def span(self) -> Span:
        """Where the words stand."""
        return Span(self.start, self.end)
