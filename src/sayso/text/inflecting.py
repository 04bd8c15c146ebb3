"""Inflected forms of English words, by lemminflect or from what it was asked beforehand."""

from __future__ import annotations

from collections.abc import Mapping

#: The forms of one answer, by Penn tag.
Forms = Mapping[str, tuple[str, ...]]


class Inflecting:
    """Answers what lemminflect would; its dictionary, 0.2 s to load, is opened for words that were not asked before."""

    def __init__(self, known: Mapping[str, Forms] | None = None) -> None:
        self.known: dict[str, Forms] = dict(known or {})

    def of(self, word: str, part: str = "") -> Forms:
        """The forms that the dictionary has for a word, of one part of speech where one is named."""
        key = f"{word} {part}".rstrip()
        if key not in self.known:
            from lemminflect import getAllInflections

            self.known[key] = getAllInflections(word, upos=part or None)
        return self.known[key]

    def by_rule(self, word: str, part: str) -> Forms:
        """The forms of a word that the dictionary lacks."""
        key = f"{word} as {part}"
        if key not in self.known:
            from lemminflect import getAllInflectionsOOV

            self.known[key] = getAllInflectionsOOV(word, part)
        return self.known[key]

    def plurals(self, noun: str) -> tuple[str, ...]:
        """The plurals of a noun, by rule where the dictionary lacks it."""
        key = f"{noun} as NNS"
        if key not in self.known:
            from lemminflect import getInflection

            self.known[key] = {"NNS": tuple(getInflection(noun, tag="NNS"))}
        return self.known[key]["NNS"]
