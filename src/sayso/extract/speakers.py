"""Speakers of a report: pronouns, bare surnames and "the spokesman" resolved to whoever they stand for."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from sayso.model.span import Span
from sayso.model.telling import PUBLISHERS, Teller, TellerKind

_SINGULAR = frozenset({"he", "she", "i"})
_THING = frozenset({"it"})
_PLURAL = frozenset({"they", "we"})
_THIRD = frozenset({"he", "she", "it", "they"})
#: Nobody whom another pronoun could take up.
_OBJECTS = re.compile(r"(?:me|him|them|us)\b|her$", re.IGNORECASE)
_OWNERS = {"his": "he", "her": "she", "its": "it", "their": "they", "my": "i", "our": "we", "him": "he", "them": "they"}
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
    r"bank|institute|party|parliament|administration|authority|service|military|force|forces|union|prefecture)"
    r"(?:\s+(?:of|for|in)\s.*|(?:\s+(?-i:[A-Z])[\w-]+)+)?$",
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
    subjects: list[Teller] = field(default_factory=list)
    sexes: dict[str, str] = field(default_factory=dict)

    def introduce(self, teller: Teller) -> None:
        """Remembers a teller who may be meant later."""
        if _OBJECTS.match(teller.written.strip()):
            return
        self.known.append(teller)
        if teller.kind in PUBLISHERS and teller.named:
            self.outlets.append(teller)
        if teller.name is not None and teller.kind in _PERSONAL:
            self.people.setdefault(_surname(teller.name), teller)

    def mention(self, teller: Teller, sex: str | None) -> None:
        """Remembers a person of whom the text speaks, and who may speak later; "his" or "her" tells his or her sex."""
        named = self.people.get(_surname(teller.name)) if teller.name is not None else None
        person = named if named is not None and len((teller.name or "").split()) == 1 else teller
        self.known.append(person)
        self.subjects.append(person)
        if person.name is not None:
            self.people.setdefault(_surname(person.name), person)
        if sex is not None:
            self.sexes.setdefault(_key(person), sex)

    def carrier(self, outlet: Teller) -> None:
        """Remembers an outlet that somebody told: "the paper" takes it up, "it said" does not."""
        self.outlets.append(outlet)

    def labelled(self, label: Span, teller: Teller, *, answers: bool) -> Teller:
        """Whom a transcript's label means: who was named or described before by one of its words, else as it stands."""
        words = _words(teller.name or teller.written)
        if answers:
            before = teller if teller.name is not None else next((t for t in self.subjects if t.name is not None), None)
        else:
            before = self._last(lambda t: t.start != label.start and words <= _words(t.written) and not t.plural)
        return teller if before is None or not (words or answers) else before

    def hearer(self, word: str, teller: Teller) -> Teller | None:
        """The person who was told ("he told her"), if he or she tells in this text and is not the teller."""
        sex = {"him": "he", "her": "she"}.get(word)
        if sex is None:
            return None
        mine = _key(teller)
        return self._last(
            lambda t: t not in self.subjects and self._may_be(t, sex) and _key(t) != mine and t.kind in _HEARERS
        )

    def resolved(self, teller: Teller, *, goes_on: bool = False) -> Teller:
        """The teller whom these words mean, with name, kind and body of whoever was named before.

        A pronoun gives way to the words it stands for; other words stay as they are written. One who "added"
        something has told before.
        """
        if teller.written.strip().lower() in _OWNERS:
            teller = replace(teller, written=_OWNERS[teller.written.strip().lower()])
        before = self._meant(teller, goes_on=goes_on)
        if before is None:
            return teller
        word = teller.written.strip().lower()
        if word in {"he", "she"} and before.kind is not TellerKind.RELATIVE:
            self.sexes.setdefault(_key(before), word)
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
            plural=before.plural if words_are_pronoun(teller) else teller.plural,
        )

    def _may_be(self, teller: Teller, word: str) -> bool:
        """Whether "he" or "she" may take up somebody, for all that the text has said of his or her sex."""
        if teller.kind not in _PERSONAL or teller.plural or _words(teller.written) <= _NO_PERSONS:
            return False
        other = {"he": _FEMALE, "she": _MALE}.get(word)
        first = re.split(r",|\bwho\b|\bwith\b", teller.written, maxsplit=1)[0]
        head = re.split(r"\bof\b|\bfor\b|\bto\b", first, maxsplit=1)[0]
        if (other is not None and other.search(head)) or (teller.name is None and _BODY.search(head.strip())):
            return False
        return word not in {"he", "she"} or self.sexes.get(_key(teller), word) == word

    def _meant(self, teller: Teller, *, goes_on: bool) -> Teller | None:
        words = teller.written.strip().lower()
        if words in _SINGULAR:
            told = self._last(lambda t: self._may_be(t, words) and t not in self.subjects) if goes_on else None
            return told or self._last(lambda t: self._may_be(t, words))
        if words in _THING:
            return self._last(lambda t: not t.plural and (t.kind in _THINGS or _BODY.search(t.written) is not None))
        if words in _PLURAL:
            return self._last(lambda t: t.plural)
        if _PAPER.match(words):
            return self.outlets[-1] if self.outlets else None
        if teller.kind in PUBLISHERS and teller.name is not None:
            return self._outlet_ending_in(teller.name)
        if teller.name is not None:
            known = self.people.get(_surname(teller.name))
            return known if known is not None and (len(teller.name.split()) == 1 or known.name == teller.name) else None
        definite = _DEFINITE.match(teller.written.strip())
        if definite is not None and teller.name is None:
            return self._described_before(definite.group(1), teller)
        return None

    def _outlet_ending_in(self, name: str) -> Teller | None:
        """The outlet named before of which this is the short form: "the Post" after "the Washington Post"."""
        short = name.removeprefix("The ").removeprefix("the ")
        return next((o for o in reversed(self.outlets) if o.name is not None and o.name.endswith(f" {short}")), None)

    def _described_before(self, words: str, teller: Teller) -> Teller | None:
        """Whoever "the spokesman" or "the militia members" takes up: a shared noun, else the same kind."""
        head = re.split(r"\s(?:of|for|in|at|from|with|on|who|that)\s|,", words, maxsplit=1)[0]
        proper = set(re.findall(r"\b[A-Z][\w’'-]+", head))
        stems = {_stem(word) for word in re.findall(r"[a-z]{4,}", head.lower())[-2:]} - _ORIGINS
        for before in reversed(self.known):
            if not all(word in before.written for word in proper):
                continue
            if stems & {_stem(word) for word in re.findall(r"[a-z]{4,}", before.written.lower())}:
                return before
        if teller.kind in _PERSONAL and teller.kind is not TellerKind.UNKNOWN and not teller.plural:
            return self._last(lambda t: t.kind is teller.kind and not t.plural and t not in self.subjects)
        return None

    def _last(self, fits: Callable[[Teller], bool]) -> Teller | None:
        return next((t for t in reversed(self.known) if fits(t)), None)


def _words(written: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]{3,}", written.lower()))


def words_are_pronoun(teller: Teller) -> bool:
    """Whether a teller is written as a pronoun alone."""
    return teller.written.strip().lower() in _THIRD | _SINGULAR | _PLURAL


def _key(teller: Teller) -> str:
    return (teller.name or teller.written).lower()


#: Words that stand for nobody whom a pronoun takes up.
_NO_PERSONS = frozenset({"one", "another", "other", "the", "somebody", "someone", "nobody", "none"})

#: Who passes on what he was told in private: no official or body, whose hearers are many.
_HEARERS = frozenset(
    {
        TellerKind.RELATIVE,
        TellerKind.RESIDENT,
        TellerKind.UNKNOWN,
        TellerKind.ACTIVIST,
        TellerKind.COMMUNITY_LEADER,
        TellerKind.FORMER_MEMBER,
    }
)


def _surname(name: str) -> str:
    return re.sub(r"^(?:al|el)-", "", name.rsplit(maxsplit=1)[-1].lower())


def _stem(word: str) -> str:
    return word[:-3] + "y" if word.endswith("ies") else word.rstrip("s")
