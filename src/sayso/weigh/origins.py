"""Origins: for each claim the say-so it is traced to, over the whole case."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

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
        origin = _origin(ids, voices[key], claims, reports)
        found.append(origin)
        origin_of.update(dict.fromkeys(ids, origin.id))
    return tuple(sorted(found, key=lambda origin: origin.id)), origin_of


def _origin(ids: list[str], voice: Voice, claims: Mapping[str, Claim], reports: Mapping[str, Report]) -> Origin:
    at = sorted({claims[claim].report for claim in ids})
    outlets = sorted({reports[report].outlet or "" for report in at} - {""})
    through = "" if len(at) == 1 else f", reached through {len(at)} reports"
    why = f"{voice.why[:1].upper()}{voice.why[1:]}{through}."
    return Origin(origin_id(ids[0]), voice.name, voice.kind, tuple(ids), tuple(at), tuple(outlets), why)
