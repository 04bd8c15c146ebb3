"""A largest one-to-one matching between what is marked and what we give."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def one_to_one(edges: Sequence[Sequence[int]], order: Iterable[int] | None = None) -> dict[int, int]:
    """From each marked thing that is answered to its answer; `edges` lists the answers that fit, the best first.

    What comes first in `order` stays answered whatever comes after it.
    """
    taken: dict[int, int] = {}
    for one in range(len(edges)) if order is None else order:
        _augment(one, edges, taken, set())
    return {one: answer for answer, one in taken.items()}


def _augment(one: int, edges: Sequence[Sequence[int]], taken: dict[int, int], tried: set[int]) -> bool:
    """Whether it got an answer, moving earlier ones to other answers of theirs where needed."""
    for answer in edges[one]:
        if answer in tried:
            continue
        tried.add(answer)
        if answer not in taken or _augment(taken[answer], edges, taken, tried):
            taken[answer] = one
            return True
    return False
