"""Origins brought up to date: those of voices that gained or lost claims, and the names that follow."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from sayso.model.finding import Origin
from sayso.model.ids import origin_id
from sayso.pipeline.holding import Held
from sayso.pipeline.standings import teller_again
from sayso.store.chunking import chunks
from sayso.weigh.origins import origin_named

#: A claim traced to a voice: root, claim, report, voice, teller, present origin.
Traced = tuple[str, str, int, str, str, str | None]

#: Voices worked on at once.
_AT_ONCE = 500


def originate(held: Held, roots: Iterable[str], lost: Iterable[str]) -> set[str]:
    """The claims whose origin has another id than before, of those traced to these voices; `lost`
    are origins that claims had which count no longer."""
    standing, derived = held.index.standing, held.index.derived
    renamed: dict[str, str] = {}
    gone = set(lost)
    groups = (list(each) for _, each in groupby(standing.traced(sorted(roots)), lambda row: row[0]))
    for some in chunks(groups, _AT_ONCE):
        made = list(_origins(held, some))
        known = derived.origins(each.id for each in made)
        derived.put_origins(each for each in made if known.get(each.id) != each)
        moved = {row[1]: origin_id(group[0][1]) for group in some for row in group if row[5] != origin_id(group[0][1])}
        gone |= {row[5] for group in some for row in group if row[5] and row[1] in moved}
        renamed.update(moved)
    standing.put_origins(renamed)
    derived.drop_origins(gone)
    return set(renamed)


def _origins(held: Held, groups: Iterable[list[Traced]]) -> Iterator[Origin]:
    groups = list(groups)
    printed = held.index.printed_by(sorted({row[2] for group in groups for row in group}))
    for group in groups:
        root, ids = group[0][0], [row[1] for row in group]
        own = next((row for row in group if root == row[3] or root.startswith(f"{row[3]}|")), group[0])
        at = {row[2] for row in group}
        reports, outlets = {printed[number][0] for number in at}, {printed[number][1] for number in at}
        yield origin_named(teller_again(own[4]), ids, reports, outlets)
