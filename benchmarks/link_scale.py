"""How long linking and weighing take, and how much memory, for so many generated reports (making them is not counted).

python benchmarks/link_scale.py 1000 10000
"""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from dataclasses import replace

from families import family
from measure_families import CODEBOOK, Nobody
from sayso.books import tie_weights
from sayso.link.linking import Books, link
from sayso.model.claim import Claim
from sayso.model.report import Report
from sayso.weigh.weighing import weigh

#: Families are followed by so many words of a text of their own, so that reports are as long as news reports are.
_WORDS_MORE = 200

_SYLLABLES = "ba ko ri tu ne ma so li ve do pa ki ra zu me".split()


def case(number: int) -> tuple[list[Report], list[Claim]]:
    """So many reports of families, lengthened."""
    import random

    rolled = random.Random(number)
    reports: list[Report] = []
    claims: list[Claim] = []
    seed = 0
    words = ["".join(rolled.choice(_SYLLABLES) for _ in range(3)) for _ in range(4000)]
    while len(reports) < number:
        made = family(seed, "measuring")
        for each in made.reports:
            more = " ".join(rolled.choice(words) for _ in range(_WORDS_MORE))
            reports.append(replace(each, text=f"{each.text}{more}."))
        claims += made.claims
        seed += 1
    return reports, claims


def main(number: int) -> None:
    """Links one case and prints the time and memory that it took."""
    reports, claims = case(number)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    start = time.process_time()
    bound = link(reports, claims, (), Books(Nobody(), CODEBOOK, tie_weights.load()))
    linked = time.process_time()
    found = weigh(bound, reports, claims, CODEBOOK)
    end = time.process_time()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{len(reports)} reports, {len(claims)} claims, {len(found.matters)} matters, {len(found.ties)} ties:"
        f" link {linked - start:.1f} s, weigh {end - linked:.1f} s; {peak:.0f} MB, of which the case {before:.0f} MB",
        flush=True,
    )


if __name__ == "__main__":
    if len(sys.argv) == 2:
        main(int(sys.argv[1]))
    else:
        for size in sys.argv[1:]:
            subprocess.run([sys.executable, __file__, size], check=True)
