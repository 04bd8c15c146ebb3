"""The desk's rows, made anew where something they are made from has changed; triggers say what that is."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, delete, exists, func, insert, select

from sayso.model.effect import Effect, Stake
from sayso.model.finding import Matter, MatterKind
from sayso.model.span import Span
from sayso.store import ledger, rows, schema
from sayso.store.desk_tables import coded, desk, hidden, stale, tie_end
from sayso.store.reviewing import review_again

Effects = Callable[[Matter, Sequence[Stake]], Mapping[str, Effect]]

#: So many ids are asked for at once; SQLite takes some thousand values in one statement.
_AT_ONCE = 500

#: From so many stale rows on, everything is made anew in one pass, which is quicker than looking up each.
_ALL_FROM = 20_000

_NEITHER = ("predicted", "asked")


class _Light(msgspec.Struct):
    """Of a claim only whether it is negated."""

    negated: bool


_light = msgspec.json.Decoder(_Light)


def is_stale(connection: Connection) -> bool:
    """Whether some row of the desk is not what it should be."""
    return connection.execute(select(stale.c.kind).limit(1)).first() is not None


def rebuild(connection: Connection, effects: Effects) -> bool:
    """Whether any row had to be made; afterwards the desk's rows are those of claims, links and reviews."""
    marks = connection.execute(select(stale).where(stale.c.kind != "names")).all()
    if not marks:
        return False
    if any(mark.kind == "coded" for mark in marks):
        review_again(connection, connection.execute(select(schema.decision.c.about).distinct()).scalars().all())
    claims = {mark.id for mark in marks if mark.kind == "claim"}
    matters = {mark.id for mark in marks if mark.kind == "matter"}
    if len(marks) >= _ALL_FROM:
        connection.execute(delete(desk))
        _put(connection, list(_base(connection, None)), effects)
        ledger.keep(connection, anew=True)
    else:
        for part in _parts(claims):
            connection.execute(delete(desk).where(desk.c.claim.in_(part)))
        near = matters | {row.matter for part in _parts(claims) for row in _linked(connection, part) if row.matter}
        ids = claims | {id for part in _parts(near) for id in _claims_of(connection, part)}
        _put(connection, [row for part in _parts(ids) for row in _base(connection, part)], effects)
        ledger.keep(connection)
    connection.execute(delete(stale).where(stale.c.kind != "names"))
    return True


def _parts(ids: Iterable[str]) -> Iterator[list[str]]:
    ordered = sorted(ids)
    for at in range(0, len(ordered), _AT_ONCE):
        yield ordered[at : at + _AT_ONCE]


def _linked(connection: Connection, ids: Sequence[str]) -> Sequence[Any]:
    return connection.execute(select(schema.linked.c.matter).where(schema.linked.c.claim.in_(ids))).all()


def _claims_of(connection: Connection, matters: Sequence[str]) -> Sequence[str]:
    return connection.execute(select(schema.linked.c.claim).where(schema.linked.c.matter.in_(matters))).scalars().all()


def _base(connection: Connection, ids: Sequence[str] | None) -> Iterable[Any]:
    claim, report, linked = schema.claim, schema.report, schema.linked
    query = (
        select(
            claim.c.id, claim.c.number, claim.c.indicator, claim.c.certainty, claim.c.month, claim.c.review,
            claim.c.value, report.c.number.label("report"), report.c.id.label("report_id"), report.c.outlet,
            linked.c.matter, linked.c.origin, exists().where(coded.c.claim == claim.c.id).label("coded"),
        )
        .join(report, report.c.number == claim.c.report)
        .outerjoin(linked, linked.c.claim == claim.c.id)
    )  # fmt: skip
    return connection.execute(query if ids is None else query.where(claim.c.id.in_(ids)))


