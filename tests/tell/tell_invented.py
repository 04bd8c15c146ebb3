"""An invented case: the "Jazira Front", its outlets and its people do not exist; the places do."""

from __future__ import annotations

from tell_claims import CLAIMS
from tell_found import MATTERS, ORIGINS, TIES
from tell_texts import CODEBOOK, GROUP, REPORTS, TEXT

from sayso.model.books import Control, Outlet
from sayso.model.picture import Picture, Summary, Unread
from sayso.model.span import Span

__all__ = ["CLAIMS", "MATTERS", "ORIGINS", "SOURCES", "TEXT", "TIES", "picture", "summary"]

SOURCES = (
    Outlet("Euphrates Wire", (), "IQ", None, Control.PRIVATE, True, (), "", "invented", "B"),
    Outlet("Khabur Daily", (), "SY", None, Control.PRIVATE, False, (), "", "invented"),
    Outlet("Northern Courier", (), "GB", "Courier Trust", Control.PRIVATE, False, (), "", "invented", "B"),
    Outlet("Radio Sinjar Plain", (), "IQ", None, Control.PUBLIC, False, (), "", "invented"),
    Outlet(
        "State Gazette",
        (),
        "SY",
        "Government",
        Control.STATE,
        False,
        (),
        "The voice of the Front's opponent.",
        "x",
        "D",
    ),
    Outlet(
        "Voice of the Jazira",
        (),
        None,
        GROUP,
        Control.ARMED_GROUP,
        False,
        (),
        "The voice of the Front.",
        "x",
        "E",
        GROUP,
    ),
)


def protected() -> tuple[tuple[str, tuple[Span, ...]], ...]:
    found = []
    for number, name in (("02", "Yusuf Dalal"), ("04", "Karim Vael")):
        start = TEXT[number].text.index(name)
        found.append((TEXT[number].id, (Span(start, start + len(name)),)))
    return tuple(found)


def picture() -> Picture:
    return Picture(
        "jazira (invented)",
        CODEBOOK,
        REPORTS,
        tuple(sorted(CLAIMS.values(), key=lambda c: (c.path, c.start, c.end, c.indicator, c.id))),
        MATTERS,
        tuple(sorted(ORIGINS, key=lambda o: o.id)),
        tuple(sorted(TIES, key=lambda t: t.id)),
        (Unread("13-broken.html", "it is empty: save the page again"),),
        (),
        SOURCES,
        protected(),
    )


def summary() -> Summary:
    whole = picture()
    months: dict[tuple[str, str], int] = {}
    dates = {report.id: report.published.edtf[:7] if report.published else "" for report in REPORTS}
    for each in whole.claims:
        key = (each.indicator, (each.time.earliest or each.time.latest or "")[:7] if each.time else dates[each.report])
        months[key] = months.get(key, 0) + 1
    outlets: dict[str, int] = {}
    for report in REPORTS:
        outlets[report.outlet or ""] = outlets.get(report.outlet or "", 0) + 1
    return Summary(
        whole.name,
        CODEBOOK,
        (("read", 11), ("unsupported language", 1), ("failed", 0), ("duplicate", 0)),
        tuple(sorted(outlets.items(), key=lambda pair: (-pair[1], pair[0]))),
        len(whole.claims),
        1,
        tuple((code, month, count) for (code, month), count in sorted(months.items())),
        MATTERS,
        len(MATTERS),
        3,
        len(ORIGINS),
        whole.unread,
        ("ar",),
    )
