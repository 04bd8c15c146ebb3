"""Where a pattern could fit in a sentence, by sets of positions: what cannot fit needs no expression.

A position is the number of the word that comes next, a set of them the bits of one whole number. Each item of a pattern
turns the positions it may begin at into those it may end at, never too few; the expression then says which hold.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import reduce
from typing import TypeAlias

from sayso.codify.forms import Forms
from sayso.codify.lexicon import VAGUE
from sayso.codify.positions import Positions
from sayso.model.pattern import ROLES, Choice, Gap, Item, Maybe, Number, Sequence, Slot, Unless, Use, Word

_AND = frozenset({"and", "or"})
#: What may follow a number: "%", "per cent", "of the".
_AFTER_NUMBER = tuple(map(frozenset, (("%", "percent", "per"), ("cent",), ("of",), ("the", "its", "their", "his"))))

#: Where an item may end, by where it may begin.
Step: TypeAlias = Callable[[Positions, int], int]


class Reaching:
    """Makes the steps of patterns; those of word classes are made once."""

    def __init__(self, forms: Forms, options_of: Callable[[str], tuple[Sequence, ...]]) -> None:
        self._forms = forms
        self._options_of = options_of
        self._classes: dict[str, Step] = {}

    def sequence(self, items: Sequence) -> Step:
        """The step of items in a row."""
        steps = [
            _subject_gap(item.most) if isinstance(item, Gap) and isinstance(before, Slot) else self._item(item)
            for before, item in zip((None, *items), items, strict=False)
            if not isinstance(item, Unless)
        ]
        if len(steps) == 1:
            return steps[0]

        def row(positions: Positions, starts: int) -> int:
            for step in steps:
                starts = step(positions, starts)
                if not starts:
                    break
            return starts

        return row

    def _item(self, item: Item) -> Step:  # noqa: C901  one case for each kind of item
        match item:
            case Word():
                return _one_of(self._forms.of(item))
            case Slot(roles):
                return lambda positions, starts: positions.beyond(starts, roles)
            case Gap(most):
                return _gap(most)
            case Maybe(inner):
                step = self._item(inner)
                return lambda positions, starts: starts | step(positions, starts)
            case Choice(options):
                return self._choice(options)
            case Use(name):
                if name not in self._classes:
                    self._classes[name] = self._choice(self._options_of(name))
                return self._classes[name]
            case Number():
                return _number
            case Unless():
                return lambda positions, starts: starts

    def _choice(self, options: tuple[Sequence, ...]) -> Step:
        words, rest = self._forms.alone(options)
        single, steps = _one_of(words), [self.sequence(option) for option in rest]
        if not steps:
            return single
        return lambda positions, starts: reduce(
            int.__or__, (step(positions, starts) for step in steps), single(positions, starts)
        )


def _one_of(words: frozenset[str]) -> Step:
    """A word of one of these forms; a form the dictionary writes in two words ("off set") takes two."""
    split = [form.split() for form in words if " " in form]

    def step(positions: Positions, starts: int) -> int:
        ends = (starts & positions.of(words)) << 1
        for form in split:
            ends |= reduce(lambda at, word: (at & positions.words.get(word, 0)) << 1, form, starts)
        return ends

    return step


def _gap(most: int) -> Step:
    def step(positions: Positions, starts: int) -> int:
        for _ in range(most):
            starts |= (starts & positions.passed) << 1
        return starts

    return step


def _subject_gap(most: int) -> Step:
    """A gap behind a mention, to which a second one may be joined: "fighters and their dependants"."""
    gap = _gap(most)

    def step(positions: Positions, starts: int) -> int:
        second = (starts & positions.of(_AND)) << 1
        return gap(positions, starts | positions.beyond(second, ROLES) if second else starts)

    return step


def _number(positions: Positions, starts: int) -> int:
    """A number, with what makes it vague before it, and behind it what it counts by ("per cent of the")."""
    first = (_repeated(starts, positions.of(VAGUE)) & positions.figures) << 1
    ends = _repeated(first, positions.figures)
    for words in _AFTER_NUMBER:
        ends |= (ends & positions.of(words)) << 1
    return ends


def _repeated(starts: int, words: int) -> int:
    """The starts, and all that lies behind them over these words alone."""
    while (further := starts | (starts & words) << 1) != starts:
        starts = further
    return starts
