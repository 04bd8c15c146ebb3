"""What a case's picture gains from weighing it as a whole: trends, and what stands on one origin."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.model.books import Codebook, OutletFinder
from sayso.model.decision import Decision
from sayso.model.picture import Picture
from sayso.pipeline.whatif import weighed
from sayso.weigh.coverage import coverage, printed_of
from sayso.weigh.trends import happened_of, trends
from sayso.weigh.whatif import leave_one_out, standing_of


def with_outlook(picture: Picture, standing: Sequence[Decision], register: OutletFinder, codebook: Codebook) -> Picture:
    """The picture with its trends, and with the origins without which some matter would change.

    Only falls in matters that stand as they are shown are kept: decisions count from the next `add` on.
    """
    falls = leave_one_out(weighed((picture.reports, picture.claims, standing), register, codebook))
    known = {matter.id: standing_of(matter) for matter in picture.matters}
    origins = {origin.id for origin in picture.origins}
    kept = tuple(
        replace(fall, changes=changes)
        for fall in falls
        if fall.origin in origins
        and (changes := tuple(each for each in fall.changes if known.get(each.id) == each.before))
    )
    covered = coverage(printed_of(picture.reports))
    return replace(picture, falls=kept, trends=trends(happened_of(picture.matters), covered))
