"""Names of armed groups in a text: known ones by alias, unknown ones by the form of their names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from sayso.model.books import Group
from sayso.model.span import Sentence, Token
from sayso.resolve.mentions_draft import Named, is_title_case
from sayso.resolve.mentions_words import is_member_head
from sayso.text.tokens import words_of

#: "Harun Front" lends its first word to "Harun fighters"; longer names do not.
_STEMMED = 2
#: An alias this short is matched letter by letter, and not in a line of capitals ("WHAT IS NEXT").
_EXACT = 3

Entry = tuple[tuple[str, ...], str, str]
Entries = dict[str, list[Entry]]


def _forms(alias: str) -> tuple[str, ...]:
    return tuple(word.replace("’", "'") for word in words_of(alias))


@lru_cache(maxsize=4)
def index_of(groups: tuple[Group, ...]) -> Entries:
    """Every name, alias, leader and people word of the groups by its first word in small letters, longest first."""
    entries: Entries = {}
    for group in groups:
        for what, names in (
            ("group", (group.name, *group.aliases)),
            ("leader", group.leaders),
            ("people", group.member_words),
        ):
            for name in names:
                add(entries, name, group.name, what)
    for listed in entries.values():
        listed.sort(key=lambda entry: -len(entry[0]))
    return entries


def add(entries: Entries, alias: str, name: str, what: str) -> None:
    """Adds one alias to an index; the caller sorts."""
    forms = _forms(alias)
    if forms[:1] == ("the",):
        forms = forms[1:]
    if forms:
        entries.setdefault(forms[0].lower(), []).append((forms, name, what))


def with_local(entries: Entries, local: dict[str, str | None]) -> Entries:
    """The index with a report's own names on top; an alias that the report gives to something else is taken out."""
    if not local:
        return entries
    firsts = {_forms(alias)[0].lower() for alias in local}
    merged = {**entries, **{first: list(entries.get(first, ())) for first in firsts}}
    for alias, name in sorted(local.items()):
        forms = _forms(alias)
        kept = [entry for entry in merged[forms[0].lower()] if entry[0] != forms]
        merged[forms[0].lower()] = kept
        if name is not None:
            add(merged, alias, name, "group")
            if len(forms) == _STEMMED and alias == name:
                merged.setdefault(forms[0].lower(), list(entries.get(forms[0].lower(), ()))).append(
                    (forms[:1], name, "stem")
                )
    for first in firsts:
        merged[first].sort(key=lambda entry: -len(entry[0]))
    return merged


def named(sentence: Sentence, entries: Entries) -> tuple[Named, ...]:
    """The names of groups and leaders in a sentence, longest first, none inside another."""
    return tuple(_named(sentence, entries))


def _named(sentence: Sentence, entries: Entries) -> Iterator[Named]:
    found, count = sentence.tokens, len(sentence.tokens)
    loud = is_loud(sentence)
    at = 0
    while at < count:
        listed = entries.get(found[at].lower)
        entry = _first_fit(found, at, listed, loud) if listed else None
        if entry is None:
            at += 1
            continue
        last = at + len(entry[0])
        yield Named(at, last, entry[1], "group" if entry[2] == "stem" else entry[2])
        at = last


def _first_fit(found: Sequence[Token], at: int, listed: list[Entry], loud: bool) -> Entry | None:
    for entry in listed:
        forms = entry[0]
        if at + len(forms) > len(found) or not _fits(found, at, forms, loud):
            continue
        if entry[2] != "stem" or (at + 1 < len(found) and is_member_head(found[at + 1].lower)):
            return entry
    return None


def _fits(found: Sequence[Token], at: int, forms: tuple[str, ...], loud: bool) -> bool:
    if len(forms) == 1 and len(forms[0]) <= _EXACT and loud:
        return False
    return all(_same(found[at + offset].text, form) for offset, form in enumerate(forms))


def _same(text: str, form: str) -> bool:
    if text == form:
        return True
    if text[0] == "’":
        return text.replace("’", "'") == form
    return len(form) > _EXACT and (text[0].isupper() or not form[0].isupper()) and text.lower() == form.lower()


def is_loud(sentence: Sentence) -> bool:
    """Whether a sentence is set in capitals throughout."""
    words = [token.text for token in sentence.tokens if token.text.isalpha()]
    return len(words) > 1 and sum(word.isupper() for word in words) * 2 > len(words)


def is_plain(sentence: Sentence) -> bool:
    """Whether capitals in the sentence mean names."""
    return not is_loud(sentence) and not is_title_case(sentence)
