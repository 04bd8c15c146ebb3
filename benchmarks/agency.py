"""The agency case beside truth discovery: how many answers each method gets right, for one to six shared questions.

    python benchmarks/agency.py [PYTHON]

PYTHON is an interpreter that has crowd-kit (pip install crowd-kit), which the project does not need; its algorithms run
there. Sums, AverageLog, Investment, PooledInvestment (Pasternack and Roth 2010) and TruthFinder (Yin et al. 2008) are
written out here from their papers.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable
from math import exp, log
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[1] / "tests" / "link")]

from agency_case import agency_case, answers  # noqa: E402
from link_making import CODEBOOK, Outlets  # noqa: E402

from sayso.pipeline.linked import linked  # noqa: E402

Told = tuple[tuple[str, str, float], ...]
Fact = tuple[str, float]

_ROUNDS = 20

_CROWD_KIT = """
import json, sys, warnings
warnings.filterwarnings("ignore")
import pandas as pd
from crowdkit.aggregation import GLAD, MACE, DawidSkene, MajorityVote, OneCoinDawidSkene
data = pd.DataFrame(json.load(sys.stdin), columns=["worker", "task", "label"])
found = {}
for name, made in (("MajorityVote", MajorityVote()), ("DawidSkene", DawidSkene(n_iter=100)),
                   ("OneCoinDawidSkene", OneCoinDawidSkene(n_iter=100)),
                   ("GLAD", GLAD(n_iter=50)), ("MACE", MACE(n_restarts=5, random_state=0))):
    try:
        found[name] = made.fit_predict(data).to_dict()
    except Exception as error:
        found[name] = str(error)[:60]
print(json.dumps(found))
"""


def believed(told: Told, trust_of: Callable[[float, int], float], growth: float, pooled: bool) -> dict[str, float]:
    """Fact-finders of one family: belief of a fact from its outlets' trust, trust from the belief of their facts."""
    facts: dict[Fact, set[str]] = defaultdict(set)
    claims: dict[str, set[Fact]] = defaultdict(set)
    for outlet, question, answer in told:
        facts[question, answer].add(outlet)
        claims[outlet].add((question, answer))
    trust = dict.fromkeys(claims, 1.0)
    belief: dict[Fact, float] = {}
    for _ in range(_ROUNDS):
        shares = {o: trust[o] / (len(claims[o]) if growth > 1 else 1) for o in claims}
        raw = {fact: sum(shares[o] for o in at) ** growth for fact, at in facts.items()}
        belief = _pooled(raw, facts, shares) if pooled else raw
        top = max(belief.values())
        belief = {fact: value / top for fact, value in belief.items()}
        trust = {o: trust_of(sum(belief[f] for f in claims[o]), len(claims[o])) for o in claims}
        best = max(trust.values()) or 1.0
        trust = {o: value / best for o, value in trust.items()}
    return _best(belief)


def _pooled(raw: dict[Fact, float], facts: dict[Fact, set[str]], shares: dict[str, float]) -> dict[Fact, float]:
    total: dict[str, float] = defaultdict(float)
    for (question, _), value in raw.items():
        total[question] += value
    return {fact: sum(shares[o] for o in facts[fact]) * value / total[fact[0]] for fact, value in raw.items()}


def _best(belief: dict[Fact, float]) -> dict[str, float]:
    best: dict[str, tuple[float, float]] = {}
    for (question, answer), value in sorted(belief.items()):
        best[question] = max(best.get(question, (-1.0, 0.0)), (value, answer))
    return {question: answer for question, (_, answer) in best.items()}


def truth_finder(told: Told) -> dict[str, float]:
    """TruthFinder with dampening 0.3 and no similarity between answers."""
    facts: dict[Fact, set[str]] = defaultdict(set)
    for outlet, question, answer in told:
        facts[question, answer].add(outlet)
    trust = {outlet: 0.9 for outlet, _, _ in told}
    belief: dict[Fact, float] = {}
    for _ in range(_ROUNDS):
        belief = {f: 1 / (1 + exp(-0.3 * sum(-log(max(1e-9, 1 - trust[o])) for o in at))) for f, at in facts.items()}
        for outlet in trust:
            mine = [value for fact, value in belief.items() if outlet in facts[fact]]
            trust[outlet] = min(1 - 1e-9, sum(mine) / len(mine))
    return _best(belief)


METHODS: dict[str, Callable[[Told], dict[str, float]]] = {
    "Sums": lambda told: believed(told, lambda total, _: total, 1.0, False),
    "AverageLog": lambda told: believed(told, lambda total, size: log(size + 1) * total / size, 1.0, False),
    "Investment": lambda told: believed(told, lambda total, _: total, 1.2, False),
    "PooledInvestment": lambda told: believed(told, lambda total, _: total, 1.4, True),
    "TruthFinder": truth_finder,
}


def main() -> None:
    """Prints a table: method, then right answers of k for k = 1 to 6."""
    table: dict[str, list[str]] = defaultdict(list)
    for shared in range(1, 7):
        for how in ("credited", "uncredited", "rewritten"):
            case = agency_case(shared, how, random.Random(shared))
            found = linked(case.reports, case.claims, (), Outlets(), CODEBOOK)
            table[f"Sayso ({how} reprints)"].append(_score(answers(found, case), case.truth))
        for name, method in METHODS.items():
            table[name].append(_score(method(case.told), case.truth))
        for name, given in _crowd_kit(case.told).items():
            table[f"crowd-kit {name}"].append(_score(given, case.truth) if isinstance(given, dict) else str(given))
    for name in sorted(table):
        print(f"{name:32}", "  ".join(table[name]))


def _crowd_kit(told: Told) -> dict[str, object]:
    if len(sys.argv) < 2:
        return {}
    run = subprocess.run(
        [sys.argv[1], "-c", _CROWD_KIT], input=json.dumps(told), capture_output=True, text=True, check=True
    )
    found: dict[str, object] = json.loads(run.stdout.splitlines()[-1])
    return found


def _score(given: dict[str, float], truth: dict[str, float]) -> str:
    return f"{sum(given.get(question) == answer for question, answer in truth.items())}/{len(truth)}"


if __name__ == "__main__":
    main()
