"""Scores spans of source, cue and content against brat stand-off files: exact, and by half of the shorter span."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from sayso.model.telling import Attribution

Span = tuple[str, str, int, int]
ROLES = ("Source", "Cue", "Content")
_OVERLAP = 0.5


def gold_of(path: Path) -> set[Span]:
    """The spans of one stand-off file, each with the file's name and its role; pieces of a span count apart."""
    found: set[Span] = set()
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("T"):
            role, *stretches = line.split("\t")[1].replace(";", " ").split(" ")
            if role in ROLES:
                pairs = zip(stretches[::2], stretches[1::2], strict=True)
                found |= {(path.stem, role, int(start), int(end)) for start, end in pairs}
    return found


def ours_of(name: str, attributions: Iterable[Attribution]) -> set[Span]:
    """The spans of our attributions in one text."""
    return {
        (name, role, span.start, span.end)
        for attribution in attributions
        for role, spans in zip(ROLES, (attribution.sources, attribution.cues, attribution.contents), strict=True)
        for span in spans
    }


def scores(gold: set[Span], ours: set[Span]) -> dict[str, dict[str, float]]:
    """For each role precision, recall and F1 of exact spans, and F1 where half of the shorter span is enough."""
    found = {}
    for role in ROLES:
        wanted, got = {s for s in gold if s[1] == role}, {s for s in ours if s[1] == role}
        right = len(wanted & got)
        precision, recall = right / max(1, len(got)), right / max(1, len(wanted))
        near = sum(any(_meet(g, o) for o in _of(got, g[0])) for g in wanted) / max(1, len(wanted))
        close = sum(any(_meet(g, o) for g in _of(wanted, o[0])) for o in got) / max(1, len(got))
        found[role.lower()] = {
            "precision": precision,
            "recall": recall,
            "f1": _f1(precision, recall),
            "overlap_f1": _f1(close, near),
        }
    return found


def _of(spans: set[Span], name: str) -> list[Span]:
    return [span for span in spans if span[0] == name]


def _meet(one: Span, two: Span) -> bool:
    common = min(one[3], two[3]) - max(one[2], two[2])
    return common >= _OVERLAP * max(1, min(one[3] - one[2], two[3] - two[2]))


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / max(1e-9, precision + recall)


def folder_scores(folder: Path, told: Callable[[str], Iterable[Attribution]]) -> dict[str, dict[str, float]]:
    """The scores over all files of a folder, every sentence of every text."""
    gold: set[Span] = set()
    ours: set[Span] = set()
    for path in sorted(folder.glob("*.ann")):
        gold |= gold_of(path)
        ours |= ours_of(path.stem, told(path.with_suffix(".txt").read_text("utf-8")))
    return scores(gold, ours)
