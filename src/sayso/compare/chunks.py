"""Chunks: a sentence as phrases, verb groups, connecting words and marks, in order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.compare.items import Item
from sayso.compare.phrases import Phrase, phrase_at
from sayso.compare.verbs import PARTICLES, VerbGroup, verbs_at

#: These open a clause wherever they stand.
_OPENERS = frozenset(
    "if unless whether because although though while whereas lest when whenever why how what where".split()
)
#: These open a clause where a subject and a verb follow, else a phrase.
_EITHER = frozenset("after before since until till as once than like so for".split())
_RELATIVES = frozenset("who which whom whose".split())
_TIMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight morning evening night "
    "afternoon day week month year weekend january february march april may june july august september october "
    "november "
    "december dawn dusk noon midnight hour minute spring summer autumn winter decade time quarter".split()
)
_POINTERS = frozenset("last next this that previous following same".split())


@dataclass(frozen=True, slots=True)
class Chunk:
    """One piece of a sentence, items `[first, last)`.

    `what` is np, pp, vg, ping (a preposition before a verb in -ing), sub, rel, that, cc, mark, adv or adj.
    """

    what: str
    first: int
    last: int
    word: str = ""
    phrase: Phrase | None = None
    group: VerbGroup | None = None


def chunks(items: Sequence[Item]) -> list[Chunk]:
    """The chunks of a sentence, every item in one."""
    out: list[Chunk] = []
    at = 0
    while at < len(items):
        chunk = _joined(items, out, at) or _chunk(items, at)
        if chunk.first < at:
            out.pop()
        out.append(chunk)
        at = max(chunk.last, at + 1)
    return out


def _chunk(items: Sequence[Item], at: int) -> Chunk:
    item = items[at]
    if item.kind == "p":
        return Chunk("mark", at, at + 1, item.lower)
    if item.kind in ("in", "to", "wh"):
        return _connecting(items, at)
    if item.kind == "cc":
        return Chunk("cc", at, at + 1, item.lower)
    if item.kind == "date":
        return Chunk("pp", at, at + 1, "t", Phrase(at, at + 1, item.key, "date"))
    if item.kind in ("v", "md"):
        return _verbal(items, at)
    return _naming(items, at)


def _naming(items: Sequence[Item], at: int) -> Chunk:
    item = items[at]
    if item.kind == "adv" and item.lower in PARTICLES:
        return Chunk("adv", at, at + 1, item.lower)
    phrase = phrase_at(items, at)
    if phrase is not None:
        return _named(items, phrase)
    if item.kind == "adj":
        return Chunk("adj", at, at + 1, item.key)
    return Chunk("adv", at, at + 1, item.lower)


def _named(items: Sequence[Item], phrase: Phrase) -> Chunk:
    """The phrase as such, or as a time where it is one without a preposition ("last week")."""
    words = {item.lower for item in items[phrase.first : phrase.last]}
    if phrase.head in _TIMES and (words & _POINTERS or (phrase.head.endswith("day") and phrase.number is None)):
        return Chunk("pp", phrase.first, phrase.last, "t", phrase)
    if (
        phrase.head in _TIMES
        and phrase.last < len(items)
        and items[phrase.last].lower in ("later", "earlier", "ago", "before")
    ):
        phrase = replace(phrase, mods=phrase.mods | {items[phrase.last].lower}, last=phrase.last + 1)
        return Chunk("pp", phrase.first, phrase.last, "t", phrase)
    return Chunk("np", phrase.first, phrase.last, "", phrase)


def _verbal(items: Sequence[Item], at: int) -> Chunk:
    phrase = phrase_at(items, at) if items[at].kind == "v" else None
    if phrase is not None:
        return _named(items, phrase)
    group = verbs_at(items, at)
    if group is None:
        return Chunk("adv", at, at + 1, items[at].lower)
    return Chunk("vg", at, group.last, "", None, group)


def _connecting(items: Sequence[Item], at: int) -> Chunk:
    item = items[at]
    if item.kind == "to" or item.lower == "to":
        group = verbs_at(items, at) if at + 1 < len(items) and items[at + 1].kind in ("v", "adv") else None
        if group is not None:
            return Chunk("vg", at, group.last, "", None, group)
    if item.lower == "that":
        return Chunk("that", at, at + 1, "that")
    if item.lower in _RELATIVES:
        return Chunk("rel", at, at + 1, item.lower)
    if item.lower in _OPENERS or (item.lower in _EITHER and _clause_follows(items, at + 1)):
        return Chunk("sub", at, at + 1, item.lower)
    return _prepositional(items, at)


def _prepositional(items: Sequence[Item], at: int) -> Chunk:
    item = items[at]
    if at + 1 < len(items) and items[at + 1].tag == "VBG" and not _nominal(items, at + 1):
        return Chunk("ping", at, at + 1, item.lower)
    phrase = phrase_at(items, at + 1) if at + 1 < len(items) and items[at + 1].kind != "date" else None
    if at + 1 < len(items) and items[at + 1].kind == "date":
        phrase = Phrase(at + 1, at + 2, items[at + 1].key, "date")
    if phrase is None:
        return Chunk("adv", at, at + 1, item.lower)
    return Chunk("pp", at, phrase.last, item.lower, phrase)


def _nominal(items: Sequence[Item], at: int) -> bool:
    """Whether a form in -ing modifies a noun ("of burning wreckage") or stands for one ("days of fighting")."""
    if at + 1 >= len(items):
        return False
    after = items[at + 1]
    return (
        after.kind in ("n", "adj")
        and items[at - 1].lower in ("of", "in", "with")
        and not after.name
        and after.tag != "NNS"
    )


def _clause_follows(items: Sequence[Item], at: int) -> bool:
    """Whether a subject and then a finite verb stand there."""
    phrase = phrase_at(items, at) if at < len(items) else None
    if phrase is None:
        return False
    after = phrase.last
    while after < len(items) and items[after].kind in ("in", "adv") and items[after].lower not in _OPENERS:
        inner = phrase_at(items, after + 1) if items[after].kind == "in" and after + 1 < len(items) else None
        after = inner.last if inner is not None else after + 1
    group = verbs_at(items, after) if after < len(items) and items[after].kind in ("v", "md") else None
    if group is None or group.form != "finite":
        return False
    return not (
        items[at - 1].lower == "as" and phrase.kind == "name" and group.key == "say"
    )  # "gave his name as X said"


def _joined(items: Sequence[Item], out: list[Chunk], at: int) -> Chunk | None:
    """The chunk before, grown by a phrase that "and", "or" or "nor" joins to it."""
    if out and items[at].lower == "," and out[-1].phrase is not None and out[-1].word != "t":
        return _listed(items, out, at)
    if not out or items[at].kind != "cc" or items[at].lower not in ("and", "or", "nor", "&") or at + 1 >= len(items):
        return None
    before = out[-1]
    if before.phrase is None or before.word == "t":
        return None
    other = phrase_at(items, at + 1)
    if other is None or (
        items[at + 1].kind == "pron" and items[at + 1].tag == "PRP" and items[at + 1].lower in _NOMINATIVE
    ):
        return None
    after = other.last
    finite = after < len(items) and items[after].kind in ("v", "md") and _is_finite(items, after)
    if finite and not _may_be_subject(out):
        return None
    grown = replace(
        before.phrase, last=other.last, also=(*before.phrase.also, other), joint=items[at].lower, plural=True
    )
    return replace(before, last=other.last, phrase=grown)


#: A list has at most so many members; a longer one is read as separate phrases.
_MEMBERS = 12


def _listed(items: Sequence[Item], out: list[Chunk], at: int) -> Chunk | None:
    """The chunk before, grown by a list: "seed, tools and money"."""
    found: list[Phrase] = []
    joint, end = "", at
    for _ in range(_MEMBERS):
        after = end + 1
        if (
            end < len(items)
            and items[end].lower == ","
            and after < len(items)
            and items[after].lower in ("and", "or", "nor")
        ):
            after += 1
        if end >= len(items) or items[end].lower not in (",", "and", "or", "nor") or after >= len(items):
            break
        joint = items[after - 1].lower if items[after - 1].kind == "cc" else joint
        phrase = phrase_at(items, after) if items[after].kind not in ("v", "in") else None
        if phrase is None:
            return None
        found.append(phrase)
        end = phrase.last
        if joint:
            break
    before = out[-1]
    if not joint or len(found) < 2 or before.phrase is None:
        return None
    if end < len(items) and items[end].kind in ("v", "md") and _is_finite(items, end) and not _may_be_subject(out):
        return None
    grown = replace(before.phrase, last=end, also=(*before.phrase.also, *found), joint=joint, plural=True)
    return replace(before, last=end, phrase=grown)


_NOMINATIVE = frozenset("he she they we i".split())


def _is_finite(items: Sequence[Item], at: int) -> bool:
    group = verbs_at(items, at)
    return group is not None and group.form == "finite"


def _may_be_subject(out: list[Chunk]) -> bool:
    """Whether the last chunk can still be the subject, or stand in it: no verb stands before it in its clause."""
    has_subject = out[-1].what == "np"
    for chunk in reversed(out[:-1]):
        if chunk.what in ("sub", "rel", "that") or (chunk.what == "mark" and chunk.word in ';:."“'):
            return has_subject
        if chunk.what == "vg":
            return False
        has_subject = has_subject or chunk.what == "np"
    return has_subject
