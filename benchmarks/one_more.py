"""How long one more report takes in a case of so many, and that the result is that of linking everything.

python benchmarks/one_more.py 10000 [--check]
"""

from __future__ import annotations

import sys
import time

from link_scale import case
from measure_families import CODEBOOK, Nobody
from sayso.pipeline.linked import linked
from sayso.pipeline.updating import Updating

_MORE = 20


def main(number: int, check: bool) -> None:
    """Links all but the last few reports, then takes those in one by one."""
    reports, claims = case(number)
    later = {each.id for each in reports[-_MORE:]}
    told: dict[str, list[object]] = {}
    for each in claims:
        told.setdefault(each.report, []).append(each)
    kept = Updating(reports[:-_MORE], [c for c in claims if c.report not in later], (), Nobody(), CODEBOOK)
    took, changed = [], []
    for each in reports[-_MORE:]:
        start = time.perf_counter()
        changed.append(len(kept.add(each, told.get(each.id, []))))  # type: ignore[arg-type]
        took.append(time.perf_counter() - start)
    print(
        f"one more report in {number}: median {sorted(took)[_MORE // 2]:.2f} s, longest {max(took):.2f} s;"
        f" matters changed {min(changed)} to {max(changed)}"
    )
    if check:
        print("same as all at once:", kept.linked() == linked(reports, claims, (), Nobody(), CODEBOOK))


if __name__ == "__main__":
    main(int(sys.argv[1]), "--check" in sys.argv)
