"""Rows of the contract: JSON-ready, with protected names masked unless they are asked for."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any, Literal

from sayso.model.books import Outlet
from sayso.model.claim import Claim
from sayso.model.finding import Count, Matter, Origin, QuantityGroup, Tie
from sayso.model.report import Report
from sayso.model.slots import Actor, Other, Place, Quantity, When
from sayso.model.span import Span
from sayso.model.telling import PROTECTED_KINDS, Hop
from sayso.tell.hiding import Hiding, by_role
from sayso.tell.masking import Masker, mask, mask_spans, masker, name_spans, names_in

Row = dict[str, Any]
_NOBODY = Masker(None)


def report_row(report: Report, protected: Sequence[Span] = (), names: bool = False) -> Row:
    """A report as `sayso reports --json` prints it; title and address lose the names that the text protects."""
    hide = _NOBODY if names else masker(names_in(report.text, protected))
    published = report.published
    return {
        "id": report.id,
        "path": hide.of(report.path),
        "sha256": report.sha256,
        "outlet": report.outlet,
        "outlet_written": report.outlet_written,
        "published": published.edtf if published else None,
        "published_from": published.basis if published else None,
        "published_earliest": published.earliest if published else None,
        "published_latest": published.latest if published else None,
        "title": hide.of(report.title) if report.title is not None else None,
        "language": report.language,
        "status": report.status.value,
        "why": report.why,
        "url": hide.of(report.url) if report.url is not None else None,
        "characters": len(report.text),
    }


def claim_row(claim: Claim, protected: Sequence[Span] = (), names: bool = False, private: Collection[str] = ()) -> Row:
    """A claim as `sayso claims --json` prints it; `private` are names that its report hides."""
    spans: Sequence[Span] = () if names else protected
    hide = _NOBODY if names else masker((*_private_names(claim), *private))
    hidden = frozenset() if names else frozenset(private)
    place = claim.place
    return {
        "id": claim.id,
        "report": claim.report,
        "path": hide.of(claim.path),
        "indicator": claim.indicator,
        "codebook": claim.codebook,
        "start": claim.start,
        "end": claim.end,
        "quote": hide.of(mask_spans(claim.quote, spans, claim.start)),
        "sentence": list(claim.sentence),
        "certainty": claim.certainty.value,
        "negated": claim.negated,
        "stage": claim.stage.value,
        "trend": claim.trend,
        "scope": claim.scope,
        "chain": [_hop(hop, spans, hide, names or hidden) for hop in claim.chain],
        "origin": claim.origin,
        "actor": _actor(claim.actor, spans, hide),
        "other": _other(claim.other, spans, hide),
        "quantity": _under(_quantity(claim.quantity), spans),
        "places": [_under(_place(each), spans) for each in claim.places],
        "place": _under(_place(place), spans) if place else None,
        "time": _under(_when(claim.time), spans),
        "reason": [hide.of(each) for each in claim.reason],
        "change_of": claim.change_of,
        "part_of": claim.part_of,
        "custody": hide.of(claim.custody) if claim.custody is not None else None,
        "headline": claim.headline,
        "maker": {"name": claim.maker.name, "version": claim.maker.version},
        "review": claim.review.value,
        "supersedes": claim.supersedes,
        "edit": claim.edit,
    }


def hidden_claim(claim: Claim, hidden: Hiding) -> Row:
    """A claim's row with everything hidden that is."""
    return claim_row(claim, hidden.spans.get(claim.report, ()), hidden.shows, hidden.names((claim.report,)))


def matter_row(matter: Matter) -> Row:
    """A matter as `sayso matters --json` prints it."""
    return {
        "id": matter.id,
        "kind": matter.kind.value,
        "indicator": matter.indicator,
        "actor": {"name": matter.actor.name, "part": matter.actor.part} if matter.actor else None,
        "place": _without_span(_place(matter.place)) if matter.place else None,
        "time": _without_span(_when(matter.time)),
        "claims": list(matter.claims),
        "reports": matter.reports,
        "outlets": matter.outlets,
        "origins": _count(matter.origins),
        "against": _count(matter.against),
        "sides": dict(matter.sides),
        "access": dict(matter.access),
        "related": list(matter.related),
        "quantities": [_quantity_group(group) for group in matter.quantities],
        "contradictions": [
            {"type": each.type, "claims": [list(side) for side in each.claims], "why": each.why}
            for each in matter.contradictions
        ],
        "credibility": matter.credibility,
        "why": matter.why,
        "possible": list(matter.possible),
        "withdrawn": list(matter.withdrawn),
        "accepted": matter.accepted,
    }


def origin_row(origin: Origin, names: bool = False) -> Row:
    """An origin as `sayso origins --json` prints it; a protected person has no name here."""
    private = origin.kind in PROTECTED_KINDS and not names
    hidden = {origin.name: origin.kind} if private and origin.name else {}
    return {
        "id": origin.id,
        "name": None if private else origin.name,
        "kind": origin.kind,
        "claims": list(origin.claims),
        "reports": list(origin.reports),
        "outlets": list(origin.outlets),
        "why": by_role(origin.why, hidden),
    }


