"""On whose say-so? Claims, chains, origins and counts from reports about armed groups."""

from __future__ import annotations

__version__ = "0.1.0"
