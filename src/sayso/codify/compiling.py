"""Patterns of a codebook as regular expressions over marked sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass
from itertools import product
from typing import TypeAlias

from sayso.codify.forms import Forms
from sayso.codify.lexicon import BE, HAVE, MARKS, NEGATORS, NUMBERS, VAGUE
from sayso.codify.marks import BOUND, CLOSE, FREE, SEPARATOR
from sayso.codify.reaching import Reaching, Step
from sayso.model.pattern import Choice, Gap, Item, Maybe, Number, Sequence, Slot, Unless, Use, Word, parse

_JOIN = f"[{SEPARATOR}]+?"
#: Between a mention and its verb no other mention may open that could be a subject of its own.
_SUBJECT_JOIN = f"[{min(BOUND.values())}- \x80-\x9f]+"
_GAP_WORD = f"(?:(?![{re.escape(''.join(sorted(m for m in MARKS if len(m) == 1)))}][{SEPARATOR}])[^{SEPARATOR}]+)"
#: A second subject beside the first: "fighters and their dependants".
_COORDINATED = (
    f"(?:{_JOIN}(?:and|or)[{SEPARATOR}]+?[{''.join((*FREE.values(), *BOUND.values()))}].."
    f"[^{''.join(CLOSE.values())}]*[{''.join(CLOSE.values())}]+)?"
)
_END = f"(?![^{SEPARATOR}])"
_DIGITS = r"\d[\d.,]*\w*"

#: Words too frequent to choose a pattern by; any other word of the pattern is the better trigger.
_FREQUENT = (
    frozenset(
        """the a an of to in on at by for from with and or as that this their his its them they he it who which out
    up down off over into about more than all some any other no not n't do did does after before when while
        because""".split()
    )
    | BE
    | HAVE
    | NUMBERS
)
_FREQUENT_COST = 1000


#: Sets of words of which one each must stand.
Needs: TypeAlias = tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class Ready:
    """A pattern ready to run: the roles it cannot do without, and what it states."""

    items: Sequence
    written: str
    shades: tuple[str, ...]
    roles: tuple[frozenset[str], ...]
    states_negation: bool


class Compiler:
    """Turns written patterns into ready ones with the word classes of one codebook."""

    def __init__(
        self,
        words: dict[str, tuple[str, ...]],
        forms: Forms,
        needs: dict[str, Needs] | None = None,
    ) -> None:
        self.forms = forms
        self._known_needs = needs if needs is not None else {}
        self._classes: dict[str, tuple[Sequence, ...]] = {}
        self._written = words
        self._slots = 0
        self._sources: dict[str, str] = {}
        self._class_needs: dict[str, list[frozenset[str]]] = {}
        self._class_slots: dict[str, tuple[Slot, ...]] = {}
        self._reaching = Reaching(forms, self._class)

    def ready(self, written: str) -> Ready:
        """The pattern, ready to run."""
        pattern = parse(written)
        items = pattern.items
        return Ready(
            items=items,
            written=pattern.written,
            shades=pattern.shades,
            roles=tuple(frozenset(item.roles) for item in items if isinstance(item, Slot)),
            states_negation="negated" in pattern.shades or any(need <= NEGATORS for need in self.needs(written)),
        )

    def needs(self, written: str) -> Needs:
        """The sets of words of which a sentence must have one each for the pattern to fit, the best to choose first."""
        found = self._known_needs.get(written)
        if found is None:
            found = self._known_needs[written] = tuple(sorted(self._needs(parse(written).items), key=_cost))
        return found

    def source(self, items: Sequence) -> str:
        """The expression of a pattern, with a group `t` for its trigger and `r0`, `r1` … for its slots."""
        self._slots = 0
        solid = [n for n, item in enumerate(items) if not isinstance(item, (Slot, Gap, Unless))]
        first, last = (solid[0], solid[-1] + 1) if solid else (0, len(items))
        return (
            self._sequence(items[:first]) + f"(?P<t>{self._sequence(items[first:last])})" + self._sequence(items[last:])
        )

    def step(self, items: Sequence) -> Step:
        """Where a pattern may end in a sentence, by where it may begin; nowhere, if its expression fits nowhere."""
        return self._reaching.sequence(items)

    def slots(self, items: Sequence) -> tuple[Slot, ...]:
        """The slots in the order in which the expression numbers them."""
        return tuple(self._slots_of(items))

    def nouns(self, role: str) -> tuple[str, ...]:
        """The words of the class of that name, in all their forms; of several words, joined by spaces."""
        found: set[str] = set()
        for sequence in self._class(role) if role in self._written else ():
            forms = [self.forms.of(item) for item in sequence if isinstance(item, Word)]
            if len(forms) == len(sequence):
                found.update(" ".join(words) for words in product(*forms))
        return tuple(sorted(found))

    def _class(self, name: str) -> tuple[Sequence, ...]:
        if name not in self._classes:
            self._classes[name] = tuple(parse(written).items for written in self._written[name])
        return self._classes[name]

    def _sequence(self, items: Sequence) -> str:
        parts: list[str] = []
        for before, item in zip((None, *items), items, strict=False):
            match before, item:
                case Slot(), Gap(most):
                    parts.append(f"{_COORDINATED}(?:{_SUBJECT_JOIN}{_GAP_WORD}){{0,{most}}}?")
                case _:
                    parts.append(self._item(item))
        return "".join(parts)

    def _item(self, item: Item) -> str:  # noqa: C901  one case for each kind of item
        match item:
            case Word():
                return f"{_JOIN}{_either(self.forms.of(item))}{_END}"
            case Slot():
                return self._slot(item)
            case Gap(most):
                return f"(?:[{SEPARATOR}]+{_GAP_WORD}){{0,{most}}}?"
            case Maybe(inner):
                return f"(?:{self._item(inner)})?"
            case Unless(options):
                return f"(?!{'|'.join(self._sequence(option) for option in options)})"
            case Choice(options):
                return self._choice(options)
            case Use(name):
                return self._use(name)
            case Number():
                return _NUMBER

    def _use(self, name: str) -> str:
        """The choice of a word class, kept for the next pattern unless it holds slots, which are numbered anew."""
        if name not in self._sources:
            slots = self._slots
            source = self._choice(self._class(name))
            if self._slots > slots:
                return source
            self._sources[name] = source
        return self._sources[name]

    def _choice(self, options: tuple[Sequence, ...]) -> str:
        """Single words of a choice share one joint; the rest stand as they are."""
        words, rest = self.forms.alone(options)
        parts = ([f"{_JOIN}{_either(words)}{_END}"] if words else []) + [self._sequence(option) for option in rest]
        return f"(?:{'|'.join(parts)})"

    def _slot(self, slot: Slot) -> str:
        number = self._slots
        self._slots += 1
        opens = "".join(FREE[role] + BOUND[role] for role in slot.roles)
        closes = "".join(CLOSE[role] for role in slot.roles)
        return f"[{SEPARATOR}]*?[{opens}](?P<r{number}>..)[^{closes}]*[{closes}]"

    def _slots_of(self, items: Sequence) -> Iterator[Slot]:
        for item in items:
            match item:
                case Slot():
                    yield item
                case Maybe(inner):
                    yield from self._slots_of((inner,))
                case Choice(options) | Unless(options):
                    for option in options:
                        yield from self._slots_of(option)
                case Use(name):
                    if name not in self._class_slots:
                        inside = (slot for option in self._class(name) for slot in self._slots_of(option))
                        self._class_slots[name] = tuple(inside)
                    yield from self._class_slots[name]

    def _needs(self, items: Sequence) -> list[frozenset[str]]:
        """Words of which one must stand, for each item that must.

        On the way the forms of every word are asked for, also of those that may be absent: which parts of speech a
        form can have must not hang on what was read before.
        """
        found: list[frozenset[str]] = []
        for item in items:
            match item:
                case Word():
                    found.append(self.forms.of(item))
                case Choice(options):
                    found.extend(self._needs_of_choice(options))
                case Use(name):
                    if name not in self._class_needs:
                        self._class_needs[name] = self._needs_of_choice(self._class(name))
                    found.extend(self._class_needs[name])
                case Maybe(inner):
                    self._needs((inner,))
                case Unless(options):
                    self._needs_of_choice(options)
        return found

    def _needs_of_choice(self, options: tuple[Sequence, ...]) -> list[frozenset[str]]:
        each = [self._needs(option) for option in options]
        least = (needs[0] if len(needs) == 1 else min(needs, key=_cost) for needs in each if needs)
        return [frozenset().union(*least)] if all(each) else []


def _cost(need: Set[str]) -> int:
    return len(need) + (_FREQUENT_COST - 1) * len(need & _FREQUENT)


def _either(words: Set[str]) -> str:
    escaped = "|".join(re.escape(word) for word in sorted(words))
    return f"(?:{escaped})" if len(words) > 1 else escaped


_NUMBER = (
    f"(?:{_JOIN}{_either(VAGUE)}{_END})*"
    f"(?:{_JOIN}(?:{_DIGITS}|{_either(NUMBERS)}){_END})+(?:{_JOIN}(?:%|percent|per{_JOIN}cent){_END})?"
    f"(?:{_JOIN}of{_END}(?:{_JOIN}(?:the|its|their|his){_END})?)?"
)
