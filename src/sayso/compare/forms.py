"""Dictionary forms of words, and the parts of speech a word can be."""

from __future__ import annotations

from functools import lru_cache

#: So many words are remembered; a text of news holds some hundred.
_REMEMBERED = 20_000


@lru_cache(maxsize=_REMEMBERED)
def _known(word: str) -> dict[str, tuple[str, ...]]:
    from lemminflect import getAllLemmas

    found: dict[str, tuple[str, ...]] = getAllLemmas(word)
    return found


def can_be(word: str, speech: str) -> bool:
    """Whether the dictionary has the word as that part of speech ("VERB", "NOUN", "ADJ", "ADV")."""
    return speech in _known(word)


def lemma(word: str, speech: str) -> str:
    """The dictionary form of a word in small letters; an unknown plural loses its s, any other word stays."""
    found = _known(word).get(speech)
    if found:
        return found[0]
    if speech == "NOUN" and word.endswith("s") and not word.endswith("ss") and len(word) > 3:
        return word[:-1]
    return word


@lru_cache(maxsize=_REMEMBERED)
def participles(word: str) -> tuple[str, ...]:
    """The past participles of a verb in any of its forms."""
    return _inflected(word, "VBN")


def is_only_participle(word: str) -> bool:
    """Whether the form is a participle and never a past tense ("taken", "flown")."""
    return word in participles(word) and word not in _inflected(word, "VBD")


@lru_cache(maxsize=_REMEMBERED)
def _inflected(word: str, tag: str) -> tuple[str, ...]:
    from lemminflect import getInflection

    found: tuple[str, ...] = getInflection(lemma(word, "VERB"), tag)
    return found
