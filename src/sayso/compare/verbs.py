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


@dataclass(slots=True)
class _Draft:
    """A verb group while it is read."""

    infinitive: bool
    chain: list[int]
    modals: list[str]
    adverbs: list[str]


def verbs_at(items: Sequence[Item], at: int) -> VerbGroup | None:
    """The verb group that begins there, if one does."""
    draft = _Draft(items[at].kind == "to", [], [], [])
    end = at + 1 if draft.infinitive else at
    while end < len(items) and _takes(items, end, draft):
        end += 1
        if draft.chain and draft.chain[-1] == end - 1 and items[end - 1].lower not in _AUXILIARY:
            break
    if not draft.chain:
        return None
    while end > draft.chain[-1] + 1 and draft.adverbs and items[end - 1].lower not in ("not", "n't", "never"):
        end -= 1
        draft.adverbs.pop()
    return _group(items, at, end, draft)


def _takes(items: Sequence[Item], at: int, draft: _Draft) -> bool:
    """Whether the group goes on with the item; what it says is then in the draft."""
    item = items[at]
    if item.kind == "md" and not draft.infinitive:
        draft.modals.append(item.lower)
    elif item.kind == "v":
        draft.chain.append(at)
    elif item.kind == "adv" and item.tag != "RP" and (draft.chain or draft.modals or draft.infinitive):
        draft.adverbs.append(item.lower)
    elif item.kind == "to" and draft.chain and items[draft.chain[-1]].lower in BE and _verb_after(items, at):
        draft.modals.append("will")  # "are to join"
        draft.chain.pop()
    else:
        return False
    return True


def _verb_after(items: Sequence[Item], at: int) -> bool:
    return at + 1 < len(items) and items[at + 1].kind == "v" and items[at + 1].tag in ("VB", "VBP")


def _group(items: Sequence[Item], first: int, end: int, draft: _Draft) -> VerbGroup:
    verb = items[draft.chain[-1]]
    helping = [items[at].lower for at in draft.chain[:-1]]
    after_be = bool(helping) and helping[-1] in BE
    return VerbGroup(
        first=first,
        last=end,
        at=draft.chain[-1],
        key=verb.key,
        form=_form(items, draft, helping),
        passive=after_be and verb.tag in ("VBN", "VBD", "VB"),
        ongoing=after_be and verb.tag == "VBG",
        modals=tuple(draft.modals),
        adverbs=tuple(draft.adverbs),
        tag=verb.tag,
        bare=not helping and not draft.modals,
    )


def _form(items: Sequence[Item], draft: _Draft, helping: list[str]) -> str:
    if draft.infinitive:
        return "to"
    first, last = items[draft.chain[0]].tag, items[draft.chain[-1]].tag
    if draft.modals or first not in ("VBG", "VBN"):
        return "finite"
    if helping:
        return "ing" if first == "VBG" else "finite"
    return "ing" if last == "VBG" else "participle"