def _put(connection: Connection, base: Sequence[Any], effects: Effects) -> None:
    by_matter: dict[str, list[Any]] = defaultdict(list)
    for row in base:
        if row.matter:
            by_matter[row.matter].append(row)
    told: dict[str, Effect] = {}
    origins: dict[str, str] = {}
    for part in _parts(by_matter):
        for value in connection.execute(select(schema.matter.c.value).where(schema.matter.c.id.in_(part))).scalars():
            matter = rows.to_matter(value)
            origins[matter.id] = bucket(matter.origins.high)
            told.update(effects(matter, [stake_of(row, matter) for row in by_matter[matter.id]]))
    values = [
        {
            "claim": row.id,
            "number": row.number,
            "report": row.report,
            "indicator": row.indicator,
            "certainty": row.certainty,
            "month": row.month,
            "outlet": row.outlet or "",
            "origins": origins.get(row.matter or "", "0"),
            "matter": row.matter,
            "effect": told[row.id].score if row.id in told else 0,
            "marks": told[row.id].marks if row.id in told else 0,
            "state": _state(row.review, bool(row.coded)),
        }
        for row in base
    ]
    if values:
        connection.execute(insert(desk).prefix_with("OR REPLACE"), values)


def bucket(high: int) -> str:
    """How many origins at most, as lists are narrowed by it."""
    return "3+" if high >= 3 else str(high)


def stake_of(row: Any, matter: Matter) -> Stake:
    """What the claim of a base row does for its matter."""
    unreal = row.certainty in _NEITHER
    contrary = row.certainty == "denied" or (not unreal and _light.decode(row.value).negated)
    out = row.id in matter.withdrawn
    stands = not contrary and not out and (not unreal or matter.kind is MatterKind.FORECAST)
    contrary = contrary and not out
    return Stake(row.id, row.report_id, row.outlet or f"?{row.report_id}", row.origin or "", stands, contrary)


def _state(review: str, is_coded: bool) -> str:
    if review == "proposed":
        return "unsure" if is_coded else "unreviewed"
    return review


def hides_of(
    connection: Connection, reports: Iterable[str]
) -> tuple[dict[str, tuple[Span, ...]], dict[str, dict[str, str]]]:
    """The spans that the reports hide, and the kinds of persons by name, each by the report's id."""
    spans: dict[str, tuple[Span, ...]] = {}
    kinds: dict[str, dict[str, str]] = {}
    for part in _parts(set(reports)):
        query = select(schema.report.c.id, hidden.c.spans, hidden.c.kinds).join(hidden)
        for row in connection.execute(query.where(schema.report.c.id.in_(part))):
            spans[row.id] = rows.to_spans(row.spans)
            kinds[row.id] = json.loads(row.kinds)
    return spans, kinds


def hiding_names(connection: Connection, claims: Iterable[str]) -> list[str]:
    """Those of the claims whose reports hide something."""
    query = select(schema.claim.c.id).join(hidden, hidden.c.number == schema.claim.c.report)
    parts = (connection.execute(query.where(schema.claim.c.id.in_(part))) for part in _parts(set(claims)))
    return [id for part in parts for id in part.scalars()]


def ties_of(connection: Connection, ends: Iterable[str]) -> list[bytes]:
    """The ties, as bytes, by id, with one of these ids at an end or among their spans."""
    found: dict[str, bytes] = {}
    for part in _parts(set(ends)):
        query = select(schema.tie.c.id, schema.tie.c.value).join(tie_end, tie_end.c.tie == schema.tie.c.id)
        found.update((row[0], row[1]) for row in connection.execute(query.where(tie_end.c.end.in_(part))))
    return [found[id] for id in sorted(found)]


def is_tie(connection: Connection, id: str) -> bool:
    """Whether a tie has that id."""
    return connection.execute(select(schema.tie.c.id).where(schema.tie.c.id == id)).first() is not None


def names_hidden(connection: Connection) -> set[str]:
    """Every name that some report hides."""
    told = connection.execute(select(hidden.c.kinds).where(hidden.c.kinds != "{}")).scalars()
    return {name for kinds in told for name in json.loads(kinds)}


def claims_by_coder(connection: Connection) -> dict[str, int]:
    """How many claims each coder gave a verdict on that stands."""
    query = select(coded.c.who, func.count()).group_by(coded.c.who)
    return {who: count for who, count in connection.execute(query)}


def verdicts(connection: Connection, who: str) -> dict[str, tuple[str, int]]:
    """The coder's standing verdicts with their numbers, by claim."""
    query = select(coded.c.claim, coded.c.says, coded.c.number).where(coded.c.who == who)
    return {row.claim: (row.says, row.number) for row in connection.execute(query)}
