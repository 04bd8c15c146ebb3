"""Inflected forms of the words of a codebook."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sayso.model.pattern import Sequence, Word
from sayso.text.inflecting import Inflecting

_TAGS = {
    "v": ("VB", "VBD", "VBG", "VBN", "VBP", "VBZ"),
    "n": ("NN", "NNS"),
    "ed": ("VBD", "VBN"),
    "ing": ("VBG",),
    "s": ("VB", "VBP", "VBZ"),
    "a": ("JJ", "JJR", "JJS", "RB", "RBR", "RBS"),
}
_ALL = frozenset(tag for tags in _TAGS.values() for tag in tags)
#: The forms that the word as written is one of.
_WITH_ITSELF = frozenset(("", "v", "n", "s", "a"))


class Forms:
    """The forms of each word asked for so far; `tags` says which parts of speech each form can have."""

    def __init__(self, inflecting: Inflecting | None = None, tags: dict[str, set[str]] | None = None) -> None:
        self._inflecting = inflecting or Inflecting()
        self.tags: dict[str, set[str]] = tags if tags is not None else {}
        self._known: dict[tuple[str, str], frozenset[str]] = {}

    def of(self, word: Word) -> frozenset[str]:
        """The forms a word of a pattern stands for; a word unknown to the dictionary inflects by rule."""
        key = word.text, word.form
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._made(word)
        return found

    def alone(self, options: Iterable[Sequence]) -> tuple[frozenset[str], list[Sequence]]:
        """The forms of those options that are one word, and the other options."""
        words: set[str] = set()
        rest: list[Sequence] = []
        for option in options:
            match option:
                case (Word() as word,):
                    words.update(self.of(word))
                case _:
                    rest.append(option)
        return frozenset(words), rest

    def _made(self, word: Word) -> frozenset[str]:
        if word.form == "=" or not word.text[-1].isalpha():
            return frozenset((word.text,))
        found = {word.text} if word.form in _WITH_ITSELF else set()
        wanted = _TAGS[word.form] if word.form else _ALL
        for tag, forms in self._inflections(word).items():
            if tag in wanted:
                for form in map(str.lower, forms):
                    found.add(form)
                    self.tags.setdefault(form, set()).add(tag)
        return frozenset(found) or frozenset((word.text,))

    def _inflections(self, word: Word) -> Mapping[str, tuple[str, ...]]:
        known = self._inflecting.of(word.text)
        if word.form in ("v", "ed", "ing", "s") and "VB" not in known:
            return self._inflecting.by_rule(word.text, "VERB")
        if word.form == "n" and "NN" not in known:
            return self._inflecting.by_rule(word.text, "NOUN")
        return known
