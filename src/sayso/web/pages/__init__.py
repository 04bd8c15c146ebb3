"""The pages, one a file; their handlers in one visible tuple."""

from __future__ import annotations

from sayso.web.pages import (
    activity,
    assessment,
    deciding,
    entry,
    home,
    matters,
    origins,
    pictures,
    queue,
    report,
    search,
    views,
    whatif,
)

HANDLERS = (
    *entry.HANDLERS,
    *home.HANDLERS,
    *queue.HANDLERS,
    *deciding.HANDLERS,
    *report.HANDLERS,
    *matters.HANDLERS,
    *origins.HANDLERS,
    *pictures.HANDLERS,
    *whatif.HANDLERS,
    *assessment.HANDLERS,
    *search.HANDLERS,
    *activity.HANDLERS,
    *views.HANDLERS,
)
