"""Traces brought up to date: the grades of what became rarer or commoner, and who shares text with whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import combinations

import numpy as np

from sayso.link.pairing import paired, rare, together
from sayso.link.traces import EMPTY, FEW, Grades, Keys, Kind, Numbers, Trace, graded
from sayso.store.tracing import Traces

_NOBODY = np.empty(0, np.int64)


@dataclass(slots=True)
class Retraced:
    """What retracing changed, as numbers of reports: `weighed` have something of another weight now, `paired` share
    text with others than before."""

    weighed: set[int] = field(default_factory=set)
    paired: set[int] = field(default_factory=set)


def retrace(traces: Traces, keys: Mapping[int, Mapping[Kind, Keys]]) -> Retraced:
    """What changed because these reports have these hashes now; the traces kept are up to date afterwards."""
    found = Retraced()
    for kind in Kind:
        old = {number: Trace(*each) for number, each in traces.of(kind.value, sorted(keys)).items()}
        new, others, flipped = _regraded(traces, kind, old, {number: each[kind] for number, each in keys.items()})
        traces.put(kind.value, {number: (each.keys, each.grades) for number, each in (new | others).items()})
        found.weighed |= others.keys()
        if kind is Kind.RUN:
            found.paired = _paired_anew(traces, new, flipped)
    return found


def _regraded(
    traces: Traces, kind: Kind, old: Mapping[int, Trace], keys: Mapping[int, Keys]
) -> tuple[dict[int, Trace], dict[int, Trace], list[list[int]]]:
    """The traces of these reports, those of others of which a grade changed, and the holders of each run that now
    pairs reports and did not, or the other way round."""
    gone = _entries({n: np.setdiff1d(each.keys, keys[n], assume_unique=True) for n, each in old.items()})
    come = _entries({n: np.setdiff1d(each, old.get(n, EMPTY).keys, assume_unique=True) for n, each in keys.items()})
    moved = np.unique(np.concatenate([gone[0], come[0]]))
    held_keys, holders = traces.holders(kind.value, moved)
    before = _counted(moved, held_keys)
    after = before + _counted(moved, come[0]) - _counted(moved, gone[0])
    traces.move(kind.value, gone, come)
    grades, were = graded(kind, after), graded(kind, before)
    crossed = moved[(grades != were) & (before > 0)]
    here = np.isin(held_keys, crossed)
    steps = list(zip(held_keys[here].tolist(), holders[here].tolist(), strict=True))
    new = {n: _carried(each, old.get(n, EMPTY), moved, grades) for n, each in keys.items()}
    others = _patched(
        traces,
        kind,
        [(k, n) for k, n in steps if n not in keys],
        dict(zip(moved.tolist(), grades.tolist(), strict=True)) if steps else {},
    )
    changed_few = set(moved[((grades ^ were) & FEW != 0) & (before > 0)].tolist())
    flipped: dict[int, list[int]] = defaultdict(list)
    for key, number in steps:
        if key in changed_few and number not in keys:
            flipped[key].append(number)
    return new, others, list(flipped.values())


def _entries(keys: Mapping[int, Keys]) -> tuple[Keys, Numbers]:
    if not keys:
        return EMPTY.keys, _NOBODY
    lengths = [len(each) for each in keys.values()]
    return np.concatenate(list(keys.values())), np.repeat(np.array(list(keys), np.int64), lengths)


def _counted(keys: Keys, found: Keys) -> Numbers:
    """How often each of these hashes, in order, is found."""
    return np.bincount(np.searchsorted(keys, found), minlength=len(keys)).astype(np.int64) if len(keys) else _NOBODY


def _carried(keys: Keys, old: Trace, moved: Keys, grades: Grades) -> Trace:
    """The trace of a report: grades of what moved are new, all others as they were."""
    made = np.zeros(len(keys), np.uint8)
    if len(old.keys):
        at = np.minimum(np.searchsorted(old.keys, keys), len(old.keys) - 1)
        kept = old.keys[at] == keys
        made[kept] = old.grades[at[kept]]
    if len(moved):
        at = np.minimum(np.searchsorted(moved, keys), len(moved) - 1)
        hit = moved[at] == keys
        made[hit] = grades[at[hit]]
    return Trace(keys, made)


def _patched(
    traces: Traces, kind: Kind, steps: Iterable[tuple[int, int]], grades: Mapping[int, int]
) -> dict[int, Trace]:
    """The traces of reports, some of whose hashes crossed a step."""
    by_report: dict[int, list[int]] = defaultdict(list)
    for key, number in steps:
        by_report[number].append(key)
    made = {}
    for number, (keys, old) in traces.of(kind.value, sorted(by_report)).items():
        new = old.copy()
        new[np.searchsorted(keys, np.array(by_report[number], np.uint64))] = [grades[key] for key in by_report[number]]
        made[number] = Trace(keys, new)
    return made


def _paired_anew(traces: Traces, new: Mapping[int, Trace], flipped: Iterable[Iterable[int]]) -> set[int]:
    """The reports that share text with others than before, and those that share text with a new or changed one."""
    keys = np.unique(np.concatenate([EMPTY.keys, *(rare(each) for each in new.values())]))
    first, second = (each.tolist() for each in paired(*traces.holders(Kind.RUN.value, keys), 2**31))
    now: dict[int, set[int]] = {number: set() for number in new}
    for one, other in (*zip(first, second, strict=True), *zip(second, first, strict=True)):
        if one in now:
            now[one].add(other)
    before = traces.partners(sorted(new))
    around = {other for number in new for other in (*now[number], *before.get(number, ()))} - new.keys()
    pairs = {pair for holders in flipped for pair in combinations(sorted(holders), 2)}
    beside = {number for pair in pairs for number in pair}
    kept = {number: set(each) for number, each in traces.partners(sorted(around | beside)).items()}
    for number in around:
        kept[number] = (kept[number] - new.keys()) | {one for one in new if number in now[one]}
    looked = {number: Trace(*each) for number, each in traces.of(Kind.RUN.value, sorted(beside)).items()}
    for one, other in sorted(pairs):
        share = together(looked[one], looked[other])
        for mine, theirs in ((one, other), (other, one)):
            (kept[mine].add if share else kept[mine].discard)(theirs)
    traces.put_partners({number: sorted(each) for number, each in (now | kept).items()})
    return around | beside
