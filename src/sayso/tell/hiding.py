"""What is hidden of a case: the spans of names in each text, and the names themselves wherever a sentence has them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from sayso.model.claim import Claim
from sayso.model.finding import Matter, Origin, Tie
from sayso.model.picture import Summary, Unread
from sayso.model.slots import Actor, Other
from sayso.model.span import Span
from sayso.model.telling import PROTECTED_KINDS, Hop, TellerKind
from sayso.tell.masking import Masker, every_span, mask, mask_spans, masker, name_spans, names_in

Protected = Mapping[str, Sequence[Span]]
TextOf = Callable[[str], str | None]

#: How a person is called of whom no more is known than that his name is to be hidden.
_PERSON = "private person"

#: A teller who is not told apart by kind may be a private person; the text's protected names then decide.
_MAYBE_PRIVATE = frozenset({*PROTECTED_KINDS, TellerKind.UNKNOWN})


class Naming(Protocol):
    """A claim, as far as it names anybody."""

    @property
    def report(self) -> str:
        """The id of its report."""

    @property
    def chain(self) -> tuple[Hop, ...]:
        """Who told it."""

    @property
    def actor(self) -> Actor | None:
        """Who acted."""

    @property
    def other(self) -> Other | None:
        """The other party."""


@dataclass(slots=True)
class Noted:
    """What one report hides, kinds by name; who acts in it or is told apart by no kind; and the words of tellers who
    may be private, with where they start and the teller's name."""

    kinds: dict[str, str] = field(default_factory=dict)
    parties: set[str] = field(default_factory=set)
    tellers: list[tuple[int, str, str]] = field(default_factory=list)

    def take(self, claim: Naming, public: set[str]) -> None:
        """Notes whom the claim names; who speaks in public is added to `public`."""
        for hop in claim.chain:
            if hop.named and hop.name:
                self._take_teller(hop, hop.name, public)
        self.parties.update(each.name for each in (claim.actor, claim.other) if each is not None)

    def _take_teller(self, hop: Hop, name: str, public: set[str]) -> None:
        if hop.kind not in _MAYBE_PRIVATE:
            public.add(name)
            return
        if hop.kind in PROTECTED_KINDS:
            self.kinds[name] = hop.kind.value
        else:
            self.parties.add(name)
        if hop.start is not None:
            self.tellers.append((hop.start, hop.written, name))

    def spans(self, words: str, protected: Sequence[Span]) -> tuple[Span, ...]:
        """Where what the report hides stands in its words."""
        written = {
            span for start, told, name in self.tellers if name in self.kinds for span in name_spans(told, start, name)
        }
        return tuple(sorted({*every_span(words, protected, self.kinds), *written}))


@dataclass(frozen=True, slots=True)
class Hiding:
    """What is hidden of some claims and of whatever rests on them; `shows` where everything is shown."""

    spans: Mapping[str, tuple[Span, ...]]  # by report
    kinds: Mapping[str, Mapping[str, str]]  # by report: the kind of teller by the name that is hidden
    report_of: Mapping[str, str]  # by claim
    actors: Mapping[str, str]  # by claim: how its actor is called where his name is hidden
    shows: bool = False

    def names(self, reports: Iterable[str]) -> dict[str, str]:
        """The names hidden in these reports or claims, with what stands for each: "resident, name withheld"."""
        found: dict[str, str] = {}
        for each in dict.fromkeys(self.report_of.get(each, each) for each in reports):
            for name, kind in self.kinds.get(each, {}).items():
                if found.get(name, _PERSON) == _PERSON:
                    found[name] = kind
        return found

    def masker(self, reports: Iterable[str]) -> Masker:
        """A masker of the names that these reports hide."""
        return masker(self.names(reports))

    def of_matter(self, matter: Matter) -> Matter:
        """The matter without the names that its reports hide."""
        names = self.names((*matter.claims, *matter.possible))
        actor = matter.actor
        if actor is not None:
            hidden = {self.actors[each] for each in matter.claims if each in self.actors}
            private = masker(names).of(actor.name) != actor.name
            if hidden or private:
                shown = min(hidden, default=masker(names).of(actor.name))
                actor = Actor(shown, actor.part, actor.written, actor.start, actor.end)
        if actor is matter.actor and not names:
            return matter
        told = tuple(replace(each, why=by_role(each.why, names)) for each in matter.contradictions)
        groups = tuple(replace(each, written=masker(names).of(each.written)) for each in matter.quantities)
        return replace(matter, actor=actor, contradictions=told, quantities=groups, why=by_role(matter.why, names))

    def of_origin(self, origin: Origin) -> Origin:
        """The origin without the names that its reports hide; one of a protected person has no name at all."""
        if self.shows:
            return origin
        names = self.names((*origin.claims, *origin.reports))
        if origin.kind in PROTECTED_KINDS and origin.name:
            names[origin.name] = origin.kind
        name = None if origin.name in names else origin.name
        return replace(origin, name=name, why=by_role(origin.why, names)) if names else origin

    def of_tie(self, tie: Tie) -> Tie:
        """The tie without the names that the reports it joins hide."""
        names = self.names((tie.source, tie.target or "", *(span.report for span in tie.spans)))
        to = by_role(tie.to_name, names, sentence=False) if tie.to_name else tie.to_name
        return replace(tie, to_name=to, why=by_role(tie.why, names)) if names else tie

    def of_summary(self, summary: Summary) -> Summary:
        """The summary without the names that its matters hide."""
        everywhere = masker(name for kinds in self.kinds.values() for name in kinds if " " in name)
        unread = tuple(Unread(everywhere.of(each.path), everywhere.of(each.why)) for each in summary.unread)
        return replace(summary, matters=tuple(self.of_matter(each) for each in summary.matters), unread=unread)


