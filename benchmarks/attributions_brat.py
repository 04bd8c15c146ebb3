"""Span scores of attributions against brat stand-off files: `python benchmarks/attributions_brat.py FOLDER [--plain]`.

Every sentence of every text counts. Texts are measured and never copied. `--plain` leaves the trained reader out.
"""

from __future__ import annotations

import sys
from pathlib import Path

from sayso.books import register, words
from sayso.cli.evaluate import attributions_of
from sayso.evaluate.spans import folder_scores
from sayso.extract.lexicon import lexicon_of
from sayso.extract.telling import attributions
from sayso.model.telling import Attribution
from sayso.text.sentences import sentences

LEXICON, REGISTER = lexicon_of(words.load()), register.shipped()


def plain(text: str) -> tuple[Attribution, ...]:
    """The attributions that the rules alone find."""
    return attributions(text, sentences(text), LEXICON, REGISTER.find)


if __name__ == "__main__":
    found = folder_scores(Path(sys.argv[1]), plain if "--plain" in sys.argv else attributions_of())
    for role, values in found.items():
        print(role, " ".join(f"{name} {value:.3f}" for name, value in values.items()))
