"""From scores of begin, inside and outside to spans: the best path that never goes inside from outside."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Run:
    """Tokens `[first, end)` of a window, and the mean probability of their labels."""

    first: int
    end: int
    score: float


def probabilities(logits: Scores) -> Scores:
    """The softmax over the last axis."""
    raised = np.exp(logits - logits.max(axis=-1, keepdims=True))
    return np.asarray(raised / raised.sum(axis=-1, keepdims=True), np.float32)


def sigmoid(logits: Scores) -> Scores:
    """Each score as a probability."""
    return np.asarray(1 / (1 + np.exp(-np.clip(logits, -30, 30))), np.float32)


def runs(logits: Scores, lean: float, steps: list[list[float]]) -> list[Run]:
    """The spans on the best path through outside, begin and inside; `lean` and `steps` are those of `Chain`."""
    if not len(logits):
        return []
    scores = logits.astype(np.float64).tolist()
    start, (from_out, from_begin, from_in) = steps[0], steps[1:]
    out, begin, inside = scores[0][0] + lean + start[0], scores[0][1] + start[1], -_NEVER
    back: list[tuple[int, int, int]] = []
    for here in scores[1:]:
        to_out = (out + from_out[0], begin + from_begin[0], inside + from_in[0])
        to_begin = (out + from_out[1], begin + from_begin[1], inside + from_in[1])
        to_in = (-_NEVER, begin + from_begin[2], inside + from_in[2])
        back.append((_best(to_out), _best(to_begin), _best(to_in)))
        out, begin, inside = max(to_out) + here[0] + lean, max(to_begin) + here[1], max(to_in) + here[2]
    path = [_best((out, begin, inside))]
    for came in reversed(back):
        path.append(came[path[-1]])
    return _spans(path[::-1], probabilities(logits))


_NEVER = 1e9


def _best(scores: tuple[float, float, float]) -> int:
    return max(range(3), key=scores.__getitem__)


def _spans(path: list[int], likely: Scores) -> list[Run]:
    found: list[Run] = []
    first = -1
    for at, label in enumerate([*path, 0]):
        if label != 2 and first >= 0:
            found.append(Run(first, at, float(np.mean([likely[n, path[n]] for n in range(first, at)]))))
            first = -1
        if label == 1:
            first = at
    return found


def stretches(values: Scores, begins: Scores, sure: float) -> list[Run]:
    """The runs of tokens of one sentence that state a code: above half of `sure`, with a mean of at least `sure`.

    A gap of two tokens is bridged; where another statement surely begins inside a run, it is cut.
    """
    found: list[Run] = []
    inside = np.flatnonzero(values >= sure * _EDGE)
    for group in np.split(inside, np.flatnonzero(np.diff(inside) > _GAP + 1) + 1) if len(inside) else []:
        first, end = int(group[0]), int(group[-1]) + 1
        cuts = [first, *_cuts(values, begins, first, end), end]
        for one, two in pairwise(cuts):
            top = np.sort(values[one:two])[::-1][: max(1, (two - one + 1) // 2)]
            if (score := float(top.mean())) >= sure:
                found.append(Run(one, two, score))
    return found


#: The edge of a run may be this much weaker than its heart.
_EDGE = 0.6
#: So many tokens inside a run may be weaker still.
_GAP = 2
#: A statement begins where its head is so sure of it, if both halves keep so many tokens.
_BEGINS, _LEAST = 0.7, 3


def _cuts(values: Scores, begins: Scores, first: int, end: int) -> list[int]:
    found, last = [], first
    for at in range(first + _LEAST, end - _LEAST + 1):
        if begins[at] >= _BEGINS and begins[at] == begins[at - 1 : at + 2].max() and at - last >= _LEAST:
            found.append(at)
            last = at
    return found
