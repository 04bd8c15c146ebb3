"""The tables of the review desk.

The statements are frozen as they were on the day: later changes of `desk_tables.py` come as migrations of their own.
"""

from __future__ import annotations

from alembic import op

revision = "0002"
down_revision = "0001"

STATEMENTS = (
    "CREATE TABLE IF NOT EXISTS edited ( number INTEGER NOT NULL, report INTEGER NOT NULL, old VARCHAR "
    "NOT NULL, claim VARCHAR NOT NULL, PRIMARY KEY (number), FOREIGN KEY(report) REFERENCES report "
    "(number) ON DELETE CASCADE )",
    "CREATE INDEX IF NOT EXISTS edited_claim ON edited (claim)",
    "CREATE INDEX IF NOT EXISTS edited_report ON edited (report)",
    "CREATE TABLE IF NOT EXISTS coded ( claim VARCHAR NOT NULL, who TEXT NOT NULL, says VARCHAR NOT NULL, "
    "number INTEGER NOT NULL, PRIMARY KEY (claim, who) )",
    "CREATE INDEX IF NOT EXISTS coded_who ON coded (who)",
    "CREATE TABLE IF NOT EXISTS desk ( claim VARCHAR NOT NULL, number INTEGER NOT NULL, report INTEGER NOT "
    "NULL, indicator VARCHAR NOT NULL, certainty VARCHAR NOT NULL, month VARCHAR NOT NULL, outlet TEXT "
    "NOT NULL, origins VARCHAR NOT NULL, matter VARCHAR, effect INTEGER NOT NULL, state VARCHAR NOT NULL, "
    "PRIMARY KEY (claim) )",
    "CREATE INDEX IF NOT EXISTS desk_matter ON desk (matter)",
    "CREATE INDEX IF NOT EXISTS desk_queue ON desk (state, effect, claim)",
    "CREATE INDEX IF NOT EXISTS desk_report ON desk (report)",
    "CREATE TABLE IF NOT EXISTS stale ( kind VARCHAR NOT NULL, id VARCHAR NOT NULL, PRIMARY KEY (kind, id) )",
    "CREATE TABLE IF NOT EXISTS hidden ( number INTEGER NOT NULL, spans BLOB NOT NULL, kinds TEXT NOT "
    "NULL, PRIMARY KEY (number), FOREIGN KEY(number) REFERENCES report (number) ON DELETE CASCADE )",
    "CREATE TABLE IF NOT EXISTS shown ( number INTEGER NOT NULL, text TEXT NOT NULL, PRIMARY KEY "
    "(number), FOREIGN KEY(number) REFERENCES report (number) ON DELETE CASCADE )",
    "CREATE TRIGGER IF NOT EXISTS stale_claim_added AFTER INSERT ON claim BEGIN INSERT OR IGNORE INTO "
    "stale(kind, id) VALUES ('claim', new.id); END",
    "CREATE TRIGGER IF NOT EXISTS stale_claim_removed AFTER DELETE ON claim BEGIN INSERT OR IGNORE INTO "
    "stale(kind, id) VALUES ('claim', old.id); END",
    "CREATE TRIGGER IF NOT EXISTS stale_linked_added AFTER INSERT ON linked BEGIN INSERT OR IGNORE INTO "
    "stale(kind, id) VALUES ('claim', new.claim); END",
    "CREATE TRIGGER IF NOT EXISTS stale_linked_changed AFTER UPDATE ON linked BEGIN INSERT OR IGNORE INTO "
    "stale(kind, id) VALUES ('claim', new.claim); END",
    "CREATE TRIGGER IF NOT EXISTS stale_linked_removed AFTER DELETE ON linked BEGIN INSERT OR IGNORE INTO "
    "stale(kind, id) VALUES ('claim', old.claim); END",
    "CREATE TRIGGER IF NOT EXISTS stale_matter_added AFTER INSERT ON matter BEGIN INSERT OR IGNORE INTO "
    "stale(kind, id) VALUES ('matter', new.id); END",
    "CREATE TRIGGER IF NOT EXISTS stale_matter_changed AFTER UPDATE ON matter BEGIN INSERT OR IGNORE INTO "
    "stale(kind, id) VALUES ('matter', new.id); END",
    "CREATE TRIGGER IF NOT EXISTS stale_names_added AFTER INSERT ON reading BEGIN INSERT OR IGNORE INTO "
    "stale(kind, id) VALUES ('names', ''); END",
    "CREATE VIRTUAL TABLE IF NOT EXISTS shown_words USING fts5(text, content='shown', "
    "content_rowid='number', tokenize='unicode61 remove_diacritics 2')",
    "CREATE TRIGGER IF NOT EXISTS shown_added AFTER INSERT ON shown BEGIN INSERT INTO shown_words(rowid, "
    "text) VALUES (new.number, new.text); END",
    "CREATE TRIGGER IF NOT EXISTS shown_removed AFTER DELETE ON shown BEGIN INSERT INTO "
    "shown_words(shown_words, rowid, text) VALUES ('delete', old.number, old.text); END",
    "INSERT OR IGNORE INTO stale(kind, id) SELECT 'claim', id FROM claim",
    "INSERT OR IGNORE INTO stale(kind, id) VALUES ('names', ''), ('coded', '')",
)


def upgrade() -> None:
    """The tables exist, and everything that they are made from is marked as not yet made."""
    for statement in STATEMENTS:
        op.execute(statement)
