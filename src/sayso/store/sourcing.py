"""How many reports each outlet printed, and how many claims went through each source, counted by the database."""

from __future__ import annotations

from sqlalchemy import Connection

_PRINTED = "SELECT outlet, count(*) FROM report WHERE outlet <> '' GROUP BY outlet"

_THROUGH = """
SELECT name, min(kind), count(DISTINCT CASE WHEN review NOT IN ('rejected', 'superseded') THEN number END)
FROM (
    SELECT claim.number, claim.review, json_extract(hop.value, '$.name') AS name,
           json_extract(hop.value, '$.kind') AS kind
    FROM claim, json_each(CAST(claim.value AS TEXT), '$.chain') AS hop
)
WHERE name <> '' AND kind IN ('outlet', 'agency')
GROUP BY name
"""


def printed(connection: Connection) -> dict[str, int]:
    """How many reports each outlet printed."""
    return {name: count for name, count in connection.exec_driver_sql(_PRINTED)}


def through(connection: Connection) -> dict[str, tuple[str, int]]:
    """The kind of each outlet and agency that a chain names, and how many claims that count pass through it."""
    return {name: (kind, count) for name, kind, count in connection.exec_driver_sql(_THROUGH)}
