"""The tables of the index of linking, as they were when they came."""

from __future__ import annotations

from alembic import op

revision = "0003"
down_revision = "0002"

_STATEMENTS = (
    "CREATE TABLE IF NOT EXISTS changed ( report INTEGER NOT NULL, PRIMARY KEY (report) )",
    "CREATE TABLE IF NOT EXISTS fact ( report INTEGER NOT NULL, outlet TEXT NOT NULL, was_read BOOLEAN NOT "
    "NULL, run BLOB NOT NULL, detail BLOB NOT NULL, value BLOB NOT NULL, partners BLOB NOT NULL, PRIMARY KEY "
    "(report) )",
    "CREATE INDEX IF NOT EXISTS fact_outlet ON fact (outlet)",
    "CREATE TABLE IF NOT EXISTS posting ( kind VARCHAR NOT NULL, shard INTEGER NOT NULL, keys BLOB NOT NULL, "
    "reports BLOB NOT NULL, PRIMARY KEY (kind, shard) )",
    "CREATE TABLE IF NOT EXISTS standing ( claim VARCHAR NOT NULL, report INTEGER NOT NULL, block TEXT NOT "
    "NULL, slots TEXT NOT NULL, loose BOOLEAN NOT NULL, sentence VARCHAR NOT NULL, voice TEXT NOT NULL, "
    "teller TEXT NOT NULL, root TEXT NOT NULL, PRIMARY KEY (claim) )",
    "CREATE INDEX IF NOT EXISTS standing_block ON standing (block)",
    "CREATE INDEX IF NOT EXISTS standing_report ON standing (report)",
    "CREATE INDEX IF NOT EXISTS standing_root ON standing (root)",
    "CREATE INDEX IF NOT EXISTS standing_sentence ON standing (sentence)",
    "CREATE TABLE IF NOT EXISTS cites ( outlet TEXT NOT NULL, claim VARCHAR NOT NULL, PRIMARY KEY (outlet, claim) )",
    "CREATE INDEX IF NOT EXISTS cites_claim ON cites (claim)",
    "CREATE TABLE IF NOT EXISTS breath ( claim VARCHAR NOT NULL, other VARCHAR NOT NULL, PRIMARY KEY (claim, other) )",
    "CREATE INDEX IF NOT EXISTS breath_other ON breath (other)",
    "CREATE TABLE IF NOT EXISTS named ( tie VARCHAR NOT NULL, report INTEGER, PRIMARY KEY (tie) )",
    "CREATE INDEX IF NOT EXISTS ix_named_report ON named (report)",
    "CREATE TABLE IF NOT EXISTS knot ( matter VARCHAR NOT NULL, members VARCHAR NOT NULL, topic TEXT NOT "
    "NULL, shelf TEXT NOT NULL, spot TEXT NOT NULL, trends TEXT NOT NULL, PRIMARY KEY (matter) )",
    "CREATE INDEX IF NOT EXISTS knot_spot ON knot (spot)",
    "CREATE INDEX IF NOT EXISTS knot_topic ON knot (topic, shelf, matter)",
    "CREATE TABLE IF NOT EXISTS maybe ( claim VARCHAR NOT NULL, matter VARCHAR NOT NULL, PRIMARY KEY (claim, matter) )",
    "CREATE INDEX IF NOT EXISTS maybe_matter ON maybe (matter)",
    "CREATE TABLE IF NOT EXISTS tied ( tie VARCHAR NOT NULL, matter VARCHAR NOT NULL, parent VARCHAR NOT "
    "NULL, PRIMARY KEY (tie, matter) )",
    "CREATE INDEX IF NOT EXISTS tied_matter ON tied (matter)",
)


def upgrade() -> None:
    """The tables exist, empty: the next run links everything anew and fills them."""
    for statement in _STATEMENTS:
        op.execute(statement)
