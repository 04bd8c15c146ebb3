"""What stands after each addition is what linking everything anew gives, whether or not it was linked anew."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st
from stand_in import analyse, stages

from sayso.model.claim import Claim
from sayso.model.ids import sha256_of
from sayso.model.picture import Analysis
from sayso.model.report import Report, Status, report_id
from sayso.model.telling import TellerKind
from sayso.pipeline.relinking import relink
from sayso.pipeline.stages import Stages
from sayso.store import View, Writer
from sayso.store.identity import Arrival
from sayso.store.making import make

OUTLETS = (None, "Post", "Wire")
DERIVED = ("matter", "origin", "tie", "linked")

#: A report: outlet, how many claims, which outlet its claims name, whether it could be read.
Told = tuple[str | None, int, str | None, bool]


def told(number: int, each: Told) -> tuple[Report, tuple[Claim, ...]]:
    """The report and its claims; named outlets come before the one that prints them."""
    outlet, claims, cited, read = each
    text = f"Report {number}: it rained. " + " ".join(f"{number + 20 + at} men deserted." for at in range(claims))
    sha = sha256_of(text.encode())
    status = Status.READ if read or claims else Status.UNSUPPORTED
    report = Report(report_id(sha, None, outlet, None), f"{number}.txt", sha, text, outlet, outlet, None,
                    language="en", status=status)  # fmt: skip
    made = []
    for claim in analyse(report).claims:
        last = claim.chain[-1]
        through = replace(last, name=cited, written=cited or "", kind=TellerKind.OUTLET, named=True)
        made.append(replace(claim, chain=(through, last)) if cited else claim)
    return report, tuple(made)


def put(writer: Writer, number: int, each: Told, path: str = "") -> None:
    """The report stands in the case, not yet linked."""
    report, claims = told(number, each)
    report = replace(report, path=path or report.path)
    given = f'["{report.outlet}"]' if report.outlet else ""
    arrival = Arrival(report, f"/in/{report.path}", given, "one")
    known, _ = writer.put(arrival, Analysis(report.id, (), claims, ()), {})
    assert known


def derived(case: Path) -> list[list[tuple[object, ...]]]:
    """Every derived row."""
    with closing(sqlite3.connect(case / "case.db")) as connection:
        return [sorted(connection.execute(f"SELECT * FROM {table}").fetchall()) for table in DERIVED]


def brought_up(case: Path, made: Stages) -> list[list[tuple[object, ...]]]:
    """The derived rows once the case is up to date."""
    with View(case) as view, Writer(case, who="ann", when="2026-01-01", why="test") as writer:
        relink(view, writer, made)
        view.renew()
        assert view.linked_by() == (view.revision(), made.made_by)
    return derived(case)


def new_case(folder: str) -> Path:
    """An empty case in that folder."""
    case = Path(folder) / "case"
    make(case, name="t", codebook=b"name: mini\n", suffix=".yaml", made_by="test")
    return case


REPORTS = st.lists(
    st.tuples(st.sampled_from(OUTLETS), st.integers(0, 2), st.sampled_from(OUTLETS), st.booleans()),
    min_size=1, max_size=7,
)  # fmt: skip


@settings(max_examples=8, deadline=None)
@given(REPORTS, st.data())
def test_after_each_addition_decision_and_stop_the_rows_are_those_of_a_full_relink(
    reports: list[Told], data: st.DataObject
) -> None:
    with TemporaryDirectory() as folder:
        case = new_case(folder)
        for number, each in enumerate(reports):
            with Writer(case, who="ann", when="2026-01-01", why="test") as writer:
                put(writer, number, each)
                says = data.draw(st.sampled_from(("", "note", "reject", "duplicate", "first path", "stop")))
                claims = told(number, each)[1]
                if says in ("duplicate", "first path"):
                    put(writer, number, each, "z.txt" if says == "duplicate" else "0.a")
                elif says in ("note", "reject") and claims:
                    writer.decide(claims[0].id, says)
            if says == "stop":  # ended before it was linked, as by kill -9
                continue
            rows = brought_up(case, stages())
            with Writer(case, who="ann", when="2026-01-01", why="test") as writer:
                writer.forget_links()
            assert rows == brought_up(case, stages())


def waiting(case: Path) -> int:
    """How many changed reports linking has not looked at yet."""
    with closing(sqlite3.connect(case / "case.db")) as connection:
        return int(connection.execute("SELECT count(*) FROM changed").fetchone()[0])


def test_a_report_that_linking_cannot_see_waits_until_something_else_is_linked(tmp_path: Path) -> None:
    case = new_case(str(tmp_path))
    left = []
    for number, each in enumerate([("Post", 1, "Wire", True), ("Post", 1, None, True), ("Post", 0, None, True),
                                   (None, 0, None, True)]):  # fmt: skip
        with Writer(case, who="ann", when="2026-01-01", why="test") as writer:
            put(writer, number, each)
        brought_up(case, stages())
        left.append(waiting(case))
    assert left == [0, 0, 1, 2]
    with Writer(case, who="ann", when="2026-01-01", why="test") as writer:
        put(writer, 9, ("Wire", 0, None, True))  # somebody names the Wire, of which nothing was read yet
    brought_up(case, stages())
    assert waiting(case) == 0
