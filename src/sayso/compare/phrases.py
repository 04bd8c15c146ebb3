"""Noun phrases: whom or what the words between verbs name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.compare.items import Item

#: Words that say how many of a thing are meant; each stands for the word it leads to.
QUANTIFIERS = {
    "no": "no", "none": "no", "neither": "neither", "nobody": "no", "nothing": "no", "every": "all", "each": "all",
    "all": "all",
    "everyone": "all", "everybody": "all", "some": "some", "someone": "some", "somebody": "some", "several": "several",
    "many": "many", "few": "few", "most": "most", "both": "both", "any": "any", "either": "either", "whole": "all",
    "entire": "all", "numerous": "many", "much": "many", "more": "more", "fewer": "fewer", "less": "fewer",
    "anyone": "any",
    "little": "few",
}  # fmt: skip
#: Quantifiers that deny: their clause is a denied one.
DENYING = frozenset({"no", "neither"})
#: Nouns that count loosely: "hundreds of recruits" are recruits.
_LOOSE = frozenset("hundreds thousands dozens scores tens millions handful majority minority number".split())
_SMALL = frozenset("the a an this that these those such".split())
_PRONOUNS = frozenset("nobody everyone everybody someone somebody anyone".split())
#: Nouns of many people that "they" may stand for though they are singular.
BODIES = frozenset(
    "army police group militia unit brigade battalion regiment division company government family crew garrison "
    "faction "
    "movement force front platoon coalition party gang clan tribe column".split()
)
#: A phrase nests at most so deep ("the head of the office of the chief of …"); deeper ones end there.
_DEEPEST = 6


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: items `[first, last)`, its head, and what narrows it.

    `part` says that the number or quantifier takes a part of a given whole ("two of the five"). `also` are phrases
    joined to it by `joint` ("and", "or", "nor"), `names` phrases set beside it ("their commander, Idris").
    """

    first: int
    last: int
    head: str
    kind: str
    mods: frozenset[str] = frozenset()
    number: str | None = None
    quantity: str | None = None
    part: bool = False
    whole: str | None = None
    owner: Phrase | None = None
    of: Phrase | None = None
    also: tuple[Phrase, ...] = ()
    joint: str = ""
    names: tuple[Phrase, ...] = ()
    plural: bool = False
    definite: bool = False

    @property
    def keys(self) -> frozenset[str]:
        """Every word that names this thing: head, modifiers, owner, and what it is of."""
        found = self.mods | {self.head}
        for inner in (self.owner, self.of):
            found |= inner.keys if inner is not None else frozenset()
        return found


def phrase_at(items: Sequence[Item], at: int, depth: int = 0) -> Phrase | None:
    """The noun phrase that begins there, with what it is of; None where none does."""
    simple = _simple(items, at)
    if simple is None or depth > _DEEPEST:
        return simple
    after = simple.last
    if after < len(items) and items[after].lower == "of":
        inner = phrase_at(items, after + 1, depth + 1)
        if inner is not None:
            return _of(simple, inner, items)
    return simple


def _of(outer: Phrase, inner: Phrase, items: Sequence[Item]) -> Phrase:
    counts = outer.kind in ("num", "q") and not outer.mods
    loose = items[outer.last - 1].lower in _LOOSE
    if not counts and not loose:
        return replace(outer, last=inner.last, of=inner)
    amount = (outer.number or "") + (items[outer.last - 1].lower if loose else "")
    whole = inner.number or inner.quantity
    return replace(
        inner,
        first=outer.first,
        number=amount or None,
        quantity=outer.quantity,
        part=not loose or inner.definite,
        whole=whole,
        plural=outer.number != "#1",
        definite=False,
    )


@dataclass(slots=True)
class _Draft:
    """What a phrase has gathered so far."""

    mods: list[str]
    number: str | None = None
    quantity: str | None = None
    owner: Phrase | None = None
    definite: bool = False
    head: int = -1
    bare: bool = True


def _simple(items: Sequence[Item], at: int) -> Phrase | None:
    draft, end = _Draft([]), at
    while end < len(items):
        item = items[end]
        if draft.head >= 0 and item.kind == "'s":
            draft = _Draft([], owner=_built(items, at, end, draft), definite=True, bare=False)
            end += 1
            continue
        if not _takes(items, end, draft):
            break
        end += 1
    if draft.owner is not None and end == draft.owner.last + 1 and draft.head < 0:
        return None
    return _closed(items, at, end, draft)


