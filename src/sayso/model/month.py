"""The month that a date of EDTF is counted in."""

from __future__ import annotations

import re

#: Stands for the month of a date that is known only to its year, as in EDTF: "2016-XX".
UNKNOWN_MONTH = "XX"

_MONTHS_A_YEAR = 12

_DATE = re.compile(r"(?<!\d)(\d{4})(?:-(\d\d))?(?![\dX])")
_WHOLE_YEAR = re.compile(r"(\d{4})-01(?:-01)?/\1-12(?:-31)?")


def month_of(edtf: str | None) -> str:
    """The month in which a date begins, "2016-03"; "2016-XX" where only the year is known, "" where not even that.

    A stretch without a beginning counts by its end.
    """
    found = _DATE.search(edtf or "")
    if found is None:
        return ""
    year, month = found.group(1), found.group(2) or UNKNOWN_MONTH
    known = month.isdigit() and 1 <= int(month) <= _MONTHS_A_YEAR and not _WHOLE_YEAR.fullmatch(edtf or "")
    return f"{year}-{month if known else UNKNOWN_MONTH}"  # other numbers are seasons


def only_year(month: str) -> bool:
    """Whether a month is one that is not known."""
    return month.endswith(UNKNOWN_MONTH)
