"""`sayso search`."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Annotated, Any

from cyclopts import Parameter

from sayso import api
from sayso.cli.options import CaseFolder, Json, Limit, Names
from sayso.cli.printing import clean, complain, note, print_lines

#: Exit code where nothing has the words.
NOTHING_MATCHED = 4

_Several = Annotated[tuple[str, ...], Parameter(help="Only these; may be repeated.", negative="")]


@Parameter(name="*")
@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a search is narrowed to."""

    indicator: _Several = ()
    place: _Several = ()
    month: _Several = ()
    outlet: _Several = ()
    certainty: _Several = ()
    origins: _Several = ()
    state: _Several = ()


@Parameter(name="*")
@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What of it is shown."""

    of: Annotated[str, Parameter(help="claims or reports.")] = "claims"
    facets: Annotated[bool, Parameter(help="How many there are of each value.", negative="")] = False
    limit: Limit = 50
    names: Names = False
    json: Json = False


def search(
    case: CaseFolder,
    words: Annotated[str, Parameter(help='The words; "words in quotes" stand together.')] = "",
    /,
    wanted: Wanted | None = None,
    shown: Shown | None = None,
) -> int:
    """Searches all text."""
    how, narrow = shown or Shown(), {key: value for key, value in asdict(wanted or Wanted()).items() if value}
    found = api.open(case).desk.search(words, of=how.of, limit=how.limit, names=how.names, **narrow)
    rows = found["rows"]
    if how.facets:
        rows = [{"facet": facet, **each} for facet, values in found["facets"].items() for each in values]
    if how.json:
        print_lines(rows)
    else:
        for row in rows:
            print(clean(_told(row)))
    if not how.facets and len(rows) < found["total"]:
        note(f"{len(rows):,} of {found['total']:,} shown")
    if not found["total"]:
        complain("nothing matches")
        return NOTHING_MATCHED
    return 0


def _told(row: dict[str, Any]) -> str:
    if "facet" in row:
        return f"{row['facet']} {row['name']} ({row['value']}): {row['count']:,}"
    snippet = "".join(f"⟦{words}⟧" if hit else words for words, hit in row["snippet"]).replace("\n", " ")
    named = f"{row['report']['outlet'] or 'outlet not known'}, {row['report']['published'] or 'no date'}"
    if isinstance(row.get("claim"), dict):
        return (
            f"{row['claim']['id']} {row['claim']['indicator']}: “{row['claim']['quote']}” ({named}) {snippet}".rstrip()
        )
    return f"{row['report']['id']} {row['report']['path']} ({named}) {snippet}".rstrip()
