"""Rows as the desk shows them: a claim with its state, its effect and its report, everything hidden that is."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from sayso.model.claim import Claim
from sayso.model.effect import effect_of
from sayso.store import View, desking, paging
from sayso.store.paging import Entry
from sayso.tell.hiding import OPEN, Hiding, stored
from sayso.tell.masking import masker
from sayso.tell.rows import hidden_claim
from sayso.weigh.effect import told

Row = dict[str, Any]


def hiding_of(view: View, claims: Collection[Claim], names: bool, reports: Collection[str] = ()) -> Hiding:
    """What is hidden of these claims and reports; nothing where names are asked for."""
    if names:
        return OPEN
    concerned = {claim.report for claim in claims} | set(reports)
    spans, kinds = view.ask(lambda connection: desking.hides_of(connection, concerned))
    return stored(claims, spans, kinds)


def hiding_in(view: View, ids: Sequence[str], names: bool) -> Hiding:
    """What is hidden of what rests on the claims of these ids; those of reports that hide nothing are not read."""
    if names:
        return OPEN
    concerned = view.ask(lambda connection: desking.hiding_names(connection, ids))
    return hiding_of(view, view.ask(lambda connection: paging.claims(connection, concerned)).values(), names)


def claim_rows(view: View, ids: Sequence[str], names: bool = False) -> list[Row]:
    """The claims of these ids in this order, as rows of the desk."""
    entries = view.ask(lambda connection: paging.entries(connection, ids))
    claims = view.ask(lambda connection: paging.claims(connection, ids))
    hidden = hiding_of(view, claims.values(), names)
    return [
        {
            "claim": hidden_claim(claims[id], hidden),
            "state": entries[id].state,
            "effect": entries[id].effect,
            "would": _would(entries[id]),
            "matter": entries[id].matter,
            "report": _report(entries[id], claims[id], hidden),
        }
        for id in ids
        if id in claims and id in entries
    ]


def _would(entry: Entry) -> list[str]:
    if not entry.matter:
        return ["It counts for no matter."]
    marks, origins, outlets = entry.told
    return list(told(effect_of("", entry.effect, marks), origins, outlets))


def _report(entry: Entry, claim: Claim, hidden: Hiding) -> Row:
    hide = masker(() if hidden.shows else hidden.names((claim.report,)))
    title = entry.printed.title
    return {
        "id": claim.report,
        "path": hide.of(claim.path),
        "title": hide.of(title) if title else title,
        "outlet": entry.printed.outlet,
        "published": entry.printed.published.edtf if entry.printed.published else None,
    }
