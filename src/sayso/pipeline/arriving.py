"""Reports that are new or changed, taken into the index: their claims, their outlets, what they can share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sayso.link.citing import state_of
from sayso.link.kin import Kin, completed, sentence_key
from sayso.link.shingles import Words
from sayso.link.traces import Keys, Kind, keys_of
from sayso.link.wording import Wordings
from sayso.model.claim import Claim
from sayso.model.report import Report, Status
from sayso.pipeline.holding import Held
from sayso.pipeline.retracing import Retraced, retrace
from sayso.pipeline.standings import outlets_named, placing_of, stands
from sayso.store.chunking import chunks
from sayso.store.standing import Stands

#: Reports taken in at once; bounds what is at hand.
_AT_ONCE = 100


@dataclass(slots=True)
class Arrived:
    """What reports changed by arriving: `moved` are their claims, `dropped` those that count no longer with the matters
    they had, `left` the voices that lost claims, `blocks` those in which claims stand otherwise, `sentences` those that
    claims came to or left, `outlets` those that claims name of which another number of reports is in the case."""

    numbers: set[int]
    moved: set[str] = field(default_factory=set)
    dropped: dict[str, Stands] = field(default_factory=dict)
    blocks: set[str] = field(default_factory=set)
    sentences: set[str] = field(default_factory=set)
    outlets: set[str] = field(default_factory=set)
    traced: Retraced = field(default_factory=Retraced)


def arrive(held: Held, numbers: Sequence[int]) -> Arrived:
    """What changed because these reports are now as the case has them."""
    found = Arrived(set(numbers))
    keys: dict[int, Mapping[Kind, Keys]] = {}
    words = Words()
    for some in chunks(numbers, _AT_ONCE):
        told = held.told(some)
        here = set(some)
        reports = {number: held.reports[id] for id, number in held.numbers.items() if number in here}
        found.outlets |= _settle(held, reports)
        keys.update((n, keys_of(report, told.get(report.id, ()), words)) for n, report in reports.items())
        _put(held, found, reports, told)
        held.lighten()
    found.traced = retrace(held.index.traces, keys)
    return found


def _settle(held: Held, reports: Mapping[int, Report]) -> set[str]:
    """Puts reports on the shelf; the outlets whose reports a claim may now see that it did not, or no longer."""
    traces = held.index.traces
    rows = [
        {"report": number, "outlet": held.names.key(each.outlet) if each.outlet else "",
         "was_read": each.status is Status.READ}
        for number, each in reports.items()
    ]  # fmt: skip
    known = traces.printed_by(reports)
    outlets = {str(row["outlet"]) for row in rows} | {key for key, _ in known.values()}
    before = traces.printed(outlets)
    traces.settle(rows)
    after = traces.printed(outlets)
    own = (None, Status.READ, Status.UNSUPPORTED)
    return {
        key for key in outlets - {""}
        if any(state_of(before.get(key, (0, 0)), o) != state_of(after.get(key, (0, 0)), o) for o in own)
    }  # fmt: skip


def _put(held: Held, found: Arrived, reports: Mapping[int, Report], told: Mapping[str, Sequence[Claim]]) -> None:
    """The rows of the claims of some reports are as they are now."""
    standing = held.index.standing
    before = {each.claim: each for each in standing.of_reports(reports)}
    rows = [row for number, report in reports.items() for row in _rows(held, number, told.get(report.id, ()), before)]
    claims = [claim for report in reports.values() for claim in told.get(report.id, ())]
    now = {each.claim: each for each in rows}
    for each in rows:
        old = before.get(each.claim)
        if old is None or (old.block, old.slots) != (each.block, each.slots):
            found.blocks |= {each.block} | ({old.block} if old else set())
    gone = {id: each for id, each in before.items() if id not in now}
    found.dropped |= gone
    found.blocks |= {each.block for each in gone.values()}
    found.sentences |= {each.sentence for each in (*rows, *before.values())} - {""}
    found.moved |= now.keys()
    standing.drop_names(before)
    standing.put(rows)
    named = [(key, claim.id) for claim in claims for key in outlets_named(claim, held.names)]
    standing.put_names(named, [(c.id, other) for c in claims for other in (c.change_of, c.part_of) if other])


def _rows(held: Held, number: int, claims: Sequence[Claim], before: Mapping[str, Stands]) -> Iterable[Stands]:
    """The rows of one report's claims; those that copies may complete stay where they were until that is known."""
    if not claims:
        return
    wordings = Wordings(held.claims, held.reports)
    alone = Kin({}, wordings, {}, {})
    for claim, whole in zip(claims, completed(claims, alone), strict=True):
        voice = held.voices[claim.id]
        placing = placing_of(whole, held.reports[claim.report], voice, held.books.codebook)
        row = stands(claim, number, placing, voice, sentence_key(claim, wordings))
        old = before.get(claim.id)
        if old is not None:
            row = row._replace(root=old.root)
            row = row._replace(block=old.block, slots=old.slots) if row.loose else row
        yield row


