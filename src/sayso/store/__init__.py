"""A case on disk: rows appended, decisions superseded, derived values rebuilt."""

from __future__ import annotations

from sayso.store.view import View
from sayso.store.writer import Writer

__all__ = ["View", "Writer"]
