"""The tables of the review desk: `edited` and `coded` follow from the log of decisions, the others from the rest."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, String, Table, Text

from sayso.store.schema import metadata

#: Every edit of a claim, by the number of its decision: the claim it was made of, and the one it makes while it stands.
edited = Table(
    "edited",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("report", Integer, ForeignKey("report.number", ondelete="CASCADE"), nullable=False),
    Column("old", String, nullable=False),
    Column("claim", String, nullable=False),
    Index("edited_report", "report"),
    Index("edited_claim", "claim"),
)

#: Each coder's last standing verdict on a claim.
coded = Table(
    "coded",
    metadata,
    Column("claim", String, primary_key=True),
    Column("who", Text, primary_key=True),
    Column("says", String, nullable=False),
    Column("number", Integer, nullable=False),
    Index("coded_who", "who"),
)

#: What the desk sorts and counts claims by; `ledger` holds the same by columns.
desk = Table(
    "desk",
    metadata,
    Column("claim", String, primary_key=True),
    Column("number", Integer, nullable=False),
    Column("report", Integer, nullable=False),
    Column("indicator", String, nullable=False),
    Column("certainty", String, nullable=False),
    Column("month", String, nullable=False),
    Column("outlet", Text, nullable=False),
    Column("origins", String, nullable=False),
    Column("matter", String),
    Column("effect", Integer, nullable=False),
    Column("marks", Integer, nullable=False),  # what would change without the claim, as `Effect.marks`
    Column("state", String, nullable=False),
    Index("desk_number", "number"),
    Index("desk_matter", "matter"),
    Index("desk_report", "report"),
)

#: The desk's rows again, by columns and in the order of the queue; see `ledger.py`.
ledger = Table(
    "ledger", metadata, Column("name", String, primary_key=True), Column("value", LargeBinary, nullable=False)
)

#: The numbers of claims whose rows on the desk came, changed or went since the ledger was written.
moved = Table("moved", metadata, Column("number", Integer, primary_key=True))

#: The claims and reports at the ends of each tie and among its spans.
tie_end = Table(
    "tie_end",
    metadata,
    Column("end", String, primary_key=True),
    Column("tie", String, primary_key=True),
    Index("tie_end_tie", "tie"),
)

#: What has changed since the desk's rows were made: ("claim", id), ("matter", id), ("names", number of a
#: report, or "" for all).
stale = Table(
    "stale",
    metadata,
    Column("kind", String, primary_key=True),
    Column("id", String, primary_key=True),
)

#: What each report hides: the spans of names in its text, and the kind of person by name.
hidden = Table(
    "hidden",
    metadata,
    Column("number", Integer, ForeignKey("report.number", ondelete="CASCADE"), primary_key=True),
    Column("spans", LargeBinary, nullable=False),
    Column("kinds", Text, nullable=False),
)

#: The texts of reports that hide names, with the names masked; the others are searched as they stand.
shown = Table(
    "shown",
    metadata,
    Column("number", Integer, ForeignKey("report.number", ondelete="CASCADE"), primary_key=True),
    Column("text", Text, nullable=False),
)

_MARK = "INSERT OR IGNORE INTO stale(kind, id) VALUES"
_MOVED = "INSERT OR IGNORE INTO moved(number) VALUES"

_UNTIE = "DELETE FROM tie_end WHERE tie = new.id"

#: The ends of a tie as it is stored, and the reports of its spans.
_TIE = (
    'INSERT OR IGNORE INTO tie_end("end", tie) '
    "SELECT value, new.id FROM json_each(json_array(json_extract(CAST(new.value AS TEXT), '$.source'), "
    "json_extract(CAST(new.value AS TEXT), '$.target'))) WHERE value IS NOT NULL "
    "UNION SELECT json_extract(value, '$.report'), new.id FROM json_each(CAST(new.value AS TEXT), '$.spans')"
)

#: Kept by triggers, so that no writer can forget it.
TRIGGERS = (
    f"CREATE TRIGGER stale_claim_added AFTER INSERT ON claim BEGIN {_MARK} ('claim', new.id); END",
    f"CREATE TRIGGER stale_claim_removed AFTER DELETE ON claim BEGIN {_MARK} ('claim', old.id); END",
    f"CREATE TRIGGER stale_linked_added AFTER INSERT ON linked BEGIN {_MARK} ('claim', new.claim); END",
    f"CREATE TRIGGER stale_linked_changed AFTER UPDATE ON linked BEGIN {_MARK} ('claim', new.claim); END",
    f"CREATE TRIGGER stale_linked_removed AFTER DELETE ON linked BEGIN {_MARK} ('claim', old.claim); END",
    f"CREATE TRIGGER stale_matter_added AFTER INSERT ON matter BEGIN {_MARK} ('matter', new.id); END",
    f"CREATE TRIGGER stale_matter_changed AFTER UPDATE ON matter BEGIN {_MARK} ('matter', new.id); END",
    f"CREATE TRIGGER stale_names_added AFTER INSERT ON reading BEGIN {_MARK} ('names', new.number); END",
    f"CREATE TRIGGER desk_added AFTER INSERT ON desk BEGIN {_MOVED} (new.number); END",
    f"CREATE TRIGGER desk_changed AFTER UPDATE ON desk BEGIN {_MOVED} (new.number); END",
    f"CREATE TRIGGER desk_removed AFTER DELETE ON desk BEGIN {_MOVED} (old.number); END",
    f"CREATE TRIGGER tie_added AFTER INSERT ON tie BEGIN {_UNTIE}; {_TIE}; END",
    f"CREATE TRIGGER tie_removed AFTER DELETE ON tie BEGIN {_UNTIE.replace('new', 'old')}; END",
    "CREATE VIRTUAL TABLE shown_words USING fts5(text, content='shown', content_rowid='number', "
    "tokenize='unicode61 remove_diacritics 2')",
    "CREATE TRIGGER shown_added AFTER INSERT ON shown BEGIN "
    "INSERT INTO shown_words(rowid, text) VALUES (new.number, new.text); END",
    "CREATE TRIGGER shown_removed AFTER DELETE ON shown BEGIN "
    "INSERT INTO shown_words(shown_words, rowid, text) VALUES ('delete', old.number, old.text); END",
)
