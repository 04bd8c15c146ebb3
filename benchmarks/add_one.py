"""How long linking a whole case takes through the store, and then one more report, and one decision.

python benchmarks/add_one.py 1000 10000

The case is generated as claims and filled at once through the writer, in a process of its own; linking it is another
process, so that its peak of memory is linking's alone. Counted are seconds of the processor, and of the clock in
brackets, after modules were loaded. At last all is linked anew as a whole, and must be what the single steps left.
"""

from __future__ import annotations

import hashlib
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import msgspec

from link_scale import case
from measure_families import CODEBOOK, Nobody
from sayso.books import tie_weights
from sayso.link.linking import Books
from sayso.model.claim import Claim
from sayso.model.decision import Decision
from sayso.model.finding import Linked
from sayso.model.ids import sha256_of
from sayso.model.picture import Analysis
from sayso.model.report import Report, report_id
from sayso.pipeline.linked import linked
from sayso.pipeline.relinking import relink
from sayso.pipeline.stages import Stages
from sayso.store import View, Writer
from sayso.store.identity import Arrival
from sayso.store.making import make

#: Reports, and decisions, that are timed one by one.
_MORE = 20

Told = tuple[Report, tuple[Claim, ...]]
Took = tuple[float, float]


def _link(reports: Sequence[Report], claims: Sequence[Claim], decisions: Sequence[Decision]) -> Linked:
    return linked(reports, claims, decisions, Nobody(), CODEBOOK)


def stages() -> Stages:
    """Stages of which only linking is asked."""

    def never(*given: object) -> None:
        raise AssertionError("only linking is measured")

    books = Books(Nobody(), CODEBOOK, tie_weights.load())
    return Stages(never, never, never, _link, never, "b", books)  # type: ignore[arg-type]


def arrival(report: Report) -> Arrival:
    """The report as it comes in."""
    return Arrival(report, f"/in/{report.path}", "", "b")


def put(writer: Writer, told: Told) -> None:
    """The report stands in the case with its claims."""
    report, claims = told
    writer.put(arrival(report), Analysis(report.id, (), claims, ()), {})


def written(folder: Path) -> Writer:
    """The case, open for writing."""
    return Writer(folder, who="benchmark", when="2026-01-01T00:00:00+00:00", why="benchmark")


def fill(folder: Path, number: int) -> None:
    """A case of so many reports, not linked; twenty more, and some of its claims, wait in files beside it."""
    make(folder, name="b", codebook=b"name: mini\n", suffix=".yaml", made_by="b")
    reports, claims = case(number + _MORE)
    by_report: dict[str, list[Claim]] = {}
    for each in claims:
        by_report.setdefault(each.report, []).append(each)
    told = list({each.id: (each, tuple(by_report.get(each.id, ()))) for each in reports}.values())
    start = time.process_time()
    with written(folder) as writer:
        kept = writer.put_new(((arrival(r), Analysis(r.id, (), c, ())) for r, c in told[:-_MORE]), {})
    print(f"{kept} reports filled in: {time.process_time() - start:.1f} s", flush=True)
    often = Counter(each.outlet for each in reports).most_common(1)[0][0]
    some = [claims[at].id for at in range(0, len(claims) - 99, len(claims) // _MORE)][:_MORE]
    (folder / "more.json").write_bytes(msgspec.json.encode((told[-_MORE:], often, some)))


def link(folder: Path, number: int) -> None:
    """Links the case as a whole."""
    took = _timed(folder, lambda writer: None)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{number} reports, linked as a whole: {_said(took)}, {peak:.0f} MB", flush=True)


def one(folder: Path, number: int) -> None:
    """Adds reports with claims one by one, then one without, then decides, and prints what each took."""
    more, often, some = msgspec.json.decode((folder / "more.json").read_bytes(), type=tuple[list[Told], str, list[str]])
    text = "Rain fell on the hills all week, and the market opened late."
    sha = sha256_of(text.encode())
    quiet = replace(more[0][0], id=report_id(sha, None, often, None), sha256=sha, path="rain.txt", text=text,
                    outlet=often, credits=())  # fmt: skip
    _timed(folder, lambda writer: put(writer, (quiet, ())))
    print(f"{number} reports, one more without a claim: {_steps(folder, [lambda writer: put(writer, _twin(quiet))])}")
    adding = [lambda writer, each=each: put(writer, each) for each in more if each[1]]
    print(f"{number} reports, one more with a claim: {_steps(folder, adding)}", flush=True)
    rejecting = [lambda writer, each=each: writer.decide(each, "reject") for each in some[6:]]
    print(f"{number} reports, a claim rejected: {_steps(folder, rejecting)}", flush=True)
    joining = [lambda writer, each=each: writer.decide(each, "same", value=some[0]) for each in some[1:6]]
    print(f"{number} reports, two matters said to be the same: {_steps(folder, joining)}", flush=True)


def _twin(report: Report) -> tuple[Report, tuple[Claim, ...]]:
    sha = sha256_of(report.text.upper().encode())
    return replace(report, id=report_id(sha, None, report.outlet, None), sha256=sha, path="rain2.txt",
                   text=report.text.upper()), ()  # fmt: skip


def check(folder: Path, number: int) -> None:
    """What the steps left is what linking everything anew gives."""
    before = _digest(folder)
    with written(folder) as writer:
        writer.forget_links()
    link(folder, number)
    print(f"{number} reports, the same as linked anew: {_digest(folder) == before}", flush=True)


def _digest(folder: Path) -> dict[str, str]:
    """A hash of the rows of each table that linking derives."""
    names = ("tie", "origin", "matter", "linked")
    return {name: hashlib.sha256(b"".join(_rows(folder, name))).hexdigest() for name in names}


def _rows(folder: Path, name: str) -> Iterator[bytes]:
    with closing(sqlite3.connect(folder / "case.db")) as connection:
        for row in connection.execute(f"SELECT * FROM {name} ORDER BY 1"):
            yield repr(row).encode()


def _steps(folder: Path, changes: Sequence[Callable[[Writer], object]]) -> str:
    took = sorted(_timed(folder, change) for change in changes)
    return f"median {_said(took[len(took) // 2])}, longest {_said(took[-1])} of {len(took)}"


def _said(took: Took) -> str:
    return f"{took[0]:.2f} s ({took[1]:.2f} s)"


def _timed(folder: Path, change: Callable[[Writer], object]) -> Took:
    """The seconds of the processor, and of the clock, that a change takes until the case is up to date."""
    start = time.process_time(), time.monotonic()
    with written(folder) as writer, View(folder) as view:
        change(writer)
        relink(view, writer, stages())
    return time.process_time() - start[0], time.monotonic() - start[1]


_STEPS = {"fill": fill, "link": link, "one": one, "check": check}


def main(sizes: Sequence[str]) -> None:
    """Measures each size in processes of its own."""
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            for step in _STEPS:
                subprocess.run([sys.executable, __file__, step, f"{folder}/case", size], check=True)


if __name__ == "__main__":
    if sys.argv[1] in _STEPS:
        _STEPS[sys.argv[1]](Path(sys.argv[2]), int(sys.argv[3]))
    else:
        main(sys.argv[1:])
