"""From scores of begin, inside and outside to spans: the best path that never goes inside from outside."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

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
    path = _path(logits.astype(np.float64).tolist(), lean, steps)
    return _spans(path, probabilities(logits)) if any(path) else []


_NEVER = 1e9


def _path(  # noqa: C901  three labels, each reached from three
    scores: list[list[float]], lean: float, steps: list[list[float]]
) -> list[int]:
    """The labels on the best path; of labels as good as each other the first.

    Written out for three labels, since it runs four times over every word that is read.
    """
    start, (from_out, from_begin, from_in) = steps[0], steps[1:]
    (out_out, out_begin, _), (begin_out, begin_begin, begin_in), (in_out, in_begin, in_in) = (
        from_out,
        from_begin,
        from_in,
    )
    out, begin, inside = scores[0][0] + lean + start[0], scores[0][1] + start[1], -_NEVER
    back: list[tuple[int, int, int]] = []
    for here_out, here_begin, here_in in scores[1:]:
        best_out, came_out = out + out_out, 0
        if (other := begin + begin_out) > best_out:
            best_out, came_out = other, 1
        if (other := inside + in_out) > best_out:
            best_out, came_out = other, 2
        best_begin, came_begin = out + out_begin, 0
        if (other := begin + begin_begin) > best_begin:
            best_begin, came_begin = other, 1
        if (other := inside + in_begin) > best_begin:
            best_begin, came_begin = other, 2
        best_in, came_in = -_NEVER, 0
        if (other := begin + begin_in) > best_in:
            best_in, came_in = other, 1
        if (other := inside + in_in) > best_in:
            best_in, came_in = other, 2
        back.append((came_out, came_begin, came_in))
        out, begin, inside = best_out + here_out + lean, best_begin + here_begin, best_in + here_in
    path = [max(range(3), key=(out, begin, inside).__getitem__)]
    for came in reversed(back):
        path.append(came[path[-1]])
    return path[::-1]


def _spans(path: list[int], likely: Scores) -> list[Run]:
    found: list[Run] = []
    first = -1
    for at, label in enumerate([*path, 0]):
        if label != 2 and first >= 0:
            found.append(Run(first, at, float(np.mean(likely[range(first, at), path[first:at]]))))
            first = -1
        if label == 1:
            first = at
    return found


#: For each token of a sentence how likely a statement begins there, and whether another may begin after it.
Borders: TypeAlias = tuple[Scores, NDArray[np.bool_]]


def stretches(values: Scores, borders: Borders, sure: float) -> list[Run]:
    """The runs of tokens of one sentence that state a code: above some of `sure`, with a mean of at least `sure`.

    Short gaps are bridged; where another statement may begin inside a run, and surely does, it is cut.
    """
    begins, apart = borders
    found: list[Run] = []
    for group in _groups(np.flatnonzero(values >= sure * _EDGE), apart):
        first, end = int(group[0]), int(group[-1]) + 1
        cuts = [first, *_cuts(begins, apart, first, end), end]
        for one, two in pairwise(cuts):
            top = np.sort(values[one:two])[::-1][: max(1, (two - one + 1) // 2)]
            if (score := float(top.mean())) >= sure:
                found.append(Run(one, two, score))
    return found


#: The edge of a run may be this much weaker than its heart.
_EDGE = 0.4
#: So many tokens inside a run may be weaker still; so many where no other statement may begin among them.
_GAP, _GAP_WITHIN = 2, 6
#: A statement begins where its head is so sure of it, if both halves keep so many tokens.
_BEGINS, _LEAST = 0.7, 3


def _groups(inside: NDArray[np.intp], apart: NDArray[np.bool_]) -> list[NDArray[np.intp]]:
    """The tokens, parted where the gap between two is too long."""
    ends = [
        number + 1
        for number, (one, two) in enumerate(pairwise(inside.tolist()))
        if two - one - 1 > (_GAP if apart[one + 1 : two].any() else _GAP_WITHIN)
    ]
    return np.split(inside, ends) if len(inside) else []


def _cuts(begins: Scores, apart: NDArray[np.bool_], first: int, end: int) -> list[int]:
    found, last = [], first
    for at in range(first + _LEAST, end - _LEAST + 1):
        surely = begins[at] >= _BEGINS and begins[at] == begins[at - 1 : at + 2].max()
        if surely and apart[at - 1] and at - last >= _LEAST:
            found.append(at)
            last = at
    return found
