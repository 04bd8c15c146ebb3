"""A case, recomputed: every original hashed and read again, every span compared, everything linked and weighed anew."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from sayso.model.claim import Claim, Review
from sayso.model.decision import Decision
from sayso.model.errors import BadInput
from sayso.model.finding import Matter, Origin, Tie
from sayso.model.ids import sha256_of
from sayso.model.report import Report, Status
from sayso.model.verdict import review_of
from sayso.pipeline.stages import Stages
from sayso.read.reading import text_again
from sayso.store import View
from sayso.store.log import START, broken_links

#: So many digits of the last hash tell any two logs apart that one desk will see.
_HEAD = 16

_Found = TypeVar("_Found", Matter, Origin, Tie)


@dataclass(frozen=True, slots=True)
class Verified:
    """What was recomputed, in words, and a sentence for each thing that does not hold."""

    checked: str
    complaints: tuple[str, ...]


def verified(view: View, stages: Stages) -> Verified:
    """What was recomputed of the case, and what does not hold."""
    found = tuple(_told(_complaints(view, stages)))
    claims, matters = view.totals()
    log = view.decisions()
    # The last hash, kept elsewhere, shows later whether the end of the log was cut off.
    head = (log[-1].hash if log else START)[:_HEAD]
    numbers = ((len(view.reports()), "report"), (claims, "claim"), (matters, "matter"), (len(log), "decision"))
    counted = ", ".join(f"{number:,} {noun}{'s' * (number != 1)}" for number, noun in numbers)
    return Verified(f"{counted} (the log ends with {head})", found)


def _told(complaints: Iterator[str]) -> Iterator[str]:
    """The complaints, and last what cannot be read at all."""
    try:
        yield from complaints
    except BadInput as error:
        yield str(error)


def _complaints(view: View, stages: Stages) -> Iterator[str]:
    damage = view.damage()
    yield from damage
    if damage:
        return  # whatever else is read from it would mislead
    yield from view.misfiled()
    reports = view.reports(with_text=True)
    claims = view.claims()
    yield from _originals(reports, view.original)
    texts = {report.id: report.text for report in reports}
    for claim in claims:
        yield from _claim(claim, texts.get(claim.report))
    yield from broken_links(view.decisions())
    yield from _reviews(claims, view.standing_decisions())
    yield from _read_again(view, reports, stages)
    yield from _linked(view, reports, claims, stages)


def _read_again(view: View, reports: Iterable[Report], stages: Stages) -> Iterator[str]:
    """What an analysis of each text does not give again: tellings, and the names that lists mask."""
    told = {report: attributions for report, _, attributions in view.attributions()}
    masked = dict(view.protected())
    for report in reports:
        if report.status is not Status.READ:
            continue
        again = stages.analyse(report)
        for what, kept, made in (
            ("tellings", told.get(report.id, ()), again.attributions),
            ("names that are masked", masked.get(report.id, ()), again.protected),
        ):
            if kept != made:
                yield f"report {report.id} ({report.path}): its {what} are not what its text gives"


def _originals(reports: Iterable[Report], original: Callable[[str], bytes | None]) -> Iterator[str]:
    for report in reports:
        raw = original(report.sha256)
        if raw is None:
            yield f"report {report.id} ({report.path}): its original is gone"
        elif sha256_of(raw) != report.sha256:
            yield f"report {report.id} ({report.path}): its original was changed; its hash is {sha256_of(raw)}"
        elif report.status is not Status.DUPLICATE and text_again(raw, report.path) != report.text:
            yield f"report {report.id} ({report.path}): its text is not what its original gives"


def _claim(claim: Claim, text: str | None) -> Iterator[str]:
    if text is None:
        yield f"claim {claim.id}: its report is gone"
        return
    for what, written, start, end in _spans(claim):
        if text[start:end] != written:
            yield f"claim {claim.id}: its {what} is not what stands at {start}–{end} of {claim.path}"
    if claim.own_id != claim.id:
        yield f"claim {claim.id}: its id is not that of its report, span, indicator and codebook"


def _spans(claim: Claim) -> Iterator[tuple[str, str, int, int]]:
    yield "quote", claim.quote, claim.start, claim.end
    for hop in claim.chain:
        if hop.start is not None and hop.end is not None:
            yield f"teller “{hop.written}”", hop.written, hop.start, hop.end
        if hop.cue:
            yield f"cue “{hop.cue.written}”", hop.cue.written, hop.cue.start, hop.cue.end
    for slot in (claim.actor, claim.other, claim.quantity, *claim.places):
        if slot is not None:
            yield f"“{slot.written}”", slot.written, slot.start, slot.end
    if claim.time and claim.time.start is not None and claim.time.end is not None:
        yield f"time “{claim.time.written}”", claim.time.written, claim.time.start, claim.time.end


def _reviews(claims: Iterable[Claim], decisions: Sequence[Decision]) -> Iterator[str]:
    said: dict[str, list[Decision]] = defaultdict(list)
    for each in decisions:
        said[each.about].append(each)
    for claim in claims:
        decided = review_of(said[claim.id], Review.ACCEPTED if claim.supersedes else Review.PROPOSED)
        if claim.review is not decided:
            yield f"claim {claim.id}: is kept as {claim.review}, but the decisions make it {decided}"


def _linked(view: View, reports: Sequence[Report], claims: Sequence[Claim], stages: Stages) -> Iterator[str]:
    if view.linked_by() != (view.revision(), stages.made_by):
        yield "the case is not up to date (a run was cut short, or Sayso or the codebook changed); run `sayso add CASE`"
        return
    again = stages.link(reports, claims, view.standing_decisions())
    yield from _compared("matter", view.matters(), again.matters)
    yield from _compared("origin", view.origins(), again.origins)
    yield from _compared("tie", view.ties(), again.ties)
    for claim in claims:
        if claim.origin != again.origin_of.get(claim.id, ""):
            yield f"claim {claim.id}: its origin is {again.origin_of.get(claim.id, 'none')}, not {claim.origin}"


def _compared(kind: str, stored: Sequence[_Found], again: Sequence[_Found]) -> Iterator[str]:
    kept, made = {each.id: each for each in stored}, {each.id: each for each in again}
    for id in sorted(kept.keys() | made.keys()):
        if id not in made:
            yield f"{kind} {id}: nothing in the case makes it"
        elif id not in kept:
            yield f"{kind} {id}: is missing"
        elif kept[id] != made[id]:
            yield f"{kind} {id}: is not what its claims make it ({_difference(kept[id], made[id])})"


def _difference(kept: Matter | Origin | Tie, made: Matter | Origin | Tie) -> str:
    names = [name for name in type(kept).__dataclass_fields__ if getattr(kept, name) != getattr(made, name, None)]
    return ", ".join(
        f"{name} is kept as {getattr(kept, name)} and recomputed as {getattr(made, name)}" for name in names
    )
