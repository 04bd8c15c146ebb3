"""How far two coders agree: what both judged, what only one did, Krippendorff's alpha with its interval."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sayso.desk.asking import refused
from sayso.desk.room import Room
from sayso.store import View, desking
from sayso.store.log import read_log, standing_decisions

Row = dict[str, Any]

#: What a verdict comes to when two are compared: an edit says that the machine's claim was wrong as it stood.
_CODES = {"accept": "accept", "edit": "edit", "reject": "reject", "unsure": "unsure"}

#: With fewer claims judged by both, an interval says nothing.
_FEWEST = 3

#: Resamples of the bootstrap: the ends of a 95 % interval then move by about a hundredth from seed to seed.
_RESAMPLES = 2000

Pairs = Sequence[tuple[str, str]]


def alpha(pairs: Pairs) -> float | None:
    """Krippendorff's alpha for nominal codes; None where both coders gave one and the same code throughout."""
    codes = sorted({code for pair in pairs for code in pair})
    if len(codes) < 2 or len(pairs) < 2:
        return None
    import krippendorff
    import numpy as np

    at = {code: number for number, code in enumerate(codes)}
    data = np.array([[at[one] for one, _ in pairs], [at[other] for _, other in pairs]], dtype=float)
    return float(krippendorff.alpha(reliability_data=data, level_of_measurement="nominal"))


def interval(pairs: Pairs, seed: int) -> tuple[float, float] | None:
    """The 95 % interval of alpha over the claims that both judged, by percentile bootstrap; the seed fixes it. A
    resample in which only one code occurs counts as full agreement."""
    if len(pairs) < _FEWEST or alpha(pairs) is None:
        return None
    import numpy as np
    from scipy.stats import bootstrap

    def of(rows: Any) -> float:
        found = alpha([pairs[int(row)] for row in rows])
        return 1.0 if found is None else found

    found = bootstrap(
        (np.arange(len(pairs)),), of, vectorized=False, n_resamples=_RESAMPLES, method="percentile",
        rng=np.random.default_rng(seed),
    )  # fmt: skip
    return float(found.confidence_interval.low), float(found.confidence_interval.high)


class Agreeing:
    """The part of the desk that compares two coders."""

    room: Room

    def agreement(self, one: str, other: str, *, seed: int = 0) -> Row:
        """How two coders agree on claims; a claim that only one judged is incomplete, and no disagreement."""
        if one == other:
            raise refused("two coders are compared; name another one", repr(other))
        with self.room.fresh() as view:
            mine = _coded(view.ask(lambda connection: desking.verdicts(connection, one)))
            theirs = _coded(view.ask(lambda connection: desking.verdicts(connection, other)))
            settled = _settled(view)
            total = view.totals()[0]
        both = sorted(mine.keys() & theirs.keys())
        pairs = [(mine[id], theirs[id]) for id in both]
        found, ends = alpha(pairs), interval(pairs, seed)
        return {
            "coders": [one, other],
            "both": len(both),
            "only_one": len(mine.keys() - theirs.keys()),
            "only_other": len(theirs.keys() - mine.keys()),
            "neither": total - len(mine.keys() | theirs.keys()),
            "agree": sum(a == b for a, b in pairs),
            "alpha": found,
            "low": ends[0] if ends else None,
            "high": ends[1] if ends else None,
            "why": _why(pairs, found, ends is not None),
            "rows": [row | {"adjudicated": settled.get(row["claim"])} for row in _rows(mine, theirs)],
        }


def _coded(verdicts: Mapping[str, Any]) -> dict[str, str]:
    """The codes by claim; an adjudication is no coder's own code."""
    return {id: _CODES[says] for id, (says, _) in verdicts.items() if says in _CODES}


def _settled(view: View) -> dict[str, str]:
    said = standing_decisions(view.ask(lambda connection: read_log(connection, says=("adjudicate",))))
    return {entry.about: entry.value for entry in said if entry.says == "adjudicate"}


def _rows(mine: Mapping[str, str], theirs: Mapping[str, str]) -> list[Row]:
    """Every claim on which the two do not say the same, by id."""
    found = []
    for id in sorted(mine.keys() | theirs.keys()):
        one, other = mine.get(id), theirs.get(id)
        if one != other:
            kind = "disagreement" if one and other else "incomplete"
            found.append({"claim": id, "one": one, "other": other, "kind": kind})
    return found


def _why(pairs: Pairs, found: float | None, told: bool) -> str:
    if not pairs:
        return "No claim was judged by both."
    if found is None:
        return "No alpha: both gave one and the same code throughout, or judged a single claim."
    ends = (
        "with a 95 % interval by bootstrap over claims"
        if told
        else "no interval, since too few claims were judged by both"
    )
    return f"Krippendorff's alpha over {len(pairs):,} claims that both judged, codes as names; {ends}."
