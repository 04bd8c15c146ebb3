"""Speakers of a report: pronouns, bare surnames and "the spokesman" resolved to whoever they stand for."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from sayso.model.telling import Teller, TellerKind

_SINGULAR = frozenset({"he", "she", "i"})
_THING = frozenset({"it"})
_PLURAL = frozenset({"they", "we"})
_THIRD = frozenset({"he", "she", "it", "they"})
#: Nobody whom another pronoun could take up.
_OBJECTS = frozenset({"him", "her", "them", "us", "me"})
_FEMALE = re.compile(
    r"\b(?:mother|wife|widow|sister|daughter|aunt|niece|grandmother|woman|girl|spokeswoman|mrs|ms|nun)\b", re.IGNORECASE
)
_MALE = re.compile(
    r"\b(?:father|husband|widower|brother|son|uncle|nephew|grandfather|man|boy|spokesman|mr|imam|priest|sheikh|monk)\b",
    re.IGNORECASE,
)
_PERSONAL = frozenset(TellerKind) - {TellerKind.DOCUMENT, TellerKind.AGENCY, TellerKind.OUTLET, TellerKind.ARMED_GROUP}
_THINGS = frozenset(
    {TellerKind.DOCUMENT, TellerKind.AGENCY, TellerKind.OUTLET, TellerKind.ARMED_GROUP, TellerKind.MONITOR}
)
#: Bodies that speak as one; of the kinds that persons share with them, "it" takes up these alone.
_BODY = re.compile(
    r"(?:\b|_)(?:ministry|army|navy|police|government|office|command|department|council|court|embassy|commission|company|"
    r"bank|institute|party|parliament|administration|authority|service|military|force|forces|union|prefecture)$",
    re.IGNORECASE,
)
_DEFINITE = re.compile(r"^(?:the|this|that|these|those|his|her|their|its)\s+(?:same\s+)?(.+)$", re.IGNORECASE)
_PAPER = re.compile(
    r"^(?:the|this|that)\s+(?:\w+\s+)?(?:paper|newspaper|daily|agency|channel|broadcaster|outlet|site|website|magazine|station|network)$",
    re.IGNORECASE,
)
# Adjectives that two unlike tellers may share.
_ORIGINS = frozenset({"local", "senior", "former", "french", "american", "russian", "foreign", "armed", "government"})


@dataclass(slots=True)
class Speakers:
    """Who has spoken so far in one report, in order; grows as its sentences are read."""

    known: list[Teller] = field(default_factory=list)
    people: dict[str, Teller] = field(default_factory=dict)
    outlets: list[Teller] = field(default_factory=list)

    def introduce(self, teller: Teller) -> None:
        """Remembers a teller who may be meant later."""
        if teller.written.strip().lower() in _OBJECTS:
            return
        self.known.append(teller)
        if teller.kind in (TellerKind.OUTLET, TellerKind.AGENCY) and teller.named:
            self.outlets.append(teller)
        if teller.name is not None and teller.kind in _PERSONAL:
            self.people.setdefault(_surname(teller.name), teller)

    def resolved(self, teller: Teller) -> Teller:
        """The teller whom these words mean, with name, kind and body of whoever was named before.

        A pronoun gives way to the words it stands for; other words stay as they are written.
        """
        before = self._meant(teller)
        if before is None:
            return teller
        kind = (
            before.kind if teller.kind is TellerKind.UNKNOWN or before.kind is not TellerKind.UNKNOWN else teller.kind
        )
        taken_up = teller if teller.written.strip().lower() not in _THIRD else before
        return replace(
            teller,
            written=taken_up.written,
            start=taken_up.start,
            end=taken_up.end,
            name=before.name,
            kind=kind,
            named=before.named,
            affiliation=teller.affiliation or before.affiliation,
            access=before.access if teller.access.value == "unstated" else teller.access,
            plural=before.plural,
        )

    def _meant(self, teller: Teller) -> Teller | None:
        words = teller.written.strip().lower()
        if words in _SINGULAR:
            other = {"he": _FEMALE, "she": _MALE}.get(words)
            return self._last(
                lambda t: t.kind in _PERSONAL and not t.plural and not (other is not None and other.search(t.written))
            )
        if words in _THING:
            return self._last(lambda t: not t.plural and (t.kind in _THINGS or _BODY.search(t.written) is not None))
        if words in _PLURAL:
            return self._last(lambda t: t.plural)
        if _PAPER.match(words):
            return self.outlets[-1] if self.outlets else None
        if teller.kind in (TellerKind.OUTLET, TellerKind.AGENCY) and teller.name is not None:
            return self._outlet_ending_in(teller.name)
        if teller.name is not None and len(teller.name.split()) == 1:
            return self.people.get(_surname(teller.name))
        definite = _DEFINITE.match(teller.written.strip())
        if definite is not None and teller.name is None:
            return self._described_before(definite.group(1).lower(), teller)
        return None

    def _outlet_ending_in(self, name: str) -> Teller | None:
        """The outlet named before of which this is the short form: "the Post" after "the Washington Post"."""
        short = name.removeprefix("The ").removeprefix("the ")
        return next((o for o in reversed(self.outlets) if o.name is not None and o.name.endswith(f" {short}")), None)

    def _described_before(self, words: str, teller: Teller) -> Teller | None:
        """Whoever "the spokesman" or "the militia members" takes up: a shared noun, else the same kind."""
        head = re.split(r"\s(?:of|for|in|at|from|with|on|who|that)\s|,", words, maxsplit=1)[0]
        stems = {_stem(word) for word in re.findall(r"[a-z]{4,}", head)[-2:]} - _ORIGINS
        for before in reversed(self.known):
            if stems & {_stem(word) for word in re.findall(r"[a-z]{4,}", before.written.lower())}:
                return before
        if teller.kind in _PERSONAL and teller.kind is not TellerKind.UNKNOWN and not teller.plural:
            return self._last(lambda t: t.kind is teller.kind and not t.plural)
        return None

    def _last(self, fits: Callable[[Teller], bool]) -> Teller | None:
        return next((t for t in reversed(self.known) if fits(t)), None)


def _surname(name: str) -> str:
    return re.sub(r"^(?:al|el)-", "", name.rsplit(maxsplit=1)[-1].lower())


def _stem(word: str) -> str:
    return word[:-3] + "y" if word.endswith("ies") else word.rstrip("s")