def loosen(held: Held, arrived: Arrived) -> None:
    """Places anew the claims that leave out a slot, where the copies that may complete them changed."""
    standing, sentences = held.index.standing, _resentenced(held, arrived)
    reports = arrived.numbers | arrived.traced.paired | sentences
    loose: dict[int, list[Stands]] = {}
    for each in standing.of_reports(sorted(reports), loose=True):
        loose.setdefault(each.report, []).append(each)
    for some in chunks(sorted(loose), _AT_ONCE):
        rows = [each for number in some for each in loose[number]]
        kin = _kin(held, some, rows)
        changed = []
        for number in some:
            told = kin.told_by(held.index.printed_by([number])[number][0])
            whole_claims = {claim.id: claim for claim in completed(told, kin)}
            changed += [
                new for row in loose[number] if (new := _placed_anew(held, row, whole_claims[row.claim])) != row
            ]
            arrived.blocks |= {row.block for row in loose[number] if row.claim in {each.claim for each in changed}}
        arrived.blocks |= {each.block for each in changed}
        standing.put(changed)
        held.lighten()


def _placed_anew(held: Held, row: Stands, claim: Claim) -> Stands:
    block, slots = placing_of(claim, held.reports[claim.report], held.voices[claim.id], held.books.codebook)
    return row._replace(block=block, slots=slots)


def _resentenced(held: Held, arrived: Arrived) -> set[int]:
    """The reports with claims that look at another claim of their sentence than before, or at the same one changed.

    A claim looks at the least claim of its sentence, and that one at all others.
    """
    found: set[int] = set()
    for claims in held.index.standing.with_sentences(sorted(arrived.sentences)).values():
        least = min(claim for claim, _ in claims)
        if least in arrived.moved or any(least > gone for gone in arrived.dropped):
            found |= {report for _, report in claims}
        else:
            found |= {report for claim, report in claims if claim == least}
    return found


def _kin(held: Held, numbers: Sequence[int], rows: Sequence[Stands]) -> Kin:
    """Where copies of the sentences of these rows stand."""
    partners = held.index.traces.partners(numbers)
    same = held.index.standing.with_sentences({each.sentence for each in rows} - {""})
    least = {each.claim for each in rows if each.sentence and same[each.sentence][0][0] == each.claim}
    looked = {
        sentence: [claim for at, (claim, _) in enumerate(claims) if at == 0 or claims[0][0] in least]
        for sentence, claims in same.items()
    }
    around = {other for found in partners.values() for other in found}
    told = held.told(sorted({*numbers, *around}))
    held.take_claims({claim for claims in looked.values() for claim in claims})
    ids = {number: id for id, number in held.numbers.items()}
    by_id = {ids[n]: [ids[other] for other in found if other in ids] for n, found in partners.items() if n in ids}
    claims = {sentence: [held.claims[claim] for claim in found] for sentence, found in looked.items()}
    return Kin(told, Wordings(held.claims, held.reports), by_id, claims)
