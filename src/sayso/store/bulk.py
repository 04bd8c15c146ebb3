"""Many reports at once into a case that has none: what putting them in one by one gives, without asking of each what
the case knows of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection, Table, func, insert, select

from sayso.model.errors import Bug
from sayso.model.picture import Analysis
from sayso.store import placing, rows, schema
from sayso.store.chunking import chunks
from sayso.store.identity import Arrival
from sayso.store.index_tables import changed

#: Reports whose rows are handed to the database at once.
_AT_ONCE = 500


def put_new(
    connection: Connection, found: Iterable[tuple[Arrival, Analysis]], within: Mapping[str, Sequence[str]]
) -> int:
    """How many reports the case now holds, which held none; `Bug` where it does, or where two are one report."""
    if connection.execute(select(func.count()).select_from(schema.report)).scalar_one():
        raise Bug("only a case without reports can be filled at once")
    seen: set[str] = set()
    number = claims = 0
    for some in chunks(found, _AT_ONCE):
        made: dict[Table, list[dict[str, object]]] = {}
        for arrival, analysis in some:
            number += 1
            claims = _add(made, arrival, analysis, (number, claims, within))
            report = arrival.report
            marks = {report.id, f"{report.sha256} {report.path}", f"{report.sha256} {arrival.found_at}"}
            if marks & seen:
                raise Bug(f"{report.path} is a report that another one is already; put it into the case by itself")
            seen |= marks
        for table, values in made.items():
            if values:
                connection.execute(insert(table), values)
    return number


def _add(
    made: dict[Table, list[dict[str, object]]],
    arrival: Arrival,
    analysis: Analysis,
    at: tuple[int, int, Mapping[str, Sequence[str]]],
) -> int:
    """The number of the last claim, after the rows of a report and its claims were added to those made."""
    number, claim, within = at
    report = arrival.report
    placing.check(report, analysis.claims)
    row = {"number": number, "id": report.id, "key": report.id, "given": arrival.given, "path": report.path}
    row |= {"found_at": arrival.found_at, "made_by": arrival.made_by, **rows.of_report(report)}
    made.setdefault(schema.report, []).append(row)
    made.setdefault(schema.text, []).append({"number": number, "text": report.text})
    made.setdefault(schema.reading, []).append({"number": number, **placing.reading_of(analysis)})
    made.setdefault(changed, []).append({"report": number})
    for each in analysis.claims:
        claim += 1
        made.setdefault(schema.claim, []).append(
            {"number": claim, "report": number, **rows.of_claim(each, report.published)}
        )
        around = placing.places_around(each, within)
        made.setdefault(schema.claim_place, []).extend({"claim": claim, "place": place} for place in around)
    return claim
