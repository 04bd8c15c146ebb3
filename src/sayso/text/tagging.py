"""Parts of speech, by the lexicon and rules that textblob carries (nothing is downloaded)."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

from sayso.model.span import Sentence


@cache
def _parser() -> Any:
    """The tagger of textblob.en, loaded on first use: 1.2 MB of word lists, 0.1 s."""
    from textblob.en import parser

    parser.find_tags(["a"])
    return parser


def tagged(sentence: Sentence) -> Sentence:
    """The sentence with a Penn part-of-speech tag on every token."""
    words = [token.text.replace("’", "'") for token in sentence.tokens]
    tags = _parser().find_tags(words)
    return replace(
        sentence,
        tokens=tuple(replace(token, tag=tag) for token, (_, tag) in zip(sentence.tokens, tags, strict=True)),
    )
