"""What pictures need of a case, counted row by row: where claims lie, and when the reports of matters were printed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import msgspec
from sqlalchemy import select

from sayso.model.claim import Review
from sayso.model.slots import Place
from sayso.store import schema
from sayso.store.view import View

_COUNTING = (Review.PROPOSED.value, Review.ACCEPTED.value)

#: So many claims are read at a time; no page holds more of them at once.
_CHUNK = 2000


class _Placed(msgspec.Struct):
    """Of a claim only its places."""

    places: tuple[Place, ...] = ()


_placed = msgspec.json.Decoder(_Placed)


@dataclass(frozen=True, slots=True)
class Placed:
    """How many counting claims lie at each place, most first, and how many cannot be placed."""

    places: tuple[tuple[Place, int], ...]
    unstated: int  # claims that state no place
    unknown: int  # claims whose place has no known coordinates


@dataclass(frozen=True, slots=True)
class PrintedFor:
    """A report with a counting claim of a matter, and the days between which it was printed."""

    matter: str
    report: str
    earliest: str | None
    latest: str | None


class PlotView(View):
    """A view that also counts what pictures show, holding no claim longer than it takes to count it."""

    def placed(self) -> Placed:
        """Where the counting claims lie."""
        claim = schema.claim
        query = select(claim.c.value).where(claim.c.review.in_(_COUNTING)).execution_options(yield_per=_CHUNK)
        places: dict[str, Place] = {}
        counts: Counter[str] = Counter()
        unstated = unknown = 0
        with self._read() as connection:
            for value in connection.execute(query).scalars():
                where = next((each for each in _placed.decode(value).places if each.role == "where"), None)
                if where is None:
                    unstated += 1
                elif where.latitude is None or where.longitude is None:
                    unknown += 1
                else:
                    places.setdefault(where.id or where.name, where)
                    counts[where.id or where.name] += 1
        ordered = sorted(counts, key=lambda id: (-counts[id], id))
        return Placed(tuple((places[id], counts[id]) for id in ordered), unstated, unknown)

    def printed_for(self, matters: Sequence[str]) -> tuple[PrintedFor, ...]:
        """The reports behind these matters with their days of printing."""
        claim, report, linked = schema.claim, schema.report, schema.linked
        query = (
            select(linked.c.matter, report.c.id, report.c.published_earliest, report.c.published_latest)
            .join(claim, claim.c.id == linked.c.claim)
            .join(report, report.c.number == claim.c.report)
            .where(linked.c.matter.in_(matters), claim.c.review.in_(_COUNTING))
            .distinct()
            .order_by(linked.c.matter, report.c.id)
        )
        with self._read() as connection:
            return tuple(PrintedFor(*row) for row in connection.execute(query))
