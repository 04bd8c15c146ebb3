"""The chain of a claim: from the one who knew, through those who passed it on, to the outlet that printed it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sayso.compose.own_outlet import is_own_outlet
from sayso.model.report import Report
from sayso.model.span import Span
from sayso.model.telling import Access, Attribution, Certainty, Cue, Teller, TellerKind, weakest

#: An attribution reaches a claim when at least this part of the claim stands inside what is told. Half: borders of
#: contents and of claims are found by different rules and differ by a conjunction or an adverb; see tests/compose.
_COVERED = 0.5


@dataclass(frozen=True, slots=True)
class Link:
    """A hop before its side is known: teller, cue, certainty, and whether it was carried on from the passage before."""

    teller: Teller
    cue: Cue | None
    certainty: Certainty = Certainty.ASSERTED
    inferred: bool = False


def covering(attributions: tuple[Attribution, ...], span: Span, trigger: Span) -> list[int]:
    """The indices of the attributions whose content holds a claim, nearest to the knowledge first."""
    holding = [number for number, each in enumerate(attributions) if _covers(each, span, trigger)]
    return sorted(holding, key=lambda n: (-depth(attributions, n), _size(attributions[n]), n))


def _covers(attribution: Attribution, span: Span, trigger: Span) -> bool:
    if not attribution.tells or is_own(attribution):
        return False
    if any(source.holds(span) for source in attribution.sources):
        return False
    if any(span.holds(cue) for cue in attribution.cues):
        # The claim's words hold the telling: either they begin too early, or the claim is about the telling itself.
        return any(content.overlap(trigger) for content in attribution.contents)
    return any(content.overlap(span) >= _COVERED * len(span) for content in attribution.contents)


#: A speaker who takes himself up in his own words is no second hop: "“We have seen that …,” the colonel said".
_MYSELF = frozenset({"we", "i", "us", "me"})


def is_own(attribution: Attribution) -> bool:
    """Whether whoever speaks takes himself up: an author's "I expect", a colonel's "we have seen"."""
    return attribution.teller.written.lower() in _MYSELF


def depth(attributions: tuple[Attribution, ...], number: int) -> int:
    """How many other tellings an attribution stands in."""
    above, seen = 0, {number}
    parent = attributions[number].parent
    while parent is not None and parent not in seen:
        seen.add(parent)
        above, parent = above + 1, attributions[parent].parent
    return above


def _size(attribution: Attribution) -> int:
    return sum(len(content) for content in attribution.contents)


def links_of(attributions: tuple[Attribution, ...], numbers: list[int], text: str) -> list[Link]:
    """The links that some attributions make, nearest first; a cue that marks doubt weakens the hop after it."""
    links: list[Link] = []
    doubt = False
    for number in numbers:
        attribution = attributions[number]
        certainty = weakest((attribution.certainty, Certainty.ALLEGED if doubt else Certainty.ASSERTED))
        links.append(Link(attribution.teller, _cue(attribution, text), certainty, attribution.inferred))
        doubt = attribution.doubted
        if attribution.passer is not None:
            passed = Certainty.ALLEGED if doubt else Certainty.ASSERTED
            links.append(Link(attribution.passer, None, passed, attribution.inferred))
            doubt = False
    return _merged(links) + ([_DOUBT] if doubt else [])


#: Stands for the doubt of whoever comes next; `with_outlet` gives it to the outlet.
_DOUBT = Link(Teller(None, "", None, None, TellerKind.OUTLET, named=False), None, Certainty.ALLEGED)


def _cue(attribution: Attribution, text: str) -> Cue | None:
    if not attribution.cues:
        return None
    cue = attribution.cues[0]
    return Cue(cue.of(text), cue.start, cue.end)


def _merged(links: list[Link]) -> list[Link]:
    """The links without a teller twice in a row: a note among the documents is one document."""
    merged: list[Link] = []
    for link in links:
        if merged and _same_teller(merged[-1].teller, link.teller):
            keep = merged[-1] if merged[-1].teller.named or not link.teller.named else link
            merged[-1] = replace(keep, certainty=weakest((merged[-1].certainty, link.certainty)))
        else:
            merged.append(link)
    return merged


def _same_teller(one: Teller, other: Teller) -> bool:
    if one.kind is TellerKind.DOCUMENT and other.kind is TellerKind.DOCUMENT:
        return True
    if one.name is not None and other.name is not None:
        return one.name == other.name
    return one.start is not None and one.start == other.start


def with_outlet(links: list[Link], report: Report, credited: tuple[Link, ...]) -> list[Link]:
    """The links, the credits that the report prints, and the outlet as the last hop."""
    outlet = Teller(
        name=report.outlet,
        written=report.outlet_written or "",
        start=None,
        end=None,
        kind=TellerKind.OUTLET,
        named=report.outlet is not None,
    )
    doubt = bool(links) and links[-1] is _DOUBT
    plain = [link for link in links if link is not _DOUBT]
    own = weakest(
        tuple(link.certainty for link in plain if is_own_outlet(link.teller, report)) or (Certainty.ASSERTED,)
    )
    last = Link(outlet, None, weakest((own, Certainty.ALLEGED if doubt else Certainty.ASSERTED)))
    known = {link.teller.name for link in plain if link.teller.name is not None}
    credits_left = [
        link for link in credited if link.teller.name not in known and not is_own_outlet(link.teller, report)
    ]
    before = [link for link in plain if not is_own_outlet(link.teller, report)]
    if len(before) < len(plain) and plain:
        cue = next(link.cue for link in plain if is_own_outlet(link.teller, report))
        last = replace(last, cue=cue)
    return [*_merged([*before, *credits_left]), last]


def with_inner_certainty(links: list[Link], certainty: Certainty) -> list[Link]:
    """The links, the first of them committed as the words of the claim themselves say."""
    if certainty is Certainty.ASSERTED or not links:
        return links
    first = links[0]
    if certainty is Certainty.REPORTED:
        if first.teller.kind is TellerKind.UNKNOWN and first.certainty is Certainty.REPORTED:
            return links
        return [Link(_SOMEBODY, None, Certainty.REPORTED), *links]
    return [replace(first, certainty=weakest((first.certainty, certainty))), *links[1:]]


_SOMEBODY = Teller(None, "", None, None, TellerKind.UNKNOWN, named=False, access=Access.UNSTATED)
