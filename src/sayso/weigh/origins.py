"""Origins: for each claim the say-so it is traced to, over the whole case."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.model.binding import Voice
from sayso.model.claim import Claim
from sayso.model.finding import Origin
from sayso.model.ids import origin_id
from sayso.model.report import Report


def origins_of(
    root_of: Mapping[str, str], voices: Mapping[str, Voice], claims: Mapping[str, Claim], reports: Mapping[str, Report]
) -> tuple[tuple[Origin, ...], dict[str, str]]:
    """The origins by id, and the origin of each claim; `root_of` gives the voice each claim is traced to."""
    members: dict[str, list[str]] = defaultdict(list)
    for claim in sorted(root_of):
        members[root_of[claim]].append(claim)
    origin_of: dict[str, str] = {}
    found = []
    for key, ids in members.items():
        origin = origin_of_group(key, ids, voices, Case(claims, reports))
        found.append(origin)
        origin_of.update(dict.fromkeys(ids, origin.id))
    return tuple(sorted(found, key=lambda origin: origin.id)), origin_of


@dataclass(frozen=True, slots=True)
class Case:
    """Claims and reports by id."""

    claims: Mapping[str, Claim]
    reports: Mapping[str, Report]


def origin_of_group(key: str, ids: list[str], voices: Mapping[str, Voice], case: Case) -> Origin:
    """The origin of the claims traced to one voice; it is called what the least of that voice's own claims calls it."""
    voice = voices[next((c for c in ids if key == voices[c].key or key.startswith(f"{voices[c].key}|")), ids[0])]
    at = {case.claims[claim].report for claim in ids}
    outlets = {case.reports[report].outlet or "" for report in at}
    return origin_named((voice.name, voice.kind, voice.why), ids, at, outlets)


def origin_named(
    teller: tuple[str | None, str, str], claims: Sequence[str], reports: Iterable[str], outlets: Iterable[str]
) -> Origin:
    """The origin of claims, least id first, of these reports and outlets ("" for none), that is called by name, kind
    and reason of a teller."""
    name, kind, why = teller
    at = sorted(set(reports))
    through = "" if len(at) == 1 else f", reached through {len(at)} reports"
    told = f"{why[:1].upper()}{why[1:]}{through}."
    return Origin(origin_id(claims[0]), name, kind, tuple(claims), tuple(at), tuple(sorted(set(outlets) - {""})), told)
