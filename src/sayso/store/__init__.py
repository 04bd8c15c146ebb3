"""A case on disk: rows appended, decisions superseded, derived values rebuilt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sayso.store.view import View

if TYPE_CHECKING:
    from sayso.store.writer import Writer

__all__ = ["View", "Writer"]


def __getattr__(name: str) -> Any:
    # What writes brings numpy along, which takes 0.1 s that no list needs.
    if name == "Writer":
        from sayso.store.writer import Writer

        return Writer
    raise AttributeError(f"module 'sayso.store' has no attribute {name!r}")
