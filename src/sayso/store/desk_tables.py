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

#: What the desk sorts and counts claims by; narrow, so that a hundred thousand are counted in a blink.
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
    Column("state", String, nullable=False),
    Index("desk_queue", "state", "effect", "claim"),
    Index("desk_matter", "matter"),
    Index("desk_report", "report"),
)

#: What has changed since the desk's rows were made: ("claim", id), ("matter", id), ("names", "").
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

#: Kept by triggers, so that no writer can forget it.
TRIGGERS = (
    f"CREATE TRIGGER stale_claim_added AFTER INSERT ON claim BEGIN {_MARK} ('claim', new.id); END",
    f"CREATE TRIGGER stale_claim_removed AFTER DELETE ON claim BEGIN {_MARK} ('claim', old.id); END",
    f"CREATE TRIGGER stale_linked_added AFTER INSERT ON linked BEGIN {_MARK} ('claim', new.claim); END",
    f"CREATE TRIGGER stale_linked_changed AFTER UPDATE ON linked BEGIN {_MARK} ('claim', new.claim); END",
    f"CREATE TRIGGER stale_linked_removed AFTER DELETE ON linked BEGIN {_MARK} ('claim', old.claim); END",
    f"CREATE TRIGGER stale_matter_added AFTER INSERT ON matter BEGIN {_MARK} ('matter', new.id); END",
    f"CREATE TRIGGER stale_matter_changed AFTER UPDATE ON matter BEGIN {_MARK} ('matter', new.id); END",
    f"CREATE TRIGGER stale_names_added AFTER INSERT ON reading BEGIN {_MARK} ('names', ''); END",
    "CREATE VIRTUAL TABLE shown_words USING fts5(text, content='shown', content_rowid='number', "
    "tokenize='unicode61 remove_diacritics 2')",
    "CREATE TRIGGER shown_added AFTER INSERT ON shown BEGIN "
    "INSERT INTO shown_words(rowid, text) VALUES (new.number, new.text); END",
    "CREATE TRIGGER shown_removed AFTER DELETE ON shown BEGIN "
    "INSERT INTO shown_words(shown_words, rowid, text) VALUES ('delete', old.number, old.text); END",
)
