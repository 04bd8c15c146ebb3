"""A case brought up to date: linked and weighed anew where anything that linking sees has changed since."""

from __future__ import annotations

from sayso.pipeline.stages import Linking
from sayso.store import View, Writer


def relink(view: View, writer: Writer, stages: Linking) -> None:
    """The case's ties, origins and matters are those of its reports, claims and decisions as they stand."""
    while True:
        view.renew()
        revision = view.revision()
        if view.linked_by() == (revision, stages.made_by):
            return
        if writer.still_linked(stages.made_by):
            continue
        linked = stages.link(view.reports(with_text=True), view.claims(), view.standing_decisions())
        writer.link(linked, revision, stages.made_by)
