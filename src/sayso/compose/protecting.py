"""Names that lists must mask: private persons who tell or who are told of."""

from __future__ import annotations

import re

from sayso.compose.passage import Findings
from sayso.model.mention import Role
from sayso.model.span import Span
from sayso.model.telling import PROTECTED_KINDS, Teller

_PRIVATE = re.compile(
    r"\b(?:deserter|defector|fighter|soldier|militant|conscript|recruit|private|corporal|detainee|prisoner|captive|resident|"
    r"villager|witness|farmer|trader|driver|teacher|student|nurse|mother|father|wife|widow|husband|brother|sister|son|"
    r"daughter|uncle|aunt|cousin|relative|herder|shopkeeper|activist|survivor|refugee|smuggler|gunman|rebel|boy|girl)s?\b",
    re.IGNORECASE,
)
#: So far around a name a word may stand that says it is a private person's: "Idris, 24, a deserter".
_AROUND = 40


def protected_names(findings: Findings) -> tuple[Span, ...]:
    """The spans of names of protected tellers and of private persons, everywhere in the text."""
    text = findings.report.text
    names = {name for a in findings.attributions for name in _names(a.teller)}
    public = {
        name
        for a in findings.attributions
        if a.teller.kind not in PROTECTED_KINDS and a.teller.name is not None
        for name in _pieces(a.teller.name)
    }
    for mention in findings.mentions:
        if mention.role is Role.PERSON and not mention.pronoun and not public & set(_pieces(mention.written)):
            around = (
                text[max(0, mention.start - _AROUND) : mention.start] + " " + text[mention.end : mention.end + _AROUND]
            )
            if _PRIVATE.search(around.split("\n")[0] if "\n" in around else around):
                names |= set(_pieces(mention.written))
    spans = {
        Span(found.start(), found.end())
        for name in sorted(names - public)
        for found in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text)
    }
    return tuple(sorted(spans))


def _names(teller: Teller) -> list[str]:
    if teller.kind not in PROTECTED_KINDS or teller.name is None:
        return []
    return _pieces(teller.name)


def _pieces(name: str) -> list[str]:
    """A name and each of its words that is long enough to be found alone."""
    return [
        word
        for word in re.findall(r"[\w’'-]+", name)
        if (len(word) > 2 and word[0].isupper()) or ("-" in word and len(word) > 3)
    ]
