"""Where patterns fit in one sentence, before it is settled what they make of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from sayso.codify.compiling import Compiler, Ready
from sayso.codify.marking import Marked
from sayso.codify.reaching import Step
from sayso.model.pattern import Slot

_OWN = frozenset({"group", "members", "leader", "family"})
#: A pattern that fits oftener than this in one sentence is looked at no further.
_MOST_HITS = 50


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where a pattern fits: token ranges `[first, end)`, and the mentions in its slots."""

    indicator: int
    ready: Ready
    whole: tuple[int, int]
    trigger: tuple[int, int]
    actor: tuple[int | None, int, int] | None
    other: tuple[int | None, int, int] | None


class Rule:
    """A pattern of one indicator; its expression, ms to compile, is made where the pattern first may fit."""

    def __init__(self, indicator: int, written: str, compiler: Compiler) -> None:
        self.indicator = indicator
        self.needs = compiler.needs(written)
        self._written = written
        self._compiler = compiler

    @cached_property
    def ready(self) -> Ready:
        """The pattern, read when the words that it needs first stand together."""
        return self._compiler.ready(self._written)

    @cached_property
    def expression(self) -> re.Pattern[str]:
        """The compiled expression."""
        return re.compile(self._compiler.source(self.ready.items))

    @cached_property
    def _step(self) -> Step:
        return self._compiler.step(self.ready.items)

    @cached_property
    def _slots(self) -> tuple[Slot, ...]:
        return self._compiler.slots(self.ready.items)

    def may_fit(self, words: frozenset[str]) -> bool:
        """Whether all words are there that the pattern cannot do without."""
        return not any(need.isdisjoint(words) for need in self.needs)

    def hits(self, marked: Marked) -> Iterable[Hit]:
        """Every place where the pattern fits, from left to right."""
        if any(roles.isdisjoint(marked.roles) for roles in self.ready.roles):
            return
        if not self._step(marked.positions, marked.positions.starts):
            return
        for number, found in enumerate(self.expression.finditer(marked.text)):
            if number >= _MOST_HITS:
                return
            actor, other = _parties(self._slots, found, marked)
            yield Hit(
                indicator=self.indicator,
                ready=self.ready,
                whole=_range(marked, found.start(), found.end()),
                trigger=_range(marked, found.start("t"), found.end("t")),
                actor=actor,
                other=other,
            )


def _range(marked: Marked, start: int, end: int) -> tuple[int, int]:
    first = marked.token_at(start)
    if start > marked.starts[first]:
        first += 1  # the match begins in the space after that token
    return first, max(first + 1, marked.token_at(end - 1) + 1)


Party = tuple[int | None, int, int]


def _parties(slots: tuple[Slot, ...], found: re.Match[str], marked: Marked) -> tuple[Party | None, Party | None]:
    """The mention whose cohesion it is about, and the first of the others."""
    filled = [
        (slot, marked.mention(mark)) for n, slot in enumerate(slots) if (mark := found.group(f"r{n}")) is not None
    ]
    starred = [party for slot, party in filled if slot.actor]
    own = starred or [party for slot, party in filled if _OWN & set(slot.roles)]
    actor = own[0] if own else None
    other = next((party for _, party in filled if party != actor), None)
    return actor, other


class Rules:
    """All patterns of a codebook, found by the words they need."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._by_word: dict[str, list[tuple[int, Rule]]] = {}
        for number, rule in enumerate(rules):
            for word in rule.needs[0] if rule.needs else ():
                self._by_word.setdefault(word, []).append((number, rule))

    def fitting(self, words: frozenset[str]) -> list[Rule]:
        """The rules that these words allow, in the order of the codebook."""
        found: dict[int, Rule] = {}
        for word in words & self._by_word.keys():
            found.update(self._by_word[word])
        return [found[number] for number in sorted(found) if found[number].may_fit(words)]
