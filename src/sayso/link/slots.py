"""A claim's place and time as intervals that can be compared, without inventing precision."""

from __future__ import annotations

from datetime import date

import msgspec

from sayso.model.claim import Claim
from sayso.model.finding import MatterKind
from sayso.model.report import Report
from sayso.model.slots import Place, Precision, When

#: A present tense speaks of the weeks around the printing: a month back. Set by judgement on the seeds.
TENSE_REACH = 30

#: A time that is open at one end reaches at most this far from the end that is known.
OPEN_REACH = 365

#: Reports of one matter that give no time at all were printed at most this far apart.
UNTIMED_REACH = 45

#: An event whose time is known to a month or better is precise; "in 2016" is not.
PRECISE_DAYS = 31

_FIRST, _LAST = 1, date.max.toordinal()

#: A town lies in its province for certain; that something happened "in the country" leaves open where.
_NARROW = frozenset({Precision.SITE, Precision.TOWN, Precision.DISTRICT, Precision.PROVINCE})


class Slots(msgspec.Struct, frozen=True, gc=False):
    """What a claim's matter is compared by. `low` and `high` are ordinal days of a window that is never empty."""

    timed: bool
    low: int
    high: int
    place: str
    within: tuple[str, ...]
    narrow: bool

    @property
    def precise(self) -> bool:
        """Whether the time is known to a month or better."""
        return self.timed and self.high - self.low <= PRECISE_DAYS

    @property
    def path(self) -> tuple[str, ...]:
        """The place and all that contains it."""
        return (self.place, *self.within) if self.place else ()


def slots_of(claim: Claim, report: Report, kind: MatterKind) -> Slots:
    """The claim's place and time window as its matter compares them."""
    place = _main_place(claim)
    timed, low, high = _window(claim.time, report, kind)
    return Slots(
        timed,
        low,
        high,
        (place.id or place.name) if place else "",
        place.within if place else (),
        bool(place) and place is not None and place.precision in _NARROW,
    )


def _main_place(claim: Claim) -> Place | None:
    by_role = {place.role: place for place in reversed(claim.places)}
    return by_role.get("where") or by_role.get("from") or by_role.get("to")


def _window(time: When | None, report: Report, kind: MatterKind) -> tuple[bool, int, int]:
    printed = printed_days(report)
    if time is None or (time.earliest is None and time.latest is None):
        return (False, *_around(printed, UNTIMED_REACH))
    if time.basis == "tense":
        timed = kind is not MatterKind.EVENT
        return (timed, *_around(printed, TENSE_REACH if timed else UNTIMED_REACH))
    low, high = _day(time.earliest), _day(time.latest)
    if low is None:
        return True, max(_FIRST, (high or _LAST) - OPEN_REACH), high or _LAST
    if high is None:
        reach = min(_LAST, low + OPEN_REACH)
        return True, low, max(low, min(printed[1], reach) if printed else reach)
    return True, min(low, high), max(low, high)


def printed_days(report: Report) -> tuple[int, int] | None:
    """The first and last possible ordinal day of publication, or None if neither is known."""
    published = report.published
    if published is None:
        return None
    low, high = _day(published.earliest), _day(published.latest)
    if low is None and high is None:
        return None
    return (low if low is not None else high or _FIRST, high if high is not None else low or _LAST)


def _around(printed: tuple[int, int] | None, reach: int) -> tuple[int, int]:
    return (max(_FIRST, printed[0] - reach), min(_LAST, printed[1])) if printed else (_FIRST, _LAST)


def _day(iso: str | None) -> int | None:
    try:
        return date.fromisoformat(iso).toordinal() if iso else None
    except ValueError:
        return None


def same_place(one: Slots, other: Slots) -> bool:
    """Whether the two places are one, or one lies in the other and that one is no wider than a province."""
    if one.place == other.place:
        return True
    return (other.narrow and other.place in one.within) or (one.narrow and one.place in other.within)


def near_place(one: Slots, other: Slots) -> bool:
    """Whether the two places do not exclude each other."""
    if not one.place or not other.place or one.place == other.place:
        return True
    return other.place in one.within or one.place in other.within


def overlap(one: Slots, other: Slots) -> bool:
    """Whether the two windows share a day."""
    return one.low <= other.high and other.low <= one.high