def tie_row(tie: Tie) -> Row:
    """A tie as `sayso ties --json` prints it."""
    return {
        "id": tie.id,
        "type": tie.type.value,
        "from": tie.source,
        "to": tie.target,
        "to_name": tie.to_name,
        "certain": tie.certain,
        "probability": tie.probability,
        "spans": [[span.report, span.start, span.end] for span in tie.spans],
        "why": tie.why,
        "maker": {"name": tie.maker.name, "version": tie.maker.version},
    }


def source_row(name: str, entry: Outlet | None, reports: int, claims: int, kind: str = "outlet") -> Row:
    """A source as `sayso sources --json` prints it; what no register says is null, never guessed."""
    return {
        "name": name,
        "kind": "agency" if entry is not None and entry.agency else kind,
        "country": entry.country if entry else None,
        "owner": entry.owner if entry else None,
        "control": entry.control.value if entry else "unknown",
        "camp": entry.camp if entry else None,
        "interest": (entry.interest or None) if entry else None,
        "reliability": entry.reliability if entry else None,
        "register": entry.source if entry else None,
        "in_case": reports > 0,
        "reports": reports,
        "claims": claims,
    }


def _private_names(claim: Claim) -> list[str]:
    return [hop.name for hop in claim.chain if hop.named and hop.kind in PROTECTED_KINDS and hop.name]


def _hop(hop: Hop, spans: Sequence[Span], hide: Masker, hidden: Collection[str] | Literal[True]) -> Row:
    private = hidden is not True and (hop.kind in PROTECTED_KINDS or hop.name in hidden)
    start = hop.start or 0
    own = name_spans(hop.written, start, hop.name) if private and hop.named and hop.name else ()
    written = mask_spans(hop.written, (*(spans if hop.start is not None else ()), *own), start)
    cue = hop.cue
    return {
        "name": None if private else hop.name,
        "written": hide.of(written),
        "start": hop.start,
        "end": hop.end,
        "kind": hop.kind.value,
        "side": hop.side.value,
        "access": hop.access.value,
        "named": hop.named,
        "inferred": hop.inferred,
        "seen": hop.seen.value,
        "cue": {"written": mask_spans(cue.written, spans, cue.start), "start": cue.start, "end": cue.end}
        if cue
        else None,
        "certainty": hop.certainty.value,
        "affiliation": hide.of(hop.affiliation) if hop.affiliation else hop.affiliation,
    }


def _actor(actor: Actor | None, spans: Sequence[Span], hide: Masker) -> Row | None:
    if actor is None:
        return None
    return {"part": hide.of(actor.part) if actor.part else actor.part, **_party(actor, spans, hide)}


def _other(other: Other | None, spans: Sequence[Span], hide: Masker) -> Row | None:
    return None if other is None else _party(other, spans, hide)


def _party(party: Actor | Other, spans: Sequence[Span], hide: Masker) -> Row:
    written = hide.of(mask_spans(party.written, spans, party.start))
    hidden = (Span(max(s.start, party.start) - party.start, s.end - party.start) for s in spans if s.end > party.start)
    name = masker(names_in(party.written, hidden)).of(hide.of(party.name))
    if written == mask(party.written):
        name = mask(party.name)
    return {"name": name, "written": written, "start": party.start, "end": party.end}


def _quantity(quantity: Quantity | None) -> Row | None:
    if quantity is None:
        return None
    return {
        "low": quantity.low,
        "best": quantity.best,
        "high": quantity.high,
        "unit": quantity.unit,
        "of": quantity.of,
        "per": quantity.per,
        "measure": quantity.measure,
        "about": quantity.about,
        "written": quantity.written,
        "start": quantity.start,
        "end": quantity.end,
    }


def _quantity_group(group: QuantityGroup) -> Row:
    return {
        "low": group.low,
        "high": group.high,
        "unit": group.unit,
        "of": group.of,
        "measure": group.measure,
        "claims": list(group.claims),
        "origins": list(group.origins),
        "time": group.time,
        "written": group.written,
    }


def _place(place: Place) -> Row:
    return {
        "role": place.role,
        "name": place.name,
        "id": place.id,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "precision": place.precision.value,
        "written": place.written,
        "start": place.start,
        "end": place.end,
    }


def _when(when: When | None) -> Row | None:
    if when is None:
        return None
    return {
        "edtf": when.edtf,
        "earliest": when.earliest,
        "latest": when.latest,
        "precision": when.precision,
        "basis": when.basis,
        "written": when.written,
        "start": when.start,
        "end": when.end,
    }


def _under(row: Row | None, spans: Sequence[Span]) -> Row | None:
    """The slot with what the spans cover masked in its words as written."""
    if row is None or row["start"] is None or not spans:
        return row
    return row | {"written": mask_spans(row["written"], spans, row["start"])}


def _without_span(row: Row | None) -> Row | None:
    return None if row is None else {key: value for key, value in row.items() if key not in ("start", "end")}


def _count(count: Count) -> Row:
    return {
        "low": count.low,
        "high": count.high,
        "ids": list(count.ids),
        "groups": [list(group) for group in count.groups],
    }
