"""How long one more report, and one decision, take through the store, in a case of so many.

python benchmarks/add_one.py 1000 10000

The case is generated as claims through the writer. Counted is the processor time of putting the report and bringing the
case up to date, in a process of its own, after its modules were loaded.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

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


def _link(reports: Sequence[Report], claims: Sequence[Claim], decisions: Sequence[Decision]) -> Linked:
    return linked(reports, claims, decisions, Nobody(), CODEBOOK)


def stages() -> Stages:
    """Stages of which only linking is asked."""

    def never(*given: object) -> None:
        raise AssertionError("only linking is measured")

    books = Books(Nobody(), CODEBOOK, tie_weights.load())
    return Stages(never, never, never, _link, never, "b", books)  # type: ignore[arg-type]


def put(writer: Writer, report: Report, claims: Sequence[Claim]) -> None:
    """The report stands in the case with its claims."""
    arrival = Arrival(report, f"/in/{report.path}", "", "b")
    writer.put(arrival, Analysis(report.id, (), tuple(claims), ()), {})


def written(folder: Path) -> Writer:
    """The case, open for writing."""
    return Writer(folder, who="benchmark", when="2026-01-01T00:00:00+00:00", why="benchmark")


def fill(folder: Path, number: int) -> None:
    """A case of so many reports, linked."""
    make(folder, name="b", codebook=b"name: mini\n", suffix=".yaml", made_by="b")
    reports, claims = case(number)
    told: dict[str, list[Claim]] = {}
    for each in claims:
        told.setdefault(each.report, []).append(each)
    with written(folder) as writer:
        for report in reports[:-_MORE]:
            put(writer, report, told.get(report.id, ()))
        start = time.process_time()
        with View(folder) as view:
            relink(view, writer, stages())
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{number} reports, linked as a whole: {time.process_time() - start:.1f} s, {peak:.0f} MB with making them",
        flush=True,
    )


def one(folder: Path, number: int) -> None:
    """Adds reports with claims one by one, then one without, then decides, and prints what each took."""
    reports, claims = case(number)
    often = Counter(each.outlet for each in reports).most_common(1)[0][0]
    text = "Rain fell on the hills all week, and the market opened late."
    sha = sha256_of(text.encode())
    quiet = replace(reports[-1], id=report_id(sha, None, often, None), sha256=sha, path="rain.txt", text=text,
                    outlet=often, credits=())  # fmt: skip
    took = [_timed(folder, lambda writer, each=each: put(writer, each, [c for c in claims if c.report == each.id]))
            for each in reports[-_MORE:]]  # fmt: skip
    print(
        f"{number} reports, one more with a claim: median {sorted(took)[_MORE // 2]:.2f} s, longest {max(took):.2f} s"
    )
    print(f"{number} reports, one more without one: {_timed(folder, lambda writer: put(writer, quiet, ())):.2f} s")
    some = [claims[at].id for at in range(0, len(claims), len(claims) // _MORE)][:_MORE]
    took = [_timed(folder, lambda writer, each=each: writer.decide(each, "reject")) for each in some]
    print(f"{number} reports, a claim rejected: median {sorted(took)[_MORE // 2]:.2f} s, longest {max(took):.2f} s")
    took = [_timed(folder, lambda writer, each=each: writer.decide(each, "same", value=some[-1])) for each in some[:5]]
    print(f"{number} reports, two matters said to be the same: longest {max(took):.2f} s", flush=True)


def _timed(folder: Path, change: Callable[[Writer], object]) -> float:
    """The seconds of the processor that a change takes until the case is up to date."""
    start = time.process_time()
    with written(folder) as writer, View(folder) as view:
        change(writer)
        relink(view, writer, stages())
    return time.process_time() - start


def main(sizes: Sequence[str]) -> None:
    """Measures each size in processes of its own."""
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            for step in ("fill", "one"):
                subprocess.run([sys.executable, __file__, step, f"{folder}/case", size], check=True)


if __name__ == "__main__":
    if sys.argv[1] in ("fill", "one"):
        (fill if sys.argv[1] == "fill" else one)(Path(sys.argv[2]), int(sys.argv[3]))
    else:
        main(sys.argv[1:])
