"""The credibility of a matter, 1 to 6, from its origins and contradictions alone, with its reason."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model.finding import Contradiction, MatterKind

#: Differences of cause are shown, not held against a matter.
_STANDING = frozenset({"count", "level", "trend", "kind of act", "place", "date", "actor", "denial", "outcome"})

#: The kinds of matter that get a grade.
_GRADED = frozenset({MatterKind.EVENT, MatterKind.STATE})

#: At least this many origins by the low count for the first two grades.
_CONFIRMED = 2


@dataclass(frozen=True, slots=True)
class Case:
    """What a grade is made of. `sides` are those of the origins for it; `own_admits` says that the own side tells
    something against its interest; `seen` that an origin is said to have seen it or to hold its own record."""

    kind: MatterKind
    low: int
    high: int
    against_low: int
    against_high: int
    sides: frozenset[str]
    own_admits: bool
    seen: bool
    contradictions: tuple[Contradiction, ...]


def grade(case: Case) -> tuple[int | None, str]:
    """The grade and one sentence that says why; None for patterns and forecasts, which get none."""
    if case.kind not in _GRADED:
        return None, f"No grade: a {case.kind.value} is not confirmed or refuted by origins."
    if case.high == 0 or case.low == 0:
        return 6, "Grade 6, cannot be judged: no origin can be traced beyond an outlet's own words."
    standing = sorted({c.type for c in case.contradictions if c.type in _STANDING})
    if case.against_low > case.low:
        return 5, f"Grade 5: at least {case.against_low} origins against it, at least {case.low} for it."
    if case.against_high > 0:
        return 4, f"Grade 4: {case.against_high} against it, not outweighed by what stands for it."
    if standing:
        return (3 if case.low >= _CONFIRMED else 4), _contradicted(case, standing)
    if case.low >= _CONFIRMED:
        return _confirmed(case)
    if case.own_admits and case.seen:
        return 2, "Grade 2: one origin, which tells it against its own interest and is said to know it at first hand."
    why = "one origin by the low count" if case.high == 1 else f"one origin by the low count, up to {case.high}"
    return 3, f"Grade 3: {why}, and nothing against it."


def _contradicted(case: Case, standing: list[str]) -> str:
    number = 3 if case.low >= _CONFIRMED else 4
    return f"Grade {number}: contradicted in {', '.join(standing)}."


def _confirmed(case: Case) -> tuple[int, str]:
    sides = case.sides - {"unknown"}
    if len(sides) > 1:
        return (
            1,
            f"Grade 1: at least {case.low} origins, on different sides ({', '.join(sorted(sides))}), none against.",
        )
    known = "those of a known side all" if "unknown" in case.sides else "all"
    where = f"{known} {next(iter(sides))}" if sides else "none of a known side"
    return 2, f"Grade 2: at least {case.low} origins, {where}, none against."
