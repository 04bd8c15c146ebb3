"""Quantities put together from numbers: ranges, bounds, money, shares, measures and counted things."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sayso.resolve.quantities_bounds import bound_after, bound_before
from sayso.resolve.quantities_left import is_left
from sayso.resolve.quantities_money import currency_after, currency_before
from sayso.resolve.quantities_numbers import Number, may_begin, number_at
from sayso.resolve.quantities_ranges import paired
from sayso.resolve.quantities_rates import is_total, rate_of, touches
from sayso.resolve.quantities_shares import Share, is_percent, share_at
from sayso.resolve.quantities_tokens import Piece, tight, word
from sayso.resolve.quantities_units import measure_after, noun_after

#: A stretch with more numbers than this is a table, not prose; the rest of it is left unread.
_MOST = 1000


@dataclass(frozen=True, slots=True)
class Draft:
    """A quantity in the making: tokens `[first, after)` write it, `start` and `end` are its place in the text."""

    first: int
    after: int
    low: float | None
    best: float | None
    high: float | None
    unit: str = ""
    of: str | float | None = None
    per: str | None = None
    measure: str = "count"
    about: bool = False
    start: int = 0
    end: int = 0


def drafts(tokens: list[Piece], dated: tuple[tuple[int, int], ...]) -> list[Draft]:
    """The quantities that the tokens write, in order, outside the dated stretches."""
    found: list[Draft] = []
    at, floor = 0, 0
    while at < len(tokens) and len(found) < _MOST:
        if not may_begin(tokens[at]) or touches(dated, tokens[at].start, tokens[at].end):
            at += 1
            continue
        money = currency_before(tokens, at)
        number = number_at(tokens, at, bool(money))
        draft = _draft(tokens, at, number, money, floor)
        if draft:
            found.append(_fitted(tokens, draft, dated))
            at = floor = found[-1].after
        else:
            at = number.after if number and number.figures else at + 1
    return found


def _draft(
    tokens: list[Piece], at: int, number: Number | None, money: tuple[str, int] | None, floor: int
) -> Draft | None:
    if number and not money and is_left(tokens, number) and not is_percent(tokens, number.after):
        number = None
    share = None if money else share_at(tokens, at, number)
    if share or number is None:
        return _of_share(tokens, share, floor) if share else None
    if money:
        number = replace(number, first=money[1], paid=True)
    elif _is_negative(tokens, number):
        number = replace(number, first=at - 1, low=-number.high, high=-number.low, best=number.best and -number.best)
    return _united(tokens, _bounded(tokens, number, floor), money[0] if money else "")


def _is_negative(tokens: list[Piece], number: Number) -> bool:
    """Whether a minus sign stands free before the figures and touches them."""
    at = number.first
    if number.figures and word(tokens, at - 1) == "minus":
        return True
    if not number.figures or word(tokens, at - 1) not in ("-", "−") or not tight(tokens, at) or tight(tokens, at - 1):
        return False
    return at < 2 or not tokens[at - 2].text[0].isdigit()


def _of_share(tokens: list[Piece], share: Share, floor: int) -> Draft:
    draft = Draft(share.first, share.after, share.low, share.best, share.high, "share", measure="share")
    draft = _with_bound(tokens, draft, floor)
    if word(tokens, draft.after) == "of":
        noun = _noun_of(tokens, draft.after + 1)
        if noun:
            return replace(draft, of=noun[0], after=noun[1])
    return draft


def _noun_of(tokens: list[Piece], at: int) -> tuple[str, int] | None:
    """The noun after "of", past "the", "its" or "all"."""
    while word(tokens, at) in ("the", "its", "their", "his", "all", "these", "those", "our", "her", "that"):
        at += 1
    return noun_after(tokens, at, False) or noun_after(tokens, at, True)


def _bounded(tokens: list[Piece], number: Number, floor: int) -> Draft:
    pair = paired(tokens, number)
    if pair:
        return Draft(pair.first, pair.after, pair.low, None, pair.high)
    return _with_bound(tokens, Draft(number.first, number.after, number.low, number.best, number.high), floor)


def _with_bound(tokens: list[Piece], draft: Draft, floor: int) -> Draft:
    """The draft with the bounding words before it, none of them taken from the quantity before."""
    bound = bound_before(tokens, draft.first)
    if not bound.kind or bound.first < floor:
        return draft
    return replace(_as(draft, bound.kind), first=bound.first)


def _as(draft: Draft, kind: str) -> Draft:
    if kind == "about":
        return replace(draft, about=True)
    if kind == "low":
        return replace(draft, best=None, high=None)
    return replace(draft, low=None, best=None) if kind == "high" else draft


def _united(tokens: list[Piece], draft: Draft, money: str) -> Draft:
    """The draft with its unit."""
    after_bound = bound_after(tokens, draft.after)
    if after_bound.kind:
        draft = replace(_as(draft, after_bound.kind), after=after_bound.after)
    if money:
        return _paid(tokens, draft, money)
    paid = currency_after(tokens, draft.after)
    if paid:
        return _paid(tokens, replace(draft, after=paid[1]), paid[0])
    measured = measure_after(tokens, draft.after)
    if measured:
        return replace(draft, unit=measured[0], after=measured[1], measure="amount")
    return _counted(tokens, draft)


def _paid(tokens: list[Piece], draft: Draft, currency: str) -> Draft:
    return replace(draft, unit=currency, measure="amount")


def _counted(tokens: list[Piece], draft: Draft) -> Draft:
    """The draft with the noun it counts, and the whole it is part of ("five out of 14", "12 of the 40 men")."""
    after = draft.after
    whole = _whole(tokens, after)
    if whole:
        draft, after = replace(draft, of=whole.low, after=whole.after), whole.after
    elif word(tokens, after) == "of":
        noun = _noun_of(tokens, after + 1)
        return replace(draft, unit=noun[0], after=noun[1]) if noun else draft
    if word(tokens, after) == "-" and tokens[after].tight:
        after += 1
    single = draft.low == draft.high == 1
    noun = noun_after(tokens, after, single)
    if noun is None and after != draft.after and not whole:
        noun = noun_after(tokens, after, True)
    return replace(draft, unit=noun[0], after=noun[1]) if noun else draft


def _whole(tokens: list[Piece], at: int) -> Number | None:
    """The number after "out of", "of" or "of the", as the whole that the number before is part of."""
    if word(tokens, at) == "out":
        at += 1
    if word(tokens, at) != "of":
        return None
    at += 1
    while word(tokens, at) in ("the", "its", "their", "some", "about", "around", "his", "those", "these"):
        at += 1
    number = number_at(tokens, at)
    return number if number and not is_left(tokens, number) else None


def _fitted(tokens: list[Piece], draft: Draft, dated: tuple[tuple[int, int], ...]) -> Draft:
    """The draft with its rate, its measure and its place in the text."""
    rate = rate_of(tokens, draft.first, draft.after, draft.measure == "amount", dated)
    if rate:
        draft = replace(draft, per=rate.per, after=max(draft.after, rate.after))
        if draft.measure == "count":
            draft = replace(draft, measure="rate")
    if draft.measure == "count" and is_total(tokens, draft.first, draft.after):
        draft = replace(draft, measure="total so far")
    return replace(draft, start=tokens[draft.first].start, end=tokens[draft.after - 1].end)
