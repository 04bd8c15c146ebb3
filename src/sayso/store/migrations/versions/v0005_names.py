"""Which reports were read since it was worked out what reports hide, one by one."""

from __future__ import annotations

from alembic import op

revision = "0005"
down_revision = "0004"

_STATEMENTS = (
    "DROP TRIGGER IF EXISTS stale_names_added",
    "CREATE TRIGGER stale_names_added AFTER INSERT ON reading BEGIN INSERT OR IGNORE INTO stale(kind, id) VALUES "
    "('names', new.number); END",
)


def upgrade() -> None:
    """The trigger names the report."""
    for statement in _STATEMENTS:
        op.execute(statement)
