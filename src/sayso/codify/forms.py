"""Inflected forms of the words of a codebook, by lemminflect."""

from __future__ import annotations

from sayso.model.pattern import Word

_TAGS = {
    "v": ("VB", "VBD", "VBG", "VBN", "VBP", "VBZ"),
    "n": ("NN", "NNS"),
    "ed": ("VBD", "VBN"),
    "ing": ("VBG",),
    "s": ("VB", "VBP", "VBZ"),
    "a": ("JJ", "JJR", "JJS", "RB", "RBR", "RBS"),
}
_ALL = tuple(tag for tags in _TAGS.values() for tag in tags)


class Forms:
    """The forms of each word asked for so far; `tags` says which parts of speech each form can have."""

    def __init__(self) -> None:
        self.tags: dict[str, set[str]] = {}
        self._known: dict[Word, tuple[str, ...]] = {}

    def of(self, word: Word) -> tuple[str, ...]:
        """The forms a word of a pattern stands for, sorted; a word unknown to the dictionary inflects by rule."""
        if word not in self._known:
            self._known[word] = self._made(word)
        return self._known[word]

    def _made(self, word: Word) -> tuple[str, ...]:
        if word.form == "=" or not word.text[-1].isalpha():
            return (word.text,)
        found = {word.text} if word.form in ("", "v", "n", "s", "a") else set()
        for tag, forms in self._inflections(word).items():
            if tag in (_TAGS[word.form] if word.form else _ALL):
                for form in forms:
                    found.add(form.lower())
                    self.tags.setdefault(form.lower(), set()).add(tag)
        return tuple(sorted(found)) or (word.text,)

    def _inflections(self, word: Word) -> dict[str, tuple[str, ...]]:
        from lemminflect import getAllInflections, getAllInflectionsOOV

        known: dict[str, tuple[str, ...]] = getAllInflections(word.text)
        if word.form in ("v", "ed", "ing", "s") and "VB" not in known:
            return dict(getAllInflectionsOOV(word.text, "VERB"))
        if word.form == "n" and "NN" not in known:
            return dict(getAllInflectionsOOV(word.text, "NOUN"))
        return dict(known)
