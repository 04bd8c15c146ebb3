"""Corrections carried through: what an outlet takes back stands for nothing, nor what rests on it alone."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from sayso.model.claim import Claim
from sayso.model.report import Report
from sayso.weigh.standing import Sides
from sayso.weigh.voices import Ground

#: Words by which a report takes back what its outlet printed.
_TAKES_BACK = re.compile(
    r"\b(correction|corrects|corrected|corrigendum|erratum|retract(?:s|ed|ion)?|withdr(?:aws?|ew|awn) (?:the|its|that)"
    r"|editor['’]s note|in error|erroneously|incorrectly (?:said|stated|reported)|we (?:regret|apologi[sz]e))\b",
    re.IGNORECASE,
)


def taken_back(
    sides: Sides, reports: Mapping[str, Report], ground: Ground, rank: Mapping[str, tuple[int, str]]
) -> frozenset[str]:
    """The claims of a matter that a later correction by the same outlet takes back, and those that rest on them."""
    gone = {
        claim.id
        for denial in sides.against
        if _TAKES_BACK.search(reports[denial.report].text)
        for claim in (*sides.standing, *sides.near)
        if _same_outlet(claim, denial, reports) and rank[claim.id][0] <= rank[denial.id][0]
    }
    return frozenset(_with_followers(gone, (*sides.standing, *sides.near), ground, rank)) if gone else frozenset()


def _same_outlet(claim: Claim, denial: Claim, reports: Mapping[str, Report]) -> bool:
    mine, theirs = reports[claim.report].outlet, reports[denial.report].outlet
    return claim.report != denial.report and mine is not None and mine == theirs


def _with_followers(
    gone: set[str], claims: Sequence[Claim], ground: Ground, rank: Mapping[str, tuple[int, str]]
) -> set[str]:
    """Those claims and, step by step, later ones that for certain rest on one of them."""
    found = set(gone)
    grew = True
    while grew:
        grew = False
        for claim in claims:
            if claim.id not in found and _follows(claim.id, found, ground, rank):
                found.add(claim.id)
                grew = True
    return found


def _follows(claim: str, gone: set[str], ground: Ground, rank: Mapping[str, tuple[int, str]]) -> bool:
    parents = (d.parent for d in ground.by_child.get(claim, ()) if d.certain and d.parent in gone)
    return any(rank[parent][0] <= rank[claim][0] for parent in parents)


def without(sides: Sides, gone: frozenset[str]) -> Sides:
    """The sides of a matter when those claims stand for nothing."""
    if not gone:
        return sides
    kept, near = (tuple(c for c in part if c.id not in gone) for part in (sides.sure, sides.near))
    withdrawn = tuple(c for c in sides.standing if c.id in gone)
    unsure = tuple(c for c in sides.unsure if c.id not in gone)
    return Sides(kept, unsure, sides.against, sides.neither, near, withdrawn)
