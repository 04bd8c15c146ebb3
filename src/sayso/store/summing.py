"""The sums of a summary, made by the database without reading texts or claims."""

from __future__ import annotations

from sqlalchemy import Connection, case, func, select

from sayso.model.books import Codebook
from sayso.model.picture import Summary, Unread
from sayso.model.trend import Happened, Printed
from sayso.store import rows
from sayso.store.schema import claim, matter, origin, report

#: How many matters a summary shows; a terminal page holds about that many. Change it with tests of `sayso show`.
MATTERS_SHOWN = 12

_COUNTING = ("proposed", "accepted")


def summary(connection: Connection, name: str, codebook: Codebook, unread: tuple[Unread, ...]) -> Summary:
    """The summary of the case; rejected and superseded claims are in no number."""
    counting = claim.c.review.in_(_COUNTING)
    accepted = func.coalesce(func.sum(case((claim.c.review == "accepted", 1), else_=0)), 0)
    claims = connection.execute(select(func.count(), accepted).select_from(claim).where(counting)).one()
    statuses = select(report.c.status, func.count()).group_by(report.c.status).order_by(report.c.status)
    outlets = (
        select(report.c.outlet, func.count().label("reports"))
        .where(report.c.outlet.is_not(None))
        .group_by(report.c.outlet)
        .order_by(func.count().desc(), report.c.outlet)
    )
    months = (
        select(claim.c.indicator, claim.c.month, func.count())
        .where(counting)
        .group_by(claim.c.indicator, claim.c.month)
        .order_by(claim.c.indicator, claim.c.month)
    )
    telling = (
        select(matter.c.value)
        .order_by(
            matter.c.low.desc(), matter.c.high.desc(), matter.c.outlets.desc(), matter.c.reports.desc(), matter.c.id
        )
        .limit(MATTERS_SHOWN)
    )
    unsupported = select(report.c.language).where(report.c.status == "unsupported language").distinct()
    totals = connection.execute(
        select(func.count(), func.coalesce(func.sum(matter.c.contradictions), 0)).select_from(matter)
    ).one()
    return Summary(
        name=name,
        codebook=codebook,
        by_status=tuple((row[0], row[1]) for row in connection.execute(statuses)),
        outlets=tuple((row[0], row[1]) for row in connection.execute(outlets)),
        claims=claims[0],
        accepted=claims[1],
        by_month=tuple((row[0], row[1], row[2]) for row in connection.execute(months)),
        matters=tuple(rows.to_matter(value) for value in connection.execute(telling).scalars()),
        matters_total=totals[0],
        contradictions_total=totals[1],
        origins_total=connection.execute(select(func.count()).select_from(origin)).scalar_one(),
        unread=unread,
        unsupported=tuple(sorted(connection.execute(unsupported).scalars())),
    )


def totals(connection: Connection) -> tuple[int, int]:
    """How many claims and matters the case has, rejected and superseded claims included."""
    claims = connection.execute(select(func.count()).select_from(claim)).scalar_one()
    return claims, connection.execute(select(func.count()).select_from(matter)).scalar_one()


def happened(connection: Connection) -> tuple[Happened, ...]:
    """The event matters that have an origin, with their times."""
    query = select(matter.c.id, matter.c.indicator, matter.c.value).where(matter.c.kind == "event", matter.c.high > 0)
    return tuple(Happened(row.id, row.indicator, rows.time_of(row.value)) for row in connection.execute(query))


def printed(connection: Connection) -> tuple[Printed, ...]:
    """The reports by outlet and days of publication; one of an unknown outlet is an outlet of its own."""
    columns = (report.c.id, report.c.outlet, report.c.published_earliest, report.c.published_latest)
    query = select(*columns).where(report.c.status != "failed", report.c.published_earliest.is_not(None))
    return tuple(Printed(row[1] or f"?{row[0]}", row[2], row[3]) for row in connection.execute(query))
