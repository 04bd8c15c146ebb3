"""Quantities with their bounds, units, wholes and rates."""

from __future__ import annotations

import pytest

from sayso.model.slots import Quantity
from sayso.model.span import Span
from sayso.resolve.quantities import quantities


def found(text: str) -> tuple[Quantity, ...]:
    return quantities(text, Span(0, len(text)))


def one(text: str) -> Quantity:
    results = found(text)
    assert len(results) == 1, results
    return results[0]


@pytest.mark.parametrize(
    ("text", "low", "best", "high", "unit"),
    [
        ("The front lost 40 fighters.", 40, 40, 40, "fighter"),
        ("About 40 fighters left.", 40, 40, 40, "fighter"),
        ("About a thousand recruits left.", 1000, 1000, 1000, "recruit"),
        ("Over 40 fighters left.", 40, None, None, "fighter"),
        ("At least forty-five men left.", 45, None, None, "man"),
        ("More than a hundred and fifty men left.", 150, None, None, "man"),
        ("No fewer than 30 women left.", 30, None, None, "woman"),
        ("Up to 60 men left.", None, None, 60, "man"),
        ("Fewer than 60 men stayed.", None, None, 60, "man"),
        ("As many as 70 tanks burnt.", None, None, 70, "tank"),
        ("Between 100 to 200 recruits came.", 100, None, 200, "recruit"),
        ("Between 100 and 200 recruits came.", 100, None, 200, "recruit"),
        ("Some 10 to 15 guards ran.", 10, None, 15, "guard"),
        ("10-15 guards ran.", 10, None, 15, "guard"),
        ("Three or four guards ran.", 3, None, 4, "guard"),
        ("2 to 3 million leaflets fell.", 2e6, None, 3e6, "leaflet"),
        ("Tens of soldiers fled.", 10, None, 99, "soldier"),
        ("Dozens of soldiers fled.", 24, None, 99, "soldier"),
        ("Scores of soldiers fled.", 40, None, 99, "soldier"),
        ("Hundreds of soldiers fled.", 100, None, 999, "soldier"),
        ("Thousands of soldiers fled.", 1000, None, 9999, "soldier"),
        ("Tens of thousands of soldiers fled.", 10_000, None, 99_999, "soldier"),
        ("Several hundred soldiers fled.", 200, None, 999, "soldier"),
        ("A dozen officers fled.", 12, 12, 12, "officer"),
        ("Two dozen officers fled.", 24, 24, 24, "officer"),
        ("Half a million people fled.", 5e5, 5e5, 5e5, "person"),
        ("Two and a half million people fled.", 2.5e6, 2.5e6, 2.5e6, "person"),
        ("Three hundred and twelve police officers fled.", 312, 312, 312, "officer"),
        ("1,250 rifles were found.", 1250, 1250, 1250, "rifle"),
        ("10 000 rifles were found.", 10_000, 10_000, 10_000, "rifle"),
        ("40k rifles were found.", 40_000, 40_000, 40_000, "rifle"),
        ("They marched 60 km.", 60, 60, 60, "km"),
        ("They marched 3 1/2 hours.", 3.5, 3.5, 3.5, "hour"),
        ("They had five tonnes of flour.", 5, 5, 5, "tonne"),
        ("One soldier came back.", 1, 1, 1, "soldier"),
        ("They found 20 blank Malian passports.", 20, 20, 20, "passport"),
        ("30 or more deserters were jailed.", 30, None, None, "deserter"),
        ("A 500-man unit dissolved.", 500, 500, 500, "man"),
    ],
)
def test_counts(text: str, low: float | None, best: float | None, high: float | None, unit: str) -> None:
    quantity = one(text)
    assert (quantity.low, quantity.best, quantity.high, quantity.unit) == (low, best, high, unit)
    assert text[quantity.start : quantity.end] == quantity.written


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("He got $350.", 350, "USD"),
        ("He got 350 dollars.", 350, "USD"),
        ("He got US$3.5 million.", 3.5e6, "USD"),
        ("He got 2bn euros.", 2e9, "EUR"),
        ("He got £20m.", 2e7, "GBP"),
        ("He got 450,000 Iraqi dinars.", 450_000, "IQD"),
        ("He got 900 dinars.", 900, "dinar"),
        ("He got 75,000 naira.", 75_000, "NGN"),
        ("He got EUR 40.", 40, "EUR"),
        ("He got 600 Sri Lankan rupees.", 600, "LKR"),
    ],
)
def test_money(text: str, value: float, unit: str) -> None:
    quantity = one(text)
    assert (quantity.best, quantity.unit, quantity.measure) == (value, unit, "amount")


