"""Verb groups: a verb with its auxiliaries, and what they say of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.compare.items import Item
from sayso.compare.tags import BE, HAVE

_DO = frozenset("do does did".split())
_AUXILIARY = BE | HAVE | _DO
#: Words after a verb that make another verb of it ("drive out", "turn back").
PARTICLES = frozenset("out up down off away back over behind forward on in together apart".split())


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """Items `[first, last)` of a verb with its auxiliaries; `at` is the verb itself.

    `form` is "finite", "to", "ing" or "participle".
    """

    first: int
    last: int
    at: int
    key: str
    form: str
    passive: bool
    ongoing: bool
    modals: tuple[str, ...]
    adverbs: tuple[str, ...]
    tag: str
    bare: bool


def verbs_at(items: Sequence[Item], at: int) -> VerbGroup | None:
    """The verb group that begins there, if one does."""
    end, chain, modals, adverbs = at, [], [], []
    inf = items[at].kind == "to"
    if inf:
        end += 1
    while end < len(items):
        item = items[end]
        if item.kind == "md" and not inf:
            modals.append(item.lower)
        elif item.kind == "v":
            chain.append(end)
            if item.lower not in _AUXILIARY:
                end += 1
                break
        elif item.kind == "adv" and item.tag != "RP" and (chain or modals or inf):
            adverbs.append(item.lower)
        elif not (item.kind == "to" and chain and items[chain[-1]].lower in BE and _verb_after(items, end)):
            break
        else:
            modals.append("will")
            chain.pop()
        end += 1
    if not chain:
        return None
    while (
        end > chain[-1] + 1 and items[end - 1].lower in adverbs and items[end - 1].lower not in ("not", "n't", "never")
    ):
        end -= 1
        adverbs.pop()
    return _group(items, at, end, chain, inf, modals, adverbs)


def _verb_after(items: Sequence[Item], at: int) -> bool:
    return at + 1 < len(items) and items[at + 1].kind == "v" and items[at + 1].tag in ("VB", "VBP")


def _group(
    items: Sequence[Item], first: int, end: int, chain: list[int], inf: bool, modals: list[str], adverbs: list[str]
) -> VerbGroup:
    verb = items[chain[-1]]
    helping = [items[at].lower for at in chain[:-1]]
    passive = bool(helping) and helping[-1] in BE and verb.tag in ("VBN", "VBD", "VB")
    ongoing = bool(helping) and helping[-1] in BE and verb.tag == "VBG"
    form = "to" if inf else "finite"
    if not helping and not modals and not inf and verb.tag in ("VBG", "VBN"):
        form = "ing" if verb.tag == "VBG" else "participle"
    if helping and not inf and not modals and items[chain[0]].tag == "VBG":
        form = "ing"
    bare = not helping and not modals
    return VerbGroup(
        first, end, chain[-1], verb.key, form, passive, ongoing, tuple(modals), tuple(adverbs), verb.tag, bare
    )
