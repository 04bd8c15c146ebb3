"""The ties of citations and credits brought up to date."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from sayso.link.linking import named_ties
from sayso.model.claim import Claim
from sayso.model.finding import Tie
from sayso.pipeline.holding import Held
from sayso.pipeline.standings import outlets_named
from sayso.store.chunking import chunks

#: Reports worked on at once.
_AT_ONCE = 200


def name(held: Held, numbers: Iterable[int], aimed: Iterable[str]) -> None:
    """The ties of citations and credits of these reports are made anew, and these ties lead where they now lead."""
    for some in chunks(sorted(numbers), _AT_ONCE):
        old = held.index.knots.named(some)
        told = held.told(some)
        made = {tie.id: tie for tie in named_ties(told, held.shelf(_outlets(held, told)))}
        at = {tie.id: _report_of(held, tie) for tie in made.values()}
        _put(held, made)
        held.index.knots.put_named(at, old - made.keys())
        held.index.derived.drop_ties(old - made.keys())
        held.lighten()
    again = held.index.knots.naming(sorted(aimed))
    _put(held, held.index.derived.ties(sorted(again)))


def _outlets(held: Held, told: Mapping[str, Sequence[Claim]]) -> set[str]:
    return {key for claims in told.values() for claim in claims for key in outlets_named(claim, held.names)}


def _report_of(held: Held, tie: Tie) -> int:
    """The report of a citation's claim, or of a credit."""
    claim = held.claims.get(tie.source)
    return held.numbers[claim.report if claim else tie.source]


def _put(held: Held, ties: Mapping[str, Tie]) -> None:
    """The ties stand, but those that people rejected, each leading to the least claim that it ties within a matter."""
    leading, out = held.index.knots.leading(ties), held.ruled.rejected
    held.index.derived.put_ties(
        replace(tie, target=leading.get(id)) for id, tie in sorted(ties.items()) if id not in out
    )
    held.index.derived.drop_ties(ties.keys() & out)
