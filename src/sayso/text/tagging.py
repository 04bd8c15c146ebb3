"""Parts of speech, by the lexicon and rules that textblob carries (nothing is downloaded)."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import Any

from sayso.model.span import Sentence

# Names that begin with an article or end in a stop, which the tagger takes for adjectives: "al-Hashemi", "Gen.".
_NAME = re.compile(r"(?:al|el|ar|ash|as|az|an|ad|ag)-[A-Z]|[A-Z][a-z]+\.$")


@cache
def _parser() -> Any:
    """The tagger of textblob.en, loaded on first use: 1.2 MB of word lists, 0.1 s."""
    from textblob.en import parser

    parser.find_tags(["a"])
    return parser


def tagged(sentence: Sentence) -> Sentence:
    """The sentence with a Penn part-of-speech tag on every token."""
    words = [token.text.replace("’", "'") for token in sentence.tokens]
    tags = [(word, "NNP" if _NAME.match(word) else tag) for word, tag in _parser().find_tags(words)]
    return replace(
        sentence,
        tokens=tuple(replace(token, tag=tag) for token, (_, tag) in zip(sentence.tokens, tags, strict=True)),
    )
