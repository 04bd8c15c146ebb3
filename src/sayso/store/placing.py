"""Reports and their claims, put into a case; decisions follow their claims over re-reading."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from sqlalchemy import Connection, Table, delete, insert, select, update

from sayso.model.claim import Claim
from sayso.model.errors import Bug
from sayso.model.picture import Analysis
from sayso.model.report import Report, Status
from sayso.store import edits, rows, schema
from sayso.store.identity import Arrival, Known, Standing, duplicate_id
from sayso.store.reviewing import review_again


def put_report(
    connection: Connection, arrival: Arrival, known: Known, analysis: Analysis, within: Mapping[str, Sequence[str]]
) -> int:
    """The number of the report's row; its text, claims and attributions are now those of this analysis."""
    check(known.report, analysis.claims)
    values = {**_place(arrival, known), **rows.of_report(known.report)}
    if known.standing is Standing.NEW:
        if known.number is not None:  # it was listed as a duplicate until its own metadata came
            connection.execute(delete(schema.report).where(schema.report.c.number == known.number))
        number = added(connection, schema.report, {"id": known.id, **values})
    else:
        number = known.number or 0
        connection.execute(update(schema.report).where(schema.report.c.number == number).values(**values))
        for table in (schema.text, schema.reading):
            connection.execute(delete(table).where(table.c.number == number))
    added(connection, schema.text, {"number": number, "text": known.report.text})
    added(connection, schema.reading, {"number": number, **reading_of(analysis)})
    before = _claims_before(connection, number) if known.standing is Standing.CHANGED else []
    _put_claims(connection, number, known.report, analysis.claims, within)
    if known.standing is Standing.CHANGED:
        _follow(connection, number, before, analysis.claims)
    else:  # its id is new, so that nothing was ever said of its claims but in a log from elsewhere
        review_again(connection, {claim.id for claim in analysis.claims})
    return number


def reading_of(analysis: Analysis) -> dict[str, bytes]:
    """The columns of what was read of a report beside its claims."""
    return {
        "attributions": rows.of_attributions(analysis.attributions),
        "protected": rows.of_spans(analysis.protected),
    }


def places_around(claim: Claim, within: Mapping[str, Sequence[str]]) -> list[str]:
    """The places of a claim and all that contain them, sorted."""
    places = {each.id for each in claim.places}
    return sorted(places | {outer for place in places for outer in within.get(place, ())})


def put_duplicate(connection: Connection, arrival: Arrival, known: Known) -> int:
    """The number of the duplicate's row; of all paths the least is the report's, so that order changes nothing."""
    first, path = known.number or 0, arrival.report.path
    place = _place(arrival, known)
    listed = known.report
    if path < known.path:
        row = connection.execute(select(schema.report).where(schema.report.c.number == first)).one()
        connection.execute(
            update(schema.report).where(schema.report.c.number == first).values(path=path, found_at=arrival.found_at)
        )
        place = {**place, "path": row.path, "found_at": row.found_at}
        listed = replace(listed, id=duplicate_id(known.key, row.path))
    values = {"id": listed.id, **rows.of_report(listed), **place, "status": Status.DUPLICATE.value}
    return added(connection, schema.report, values)


def added(connection: Connection, table: Table, values: Mapping[str, object]) -> int:
    """The number of the row, which now stands in the table."""
    # Through the library's expressions one row takes six times as long, most of it to find the statement again.
    return connection.exec_driver_sql(_statement(table, tuple(values)), tuple(values.values())).lastrowid


@cache  # the tables and their columns are few and fixed
def _statement(table: Table, columns: tuple[str, ...]) -> str:
    names = ", ".join(f'"{column}"' for column in columns)
    return f"INSERT INTO {table.name} ({names}) VALUES ({', '.join('?' for _ in columns)})"


def present_id(connection: Connection, about: str) -> str:
    """The claim that a decision about that id concerns now: itself, or the one that took its place."""
    found = connection.execute(select(schema.replaced.c.new).where(schema.replaced.c.old == about)).scalar()
    return found or about


def _place(arrival: Arrival, known: Known) -> dict[str, str]:
    return {
        "key": known.key,
        "given": known.given,
        "path": arrival.report.path,
        "found_at": arrival.found_at,
        "made_by": arrival.made_by,
    }


def check(report: Report, claims: Sequence[Claim]) -> None:
    """`Bug` where a claim is not what stands in the text, or two have one id: such values are never stored."""
    seen: set[str] = set()
    for claim in claims:
        if claim.report != report.id or report.text[claim.start : claim.end] != claim.quote:
            raise Bug(f"claim {claim.id} does not quote {report.path}")
        if claim.id in seen:
            raise Bug(f"two claims of {report.path} have the id {claim.id}")
        seen.add(claim.id)


def _put_claims(
    connection: Connection,
    number: int,
    report: Report,
    claims: Sequence[Claim],
    within: Mapping[str, Sequence[str]],
) -> None:
    for claim in claims:
        key = added(connection, schema.claim, {"report": number, **rows.of_claim(claim, report.published)})
        if around := places_around(claim, within):
            lying = _statement(schema.claim_place, ("claim", "place"))
            connection.exec_driver_sql(lying, [(key, place) for place in around])


def _claims_before(connection: Connection, number: int) -> Sequence[Any]:
    """The claims that the report had from its reading before, which are gone now."""
    edits.clear(connection, number)
    mine = schema.claim.c.report == number
    before = connection.execute(select(schema.claim).where(mine)).all()
    if before:
        connection.execute(delete(schema.claim).where(mine))
    return before


def _follow(connection: Connection, number: int, before: Sequence[Any], claims: Sequence[Claim]) -> None:
    """Every claim of the report that was ever replaced now leads to the one that took most of its words, if any."""
    now = {claim.id for claim in claims}
    gone = [row for row in before if row.id not in now]
    if gone:
        connection.execute(
            insert(schema.replaced).prefix_with("OR REPLACE"),
            [
                {"old": row.id, "report": number, "indicator": row.indicator, "start": row.start, "end": row.end}
                for row in gone
            ],
        )
    replaced = schema.replaced
    if claims:
        connection.execute(delete(replaced).where(replaced.c.old.in_([claim.id for claim in claims])))
    for row in connection.execute(select(replaced).where(replaced.c.report == number)).all():
        rivals = [
            (min(row.end, claim.end) - max(row.start, claim.start), claim)
            for claim in claims
            if claim.indicator == row.indicator
        ]
        best = min(((-size, claim.id) for size, claim in rivals if size > 0), default=None)
        connection.execute(update(replaced).where(replaced.c.old == row.old).values(new=best[1] if best else None))
    review_again(connection, {*(claim.id for claim in claims), *edits.settle(connection, number)})
