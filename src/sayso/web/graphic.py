"""Graphic passages: words on killing, torture and the like stay folded until a person opens them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sayso.web.sessions import Session

#: The indicators whose words are folded: what is told there is often told in detail.
GRAPHIC = frozenset({"deserter_punishment", "civilian_abuse", "spy_hunt"})


def folded(session: Session | None) -> frozenset[str]:
    """The indicators whose words are folded for this person."""
    return frozenset() if session is not None and session.open_graphic else GRAPHIC


def folds(
    claims: Iterable[Mapping[str, Any]], session: Session, names: Mapping[str, Any]
) -> dict[tuple[int, int], str]:
    """Where words of a report are folded, each with what they are about."""
    hidden = folded(session)
    return {
        (claim["start"], claim["end"]): names[claim["indicator"]].name
        for claim in claims
        if claim["indicator"] in hidden and claim["indicator"] in names
    }
