"""The tables of a case; derived ones can be dropped and rebuilt at any time."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, LargeBinary, MetaData, String, Table, Text
from sqlalchemy import text as sql

#: The newest migration; a case stamped with it opens without the migration library.
HEAD = "0005"

metadata = MetaData()

#: Single values: "revision" counts changes, "linked" is the revision that derived rows were made from, "linked_by" who.
meta = Table("meta", metadata, Column("key", String, primary_key=True), Column("value", Text, nullable=False))

#: Which migration the tables stand at; the name and shape are those that the migration library expects.
version = Table("alembic_version", metadata, Column("version_num", String(32), primary_key=True))

#: Every write: who, when and why.
entry = Table(
    "entry",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("who", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("why", Text, nullable=False),
)

report = Table(
    "report",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    Column("key", String, nullable=False),  # the id that its present metadata give
    Column("path", Text, nullable=False),
    Column("found_at", Text, nullable=False),
    Column("sha256", String, nullable=False),  # of the bytes, or of the row's own
    Column("given", Text, nullable=False),  # what a manifest or the row says of it, as JSON; "" for nothing
    Column("outlet", Text),
    Column("published_earliest", String),
    Column("published_latest", String),
    Column("language", String, nullable=False),
    Column("status", String, nullable=False),
    Column("characters", Integer, nullable=False),
    Column("made_by", Text, nullable=False),  # what its claims were made with: program and codebook
    Column("value", LargeBinary, nullable=False),  # the report as JSON, without its text
    Index("report_key", "key"),
    Index("report_sha256", "sha256"),
    Index("report_path", "path"),
    Index("report_status", "status", "outlet"),
    Index("report_printed", sql("published_earliest DESC"), "path", "id"),
)

text = Table(
    "text",
    metadata,
    Column("number", Integer, ForeignKey("report.number", ondelete="CASCADE"), primary_key=True),
    Column("text", Text, nullable=False),
)

#: Spans as JSON: what the report tells, and which names in it are masked.
reading = Table(
    "reading",
    metadata,
    Column("number", Integer, ForeignKey("report.number", ondelete="CASCADE"), primary_key=True),
    Column("attributions", LargeBinary, nullable=False),
    Column("protected", LargeBinary, nullable=False),
)

claim = Table(
    "claim",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    Column("report", Integer, ForeignKey("report.number", ondelete="CASCADE"), nullable=False),
    Column("indicator", String, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("certainty", String, nullable=False),
    Column("stage", String, nullable=False),
    Column("actor", Text),
    Column("earliest", String),  # of happening, else of publication
    Column("latest", String),
    Column("month", String, nullable=False),  # "" where the dates do not fix one
    Column("review", String, nullable=False),
    Column("value", LargeBinary, nullable=False),
    Index("claim_report", "report"),
    Index("claim_sums", "review", "indicator", "month"),
)

#: The places of a claim and all that contain them.
claim_place = Table(
    "claim_place",
    metadata,
    Column("claim", Integer, ForeignKey("claim.number", ondelete="CASCADE"), primary_key=True),
    Column("place", String, primary_key=True),
    Index("claim_place_place", "place"),
)

#: Claims that re-reading replaced: the old id, and the claim that its decisions now follow, if any.
replaced = Table(
    "replaced",
    metadata,
    Column("old", String, primary_key=True),
    Column("report", Integer, ForeignKey("report.number", ondelete="CASCADE"), nullable=False),
    Column("indicator", String, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("new", String),
    Index("replaced_new", "new"),
)

unread = Table(
    "unread",
    metadata,
    Column("found_at", Text, primary_key=True),
    Column("path", Text, nullable=False),
    Column("why", Text, nullable=False),
)

decision = Table(
    "decision",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("who", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("about", String, nullable=False),
    Column("says", String, nullable=False),
    Column("value", Text, nullable=False),
    Column("previous", String, nullable=False),
    Column("hash", String, nullable=False, unique=True),
    Index("decision_about", "about"),
    Index("decision_says", "says"),
)

# Derived: what linking and weighing made of the rows above.

tie = Table(
    "tie",
    metadata,
    Column("id", String, primary_key=True),
    Column("type", String, nullable=False),
    Column("certain", Boolean, nullable=False),
    Column("value", LargeBinary, nullable=False),
)

origin = Table(
    "origin",
    metadata,
    Column("id", String, primary_key=True),
    Column("kind", String, nullable=False),
    Column("value", LargeBinary, nullable=False),
)

matter = Table(
    "matter",
    metadata,
    Column("id", String, primary_key=True),
    Column("indicator", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("low", Integer, nullable=False),
    Column("high", Integer, nullable=False),
    Column("reports", Integer, nullable=False),
    Column("outlets", Integer, nullable=False),
    Column("contradictions", Integer, nullable=False),
    Column("value", LargeBinary, nullable=False),
    Index("matter_telling", "low", "high", "outlets", "reports"),
)

#: Which matter holds a claim, which origin it has, and which of its hops were seen, as JSON.
linked = Table(
    "linked",
    metadata,
    Column("claim", String, primary_key=True),
    Column("matter", String),
    Column("origin", String, nullable=False),
    Column("seen", Text, nullable=False),
    Index("linked_matter", "matter"),
    Index("linked_origin", "origin"),
)

#: Ids that a matter or origin once had, and the claims it then held, least first.
alias = Table(
    "alias",
    metadata,
    Column("old", String, primary_key=True),
    Column("claims", Text, nullable=False),
)

DERIVED = (tie, origin, matter, linked)

#: Full-text search over the texts; kept in step by triggers, so no writer can forget it.
FULL_TEXT = (
    "CREATE VIRTUAL TABLE text_words USING fts5(text, content='text', content_rowid='number', "
    "tokenize='unicode61 remove_diacritics 2')",
    "CREATE TRIGGER text_added AFTER INSERT ON text BEGIN "
    "INSERT INTO text_words(rowid, text) VALUES (new.number, new.text); END",
    "CREATE TRIGGER text_removed AFTER DELETE ON text BEGIN "
    "INSERT INTO text_words(text_words, rowid, text) VALUES ('delete', old.number, old.text); END",
)
