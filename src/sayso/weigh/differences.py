"""Two claims of one matter compared, slot by slot: a sentence that says how they differ, or ""."""

from __future__ import annotations

from sayso.model.claim import Claim
from sayso.model.slots import Quantity, When

#: "About N" leaves room for this share on either side.
_ABOUT = 0.15

#: Words of level; opposed ones contradict. Members of one set agree.
_HIGH_LEVEL = frozenset("massive mass large many hundreds thousands widespread droves wave most majority".split())
_LOW_LEVEL = frozenset("small few isolated rare handful single sporadic limited minor".split())

#: Precise places farther apart in the tree than one within the other.
_EXACT = frozenset({"site", "town", "district"})


def counts_differ(one: Claim, other: Claim) -> str:
    """Two counts of one thing at one time whose bounds do not meet."""
    mine, theirs = one.quantity, other.quantity
    if mine is None or theirs is None or not _comparable(mine, theirs) or not _same_period(one.time, other.time):
        return ""
    if _whole_and_part(one, other) or _meet(mine, theirs):
        return ""
    return f"“{mine.written}” against “{theirs.written}”"


def _comparable(mine: Quantity, theirs: Quantity) -> bool:
    same = (mine.unit, mine.measure, mine.per) == (theirs.unit, theirs.measure, theirs.per)
    return same and str(mine.of or "") == str(theirs.of or "")


def _same_period(one: When | None, other: When | None) -> bool:
    """Values of different periods make a series, not a contradiction."""
    if one is None or other is None:
        return one is other
    if "tense" in (one.basis, other.basis):
        return one.basis == other.basis
    low = max(one.earliest or "", other.earliest or "")
    high = min(one.latest or "9999", other.latest or "9999")
    return low <= high


def _whole_and_part(one: Claim, other: Claim) -> bool:
    """Whether one counts a part of what the other counts: of a group within it, or of a place within its place."""
    parts = [claim.actor.part if claim.actor else None for claim in (one, other)]
    places = [claim.place for claim in (one, other)]
    elsewhere = places[0] is not None and places[1] is not None and places[0].id != places[1].id
    totals = [claim.quantity.measure == "total so far" for claim in (one, other) if claim.quantity]
    return parts[0] != parts[1] or elsewhere or len(set(totals)) > 1


def _meet(mine: Quantity, theirs: Quantity) -> bool:
    low = max(_low(mine), _low(theirs))
    high = min(_high(mine), _high(theirs))
    return low <= high


def _low(quantity: Quantity) -> float:
    low = quantity.low if quantity.low is not None else 0.0
    return low * (1 - _ABOUT) if quantity.about else low


def _high(quantity: Quantity) -> float:
    high = quantity.high if quantity.high is not None else float("inf")
    return high * (1 + _ABOUT) if quantity.about else high


def levels_differ(one: Claim, other: Claim) -> str:
    """One speaks of many, the other of few."""
    mine = _level(one)
    theirs = _level(other) if mine else None  # few claims speak of either
    if mine and theirs and mine[0] != theirs[0] and _same_period(one.time, other.time):
        return f"“{mine[1]}” against “{theirs[1]}”"
    return ""


def _level(claim: Claim) -> tuple[str, str] | None:
    words = claim.quote.casefold().replace("-", " ").split()
    for word in (word.strip("“”\"'.,;:()") for word in words):
        if word in _HIGH_LEVEL:
            return "high", word
        if word in _LOW_LEVEL:
            return "low", word
    return None


def trends_differ(one: Claim, other: Claim) -> str:
    """Two stated trends of one period that differ."""
    if one.trend and other.trend and one.trend != other.trend and _same_period(one.time, other.time):
        return f"{one.trend} against {other.trend}"
    return ""


def causes_differ(one: Claim, other: Claim) -> str:
    """Two sets of stated reasons that share none; shown as a difference."""
    if one.reason and other.reason and not set(one.reason) & set(other.reason):
        return (
            f"for {', '.join(sorted(one.reason))} against for {', '.join(sorted(other.reason))}: a difference of cause"
        )
    return ""


def places_differ(one: Claim, other: Claim) -> str:
    """Two exact places of which neither lies in the other."""
    mine, theirs = one.place, other.place
    if mine is None or theirs is None or mine.id == theirs.id:
        return ""
    if mine.precision not in _EXACT or theirs.precision not in _EXACT:
        return ""
    if mine.id in theirs.within or theirs.id in mine.within:
        return ""
    return f"{mine.name} against {theirs.name}"


def dates_differ(one: Claim, other: Claim) -> str:
    """Two stated times to the day or week that do not meet."""
    mine, theirs = one.time, other.time
    if mine is None or theirs is None or "tense" in (mine.basis, theirs.basis):
        return ""
    if {mine.precision, theirs.precision} - {"day", "week"} or _same_period(mine, theirs):
        return ""
    return f"{mine.edtf} against {theirs.edtf}"


def actors_differ(one: Claim, other: Claim) -> str:
    """Two different doers of one act."""
    if one.other and other.other and one.other.name != other.other.name:
        return f"{one.other.name} against {other.other.name}"
    return ""
