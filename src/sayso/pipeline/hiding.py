"""What is hidden of the claims of a case."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from sayso.model.claim import Claim
from sayso.store import View
from sayso.tell.hiding import OPEN, Hiding, hiding


def hidden(view: View, claims: Collection[Claim], names: bool = False, reports: Iterable[str] | None = None) -> Hiding:
    """What the claims' reports hide, or the reports named; nothing where names are asked for."""
    return OPEN if names else hiding(claims, dict(view.protected()), view.text, reports)