@pytest.mark.parametrize(
    ("text", "low", "high", "of"),
    [
        ("The levy rose by a tenth in May.", 0.1, 0.1, None),
        ("2 % of the fighters left.", 0.02, 0.02, "fighter"),
        ("2.5 per cent of its members left.", 0.025, 0.025, "member"),
        ("One third of the recruits left.", 0.333, 0.333, "recruit"),
        ("Two-thirds of its income is gone.", 0.667, 0.667, "income"),
        ("Half of the officers left.", 0.5, 0.5, "officer"),
        ("Three quarters of the officers left.", 0.75, 0.75, "officer"),
        ("Two in five soldiers left.", 0.4, 0.4, "soldier"),
        ("The majority of the officers left.", 0.5, None, "officer"),
        ("10 to 15 percent of the officers left.", 0.1, 0.15, "officer"),
        ("Up to 70% of the officers left.", None, 0.7, "officer"),
        ("More than half the garrison left.", 0.5, None, None),
        ("Pay fell by half.", 0.5, 0.5, None),
    ],
)
def test_shares(text: str, low: float | None, high: float | None, of: str | None) -> None:
    quantity = one(text)
    assert (quantity.low, quantity.high, quantity.of) == (low, high, of)
    assert (quantity.unit, quantity.measure) == ("share", "share")


@pytest.mark.parametrize(
    ("text", "per", "measure"),
    [
        ("They pay 350 dollars a month.", "month", "amount"),
        ("They pay a monthly 350 dollars.", "month", "amount"),
        ("The $400-a-month wage was cut.", "month", "amount"),
        ("100 to 200 recruits a month come.", "month", "rate"),
        ("About 2,000 foreign fighters per month came.", "month", "rate"),
        ("60 men were crossing the river each week.", "week", "rate"),
        ("20 trucks daily pass.", "day", "rate"),
        ("So far 60 men have crossed.", None, "total so far"),
        ("60 men have crossed to date.", None, "total so far"),
        ("60 men have crossed since March 2014.", None, "total so far"),
        ("This brings the number to 60 men.", None, "total so far"),
        ("60 men crossed a month later.", None, "count"),
    ],
)
def test_rates_and_totals(text: str, per: str | None, measure: str) -> None:
    quantity = one(text)
    assert (quantity.per, quantity.measure) == (per, measure)


def test_a_part_of_a_known_whole() -> None:
    quantity = one("Five out of 14 notes were forged.")
    assert (quantity.best, quantity.of, quantity.unit) == (5, 14, "note")
    quantity = one("12 of the 40 guards ran.")
    assert (quantity.best, quantity.of, quantity.unit) == (12, 40, "guard")


def test_a_part_told_beside_its_total_is_a_quantity_of_its_own() -> None:
    whole, part = found("They shot hundreds, including over one hundred Chadians.")
    assert (whole.low, whole.high) == (100, 999)
    assert (part.low, part.high) == (100, None)


def test_a_change_is_two_quantities_in_one_unit() -> None:
    before, after = found("Pay fell from 300 euros to 90.")
    assert (before.best, before.unit, after.best, after.unit) == (300, "EUR", 90, "EUR")
    before, after = found("Wages were cut from $400 to $200 a month.")
    assert (before.per, after.per) == ("month", "month")


def test_numbers_joined_before_one_noun_share_it() -> None:
    assert [quantity.unit for quantity in found("They found 16 Kenyan and four Somali passports.")] == [
        "passport",
        "passport",
    ]


@pytest.mark.parametrize("word", ["about", "around", "nearly", "some", "roughly", "an estimated", "close to"])
def test_about(word: str) -> None:
    quantity = one(f"They lost {word} 30 men.")
    assert quantity.about
    assert (quantity.low, quantity.best, quantity.high) == (30, 30, 30)
    assert quantity.written.startswith(word)


@pytest.mark.parametrize(
    "text",
    [
        "A fighter, another and he left in droves.",
        "One of them fled, then no one came, one after another.",
        "The 7th Brigade is second in command.",
        "Under Resolution 2170 nothing changed.",
        "It fell in 2014, on 3 May 2015, on March 3 and in the 1990s.",
        "At 10:45 they met; at 6 a.m. they left; at 0800 they slept.",
        "Musa Idris, 34, and his cousin, 19, aged 40, a 50-year-old, are here.",
        "He flew an F-16 and a MiG-29 past Hill 402 on Route 9.",
        "Call +44 20 7946 0958 or 555-0199 now.",
        "See version 2.4.1 at 192.168.0.1/24.",
        "They won 2-0.",
        "1e308 and NaN and ٣٥ are odd.",
        "They met two weeks ago.",
        "The first half of the war, half-hearted and half-built.",
        "A third man came.",
        "The twenty-first century began.",
    ],
)
def test_what_counts_nothing_is_left_alone(text: str) -> None:
    assert found(text) == ()


def test_a_dot_that_may_group_thousands_gives_both_readings() -> None:
    quantity = one("They had 1.000 men.")
    assert (quantity.low, quantity.best, quantity.high) == (1, None, 1000)


def test_bounds_on_both_sides_keep_the_first() -> None:
    quantity = one("Fewer than 30 or more men left.")
    assert (quantity.low, quantity.high) == (None, 30)


def test_a_total_needs_the_perfect() -> None:
    assert one("Since the truce the 2 commanders talk.").measure == "count"


def test_a_minus_sign_is_kept() -> None:
    assert one("It was -5 degrees.").best == -5
