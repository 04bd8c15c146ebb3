"""Makes `data/words/inflections.json`: the inflected forms of every word of the shipped books, by lemminflect.

Run: python tools/make_inflections.py
"""

from __future__ import annotations

import json

from sayso.books import codebook, inflections, words
from sayso.codify.coder import Coder
from sayso.extract.lexicon import lexicon_of
from sayso.text.inflecting import Inflecting


def made() -> str:
    """The file, a line for each question that making the books ready asks."""
    asked = Inflecting()
    for name in codebook.shipped():
        Coder(codebook.load(name), asked)
    lexicon_of(words.load(), asked)
    lines = (f"{json.dumps(key)}:{json.dumps(forms, ensure_ascii=False)}" for key, forms in sorted(asked.known.items()))
    return "{\n" + ",\n".join(lines) + "\n}\n"


if __name__ == "__main__":
    inflections.SHIPPED.write_text(made(), "utf-8")
