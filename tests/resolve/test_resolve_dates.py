"""Date expressions and the days they mean, told on Thursday 5 March 2015 unless a case says otherwise."""

from __future__ import annotations

import pytest

from sayso.model.report import Published
from sayso.model.slots import Unresolved, When
from sayso.model.span import Span
from sayso.resolve.dates import dates

THURSDAY = Published("2015-03-05", "2015-03-05", "2015-03-05", "manifest")
SEPTEMBER = Published("2016-09", "2016-09-01", "2016-09-30", "manifest")


def found(
    text: str, published: Published | None = THURSDAY, anchor: When | None = None
) -> tuple[When | Unresolved, ...]:
    return dates(text, Span(0, len(text)), published, anchor)


def one(text: str, published: Published | None = THURSDAY) -> When:
    results = found(text, published)
    assert len(results) == 1, results
    assert isinstance(results[0], When), results[0]
    return results[0]


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("Militants seized the town on Tuesday.", "2015-03-03", "2015-03-03"),
        ("Fighting resumed on Monday night.", "2015-03-02", "2015-03-02"),
        ("The attack happened yesterday.", "2015-03-04", "2015-03-04"),
        ("The raid happened two weeks ago.", "2015-02-19", "2015-02-19"),
        ("He was killed last Friday.", "2015-02-27", "2015-02-27"),
        ("The strike on March 3 killed 12.", "2015-03-03", "2015-03-03"),
        ("The strike on 3 March 2015 killed 12.", "2015-03-03", "2015-03-03"),
        ("The group took the city in June 2014.", "2014-06-01", "2014-06-30"),
        ("The group took the dam in August.", "2014-08-01", "2014-08-31"),
        ("Oil revenue fell in 2014.", "2014-01-01", "2014-12-31"),
        ("The offensive began last month.", "2015-02-01", "2015-02-28"),
        ("It was filmed last week.", "2015-02-23", "2015-03-01"),
        ("The army will attack next week.", "2015-03-09", "2015-03-15"),
        ("It was seized three days ago.", "2015-03-02", "2015-03-02"),
        ("The convoy left on Dec. 12.", "2014-12-12", "2014-12-12"),
        ("The convoy left on Sept. 3, 2014.", "2014-09-03", "2014-09-03"),
        ("He joined in early 2014.", "2014-01-01", "2014-04-30"),
        ("He joined in mid-2014.", "2014-05-01", "2014-08-31"),
        ("It fell in late February.", "2015-02-20", "2015-02-28"),
        ("It fell in the first week of February.", "2015-02-01", "2015-02-07"),
        ("It fell in the last days of February.", "2015-02-22", "2015-02-28"),
        ("Earlier this month it fell.", "2015-03-01", "2015-03-05"),
        ("Taxes rose from January to March 2014.", "2014-01-01", "2014-03-31"),
        ("It lasted between 3 and 7 February.", "2015-02-03", "2015-02-07"),
        ("Over the past six months 400 died.", "2014-09-05", "2015-03-05"),
        ("Since Sunday 40 have died.", "2015-03-01", None),
        ("It was dated 2015-02-14.", "2015-02-14", "2015-02-14"),
        ("It was dated 14/02/2015.", "2015-02-14", "2015-02-14"),
        ("They met on Thursday.", "2015-03-05", "2015-03-05"),
        ("They will meet on Saturday.", "2015-03-07", "2015-03-07"),
        ("A year ago he was free.", "2014-03-05", "2014-03-05"),
        ("He was seen the previous day.", "2015-03-04", "2015-03-04"),
        ("It fell in the second quarter of 2014.", "2014-04-01", "2014-06-30"),
        ("He died in the summer of 2014.", "2014-06-01", "2014-08-31"),
        ("He was there in the 1990s.", "1990-01-01", "1999-12-31"),
        ("The attack came on the eve of Christmas 2014.", "2014-12-25", "2014-12-25"),
        ("It began at dawn on Wednesday.", "2015-03-04", "2015-03-04"),
        ("Today they fled.", "2015-03-05", "2015-03-05"),
        ("The garrison fell on the 21st of January.", "2015-01-21", "2015-01-21"),
        ("Tuesday, 3 February 2015, was quiet.", "2015-02-03", "2015-02-03"),
        ("They held out from Monday to Wednesday.", "2015-03-02", "2015-03-04"),
        ("The siege ran from 28 December to 4 January.", "2014-12-28", "2015-01-04"),
        ("Between November and January pay stopped.", "2014-11-01", "2015-01-31"),
        ("Between 2011 and 2013 the militia grew.", "2011-01-01", "2013-12-31"),
        ("In the third quarter of last year pay stopped.", "2014-07-01", "2014-09-30"),
        ("By the end of 2014 half had gone.", None, "2014-12-31"),
        ("They held the hill until 12 February.", None, "2015-02-12"),
        ("Before 2013 there was no such unit.", None, "2012-12-31"),
        ("The court will sit on 9 March.", "2015-03-09", "2015-03-09"),
        ("Late last year a battalion crossed.", "2014-09-01", "2014-12-31"),
        ("They met on Christmas Eve.", "2014-12-24", "2014-12-24"),
        ("In the past decade it changed its name.", "2005-03-05", "2015-03-05"),
        ("They came in April last year.", "2014-04-01", "2014-04-30"),
        ("They came on 15 June of last year.", "2014-06-15", "2014-06-15"),
        ("It fell in the week of 2 February.", "2015-02-02", "2015-02-08"),
        ("Seen at 2015-02-14T10:00:00Z.", "2015-02-14", "2015-02-14"),
        ("The winter of 2013-14 was hard.", "2013-12-01", "2014-02-28"),
        ("After the October raid they left.", "2014-10-01", "2014-10-31"),
        ("Last summer the front moved.", "2014-06-01", "2014-08-31"),
    ],
)
def test_a_date_means_its_interval(text: str, earliest: str | None, latest: str | None) -> None:
    when = one(text)
    assert (when.earliest, when.latest) == (earliest, latest)
    assert text[when.start : when.end] == when.written


