"""The agency case: five outlets reprint one agency, three report on their own; the agency is wrong on every other."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace

from link_making import at_place, claim, count, hop, report

from sayso.model.claim import Claim
from sayso.model.finding import Linked
from sayso.model.report import Credit, Report
from sayso.model.slots import Place, Precision
from sayso.model.telling import TellerKind

_SAID = ("counted {n} of them gone from {p}", "put the number who left {p} at {n}", "spoke of {n} men missing in {p}",
         "heard that {p} had lost {n} of its garrison")  # fmt: skip
_FILL = tuple(
    f"{a}{b}" for a in ("bar", "lom", "tis", "ven", "kor", "sul", "mip", "dra") for b in ("", "an", "ek", "os")
)


@dataclass(frozen=True, slots=True)
class AgencyCase:
    """Reports and claims on some questions, the true answers by place, and the answers of each outlet."""

    reports: tuple[Report, ...]
    claims: tuple[Claim, ...]
    truth: dict[str, float]
    told: tuple[tuple[str, str, float], ...]  # outlet, question, answer


def agency_case(shared: int, how: str, rolled: random.Random) -> AgencyCase:
    """So many questions; the agency is right on every other one, the three are right on all."""
    places = [
        Place("where", f"Town {n}", f"q{n}", None, None, Precision.TOWN, f"Town {n}", 0, 6) for n in range(shared)
    ]
    truth = {f"q{n}": float(100 + 7 * n) for n in range(shared)}
    wrong = {place: number if int(place[1:]) % 2 else number + 31 for place, number in truth.items()}
    stories = [(f"Reprint {n}", wrong, None) for n in range(5)] + [(f"Own {n}", truth, f"Teller {n}") for n in range(3)]
    wire = [_sentence(rolled, "The agency", place.name, wrong[place.id]) for place in places]
    reports, claims, told = [], [], []
    for outlet, answer, teller in stories:
        lines = _variant(wire, how, rolled) if teller is None else [
            _sentence(rolled, teller, place.name, answer[place.id]) for place in places
        ]  # fmt: skip
        made = report(outlet, "\n\n".join(lines))
        if how == "credited" and teller is None:
            made = replace(made, credits=(Credit(0, 6, "(AGY)", "dateline", "Agency"),))
        reports.append(made)
        told += [(outlet, place.id, answer[place.id]) for place in places]
        claims += [_claim(made, lines, n, place, answer[place.id], teller) for n, place in enumerate(places)]
    return AgencyCase(tuple(reports), tuple(claims), truth, tuple(told))


def _sentence(rolled: random.Random, teller: str, place: str, number: float) -> str:
    said = rolled.choice(_SAID).format(n=int(number), p=place)
    return f"{teller} {said} {' '.join(rolled.choice(_FILL) for _ in range(20))}."


def _variant(wire: list[str], how: str, rolled: random.Random) -> list[str]:
    if how != "rewritten":
        return wire
    return [
        " ".join(w for w in line.split() if w[0].isupper() or w.isdigit() or rolled.random() > 0.12) for line in wire
    ]


def _claim(made: Report, lines: list[str], at: int, place: Place, number: float, teller: str | None) -> Claim:
    start = sum(len(line) + 2 for line in lines[:at])
    tellers = (hop(teller, TellerKind.RESIDENT),) if teller else ()
    return claim(made, *tellers, span=(start, start + 30), sentence=(start, start + len(lines[at])),
                 places=at_place(place), quantity=count(number))  # fmt: skip


def answers(found: Linked, case: AgencyCase) -> dict[str, float]:
    """For each question the value that most origins give."""
    given = {}
    for matter in found.matters:
        assert matter.place is not None
        best = max(matter.quantities, key=lambda group: (len(group.origins), -(group.low or 0)))
        given[matter.place.id] = best.low or 0.0
    return given
