"""Candidates for text reuse beside MinHash-LSH: how many true pairs each finds, and how fast.

    python benchmarks/candidates.py [PYTHON] [families]

PYTHON is an interpreter that has datasketch, rensa and numpy, which the project does not need; they run there.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time

from families import family
from sayso.link.pairing import pairs as pairs_of
from sayso.link.shingles import Words, own_words, runs
from sayso.link.traces import EMPTY, Kind, facts_of
from sayso.model.report import Report

_LIBRARIES = """
import json, sys, time, re
texts = json.load(sys.stdin)
words = [re.findall(r"\\w+", t.lower()) for t in texts]
start = time.process_time()
grams = [[" ".join(w[i:i+5]) for i in range(max(1, len(w)-4))] for w in words]
shingling = time.process_time() - start
found = {}
from datasketch import MinHash, MinHashLSH
start = time.process_time()
lsh = MinHashLSH(threshold=0.3, num_perm=128)
made = []
for n, g in enumerate(grams):
    m = MinHash(num_perm=128)
    m.update_batch([x.encode() for x in g])
    lsh.insert(n, m); made.append(m)
pairs = sorted({(min(n, o), max(n, o)) for n, m in enumerate(made) for o in lsh.query(m) if o != n})
found["datasketch MinHashLSH 128, t=0.3"] = (shingling + time.process_time() - start, pairs)
from rensa import RMinHash, RMinHashLSH
start = time.process_time()
lsh = RMinHashLSH(threshold=0.3, num_perm=128, num_bands=64)
made = []
for n, g in enumerate(grams):
    m = RMinHash(num_perm=128, seed=42); m.update(g); lsh.insert(n, m); made.append(m)
pairs = sorted({(min(n, o), max(n, o)) for n, m in enumerate(made) for o in lsh.query(m) if o != n})
found["rensa RMinHash 128, 64 bands"] = (shingling + time.process_time() - start, pairs)
print(json.dumps(found))
"""


def main() -> None:
    """Prints, for each way, the recall of true pairs, of those found by it, and the time."""
    number = int(sys.argv[2]) if len(sys.argv) > 2 else 600
    reports, origin = [], {}
    for seed in range(number):
        made = family(seed, "measuring")
        of = {claim.report: (seed, made.origin_of[claim.id]) for claim in reversed(made.claims)}
        reports += made.reports
        origin.update(of)
    reports = sorted({each.id: each for each in reports if each.id in origin}.values(), key=lambda each: each.id)
    at = {each.id: n for n, each in enumerate(reports)}
    groups: dict[tuple[int, int], list[str]] = {}
    for each in reports:
        groups.setdefault(origin[each.id], []).append(each.id)
    true = {(at[a], at[b]) for ids in groups.values() for n, a in enumerate(sorted(ids)) for b in sorted(ids)[n + 1 :]}
    start = time.process_time()
    pairs = {(at[a], at[b]) for a, b in _pairs(reports)}
    print(f"{len(reports)} reports, {len(true)} true pairs")
    _line("sampled runs, sorted and joined", time.process_time() - start, pairs, true)
    if len(sys.argv) > 1:
        texts = json.dumps([each.text for each in reports])
        run = subprocess.run([sys.argv[1], "-c", _LIBRARIES], input=texts, capture_output=True, text=True, check=True)
        for name, (took, theirs) in json.loads(run.stdout.splitlines()[-1]).items():
            _line(name, took, {(a, b) for a, b in theirs}, true)


def _pairs(reports: list[Report]) -> list[tuple[str, str]]:
    words, none = Words(), {Kind.DETAIL: EMPTY.keys, Kind.VALUE: EMPTY.keys}
    return pairs_of(facts_of({each.id: {Kind.RUN: runs(words.hashes(own_words(each))), **none} for each in reports}))


def _line(name: str, took: float, pairs: set[tuple[int, int]], true: set[tuple[int, int]]) -> None:
    print(f"{name:36} recall {len(pairs & true) / len(true):.3f}  pairs {len(pairs):6}  {took:.2f} s")


if __name__ == "__main__":
    main()