#: A comma that another mark makes needless: "names as teller a resident, name withheld,."
_DOUBLED = re.compile(r",(?=[.,;:!?”)]|$)")

#: Nothing is hidden.
OPEN = Hiding({}, {}, {}, {}, shows=True)


def hiding(
    claims: Collection[Claim], protected: Protected, text: TextOf, reports: Iterable[str] | None = None
) -> Hiding:
    """What these claims' reports hide, or the reports named; `text` gives a report's text by its id."""
    concerned = {claim.report for claim in claims} if reports is None else set(reports)
    texts = {each: text(each) or "" for each in sorted(concerned & set(protected))}
    found, _ = noted(claims, {each: names_in(words, protected[each]) for each, words in texts.items()})
    spans = {
        each: found[each].spans(texts.get(each) or text(each) or "", protected.get(each, ())) for each in sorted(found)
    }
    actors = {claim.id: name for claim in claims for name in _hidden_actor(claim, spans.get(claim.report, ()))}
    kinds = {each: found[each].kinds for each in sorted(found) if found[each].kinds}
    return Hiding(spans, kinds, {claim.id: claim.report for claim in claims}, actors)


def stored(
    claims: Collection[Claim], spans: Mapping[str, tuple[Span, ...]], kinds: Mapping[str, Mapping[str, str]]
) -> Hiding:
    """What these claims' reports hide, from what was worked out of the whole case before."""
    actors = {claim.id: name for claim in claims for name in _hidden_actor(claim, spans.get(claim.report, ()))}
    return Hiding(spans, kinds, {claim.id: claim.report for claim in claims}, actors)


def noted(claims: Iterable[Naming], known: Mapping[str, Iterable[str]]) -> tuple[dict[str, Noted], dict[str, str]]:
    """What each report hides, and the kinds of those by full name who are private somewhere and public nowhere, and are
    therefore hidden in every report; `known` are the protected names of each report's text."""
    found: dict[str, Noted] = defaultdict(Noted)
    for report in sorted(known):
        found[report].kinds.update(dict.fromkeys(sorted(known[report]), _PERSON))
    public: set[str] = set()
    for claim in claims:
        found[claim.report].take(claim, public)
    everywhere = {
        name: kind
        for report in sorted(found)
        for name, kind in found[report].kinds.items()
        if " " in name and name not in public
    }
    for each in found.values():
        for name in sorted(each.parties & everywhere.keys()):
            each.kinds.setdefault(name, everywhere[name])
    return {report: found[report] for report in found if found[report].kinds or report in known}, everywhere


def _hidden_actor(claim: Claim, spans: Sequence[Span]) -> Iterable[str]:
    actor = claim.actor
    if actor is None:
        return ()
    written = mask_spans(actor.written, spans, actor.start)
    if written == actor.written:
        return ()
    if written == mask(actor.written):
        return (mask(actor.name),)
    near = (Span(max(s.start, actor.start) - actor.start, s.end - actor.start) for s in spans if s.end > actor.start)
    return (masker(names_in(actor.written, near)).of(actor.name),)


def by_role(words: str, names: Mapping[str, str], sentence: bool = True) -> str:
    """The words with what stands for each name in its place: "a resident, name withheld, is named"."""
    pattern = masker(names).pattern
    if pattern is None:
        return words
    kinds = {re.sub(r"[\s\-_.+]+", " ", name).casefold(): kind for name, kind in names.items()}

    def told(found: re.Match[str]) -> str:
        kind = kinds.get(re.sub(r"[\s\-_.+]+|%20", " ", found.group()).casefold(), _PERSON)
        article = "an" if kind[0] in "aeiou" else "a"
        first = article.capitalize() if found.start() == 0 and sentence else article
        return f"{first} {kind}, name withheld,"

    return _DOUBLED.sub("", pattern.sub(told, words))
