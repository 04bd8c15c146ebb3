"""How long `sayso show` takes on a case of 10,000 reports and 50,000 claims, the start of the program included."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from sayso.api import new
from sayso.model.claim import Claim, claim_id
from sayso.model.coding import Stage
from sayso.model.finding import Count, Linked, Matter, MatterKind, Origin
from sayso.model.ids import matter_id, origin_id, sha256_of
from sayso.model.picture import Analysis
from sayso.model.report import Published, Report, report_id
from sayso.model.telling import Access, Certainty, Hop, Seen, Side, TellerKind
from sayso.store import View, Writer
from sayso.store.identity import Arrival

CODES = ("desertion", "pay_cut", "low_morale", "casualties", "strength")
RUNS = 5


def main(reports: int = 10_000) -> int:
    """Zero where the median of five runs is below the two seconds that are promised."""
    with tempfile.TemporaryDirectory() as folder:
        case = new(Path(folder) / "case").folder
        _fill(case, reports)
        times = sorted(_show(case) for _ in range(RUNS))
    print(
        f"sayso show, {reports:,} reports, {reports * len(CODES):,} claims: median {times[RUNS // 2]:.2f} s of {RUNS}"
    )
    return 0 if times[RUNS // 2] < 2 else 1


def _show(case: Path) -> float:
    began = time.monotonic()
    subprocess.run([sys.executable, "-m", "sayso", "show", str(case)], check=True, stdout=subprocess.DEVNULL)
    return time.monotonic() - began


def _fill(case: Path, reports: int) -> None:
    claims: list[Claim] = []
    with Writer(case, who="benchmark", when="2026-01-01T00:00:00+00:00", why="benchmark") as writer:
        for number in range(reports):
            report = _report(number)
            found = tuple(_claim(report, at, code) for at, code in enumerate(CODES))
            claims += found
            writer.put(Arrival(report, f"/in/{report.path}", "", "b"), Analysis(report.id, (), found, ()), {})
        with View(case) as view:
            writer.link(_linked(claims), view.revision(), "b")


def _report(number: int) -> Report:
    text = f"Report {number}. " + "Men left the garrison at night, traders said. " * 80
    sha = sha256_of(text.encode())
    month = f"20{10 + number % 10}-{1 + number % 12:02}"
    published = Published(month, f"{month}-01", f"{month}-28", "manifest")
    return Report(
        report_id(sha, None, None, None), f"{number:06}.txt", sha, text, f"Outlet {number % 50}", None, published
    )


def _claim(report: Report, at: int, code: str) -> Claim:
    hop = Hop(
        report.outlet, "", None, None, TellerKind.OUTLET, Side.UNKNOWN, Access.UNSTATED, True, False, Seen.YES, None,
        Certainty.ASSERTED,
    )  # fmt: skip
    start, end = 20 + at * 46, 28 + at * 46
    return Claim(
        claim_id(report.id, start, end, code, "cohesion"), report.id, report.path, code, "cohesion", start, end,
        report.text[start:end], (start, end), Certainty.ASSERTED, False, Stage.DONE, None, "unstated", (hop,),
    )  # fmt: skip


def _linked(claims: list[Claim]) -> Linked:
    """Five claims to a matter, each an origin of its own."""
    matters = []
    for first in range(0, len(claims), 5):
        ids = tuple(sorted(claim.id for claim in claims[first : first + 5]))
        matters.append(
            Matter(matter_id(ids[0]), MatterKind.EVENT, CODES[0], None, None, None, ids, 5, 5, Count(1, 5), Count(0, 0))
        )
    origins = tuple(Origin(origin_id(c.id), None, "not stated", (c.id,), (c.report,), (), "") for c in claims)
    return Linked((), origins, tuple(matters), {claim.id: origin_id(claim.id) for claim in claims}, {})


if __name__ == "__main__":
    sys.exit(main(*(int(word) for word in sys.argv[1:])))
