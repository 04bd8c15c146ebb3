"""Claims: each coding with its chain, certainty and slots."""

from __future__ import annotations

import re
from dataclasses import replace

from sayso.compose.carrying import carried_links, relays
from sayso.compose.chains import Link, covering, is_own, links_of, with_inner_certainty, with_outlet
from sayso.compose.parts import with_changes, with_parts
from sayso.compose.passage import Findings, Known
from sayso.compose.placing import places_of
from sayso.compose.sides import side_of
from sayso.compose.slots import quantity_of
from sayso.compose.staging import stage_of
from sayso.compose.timing import time_of
from sayso.model.books import Codebook
from sayso.model.claim import Claim, Maker, claim_id
from sayso.model.coding import Coding
from sayso.model.mention import Mention, Role
from sayso.model.slots import Actor, Other
from sayso.model.span import Span
from sayso.model.telling import Certainty, Cue, Hop, Seen, Side, Teller, TellerKind, weakest

VERSION = "1"


def claims(findings: Findings, known: Known, codebook: Codebook) -> tuple[Claim, ...]:
    """The claims of a report in text order; a headline adds none where the body says the same."""
    added = relays(findings)
    credited = _credited(findings, known)
    made: list[Claim] = []
    for coding in findings.codings:
        links = _links(findings, coding, added, credited)
        claim = _claim(findings, coding, links, known, codebook, _taken(made, coding))
        made.append(claim)
    kept = _without_repeats(made)
    kept = with_changes(findings, with_parts(findings, kept, codebook.name))
    return tuple(sorted(kept, key=lambda c: (c.start, c.end, c.indicator, c.id)))


def _taken(made: list[Claim], coding: Coding) -> frozenset[int]:
    """Where the quantities begin that other statements of the code have; one told twice over may have it twice."""
    others = (c for c in made if c.indicator == coding.indicator and not coding.span.overlap(Span(c.start, c.end)))
    return frozenset(c.quantity.start for c in others if c.quantity is not None)


def _links(findings: Findings, coding: Coding, added: dict[int, list[Link]], credited: tuple[Link, ...]) -> list[Link]:
    numbers = covering(findings.attributions, coding.span, coding.trigger)
    links = links_of(findings.attributions, numbers, findings.report.text)
    links = [*links, *carried_links(findings, coding.sentence, numbers)]
    links = [*links, *added.get(findings.sentences[coding.sentence].paragraph, [])]
    return with_inner_certainty(with_outlet(links, findings.report, credited), _certainty(findings, coding))


_EITHER = re.compile(r"\beither\b.+\bor\b", re.IGNORECASE | re.DOTALL)


def _certainty(findings: Findings, coding: Coding) -> Certainty:
    """The certainty inside the words; of "either A or B" neither is predicted alone, both are possible."""
    sentence = findings.sentences[coding.sentence].span
    own = [a.certainty for a in findings.attributions if is_own(a) and any(c.holds(coding.trigger) for c in a.contents)]
    certainty = weakest((Certainty(coding.certainty), *own))
    if certainty is Certainty.PREDICTED and _EITHER.search(sentence.of(findings.report.text)):
        return Certainty.POSSIBLE
    if certainty is Certainty.PREDICTED and _MAY.search(coding.span.of(findings.report.text)):
        return Certainty.POSSIBLE
    if certainty is Certainty.REPORTED and not _HEARSAY.search(sentence.of(findings.report.text)):
        return Certainty.ASSERTED
    return certainty


_MAY = re.compile(r"\b(?:may|might|could)\b(?!\s+(?:not|no longer)\b)")
#: Words of what is said without a teller; in "ten men reported malaria" somebody tells of himself.
_HEARSAY = re.compile(
    r"\breportedly\b|\b(?:is|are|was|were|been|be|being|'s)\s+(?:\w+\s+)?reported\b|\breported\s+to\b|"
    r"\b(?:the|a|an|of|his|their|its)\s+reported\b|\breports?\b|\brumou?r|\bsaid to\b",
    re.IGNORECASE,
)


def _credited(findings: Findings, known: Known) -> tuple[Link, ...]:
    """The agencies and outlets that the report itself credits in a dateline, byline or trailer."""
    links = []
    for credit in findings.report.credits:
        if credit.outlet is None or credit.outlet == findings.report.outlet:
            continue
        outlet = known.outlet_named(credit.outlet)
        kind = TellerKind.AGENCY if outlet is not None and outlet.agency else TellerKind.OUTLET
        teller = Teller(credit.outlet, credit.written, credit.start, credit.end, kind, named=True)
        links.append(Link(teller, Cue(credit.written, credit.start, credit.end)))
    return tuple(links)


