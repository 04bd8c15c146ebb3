"""What the positions of words rule out, no expression fits."""

from __future__ import annotations

import pytest

from sayso.books.codebook import load
from sayso.codify.compiling import Compiler
from sayso.codify.forms import Forms
from sayso.codify.hits import Rule
from sayso.codify.marking import Marked, marked
from sayso.text.sentences import sentences

CODEBOOK = load("cohesion")
COMPILER = Compiler(CODEBOOK.words, Forms())
NOUNS = {noun: role for role in ("members", "leader", "civilians", "family") for noun in COMPILER.nouns(role)}


def _marked(text: str) -> list[Marked]:
    return [marked(sentence, (), NOUNS) for sentence in sentences(text)]


def _fits(pattern: str, text: str) -> tuple[bool, bool]:
    """Whether the positions let the pattern through, and whether its expression fits."""
    rule = Rule(0, pattern, COMPILER)
    step = COMPILER.step(rule.ready.items)
    let = [bool(step(each.positions, each.positions.starts)) for each in _marked(text)]
    found = [rule.expression.search(each.text) is not None for each in _marked(text)]
    return any(let), any(found)


@pytest.mark.parametrize(
    ("pattern", "text", "fits"),
    [
        ("walk/v out", "They walked out.", True),
        ("walk/v out", "Out they walked.", False),
        ("walk/v ...2 out", "They walked all the way out.", False),
        ("walk/v ...3 out", "They walked all the way out.", True),
        ("walk/v ... out", "They walked; she went out.", False),
        ("<members> desert/v", "The fighters deserted.", True),
        ("<members> desert/v", "They saw that the fighters had deserted.", False),
        ("<members> ...2 desert/v", "The fighters and commanders had quickly deserted.", True),
        ("lose/v <number> men", "It lost about 20 men.", True),
        ("lose/v <number> men", "It lost all men.", False),
        ("lose/v <number> men", "It lost two per cent of its men.", True),
        ("(walk/v|drop/v tools)? and leave/v", "They dropped tools and left.", True),
        ("offset/v losses", "They off set losses.", True),
    ],
)
def test_the_positions_say_what_the_expression_says(pattern: str, text: str, fits: bool) -> None:
    assert _fits(pattern, text) == (fits, fits)


def test_nothing_that_a_pattern_of_the_codebook_finds_is_ruled_out() -> None:
    """Every pattern over the examples of its own code; most of what does not fit is ruled out."""
    let = found = 0
    for indicator in CODEBOOK.indicators:
        texts = [each for one in (*indicator.examples, *indicator.counter_examples) for each in _marked(one.text)]
        for rule in (Rule(0, written, COMPILER) for written in (*indicator.patterns, *indicator.excludes)):
            step = COMPILER.step(rule.ready.items)
            for each in texts:
                may = bool(step(each.positions, each.positions.starts))
                fits = may and rule.expression.search(each.text) is not None
                let, found = let + may, found + fits
                assert may or rule.expression.search(each.text) is None, (rule.ready.written, each.text)
    assert found > 500
    assert let < 1.1 * found
