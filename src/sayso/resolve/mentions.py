"""Mentions: the words of a report that name a group, its people, its opponents, civilians or documents."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.model.books import Group
from sayso.model.mention import Mention, Role
from sayso.model.span import Sentence, Token
from sayso.resolve.mentions_cast import cast_of
from sayso.resolve.mentions_draft import Draft, Named, Tie
from sayso.resolve.mentions_groups import index_of, named, with_local
from sayso.resolve.mentions_naming import with_names, with_roles, with_states
from sayso.resolve.mentions_nations import COUNTRY_NAMES, NATIONS, PEOPLE_WORDS
from sayso.resolve.mentions_people import phrases
from sayso.resolve.mentions_persons import persons
from sayso.resolve.mentions_pronouns import bare, quotations, settled
from sayso.resolve.mentions_unknown import local_names
from sayso.resolve.mentions_words import HEADS
from sayso.resolve.places_words import MODIFIERS

_WHERE = frozenset(
    """in from to into near at across within outside inside around throughout toward towards of leave left leaving
    for entering entered""".split()
)


def mentions(text: str, sentences: Sequence[Sentence], groups: Sequence[Group]) -> tuple[Mention, ...]:
    """The mentions of a report in text order, none inside another; any armed group, listed or not."""
    groups = tuple(groups)
    entries = index_of(groups)
    entries = with_local(entries, local_names(sentences, entries))
    names = [() if sentence.debris else named(sentence, entries) for sentence in sentences]
    drafts = _drafts(sentences, names)
    drafts = with_states(drafts, sentences, groups)
    cast = cast_of(drafts, groups)
    drafts = with_roles(with_names(drafts, sentences, cast), sentences, cast)
    drafts = _people_in_context(drafts, cast.focal)
    found = settled(_with_pronouns(drafts, sentences), sentences, quotations(text))
    return tuple(replace(mention, written=text[mention.start : mention.end]) for mention in found)


def _drafts(sentences: Sequence[Sentence], names: Sequence[tuple[Named, ...]]) -> list[Draft]:
    """Names, phrases and persons of all sentences, in text order, merged where one continues another."""
    out: list[Draft] = persons(sentences, names)
    for number, sentence in enumerate(sentences):
        if sentence.debris:
            continue
        out += [_of_name(number, name, sentence.tokens[name.last - 1].lower) for name in names[number]]
        out += phrases(number, sentence, names[number])
        out += _countries(number, sentence)
    return _widest(sorted(out, key=lambda draft: (draft.sentence, draft.first, -draft.last)))


#: Names that take a plural verb: "Iraqi forces", "the Houthis".
_PLURAL_NAMES = frozenset("forces troops units guards houthis huthis tigers brigades soldiers zetas maoists".split())


def _of_name(number: int, name: Named, last_word: str) -> Draft:
    role = Role.LEADER if name.what == "leader" else Role.MEMBERS if name.what == "people" else Role.GROUP
    if role is Role.GROUP and HEADS.get(last_word, (role, True))[0] is Role.MEMBERS:
        role = Role.MEMBERS
    kind = "leader" if name.what == "leader" else "name"
    plural = role is Role.MEMBERS or (role is Role.GROUP and last_word in _PLURAL_NAMES)
    return Draft(number, name.first, name.last, name.last - 1, role, plural, name.name, None, Tie.NAMED, kind)


def _countries(number: int, sentence: Sentence) -> list[Draft]:
    """Countries that act: named without a preposition of place, nor in a list that opens with one."""
    out: list[Draft] = []
    found, placed, last = sentence.tokens, -1, 0
    for at in range(len(found)):
        name = _country_at(found, at) if at >= last else None
        if name is None:
            continue
        last = at + len(name.split())
        before = at - 1
        while before >= 0 and (found[before].lower == "the" or found[before].lower in MODIFIERS):
            before -= 1
        word = found[before].lower if before >= 0 else ""
        if word in _WHERE or (word in ("and", "or", ",") and placed == before):
            placed = last
        else:
            code = COUNTRY_NAMES[name]
            out.append(Draft(number, at, last, last - 1, Role.OUTSIDER, False, _SHORT[code], kind="country"))
    return out


_SHORT = {nation.code: nation.names[0] for nation in NATIONS}


def _country_at(found: Sequence[Token], at: int) -> str | None:
    if not found[at].text[0].isupper():
        return None
    for length in (3, 2, 1):
        words = " ".join(word.text for word in found[at : at + length])
        if words in COUNTRY_NAMES and at + length <= len(found):
            return words
    return None


def _widest(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts without those inside another; a leader's phrase and the name after it become one."""
    out: list[Draft] = []
    for draft in drafts:
        if out and out[-1].sentence == draft.sentence and draft.first < out[-1].last:
            continue
        if out and _continues(out[-1], draft):
            kind = "name" if draft.kind == "name" else "leader"
            out[-1] = replace(out[-1], last=draft.last, name=out[-1].name or draft.name, kind=kind)
            continue
        out.append(draft)
    return out


def _continues(before: Draft, draft: Draft) -> bool:
    joined = before.sentence == draft.sentence and before.last == draft.first and not before.plural
    if joined and before.role is Role.GROUP and before.kind == "noun" and draft.kind == "name":
        return draft.role is Role.GROUP
    if not joined or draft.kind not in ("person", "leader"):
        return False
    return before.role is Role.LEADER and (before.tie is not Tie.NONE or draft.kind == "leader")


def _people_in_context(drafts: Sequence[Draft], focal: str | None) -> list[Draft]:
    """Nationalities alone ("Tunisians") are members beside other words for members, else civilians."""
    near = {
        number
        for draft in drafts
        if draft.role in (Role.MEMBERS, Role.GROUP, Role.LEADER) and not _is_people(draft)
        for number in (draft.sentence, draft.sentence + 1)
    }
    return [
        draft
        if not _is_people(draft)
        else replace(draft, name=draft.name or focal)
        if focal is not None and draft.sentence in near
        else replace(draft, role=Role.CIVILIANS, name=None, part=None)
        for draft in drafts
    ]


def _is_people(draft: Draft) -> bool:
    return (
        draft.kind == "noun"
        and draft.part is not None
        and (draft.part in PEOPLE_WORDS or draft.part.lower() == "foreigners")
    )


def _with_pronouns(drafts: Sequence[Draft], sentences: Sequence[Sentence]) -> list[Draft]:
    out = list(drafts)
    for number, sentence in enumerate(sentences):
        if not sentence.debris:
            taken = frozenset(at for d in drafts if d.sentence == number for at in range(d.first, d.last))
            out += bare(number, sentence, taken)
    return sorted(out, key=lambda draft: (draft.sentence, draft.first))
