"""The pages, one a file; their handlers in one visible tuple."""

from __future__ import annotations

from sayso.web.pages import entry, home

HANDLERS = (*entry.HANDLERS, *home.HANDLERS)
