"""Items: the words of a sentence as they are compared, with numbers, sums and dates as one item each."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.compare.forms import lemma
from sayso.model.meaning import Meaning
from sayso.model.span import Token

_KINDS = {
    "MD": "md",
    "DT": "det",
    "PDT": "det",
    "PRP$": "poss",
    "PRP": "pron",
    "CD": "num",
    "IN": "in",
    "RP": "adv",
    "TO": "to",
    "CC": "cc",
    "WDT": "wh",
    "WP": "wh",
    "WP$": "wh",
    "WRB": "wh",
    "POS": "'s",
    "EX": "pron",
}


@dataclass(frozen=True, slots=True)
class Item:
    """One word, number, sum or date; equal keys mean the same.

    `kind` is one of n, v, adj, adv, num, det, poss, pron, in, to, cc, wh, md, date, 's and p (marks).
    """

    start: int
    end: int
    lower: str
    tag: str
    kind: str
    key: str
    name: bool = False


def item_of(token: Token, tag: str, meaning: Meaning) -> Item:
    """The item of one word."""
    kind, word = kind_of(token, tag), token.lower
    name = tag.startswith("NNP") or (token.text[0].isupper() and kind in ("n", "adj"))
    return Item(token.start, token.end, word, tag, kind, key_of(word, kind, meaning), name)


def kind_of(token: Token, tag: str) -> str:
    """What kind of item a word with that part of speech is."""
    if not any(char.isalnum() for char in token.text) and tag != "POS":
        return "p"
    if tag in _KINDS:
        return _KINDS[tag]
    for start, kind in (("NN", "n"), ("VB", "v"), ("JJ", "adj"), ("RB", "adv")):
        if tag.startswith(start):
            return kind
    return "n"


def key_of(word: str, kind: str, meaning: Meaning) -> str:
    """The dictionary form that stands for all words that say the same."""
    if kind == "v":
        base = lemma(word, "VERB")
        return meaning.verbs.get(base, base)
    if kind == "n":
        base = lemma(word, "NOUN")
        return meaning.nouns.get(base, base)
    if kind == "adj":
        return meaning.adjectives.get(word, word)
    return word
