"""Parts of speech, by the lexicon and rules that textblob carries (nothing is downloaded)."""

from __future__ import annotations

import importlib
import importlib.util
import re
import sys
from dataclasses import replace
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from sayso.model.errors import Bug
from sayso.model.span import Sentence, Token

# Names that begin with an article or end in a stop, which the tagger takes for adjectives: "al-Hashemi", "Gen.".
_NAME = re.compile(r"(?:al|el|ar|ash|as|az|an|ad|ag)-[A-Z]|[A-Z][a-z]+\.$")


@cache
def _parser() -> Any:
    """The tagger of textblob.en, loaded on first use: 1.2 MB of word lists, 0.08 s.

    The package's own `__init__` would import nltk and scipy.stats for its other parts, 2 s that no tag needs; so its
    submodules are loaded under a bare package.
    """
    present = sys.modules.get("textblob")
    if present is None:
        found = importlib.util.find_spec("textblob")
        if found is None or found.submodule_search_locations is None:
            raise Bug("textblob is not installed")
        bare = ModuleType("textblob")
        bare.__path__ = list(found.submodule_search_locations)
        sys.modules["textblob"] = bare
    try:
        parser = importlib.import_module("textblob.en").parser
    finally:
        if present is None:
            for name in [name for name in sys.modules if name.split(".")[0] == "textblob"]:
                del sys.modules[name]
    lexicon = parser.lexicon
    lexicon.load = lambda: dict.update(lexicon, tags_in(Path(lexicon.path)))
    parser.find_tags(["a"])
    return parser


def tags_in(file: Path) -> dict[str, str]:
    """The tag of each word of a lexicon of textblob's: after a head of comments, a word and its tag a line.

    Read at once instead of line by line as textblob does, it takes half as long.
    """
    text = file.read_text("utf-8")
    words = text[text.index("\n", text.rindex("\n;;;") + 1) :].split()
    return dict(zip(words[::2], words[1::2], strict=True))


# Ranks and offices that the lexicon knows as adjectives alone.
_OFFICES = frozenset("chief general major private elder official military superintendent principal regular".split())


def _mended(tags: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The tags with names made names, and "general" a noun where no noun follows it."""
    mended = []
    for index, (word, tag) in enumerate(tags):
        following = tags[index + 1][1] if index + 1 < len(tags) else ""
        if _NAME.match(word):
            tag = "NNP"
        elif tag == "JJ" and word.lower() in _OFFICES and not following.startswith(("NN", "JJ")):
            tag = "NN"
        mended.append((word, tag))
    return mended


def tagged(sentence: Sentence) -> Sentence:
    """The sentence with a Penn part-of-speech tag on every token; one that has them stays as it is."""
    if all(token.tag for token in sentence.tokens):
        return sentence
    words = [token.text.replace("’", "'") for token in sentence.tokens]
    tags = _mended([(word, tag) for word, tag in _parser().find_tags(words)])
    return replace(
        sentence,
        tokens=tuple(
            Token(token.start, token.end, token.text, token.lower, tag)
            for token, (_, tag) in zip(sentence.tokens, tags, strict=True)
        ),
    )