@pytest.mark.parametrize(
    ("text", "edtf", "precision", "basis"),
    [
        ("It fell on September 27th, 2016.", "2016-09-27", "day", "stated"),
        ("It fell around May 2016.", "2016-05~", "month", "stated"),
        ("It fell in November or so: from November to December 2016.", "2016-11/2016-12", "season", "stated"),
        ("Nobody left until September 2016.", "../2016-09", "longer", "stated"),
        ("It fell last month.", "2015-02", "month", "relative"),
        ("It fell last week.", "2015-02-23/2015-03-01", "week", "relative"),
        ("It fell in the winter of 2013.", "2013-24", "season", "stated"),
        ("It was so in the 1980s.", "198X", "longer", "stated"),
        ("It was so in 2009.", "2009", "year", "stated"),
    ],
)
def test_edtf_precision_and_basis(text: str, edtf: str, precision: str, basis: str) -> None:
    when = found(text)[-1]
    assert isinstance(when, When)
    assert (when.edtf, when.precision, when.basis) == (edtf, precision, basis)


@pytest.mark.parametrize(
    "text",
    [
        "The group pays $400 a month.",
        "May Ahmed, 34, lives in March village.",
        "At least 12 people died.",
        "The 7th Brigade moved 60 km west.",
        "He is second in command.",
        "Prices rose 2.5 per cent.",
        "The Sun reported it.",
        "The march on the capital may begin.",
        "They march to the river and August Bello leads them.",
        "Some 2000 fighters and 1,999 rifles were counted.",
        "The Sunday Times and Black Friday are names.",
        "Under Resolution 1973 no aircraft may fly.",
        "He paid 2000 dollars for a pass numbered 12/7.",
        "Currently and recently are no dates, nor is now.",
        "The second quarter-master fell ill.",
        "He fell. Spring water was short.",
        "The unit of 1950 men dissolved.",
        "She saw April Okoro and June Adeyemi.",
    ],
)
def test_what_only_looks_like_a_date_is_left_alone(text: str) -> None:
    assert found(text) == ()


