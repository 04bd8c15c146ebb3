"""What to get next: the text that is named and not read behind most origins of a matter."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.tell.index import Row, unseen, who


@dataclass(frozen=True, slots=True)
class Wanted:
    """A text that nobody has read here, and what rests on it."""

    name: str
    claims: tuple[str, ...]
    origins: tuple[str, ...]
    unread: bool  # in the case, in a language not read


def wanted(told: list[Row]) -> Wanted | None:
    """The unseen text whose reading could most change the count: behind most origins, then most claims."""
    claims: dict[str, list[str]] = {}
    origins: dict[str, dict[str, None]] = {}
    state: dict[str, str] = {}
    for claim in told:
        for name, seen in {who(hop): hop["seen"] for hop in claim["chain"] if unseen(hop)}.items():
            claims.setdefault(name, []).append(claim["id"])
            origins.setdefault(name, {})[claim["origin"]] = None
            state[name] = seen
    if not claims:
        return None
    best = min(claims, key=lambda name: (-len(origins[name]), -len(claims[name]), name))
    return Wanted(best, tuple(claims[best]), tuple(origins[best]), state[best] == "not read")
