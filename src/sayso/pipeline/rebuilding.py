"""A case linked as a whole, in memory, and all that is kept of it written at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import numpy as np

from sayso.link.linking import Books, Laid, bound_of, lay_out, tied_up
from sayso.link.linking import Held as Standing
from sayso.link.rulings import Rulings
from sayso.link.traces import EMPTY, Facts, Kind, Trace
from sayso.model.binding import Bound
from sayso.model.finding import Tie
from sayso.model.report import Status
from sayso.pipeline.standings import block_text, knot_of, led_to, outlets_named, placed_text, stands
from sayso.store.filling import Fact, Filling
from sayso.store.index import Index
from sayso.store.standing import Stands
from sayso.weigh.weighing import weighed_and_traced

#: A report none of whose claims count shares nothing.
_NOTHING: Facts = dict.fromkeys(Kind, EMPTY)


def rebuild(index: Index, books: Books, ruled: Rulings) -> None:
    """Index and derived rows, which are emptied first, are those of the case as it stands."""
    index.clear()
    numbers, reports, claims = index.everything()
    laid = lay_out(reports, claims, ruled, books)
    filling = index.filling
    _put_traces(filling, laid, numbers)
    named, tied, gatherings = tied_up(laid)
    bound = bound_of(named, tied, gatherings, laid.shelf, Standing(laid.desk.claims, laid.voices, ruled))
    filling.named(_at(named, numbers, laid))
    filling.matters(
        (knot_of(each, laid.desk.claims) for each in bound.gatherings),
        ((claim, each.id) for each in bound.gatherings for claim in each.possible),
        {id: led_to(each.dependences) for id, each in tied.items()},
    )
    del named, tied, gatherings
    linked, roots = weighed_and_traced(bound, reports, claims, books.codebook)
    _put_claims(filling, laid, numbers, bound, roots)
    filling.derived(linked)
    index.forget_aliases()


def _put_traces(filling: Filling, laid: Laid, numbers: Mapping[str, int]) -> None:
    filling.facts(_fact(number, id, laid, numbers) for id, number in numbers.items())
    for kind in Kind:
        keys = [(numbers[report], each[kind].keys) for report, each in laid.facts.items()]
        holders = np.repeat(np.array([n for n, _ in keys], np.int64), [len(each) for _, each in keys])
        filling.postings(kind.value, np.concatenate([EMPTY.keys, *(each for _, each in keys)]), holders)


def _fact(number: int, id: str, laid: Laid, numbers: Mapping[str, int]) -> Fact:
    report, own = laid.shelf.reports[id], laid.facts.get(id, _NOTHING)
    partners = np.array(sorted(numbers[other] for other in laid.partners.get(id, ())), "<i4")
    run, detail, value = (_bytes(own[kind]) for kind in Kind)
    was_read = report.status is Status.READ
    return Fact(number, laid.shelf.own_key(report), was_read, run, detail, value, partners.tobytes())


def _bytes(trace: Trace) -> bytes:
    return trace.keys.tobytes() + trace.grades.tobytes()


def _at(named: Iterable[Tie], numbers: Mapping[str, int], laid: Laid) -> dict[str, int]:
    """The report, by number, of each citation's claim, or of each credit."""
    claims = laid.desk.claims
    return {tie.id: numbers[claims[tie.source].report if tie.source in claims else tie.source] for tie in named}


def _put_claims(
    filling: Filling, laid: Laid, numbers: Mapping[str, int], bound: Bound, roots: Mapping[str, str]
) -> None:
    claims, names = laid.desk.claims, laid.shelf.names
    filling.claims(
        _rows(laid, numbers, bound, roots),
        ((key, claim.id) for claim in claims.values() for key in outlets_named(claim, names)),
        ((c.id, other) for c in claims.values() for other in (c.change_of, c.part_of) if other),
    )


def _rows(laid: Laid, numbers: Mapping[str, int], bound: Bound, roots: Mapping[str, str]) -> Iterator[Stands]:
    claims = laid.desk.claims
    for block, found in laid.placed.items():
        text = block_text(block)
        for each in found:
            claim = claims[each.claim]
            placing = text, placed_text(each)
            sentence = laid.sentences.get(claim.id, "")
            row = stands(claim, numbers[claim.report], placing, bound.voices[claim.id], sentence)
            yield row._replace(root=roots[claim.id])
