from __future__ import annotations

import pytest

from sayso.model.month import month_of, only_year
from sayso.tell.periods import covering, period, unit_for


@pytest.mark.parametrize(
    ("edtf", "month"),
    [
        ("2016-03-15", "2016-03"),
        ("2016-03", "2016-03"),
        ("2016-03-11/2016-04-02", "2016-03"),
        ("../2016-05", "2016-05"),
        ("2016-05/..", "2016-05"),
        ("2016-03-15~", "2016-03"),
        ("2016", "2016-XX"),
        ("2016~", "2016-XX"),
        ("2016-XX-XX", "2016-XX"),
        ("2016-21", "2016-XX"),
        ("2011/2017-02-28", "2011-XX"),
        ("2016-01-01/2016-12-31", "2016-XX"),
        ("201X", ""),
        ("", ""),
        (None, ""),
    ],
)
def test_a_date_is_counted_in_the_month_it_knows(edtf: str | None, month: str) -> None:
    assert month_of(edtf) == month


def test_a_year_stays_one_among_months_and_quarters() -> None:
    assert only_year("2016-XX")
    assert [period("2016-XX", unit) for unit in ("month", "quarter", "year")] == ["2016-XX", "2016-XX", "2016"]


def test_columns_cover_months_and_the_years_beside_them() -> None:
    months = ("2018-12", "2019-02", "2014-XX", "2018-XX", "")
    assert covering(months, "month") == ("2014-XX", "2018-12", "2018-XX", "2019-01", "2019-02")
    assert covering(months, "year") == ("2014", "2015", "2016", "2017", "2018", "2019")
    assert unit_for(months, 5) == "month"
    assert covering(("2016-XX",), "month") == ("2016-XX",)
