"""The first tables.

The statements are frozen as they were on the first day: later changes of `schema.py` come as migrations of their own.
"""

from __future__ import annotations

from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """The first tables exist; cases are made with them, so nothing is left to do for one that has them."""
    op.execute("SELECT 1")
