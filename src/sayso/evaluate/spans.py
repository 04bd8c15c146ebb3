"""Scores spans of source, cue and content: exact, and by half of the shorter span; reads brat stand-off files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from sayso.evaluate.figures import Counts
from sayso.model.telling import Attribution

#: Name of the text, role, start, end.
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


def exact(gold: set[Span], ours: set[Span]) -> Counts:
    """Spans that are the same to the character."""
    return Counts(len(gold & ours), len(ours), len(gold))


def near(gold: set[Span], ours: set[Span]) -> Counts:
    """Spans of one role that share at least half of the shorter one."""
    wanted, given = _by_text(gold), _by_text(ours)
    right = sum(any(_meet(one, other) for other in wanted.get(one[:2], ())) for one in ours)
    found = sum(any(_meet(one, other) for other in given.get(one[:2], ())) for one in gold)
    return Counts(right, len(ours), len(gold), found)


def _by_text(spans: Iterable[Span]) -> Mapping[tuple[str, str], list[Span]]:
    found: dict[tuple[str, str], list[Span]] = {}
    for span in spans:
        found.setdefault(span[:2], []).append(span)
    return found


def _meet(one: Span, two: Span) -> bool:
    common = min(one[3], two[3]) - max(one[2], two[2])
    return common >= _OVERLAP * max(1, min(one[3] - one[2], two[3] - two[2]))


def counts(gold: set[Span], ours: set[Span]) -> dict[str, tuple[Counts, Counts]]:
    """For each role the exact counts and the near ones."""
    found = {}
    for role in ROLES:
        wanted, given = {s for s in gold if s[1] == role}, {s for s in ours if s[1] == role}
        found[role.lower()] = (exact(wanted, given), near(wanted, given))
    return found


def scores(gold: set[Span], ours: set[Span]) -> dict[str, dict[str, float]]:
    """For each role precision, recall and F1 of exact spans, and the same where half of the shorter span is enough."""
    return {
        role: {
            "precision": same.precision,
            "recall": same.recall,
            "f1": same.f1,
            "overlap precision": close.precision,
            "overlap recall": close.recall,
            "overlap f1": close.f1,
        }
        for role, (same, close) in counts(gold, ours).items()
    }


def of_folder(folder: Path, told: Callable[[str], Iterable[Attribution]]) -> tuple[set[Span], set[Span]]:
    """What is marked and what is ours over all files of a folder, every sentence of every text."""
    gold: set[Span] = set()
    ours: set[Span] = set()
    for path in sorted(folder.glob("*.ann")):
        gold |= gold_of(path)
        ours |= ours_of(path.stem, told(path.with_suffix(".txt").read_text("utf-8")))
    return gold, ours


def folder_scores(folder: Path, told: Callable[[str], Iterable[Attribution]]) -> dict[str, dict[str, float]]:
    """The scores over all files of a folder."""
    return scores(*of_folder(folder, told))