def _closed(items: Sequence[Item], at: int, end: int, draft: _Draft) -> Phrase | None:
    if draft.head >= 0:
        return _built(items, at, draft.head + 1, draft)
    last = items[end - 1] if end > at else None
    if last is None or (last.lower == "more" and not draft.number):
        return None
    if draft.number is not None and last.kind == "num":
        return Phrase(at, end, "", "num", number=draft.number, quantity=draft.quantity, plural=draft.number != "#1")
    if draft.quantity is not None and last.lower in QUANTIFIERS and last.lower not in ("no", "every"):
        return Phrase(at, end, "", "q", quantity=draft.quantity, plural=True)
    if (draft.definite or draft.number) and draft.mods and last.kind in ("adj", "v"):
        key = draft.mods.pop()
        return Phrase(
            at, end, key, "adj", frozenset(draft.mods), draft.number, draft.quantity, plural=True, definite=True
        )
    return None


def _built(items: Sequence[Item], at: int, end: int, draft: _Draft) -> Phrase:
    head = items[draft.head]
    return Phrase(
        at, end, head.key, "pron" if head.kind == "pron" else "name" if head.name else "n", frozenset(draft.mods),
        draft.number, draft.quantity, owner=draft.owner, plural=_plural(head, draft), definite=draft.definite,
    )  # fmt: skip


def _plural(head: Item, draft: _Draft) -> bool:
    if head.kind == "pron":
        return head.lower in ("they", "them", "we", "us", "themselves")
    if draft.number is not None:
        return draft.number != "#1"
    return head.tag in ("NNS", "NNPS")


def _takes(items: Sequence[Item], at: int, draft: _Draft) -> bool:
    """Whether the phrase goes on with the item; what it says is then in the draft."""
    item = items[at]
    if draft.head >= 0 and item.kind not in ("n", "num"):
        return False
    if item.kind in ("n", "num"):
        return _takes_noun(items, at, draft)
    if item.kind == "pron":
        return _takes_pronoun(item, at, draft)
    if item.lower in QUANTIFIERS and item.kind in ("det", "adj"):
        if draft.quantity is None:
            draft.quantity = QUANTIFIERS[item.lower]
        draft.bare = False
        return True
    if item.kind == "det":
        return _takes_determiner(item, draft)
    if item.kind == "poss":
        draft.owner, draft.definite, draft.bare = Phrase(at, at + 1, item.lower, "poss"), True, False
        return True
    return _takes_modifier(items, at, draft)


def _takes_noun(items: Sequence[Item], at: int, draft: _Draft) -> bool:
    item = items[at]
    if item.kind == "num":
        if draft.head >= 0 and not items[draft.head].name:
            return False
        if draft.head >= 0:  # "Route 5"
            draft.mods.append(item.key)
            return True
        draft.number, draft.bare = item.key, False
        return True
    if draft.head >= 0:
        draft.mods.append(items[draft.head].key)
    draft.head, draft.bare = at, False
    return True


def _takes_pronoun(item: Item, at: int, draft: _Draft) -> bool:
    if not draft.bare:
        return False
    draft.bare = False
    if item.lower in QUANTIFIERS:
        draft.quantity = QUANTIFIERS[item.lower]
        if item.lower in _PRONOUNS:
            draft.head = at
            return True
        return True
    draft.head = at
    return True


def _takes_determiner(item: Item, draft: _Draft) -> bool:
    if item.lower not in _SMALL or (not draft.bare and draft.quantity is None) or draft.definite:
        return False
    draft.definite, draft.bare = item.lower not in ("a", "an"), False
    return True


def _takes_modifier(items: Sequence[Item], at: int, draft: _Draft) -> bool:
    item = items[at]
    after = items[at + 1] if at + 1 < len(items) else None
    if item.kind == "adv" and not draft.bare:
        return after is not None and after.kind in ("adj", "num") and item.tag != "RP" and not _ends(after)
    if item.kind == "adj" and not item.lower.startswith("'"):
        if draft.bare and (after is None or after.kind not in ("n", "adj", "num", "v")):
            return False
        draft.mods.append(item.key)
        draft.bare = False
        return True
    if after is not None and _is_participle_before(items, at, after, draft):
        draft.mods.append(item.lower)
        draft.bare = False
        return True
    return False


def _is_participle_before(items: Sequence[Item], at: int, after: Item, draft: _Draft) -> bool:
    """Whether a participle belongs to the noun after it ("captured officers"), or stands for one ("the wounded")."""
    item, before = items[at], items[at - 1] if at else None
    if item.tag not in ("VBN", "VBG", "VBD") or item.lower in ("had", "was", "did"):
        return False
    opens = item.tag == "VBN" and (before is None or before.kind in ("in", "p"))
    if draft.bare and not opens and not (before is not None and before.lower == "of"):
        return False
    stands = draft.definite and draft.owner is None and item.tag == "VBN" and not _clause(after)
    return after.kind in ("n", "adj") or stands


def _ends(item: Item) -> bool:
    return item.lower in QUANTIFIERS


def _clause(after: Item) -> bool:
    return after.kind in ("det", "poss", "pron", "num")
