"""How often the count misleads, on families of reports with known origins that no weight was fitted on.

python benchmarks/measure_families.py [families]
"""

from __future__ import annotations

import sys
from collections import Counter

from families import Family, family
from sayso.model.books import Codebook, Indicator, Outlet
from sayso.model.claim import Claim
from sayso.model.finding import Matter
from sayso.model.report import Report
from sayso.pipeline.linked import linked

CODEBOOK = Codebook(
    "cohesion", "1", "", "",
    (Indicator("desertion", "leaving", "", "", (), "event", "decay", (), (), (), (), 1),), {}, {}, "",
)  # fmt: skip


class Nobody:
    """A register without entries."""

    def find(self, name: str) -> Outlet | None:
        """No outlet is known."""
        return None


def main() -> None:
    """Links all families as one case and prints the figures."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    families = [family(seed, "measuring") for seed in range(number)]
    reports: dict[str, Report] = {r.id: r for each in families for r in each.reports}
    claims: list[Claim] = [c for each in families for c in each.claims]
    found = linked(list(reports.values()), claims, (), Nobody(), CODEBOOK)
    home = {claim: matter for matter in found.matters for claim in matter.claims}
    marks: Counter[str] = Counter()
    widths: Counter[int] = Counter()
    missed: Counter[str] = Counter()
    for each in families:
        matters = {home[claim.id].id: home[claim.id] for claim in each.claims}
        _mark(each, list(matters.values()), marks, widths, missed)
    for name in ("false corroboration", "inside", "width <= 1", "split"):
        print(f"{name}: {marks[name] / number:.2%}")
    print("widths", dict(sorted(widths.items())))
    print("above", {k: v for k, v in missed.most_common(12)})


def _mark(each: Family, matters: list[Matter], marks: Counter[str], widths: Counter[int], missed: Counter[str]) -> None:
    marks["split"] += len(matters) > 1
    matter = max(matters, key=lambda m: len(m.claims))
    low, high = matter.origins.low, matter.origins.high
    marks["false corroboration"] += low > each.origins
    marks["inside"] += low <= each.origins <= high
    marks["width <= 1"] += high - low <= 1
    widths[high - low] += 1
    if low > each.origins or high < each.origins:
        side = "low too high" if low > each.origins else "high too low"
        missed.update(f"{side}: {way}" for how in each.how.values() for way in how)
        missed[side] += 1


if __name__ == "__main__":
    main()
