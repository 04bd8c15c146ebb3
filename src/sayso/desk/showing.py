"""Rows as the desk shows them: a claim with its state, its effect and its report, everything hidden that is."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from sayso.model.claim import Claim
from sayso.model.finding import Matter
from sayso.store import View, desking, paging
from sayso.tell.hiding import OPEN, Hiding, stored
from sayso.tell.masking import masker
from sayso.tell.rows import hidden_claim
from sayso.weigh.effect import effects, told

Row = dict[str, Any]


def hiding_of(view: View, claims: Collection[Claim], names: bool, reports: Collection[str] = ()) -> Hiding:
    """What is hidden of these claims and reports; nothing where names are asked for."""
    if names:
        return OPEN
    concerned = {claim.report for claim in claims} | set(reports)
    spans, kinds = view.ask(lambda connection: desking.hides_of(connection, concerned))
    return stored(claims, spans, kinds)


def claim_rows(view: View, ids: Sequence[str], names: bool = False) -> list[Row]:
    """The claims of these ids in this order, as rows of the desk."""
    entries = view.ask(lambda connection: paging.entries(connection, ids))
    claims = view.ask(lambda connection: paging.claims(connection, ids))
    held = view.ask(lambda connection: paging.matters(connection, {e.matter for e in entries.values() if e.matter}))
    hidden = hiding_of(view, claims.values(), names)
    would = {matter.id: _would(view, matter) for matter in held.values()}
    return [
        {
            "claim": hidden_claim(claims[id], hidden),
            "state": entries[id].state,
            "effect": entries[id].effect,
            "would": list(would.get(entries[id].matter or "", {}).get(id, ("It counts for no matter.",))),
            "matter": entries[id].matter,
            "report": _report(entries[id], claims[id], hidden),
        }
        for id in ids
        if id in claims and id in entries
    ]


def _would(view: View, matter: Matter) -> dict[str, tuple[str, ...]]:
    stakes = view.ask(lambda connection: desking.stakes_of(connection, matter))
    return {id: told(effect, matter) for id, effect in effects(matter, stakes).items()}


def _report(entry: Any, claim: Claim, hidden: Hiding) -> Row:
    hide = masker(() if hidden.shows else hidden.names((claim.report,)))
    title = entry.value.title
    return {
        "id": claim.report,
        "path": hide.of(claim.path),
        "title": hide.of(title) if title else title,
        "outlet": entry.value.outlet,
        "published": entry.value.published.edtf if entry.value.published else None,
    }
