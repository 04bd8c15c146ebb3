"""The desk by columns, the ends of ties, and what lists are sorted by, as they were when they came."""

from __future__ import annotations

from alembic import op

revision = "0004"
down_revision = "0003"

_MOVED = "INSERT OR IGNORE INTO moved(number) VALUES"

_STATEMENTS = (
    "DROP TABLE IF EXISTS desk",
    "CREATE TABLE desk ( claim VARCHAR NOT NULL, number INTEGER NOT NULL, report INTEGER NOT NULL, indicator VARCHAR "
    "NOT NULL, certainty VARCHAR NOT NULL, month VARCHAR NOT NULL, outlet TEXT NOT NULL, origins VARCHAR NOT NULL, "
    "matter VARCHAR, effect INTEGER NOT NULL, marks INTEGER NOT NULL, state VARCHAR NOT NULL, PRIMARY KEY (claim) )",
    "CREATE INDEX desk_matter ON desk (matter)",
    "CREATE INDEX desk_number ON desk (number)",
    "CREATE INDEX desk_report ON desk (report)",
    "CREATE TABLE IF NOT EXISTS ledger ( name VARCHAR NOT NULL, value BLOB NOT NULL, PRIMARY KEY (name) )",
    "CREATE TABLE IF NOT EXISTS moved ( number INTEGER NOT NULL, PRIMARY KEY (number) )",
    'CREATE TABLE IF NOT EXISTS tie_end ( "end" VARCHAR NOT NULL, tie VARCHAR NOT NULL, PRIMARY KEY ("end", tie) )',
    "CREATE INDEX IF NOT EXISTS tie_end_tie ON tie_end (tie)",
    "CREATE INDEX IF NOT EXISTS report_printed ON report (published_earliest DESC, path, id)",
    "CREATE INDEX IF NOT EXISTS decision_says ON decision (says)",
    f"CREATE TRIGGER desk_added AFTER INSERT ON desk BEGIN {_MOVED} (new.number); END",
    f"CREATE TRIGGER desk_changed AFTER UPDATE ON desk BEGIN {_MOVED} (new.number); END",
    f"CREATE TRIGGER desk_removed AFTER DELETE ON desk BEGIN {_MOVED} (old.number); END",
    "CREATE TRIGGER IF NOT EXISTS tie_added AFTER INSERT ON tie BEGIN DELETE FROM tie_end WHERE tie = new.id; "
    'INSERT OR IGNORE INTO tie_end("end", tie) SELECT value, new.id FROM json_each(json_array(json_extract(CAST('
    "new.value AS TEXT), '$.source'), json_extract(CAST(new.value AS TEXT), '$.target'))) WHERE value IS NOT NULL "
    "UNION SELECT json_extract(value, '$.report'), new.id FROM json_each(CAST(new.value AS TEXT), '$.spans'); END",
    "CREATE TRIGGER IF NOT EXISTS tie_removed AFTER DELETE ON tie BEGIN DELETE FROM tie_end WHERE tie = old.id; END",
    'INSERT OR IGNORE INTO tie_end("end", tie) SELECT each.value, tie.id FROM tie, json_each(json_array(json_extract('
    "CAST(tie.value AS TEXT), '$.source'), json_extract(CAST(tie.value AS TEXT), '$.target'))) AS each "
    "WHERE each.value IS NOT NULL",
    "INSERT OR IGNORE INTO tie_end(\"end\", tie) SELECT json_extract(each.value, '$.report'), tie.id FROM tie, "
    "json_each(CAST(tie.value AS TEXT), '$.spans') AS each",
    "DELETE FROM ledger",
    "DELETE FROM moved",
    "INSERT OR IGNORE INTO stale(kind, id) SELECT 'claim', id FROM claim",
)


def upgrade() -> None:
    """The tables exist; the desk's rows are marked as not yet made."""
    for statement in _STATEMENTS:
        op.execute(statement)
