"""Model values as rows and back: JSON for the whole value, columns for what is searched."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import msgspec

from sayso.model.claim import Claim, Review
from sayso.model.finding import Matter, Origin, Tie
from sayso.model.month import month_of
from sayso.model.report import Published, Report, Status
from sayso.model.slots import When
from sayso.model.span import Span
from sayso.model.telling import Attribution, Seen

_encode = msgspec.json.Encoder().encode


class _Timed(msgspec.Struct):
    """Of a matter only the time."""

    time: When | None = None


class Printed(msgspec.Struct):
    """Of a report only its title, who published it and when."""

    title: str | None = None
    outlet: str | None = None
    published: Published | None = None


_printed = msgspec.json.Decoder(Printed)
_report = msgspec.json.Decoder(Report)
_claim = msgspec.json.Decoder(Claim)
_tie = msgspec.json.Decoder(Tie)
_origin = msgspec.json.Decoder(Origin)
_matter = msgspec.json.Decoder(Matter)
_timed = msgspec.json.Decoder(_Timed)
_spans = msgspec.json.Decoder(tuple[Span, ...])
_attributions = msgspec.json.Decoder(tuple[Attribution, ...])
_seen = msgspec.json.Decoder(dict[int, Seen])


def of_report(report: Report) -> dict[str, Any]:
    """The columns of a report that its value alone decides."""
    published = report.published
    return {
        "sha256": report.sha256,
        "outlet": report.outlet,
        "published_earliest": published.earliest if published else None,
        "published_latest": published.latest if published else None,
        "language": report.language,
        "status": report.status.value,
        "characters": len(report.text),
        "value": _encode(replace(report, text="")),
    }


def to_report(row: Any, text: str = "") -> Report:
    """The report of a row; its path, id and status are the row's, which decisions about duplicates may change."""
    value = _report.decode(row.value)
    return replace(value, id=row.id, path=row.path, status=Status(row.status), text=text)


def to_printed(value: bytes) -> Printed:
    """Title, outlet and date of the report that those bytes hold; the rest of it is not read."""
    return _printed.decode(value)


def of_claim(claim: Claim, published: Published | None) -> dict[str, Any]:
    """The columns of a claim."""
    earliest, latest = days_of(claim, published)
    return {
        "id": claim.id,
        "indicator": claim.indicator,
        "start": claim.start,
        "end": claim.end,
        "certainty": claim.certainty.value,
        "stage": claim.stage.value,
        "actor": claim.actor.name if claim.actor else None,
        "earliest": earliest,
        "latest": latest,
        "month": counted_month(claim, published),
        "review": claim.review.value,
        "value": _encode(claim),
    }


def bare_claim(value: bytes) -> Claim:
    """The claim that those bytes hold, as its report's analysis made it."""
    return _claim.decode(value)


def to_claim(row: Any) -> Claim:
    """The claim of a row joined with its report's path and with what linking found."""
    value = _claim.decode(row.value)
    chain = value.chain
    if row.seen:
        seen = _seen.decode(row.seen)
        chain = tuple(replace(hop, seen=seen.get(at, hop.seen)) for at, hop in enumerate(chain))
    return replace(value, path=row.path, review=Review(row.review), origin=row.origin or "", chain=chain)


def days_of(claim: Claim, published: Published | None) -> tuple[str | None, str | None]:
    """First and last day of happening; of publication where no time is stated but the tense."""
    time = claim.time
    if time is not None and time.basis != "tense" and (time.earliest or time.latest):
        return time.earliest, time.latest
    return (published.earliest, published.latest) if published else (None, None)


def counted_month(claim: Claim, published: Published | None) -> str:
    """The month a claim is counted in, by time of happening, else of publication; "2016-XX" where only the year is
    known, "" where neither is."""
    stated = claim.time is not None and claim.time.basis != "tense"
    found = month_of(claim.time.edtf) if claim.time is not None and stated else ""
    return found or month_of(published.edtf if published else None)


def of_tie(tie: Tie) -> dict[str, Any]:
    """The columns of a tie."""
    return {"id": tie.id, "type": tie.type.value, "certain": tie.certain, "value": _encode(tie)}


def of_origin(origin: Origin) -> dict[str, Any]:
    """The columns of an origin."""
    return {"id": origin.id, "kind": origin.kind, "value": _encode(origin)}


def of_matter(matter: Matter) -> dict[str, Any]:
    """The columns of a matter."""
    return {
        "id": matter.id,
        "indicator": matter.indicator,
        "kind": matter.kind.value,
        "low": matter.origins.low,
        "high": matter.origins.high,
        "reports": matter.reports,
        "outlets": matter.outlets,
        "contradictions": len(matter.contradictions),
        "value": _encode(matter),
    }


def to_tie(value: bytes) -> Tie:
    """The tie that those bytes hold."""
    return _tie.decode(value)


def to_origin(value: bytes) -> Origin:
    """The origin that those bytes hold."""
    return _origin.decode(value)


def to_matter(value: bytes) -> Matter:
    """The matter that those bytes hold."""
    return _matter.decode(value)


def time_of(value: bytes) -> When | None:
    """The time of the matter that those bytes hold; the rest of it is not read."""
    return _timed.decode(value).time


def of_spans(spans: tuple[Span, ...]) -> bytes:
    """Spans as bytes."""
    return _encode(spans)


def to_spans(value: bytes) -> tuple[Span, ...]:
    """The spans that those bytes hold."""
    return _spans.decode(value)


def of_attributions(attributions: tuple[Attribution, ...]) -> bytes:
    """Attributions as bytes."""
    return _encode(attributions)


def to_attributions(value: bytes) -> tuple[Attribution, ...]:
    """The attributions that those bytes hold."""
    return _attributions.decode(value)


def of_seen(seen: dict[int, str]) -> str:
    """What was seen of a chain's hops, by their place in it, as text; "" where linking added nothing."""
    return msgspec.json.encode(dict(sorted(seen.items()))).decode() if seen else ""
