"""A case brought up to date: linked and weighed anew where anything that linking sees has changed since."""

from __future__ import annotations

from sayso.pipeline.renewing import renew
from sayso.pipeline.stages import Linking
from sayso.store import View, Writer


def relink(view: View, writer: Writer, stages: Linking) -> None:
    """The case's ties, origins and matters are those of its reports, claims and decisions as they stand."""
    view.renew()
    if view.linked_by() == (view.revision(), stages.made_by) or writer.still_linked(stages.made_by):
        return
    view.renew()
    with writer.linking() as index:
        if not index.up_to_date(stages.made_by):
            renew(index, stages.books, stages.made_by)
