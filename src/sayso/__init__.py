"""On whose say-so? Claims, chains, origins and counts from reports about armed groups."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sayso.api import Case, ground, new, open

__all__ = ["Case", "__version__", "ground", "new", "open"]
__version__ = "0.1.0"


def __getattr__(name: str) -> Any:
    # The API is imported when it is used: `sayso --version` needs none of it.
    if name in ("Case", "ground", "new", "open"):
        from sayso import api

        return getattr(api, name)
    raise AttributeError(f"module 'sayso' has no attribute {name!r}")