def test_since_is_open_when_nobody_knows_when_it_was_told() -> None:
    when = one("Since October 2016 none has come.", None)
    assert (when.edtf, when.earliest, when.latest) == ("2016-10/..", "2016-10-01", None)


def test_a_vague_publication_makes_a_vague_date() -> None:
    when = one("The post fell on Tuesday.", SEPTEMBER)
    assert (when.earliest, when.latest) == ("2016-08-30", "2016-09-27")
    assert when.precision == "month"
    assert one("It began last month.", SEPTEMBER).edtf == "2016-08"


def test_a_known_year_needs_no_publication() -> None:
    assert one("They left on 3 May 2012.", None).edtf == "2012-05-03"


@pytest.mark.parametrize("words", ["on Tuesday", "last year", "in August", "a day earlier"])
def test_relative_words_without_a_publication_stay_unresolved(words: str) -> None:
    (result,) = found(f"They left {words}.", None)
    assert isinstance(result, Unresolved)
    assert result.why


def test_a_day_earlier_counts_from_the_date_before_it() -> None:
    first, second = found("They fled on 14 February. A day earlier the depot burnt.")
    assert isinstance(first, When)
    assert isinstance(second, When)
    assert (second.earliest, second.basis) == ("2015-02-13", "relative")


def test_the_following_week_counts_from_an_earlier_sentence() -> None:
    text = "The post fell on 2 December 2014. The following week the village emptied."
    start = text.index("The following")
    (when,) = dates(text, Span(start, len(text)), THURSDAY)
    assert isinstance(when, When)
    assert when.edtf == "2014-12-08/2014-12-14"


def test_an_anchor_given_by_the_caller_is_used() -> None:
    anchor = one("They fled on 14 February 2013.")
    (when,) = found("The previous day the depot burnt.", THURSDAY, anchor)
    assert isinstance(when, When)
    assert when.earliest == "2013-02-13"


@pytest.mark.parametrize(
    "text",
    [
        "It was dated 2016-02-30.",
        "It was dated 30 February 2016.",
        "It fell on 31/02/2016.",
        "It fell on 03/04/2016.",
        "The letter is from 1437 AH.",
        "They left several months ago.",
        "They left two days after the raid on the depot.",
    ],
)
def test_what_cannot_be_resolved_says_why(text: str) -> None:
    (result,) = found(text)
    assert isinstance(result, Unresolved)
    assert result.why
    assert text[result.start : result.end] == result.written


def test_a_line_break_inside_a_date_changes_nothing() -> None:
    assert one("They met on Christmas\nEve and fled.").earliest == "2014-12-24"
    assert one("They fled a couple\nof weeks ago.").earliest == "2015-02-19"


def test_only_a_publication_year_keeps_the_whole_year_open() -> None:
    when = one("They left in August.", Published("2016", "2016-01-01", "2016-12-31", "text"))
    assert (when.earliest, when.latest) == ("2015-08-01", "2016-08-31")


def test_weekdays_before_a_day_told_in_between_make_one_range() -> None:
    when = one("They crossed between Friday and Monday.")
    assert (when.earliest, when.latest) == ("2015-02-27", "2015-03-02")


def test_a_part_of_the_next_day_counts_from_the_date_before() -> None:
    text = "The gate was shut on Monday. He was let go the next morning."
    last = dates(text, Span(text.index("He"), len(text)), THURSDAY)
    assert [(when.earliest, when.latest) for when in last if isinstance(when, When)] == [("2015-03-03", "2015-03-03")]
