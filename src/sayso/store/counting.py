"""Which rows of the ledger fit what is asked, what they say how often, and which come first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from sqlalchemy import Connection

from sayso.store import ledger, schema
from sayso.store.ledger import COLUMNS, Fits, Ledger, Numbers
from sayso.store.paging import STATES, Page, ids_of, mine

#: Up to so many pairs of value and report are marked in a table of all pairs; more are sorted instead.
_TABLE = 1 << 23


def fitting(held: Ledger, narrow: Mapping[str, Sequence[str]], reports: Numbers | None) -> Fits:
    """Which rows have one of the wanted values of each facet, and are of these reports; where no state is asked for,
    those that an edit took the place of are left out."""
    fits = np.ones(len(held.whole["number"]), dtype=bool)
    if not narrow.get("state"):
        fits &= ~np.isin(held.codes["state"], held.known("state", ["superseded"]))
    for column in COLUMNS:
        if narrow.get(column):
            fits &= np.isin(held.codes[column], held.known(column, narrow[column]))
    if narrow.get("place"):
        fits &= held.lying(held.known("place", narrow["place"]))[held.whole["number"]]
    if reports is not None:
        fits &= np.isin(held.whole["report"], reports)
    return fits


def claims_of(connection: Connection, held: Ledger, fits: Fits, page: Page) -> tuple[list[str], int]:
    """The page's claims of those that fit, in the order of the queue, and how many fit."""
    found = held.whole["number"][fits]
    return ids_of(connection, schema.claim, found[page.offset : page.offset + page.limit].tolist()), len(found)


def counts(held: Ledger, fits: Fits, units: Numbers | None = None) -> dict[str, list[tuple[str, int]]]:
    """For each facet how many of the rows that fit have each value; with `units`, one for each row, how many different
    units have it."""
    found = {
        column: _counted(held.codes[column][fits], units[fits] if units is not None else None) for column in COLUMNS
    }
    number = held.whole["number"]
    of_claim = np.full(held.most, -1, dtype=np.int32)
    of_claim[number[fits]] = units[fits] if units is not None else 0
    of_pair = of_claim[held.lies]
    found["place"] = _counted(held.in_place[of_pair >= 0], of_pair[of_pair >= 0] if units is not None else None)
    return {
        facet: [(held.words[facet][at], int(each[at])) for at in np.flatnonzero(each).tolist()]
        for facet, each in found.items()
    }


def _counted(codes: Numbers, units: Numbers | None) -> Numbers:
    """How often each code comes, or with how many different units."""
    if units is None:
        return np.bincount(codes).astype(np.int32)
    width = int(units.max(initial=0)) + 1
    height = int(codes.max(initial=-1)) + 1
    pairs = codes.astype(np.int64) * width + units
    if width * height > _TABLE:
        return np.bincount(np.unique(pairs) // width).astype(np.int32)
    table = np.zeros(width * height, dtype=bool)
    table[pairs] = True
    found: Numbers = table.reshape(height, width).sum(axis=1).astype(np.int32)
    return found


def queued(
    connection: Connection, state: tuple[str, str], indicators: Sequence[str], page: Page
) -> tuple[list[str], int]:
    """The claims of a state in the order of their effect, and how many there are; "mine" are those that the coder named
    beside it gave a verdict on, "all" are all."""
    wanted, who = state
    if wanted == "mine":
        return mine(connection, who, indicators, page)
    held = ledger.read(connection, ("state", "indicator"))
    narrow = {"state": STATES if wanted == "all" else (wanted,), "indicator": indicators}
    return claims_of(connection, held, fitting(held, narrow, None), page)
