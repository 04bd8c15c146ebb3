"""Quantities put together from numbers: ranges, bounds, money, shares, measures and counted things."""

from __future__ import annotations

from dataclasses import replace

from sayso.resolve.quantities_bounds import bound_after, bound_before
from sayso.resolve.quantities_draft import Draft
from sayso.resolve.quantities_ellipsis import completed
from sayso.resolve.quantities_left import is_left
from sayso.resolve.quantities_money import currency_after, currency_before
from sayso.resolve.quantities_numbers import Number, may_begin, number_at
from sayso.resolve.quantities_ranges import paired
from sayso.resolve.quantities_rates import is_total, rate_of
from sayso.resolve.quantities_shares import Share, share_at
from sayso.resolve.quantities_tokens import Piece, is_word, tight, word
from sayso.resolve.quantities_units import measure_after, noun_after, singular

#: Words between "of" and the number that tells the whole.
_BEFORE_A_WHOLE = frozenset("the its their some about around his those these every each".split())
#: A stretch in which more words than this may begin a number is a table, not prose; the rest is left unread.
_MOST = 1000


def drafts(tokens: list[Piece]) -> list[Draft]:
    """The quantities that the tokens write, in order."""
    found: list[Draft] = []
    at, floor, read = 0, 0, 0
    while at < len(tokens) and read < _MOST:
        if not may_begin(tokens[at]):
            at += 1
            continue
        read += 1
        money = currency_before(tokens, at)
        money = money if money and money[1] >= floor else None
        number = number_at(tokens, at, bool(money))
        draft = _draft(tokens, at, number, money, floor)
        if draft:
            found.append(_fitted(tokens, replace(draft, first=max(draft.first, floor))))
            at = floor = found[-1].after
        else:
            at = number.after if number and number.figures else at + 1
    return completed(tokens, found)


def _draft(
    tokens: list[Piece], at: int, number: Number | None, money: tuple[str, int] | None, floor: int
) -> Draft | None:
    share = None if money else share_at(tokens, at, number)
    if share:
        return _of_share(tokens, share, floor)
    if number is None or (not money and is_left(tokens, number)):
        return None
    if money:
        number = replace(number, first=money[1], paid=True)
    elif _is_negative(tokens, number):
        number = replace(number, first=at - 1, low=-number.high, high=-number.low, best=number.best and -number.best)
    return _united(tokens, _bounded(tokens, number, floor), money[0] if money else "")


def _is_negative(tokens: list[Piece], number: Number) -> bool:
    """Whether a minus sign stands free before the figures and touches them."""
    at = number.first
    if number.figures and "minus" in (
        word(tokens, at - 1),
        word(tokens, at - 2) if word(tokens, at - 1) == "-" else "",
    ):
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
    noun = noun_after(tokens, draft.after, False) if share.ratio else None
    return replace(draft, of=noun[0], after=noun[1]) if noun else draft


def _noun_of(tokens: list[Piece], at: int) -> tuple[str, int] | None:
    """The noun after "of", past "the", "its" or "all"."""
    while word(tokens, at) in ("the", "its", "their", "his", "all", "these", "those", "our", "her", "that"):
        at += 1
    return noun_after(tokens, at, False) or noun_after(tokens, at, True)


def _bounded(tokens: list[Piece], number: Number, floor: int) -> Draft:
    pair = paired(tokens, number)
    if pair:
        about = bound_before(tokens, pair.first)
        first = about.first if about.kind == "about" and about.first >= floor else pair.first
        return Draft(first, pair.after, pair.low, None, pair.high, about=first < pair.first)
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
    if after_bound.kind and draft.low is not None and draft.high is not None:
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
    if word(tokens, after) == "-" and tight(tokens, after) and tight(tokens, after + 1):
        return _compound(tokens, draft, after + 1)
    noun = noun_after(tokens, after, draft.low == draft.high == 1)
    return replace(draft, unit=noun[0], after=noun[1]) if noun else draft


def _compound(tokens: list[Piece], draft: Draft, at: int) -> Draft:
    """The draft with the noun that a hyphen ties to it: a "500-man unit" counts men."""
    if word(tokens, at) in ("strong", "odd", "plus"):
        return replace(draft, after=at + 1, about=word(tokens, at) == "odd")
    return replace(draft, unit=singular(tokens[at].lower), after=at + 1) if is_word(tokens[at]) else draft


def _whole(tokens: list[Piece], at: int) -> Number | None:
    """The number after "out of", "of" or "of the", as the whole that the number before is part of."""
    if word(tokens, at) == "out":
        at += 1
    if word(tokens, at) != "of":
        return None
    at += 1
    while word(tokens, at) in _BEFORE_A_WHOLE:
        at += 1
    number = number_at(tokens, at)
    return number if number and not is_left(tokens, number) else None


def _fitted(tokens: list[Piece], draft: Draft) -> Draft:
    """The draft with its rate, its measure and its place in the text."""
    rate = rate_of(tokens, draft.first, draft.after, draft.measure == "amount")
    if rate:
        draft = replace(draft, per=rate.per, after=max(draft.after, rate.after))
        if draft.measure == "count":
            draft = replace(draft, measure="rate")
    if draft.measure == "count" and is_total(tokens, draft.first, draft.after):
        draft = replace(draft, measure="total so far")
    return replace(draft, start=tokens[draft.first].start, end=tokens[draft.after - 1].end)
