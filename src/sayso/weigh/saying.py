"""Why a count is what it is, in plain sentences: what merged, for certain and possibly, and what did not count."""

from __future__ import annotations

from collections.abc import Mapping

from sayso.model.report import Report
from sayso.weigh.counting import Tally, Weighed
from sayso.weigh.standing import shown_for

#: A reason lists at most this many voices by name; the ties list has all.
_MOST_NAMED = 6

#: And at most so many reasons for each merger.
_MOST_REASONS = 2


def reason_of(one: Weighed, reports: Mapping[str, Report], graded: str) -> str:
    """The reason of a matter: its base, why the count is not higher, why not lower, what was left out, its grade."""
    said = [_base(one, reports), *_merged(one.support, one.reasons), *_maybe(one.support), *_left_out(one), graded]
    return " ".join(sentence for sentence in said if sentence)


def _plural(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _base(one: Weighed, reports: Mapping[str, Report]) -> str:
    shown = shown_for(one.sides, one.gathering.kind)
    at = {claim.report for claim in shown}
    outlets = {reports[report].outlet or report for report in at}
    low, high = one.support.low, one.support.high
    span = _plural(low, "origin") if low == high else f"{low} to {high} origins"
    return f"{_plural(len(at), 'report')}, {_plural(len(outlets), 'outlet')}, {span}."


def _called(part: Tally, key: str) -> str:
    voice = part.web.voices[key]
    return voice.name or voice.why


def _merged(part: Tally, reasons: Mapping[str, tuple[str, ...]]) -> list[str]:
    said = []
    for root in sorted(set(part.root.values())):
        under = [key for key in part.root if part.root[key] == root]
        told = sum(len(part.web.claims[key]) for key in under)
        if told > 1:
            claims = [claim for key in under for claim in part.web.claims[key]]
            why = sorted({why for claim in claims for why in reasons.get(claim, ())})[:_MOST_REASONS]
            said.append(f"{_plural(told, 'claim')} rest on one say-so: {_called(part, root)}.{_because(why)}")
    for cycle in part.cycles:
        names = sorted(_called(part, key) for key in cycle)
        said.append(f"Counted once, since they lead back to each other: {'; '.join(names)}.")
    return said[:_MOST_NAMED]


def _because(why: list[str]) -> str:
    return f" Merged because: {'; '.join(reason.rstrip('.') for reason in why)}." if why else ""


def _maybe(part: Tally) -> list[str]:
    said = []
    groups: dict[str, list[str]] = {}
    for root in part.heads:
        groups.setdefault(part.group.get(root, root), []).append(root)
    for group in groups.values():
        if len(group) > 1:
            hubs = sorted({hub.why for key in group for hub in part.web.voices[key].hubs})
            why = f" ({hubs[0]})" if hubs else " (similar words)"
            said.append(f"{len(group)} of them may be one{why}: not shown to be independent.")
    unstated = sum(not part.web.voices[key].stated for key in part.heads)
    if unstated:
        said.append(f"{_plural(unstated, 'origin')} not stated: 0 to the low count, 1 each to the high.")
    hearsay = len(set(part.root.values()) - set(part.heads))
    if hearsay:
        said.append(f"{_plural(hearsay, 'say-so')} of nobody named: no origin beside others.")
    return said[:_MOST_NAMED]


def _left_out(one: Weighed) -> list[str]:
    sides = one.sides
    said = []
    if sides.unsure or sides.near:
        number = len(sides.unsure) + len(sides.near)
        said.append(f"{_plural(number, 'claim')} only possible or possibly about this: in the high count alone.")
    if sides.neither:
        said.append(f"{_plural(len(sides.neither), 'claim')} predicted or asked: in neither count.")
    if sides.withdrawn:
        said.append(f"{_plural(len(sides.withdrawn), 'claim')} taken back by a later correction: in no count.")
    if sides.revised:
        said.append(f"{_plural(len(sides.revised), 'claim')} counted without the value, which was corrected later.")
    if sides.repeated:
        said.append(f"{_plural(len(sides.repeated), 'claim')} only told again as taken back: in no count.")
    if sides.against:
        said.append(f"{_plural(len(sides.against), 'claim')} against it, counted apart.")
    return said
