"""What is known of the meaning of words: which say the same, and which change what a clause commits to."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Meaning:
    """Words by what they do; every key is a dictionary form.

    `verbs`, `nouns` and `adjectives` lead from a word to the one that stands for all that say the same. `governors`,
    `adverbs`, `modals`, `clause_adjectives` and `clause_nouns` lead from a word to what it does to a clause.
    """

    verbs: dict[str, str]
    nouns: dict[str, str]
    adjectives: dict[str, str]
    governors: dict[str, str]
    passes_that: frozenset[str]
    passes_to: frozenset[str]
    passes_prepositions: frozenset[str]
    adverbs: dict[str, str]
    modals: dict[str, str]
    clause_adjectives: dict[str, str]
    clause_nouns: dict[str, str]
    conditions: frozenset[str]
    keep: frozenset[str]
    doubtful: frozenset[str]
    alone: frozenset[str]
    opposites: frozenset[tuple[str, str]]
