"""Whether the 90 % intervals of trends hold the truth, on simulated series with known rates.

python benchmarks/check_trends.py [series]
"""

from __future__ import annotations

import sys

import numpy as np

from sayso.weigh.rates import rates


def coverage_of(number: int, seed: int) -> tuple[float, float, float]:
    """The share of months whose true rate lies in its interval; of those with coverage; and the mean relative width."""
    rolled = np.random.default_rng(seed)
    inside, widths = [], []
    for _ in range(number):
        months = int(rolled.integers(8, 48))
        step = float(np.exp(rolled.uniform(np.log(0.05), np.log(0.5))))
        level = np.log(rolled.uniform(1.0, 12.0)) + np.cumsum(rolled.normal(0, step, months))
        outlets = rolled.integers(0, 9, months).astype(float)
        if outlets.max() == 0:
            continue
        true = np.exp(level) * outlets / outlets.max()
        seen = rolled.poisson(true).astype(float)
        if seen.sum() < 8 or (seen > 0).sum() < 4:
            continue
        _, low, high = rates(seen, outlets)
        at = outlets > 0
        inside += ((low <= true) & (true <= high))[at].tolist()
        widths += ((high - low) / np.maximum(true, 1e-9))[at].tolist()
    return float(np.mean(inside)), float(len(inside)), float(np.median(widths))


if __name__ == "__main__":
    share, months, width = coverage_of(int(sys.argv[1]) if len(sys.argv) > 1 else 400, 20)
    print(f"90 % intervals hold the truth in {share:.1%} of {months:.0f} months; median relative width {width:.2f}")
