"""The words of telling, ready to be looked up: every inflected form with what it says of the teller."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from sayso.model.books import TellingWords
from sayso.model.telling import Access, Certainty, TellerKind
from sayso.text.inflecting import Inflecting


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Cue forms with their certainty, reporting nouns, and head nouns with the kind of teller they name.

    `bases` holds the bare forms ("say"), which are a cue only after a plural or a modal; `access` finds
    in words written small how a teller could know.
    """

    verbs: dict[str, Certainty]
    document_verbs: dict[str, Certainty]
    bases: frozenset[str]
    nouns: dict[str, Certainty]
    tellers: dict[str, TellerKind]
    access: tuple[tuple[Access, re.Pattern[str]], ...]
    words: TellingWords


def lexicon_of(words: TellingWords, inflecting: Inflecting | None = None) -> Lexicon:
    """The lexicon of a word list, with all inflections of its verbs and plurals of its nouns."""
    inflecting = inflecting or Inflecting()
    return Lexicon(
        verbs=_forms(words.verbs, "VERB", inflecting),
        document_verbs=_forms(words.document_verbs, "VERB", inflecting),
        bases=frozenset(words.verbs) | frozenset(words.document_verbs),
        nouns=_forms(words.nouns, "NOUN", inflecting),
        tellers={form: TellerKind(kind) for form, kind in _with_plurals(words.tellers, inflecting).items()},
        access=tuple((Access(name), _any_of(phrases)) for name, phrases in words.access.items() if phrases),
        words=words,
    )


def _any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, phrases))})\b")


def _forms(groups: dict[str, str], part: str, inflecting: Inflecting) -> dict[str, Certainty]:
    forms: dict[str, Certainty] = {}
    for lemma, group in groups.items():
        head, _, rest = lemma.partition(" ")
        for inflected in sorted({head, *(form for these in inflecting.of(head, part).values() for form in these)}):
            forms.setdefault(f"{inflected} {rest}".strip(), Certainty(group))
    return forms


def _with_plurals(nouns: dict[str, str], inflecting: Inflecting) -> dict[str, str]:
    forms = dict(nouns)
    for noun, kind in nouns.items():
        head, _, last = noun.rpartition(" ")
        for plural in inflecting.plurals(last):
            forms.setdefault(f"{head} {plural}".strip(), kind)
    return forms