def _claim(
    findings: Findings, coding: Coding, links: list[Link], known: Known, codebook: Codebook, taken: frozenset[int]
) -> Claim:
    report, span = findings.report, coding.span
    actor = _actor(findings, coding)
    group = actor.name if actor is not None else None
    chain = tuple(_hop(link, group, known) for link in links)
    sentence = findings.sentences[coding.sentence]
    certainty = weakest(tuple(hop.certainty for hop in chain))
    indicator = codebook.find(coding.indicator)
    coding = replace(coding, stage=stage_of(findings, coding, certainty, indicator.kind if indicator else ""))
    return Claim(
        id=claim_id(report.id, span.start, span.end, coding.indicator, codebook.name),
        report=report.id,
        path=report.path,
        indicator=coding.indicator,
        codebook=codebook.name,
        start=span.start,
        end=span.end,
        quote=span.of(report.text),
        sentence=(sentence.start, sentence.end),
        certainty=certainty,
        negated=coding.negated and not (certainty is Certainty.DENIED and _is_denied_plainly(span.of(report.text))),
        stage=coding.stage,
        trend=coding.trend,
        scope=coding.scope,
        chain=chain,
        actor=actor,
        other=_other(findings, coding),
        quantity=quantity_of(findings, coding, taken),
        places=places_of(findings, coding),
        time=time_of(findings, coding),
        reason=coding.reasons,
        headline=sentence.headline,
        maker=Maker(f"compose/{coding.rule}" if coding.rule else "compose", VERSION),
    )


#: Words that negate what a teller denies ("denied that nobody left"); his denial alone negates nothing.
_NEGATES = re.compile(r"\b(?:no|not|never|none|nobody|nothing|without|neither|nor|cannot)\b|n['’]t\b", re.IGNORECASE)


_ANY = re.compile(r"\b(?:any(?:one|body|thing)?|ever)\b", re.IGNORECASE)


def _is_denied_plainly(words: str) -> bool:
    """Whether what is denied is itself no negation: "denied that anyone had left", where "any" negates nothing."""
    return _ANY.search(words) is not None and _NEGATES.search(words) is None


def _hop(link: Link, group: str | None, known: Known) -> Hop:
    teller = link.teller
    side = side_of(teller, group, known)
    return Hop(
        name=teller.name,
        written=teller.written,
        start=teller.start,
        end=teller.end,
        kind=_kind(teller, side, group, known),
        side=side,
        access=teller.access,
        named=teller.named,
        inferred=link.inferred,
        seen=Seen.NO,
        cue=link.cue,
        certainty=link.certainty,
        affiliation=teller.affiliation,
    )


def _kind(teller: Teller, side: Side, group: str | None, known: Known) -> TellerKind:
    """The kind of a teller; a spokesman of the armed group itself speaks as the group, not as an official."""
    book = known.groups.get(group) if group is not None else None
    state = book is not None and book.kind == "state"
    speaks = (TellerKind.OFFICIAL, TellerKind.UNKNOWN, TellerKind.OUTLET, TellerKind.MILITARY)
    if side is Side.OWN and not state and teller.kind in speaks:
        return TellerKind.ARMED_GROUP
    return teller.kind


#: Whose name is that of a group; a person, a country or a ministry is nobody whose cohesion is told of.
_OF_GROUPS = frozenset({Role.GROUP, Role.MEMBERS, Role.LEADER})


def _actor(findings: Findings, coding: Coding) -> Actor | None:
    """The group a claim is about: of the mention that the coder chose, else of the nearest named group before it."""
    mention = findings.mentions[coding.actor] if coding.actor is not None else None
    if mention is not None and mention.name is not None and mention.role in _OF_GROUPS:
        return Actor(mention.name, mention.part, mention.written, mention.start, mention.end)
    before = _group_near(findings, coding.span)
    if before is None or before.name is None:
        return None
    shown = mention or before
    return Actor(before.name, shown.part, shown.written, shown.start, shown.end)


def _group_near(findings: Findings, span: Span) -> Mention | None:
    named = [m for m in findings.mentions if m.name is not None and not m.pronoun and m.role in _OF_GROUPS]
    inner = [m for m in named if m.start < span.end]
    return inner[-1] if inner else (named[0] if named else None)


def _other(findings: Findings, coding: Coding) -> Other | None:
    if coding.other is None:
        return None
    mention = findings.mentions[coding.other]
    return Other(mention.name or mention.written, mention.written, mention.start, mention.end)


def _without_repeats(made: list[Claim]) -> list[Claim]:
    """The claims, less those of a headline that the body repeats."""
    body = {(c.indicator, c.negated) for c in made if not c.headline}
    kept: list[Claim] = []
    for claim in made:
        if claim.headline and (claim.indicator, claim.negated) in body:
            continue
        if any(c.id == claim.id for c in kept):
            continue
        kept.append(claim)
    return kept
