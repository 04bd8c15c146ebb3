"""The tables of what linking keeps between two runs, so that one more report touches only what it changes.

Like the derived tables they can be emptied at any time; the next run then links everything anew.
"""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Index, Integer, LargeBinary, String, Table, Text

from sayso.store.schema import metadata

#: Reports that were put into the case, or changed, since it was last linked.
changed = Table("changed", metadata, Column("report", Integer, primary_key=True))

#: Of each report that is no duplicate: the key of its outlet, and what it can share with others. A trace is sorted
#: 64-bit hashes and after them a byte of grade for each; partners are the numbers of reports it shares text with.
fact = Table(
    "fact",
    metadata,
    Column("report", Integer, primary_key=True),
    Column("outlet", Text, nullable=False),
    Column("was_read", Boolean, nullable=False),
    Column("run", LargeBinary, nullable=False),
    Column("detail", LargeBinary, nullable=False),
    Column("value", LargeBinary, nullable=False),
    Column("partners", LargeBinary, nullable=False),
    Index("fact_outlet", "outlet"),
)

#: Which reports have a hash, by stretches of hashes: sorted hashes, and the number of a report for each.
posting = Table(
    "posting",
    metadata,
    Column("kind", String, primary_key=True),
    Column("shard", Integer, primary_key=True),
    Column("keys", LargeBinary, nullable=False),
    Column("reports", LargeBinary, nullable=False),
)

#: Each claim that counts, as its matter is found: block, place, window of days, key of its sentence; whose say-so it is
#: (voice; teller is its name, kind and reason) and the voice that it is traced to (root).
standing = Table(
    "standing",
    metadata,
    Column("claim", String, primary_key=True),
    Column("report", Integer, nullable=False),
    Column("block", Text, nullable=False),
    Column("slots", Text, nullable=False),
    Column("loose", Boolean, nullable=False),
    Column("sentence", String, nullable=False),
    Column("voice", Text, nullable=False),
    Column("teller", Text, nullable=False),
    Column("root", Text, nullable=False),
    Index("standing_report", "report"),
    Index("standing_block", "block"),
    Index("standing_sentence", "sentence"),
    Index("standing_root", "root"),
)

#: Claims that name an outlet, by its key; and claims told in one breath, both ways.
cites = Table(
    "cites",
    metadata,
    Column("outlet", Text, primary_key=True),
    Column("claim", String, primary_key=True),
    Index("cites_claim", "claim"),
)
breath = Table(
    "breath",
    metadata,
    Column("claim", String, primary_key=True),
    Column("other", String, primary_key=True),
    Index("breath_other", "other"),
)

#: The ties of citations and credits, with the report that they are of.
named = Table("named", metadata, Column("tie", String, primary_key=True), Column("report", Integer, index=True))

#: Each matter: what tells whether its claims changed, indicator and actor, kind and stage, and what it is held against
#: other matters by (a spot in place and time, the trends its claims tell).
knot = Table(
    "knot",
    metadata,
    Column("matter", String, primary_key=True),
    Column("members", String, nullable=False),
    Column("topic", Text, nullable=False),
    Column("shelf", Text, nullable=False),
    Column("spot", Text, nullable=False),
    Column("trends", Text, nullable=False),
    Index("knot_topic", "topic", "shelf", "matter"),
    Index("knot_spot", "spot"),
)

#: Claims that are possibly about a matter; and the ties that hold within one, with the least claim they lead to.
maybe = Table(
    "maybe",
    metadata,
    Column("claim", String, primary_key=True),
    Column("matter", String, primary_key=True),
    Index("maybe_matter", "matter"),
)
tied = Table(
    "tied",
    metadata,
    Column("tie", String, primary_key=True),
    Column("matter", String, primary_key=True),
    Column("parent", String, nullable=False),
    Index("tied_matter", "matter"),
)

#: All of the above but what changed since: emptied before everything is linked anew.
INDEX = (fact, posting, standing, cites, breath, named, knot, maybe, tied)

#: Every table of a case.
ALL = metadata
