from __future__ import annotations

import pytest

from sayso.books.register import Register, shipped
from sayso.model.report import Published
from sayso.read.captions import captions_of
from sayso.read.credits import byline_of, credits_of
from sayso.read.dates import of_text
from sayso.read.debris import debris_of, laid_out
from sayso.read.outlets import publisher

BODY = "Officials in the north said on Monday that dozens of fighters had left their posts because pay was late."


@pytest.fixture(scope="module")
def register() -> Register:
    return shipped()


CREDITED = [
    (f"MAIDUGURI (Reuters) - {BODY}", "Reuters", "dateline", "Reuters"),
    (f"MOSUL, Iraq, Nov. 3 (Xinhua) -- {BODY}", "Xinhua", "dateline", "Xinhua"),
    (f"(ANSA) - TRIPOLI, NOV 3 - {BODY}", "ANSA", "dateline", "ANSA"),
    (f"TORMA (LNA) — {BODY}", "LNA", "dateline", "LNA"),
    (f"Reuters/Mosul\n\n{BODY}", "Reuters", "dateline", "Reuters"),
    (f"AFP, Baghdad\n\n{BODY}", "AFP", "dateline", "Agence France-Presse"),
    (f"The Lake Herald reports:\n\n{BODY}", "The Lake Herald", "lead", "The Lake Herald"),
    (f"{BODY}\n\n— Reuters", "Reuters", "trailer", "Reuters"),
    (f"{BODY} (AFP)", "AFP", "trailer", "Agence France-Presse"),
    (f"{BODY}\n\n© AFP", "AFP", "trailer", "Agence France-Presse"),
    (f"{BODY}\n\nSource: Xinhua", "Xinhua", "trailer", "Xinhua"),
    (f"{BODY}\n\nWith inputs from agencies and PTI", "PTI", "trailer", "Press Trust of India"),
    (f"{BODY}\n\nThis story first appeared in The Lake Herald.", "The Lake Herald", "trailer", "The Lake Herald"),
    (
        f"{BODY}\n\nAssociated Press writer Ada Invented contributed to this report.",
        "Associated Press",
        "trailer",
        "Associated Press",
    ),
]


@pytest.mark.parametrize(("text", "written", "kind", "outlet"), CREDITED)
def test_a_printed_credit_is_found(register: Register, text: str, written: str, kind: str, outlet: str) -> None:
    text = f"Rebels quit the lake\n\n{text}"
    found = credits_of(laid_out(text), register)
    assert [(credit.written, credit.kind, credit.outlet) for credit in found] == [(written, kind, outlet)]
    assert all(text[credit.start : credit.end] == credit.written for credit in found)


@pytest.mark.parametrize(
    ("short", "spelled", "outlet"),
    [
        ("SPA", "the Savanna Press Agency", "Savanna Press Agency"),
        ("SPA", "the Saudi Press Agency", "Saudi Press Agency"),
        ("AFP", "the Armed Forces of the Philippines", "Agence France-Presse"),
        ("SPA", "nobody", "Saudi Press Agency"),
    ],
)
def test_a_short_form_is_what_the_report_says_it_is(register: Register, short: str, spelled: str, outlet: str) -> None:
    text = f"Rebels quit the lake\n\nTORMA ({short}) — {BODY}\n\nThe governor told {spelled} that it was so."
    assert [credit.outlet for credit in credits_of(laid_out(text), register)] == [outlet]


@pytest.mark.parametrize(
    "words",
    [
        f"{BODY} Reuters could not verify the account, and the AP did not answer.\n\nHe told AFP so.",
        f"Officials report:\n\n{BODY}",
        f"GOMA (DRC) — {BODY}",
        f"{BODY}\n\n— Karim Invented",
        f"{BODY}\n\n“We quit,” he said (he meant it).",
        f"According to SANA, 35 men left.\n\n{BODY}",
        f"{BODY}\n\nAFP/Karim Invented",
    ],
)
def test_a_bare_mention_is_no_credit(register: Register, words: str) -> None:
    assert credits_of(laid_out(f"Rebels quit the lake\n\n{words}"), register) == ()


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("By Ada Invented", None),
        ("By Ada al-Invented and Bo Madeup, Associated Press", "Associated Press"),
        ("By Reuters Staff", None),
    ],
)
def test_a_byline_is_kept_whole(register: Register, line: str, outlet: str | None) -> None:
    found = byline_of(laid_out(f"Rebels quit the lake\n\n{line}\n\n{BODY}"), register)
    assert found is not None
    assert (found.written, found.outlet) == (line, outlet)


@pytest.mark.parametrize("line", ["By Wednesday the men had left", "By late spring", "By contrast"])
def test_a_time_is_no_byline(register: Register, line: str) -> None:
    assert byline_of(laid_out(f"Rebels quit the lake\n\n{line}\n\n{BODY}"), register) is None


@pytest.mark.parametrize(
    ("line", "edtf"),
    [
        ("Published: 12 March 2019", "2019-03-12"),
        ("Posted on March 12, 2019 at 10:30", "2019-03-12"),
        ("March 2019", "2019-03"),
        ("2019-03-12", "2019-03-12"),
        ("Copyright 2016 The Lake Herald", "2016"),
        ("Published: 30 February 2019", None),
        ("Updated rules of 3 May 2019 say otherwise", None),
        ("03/04/2019", None),
    ],
)
def test_a_text_gives_the_date_it_prints(line: str, edtf: str | None) -> None:
    found = of_text(laid_out(f"Rebels quit the lake\n\n{BODY}\n\n{line}"))
    assert (found.edtf if found else None) == edtf


def test_a_dateline_with_a_year_gives_its_day() -> None:
    found = of_text(laid_out(f"Rebels quit the lake\n\nMOSUL, Iraq, Nov. 3, 2016 (AFP) — {BODY}"))
    assert found == Published("2016-11-03", "2016-11-03", "2016-11-03", "text")


def test_a_copyright_line_names_the_outlet_unless_it_is_an_agency(register: Register) -> None:
    own = laid_out(f"Rebels quit the lake\n\n{BODY}\n\nCopyright 2021 The Lake Herald")
    wire = laid_out(f"Rebels quit the lake\n\n{BODY}\n\n© 2021 Agence France-Presse")
    assert publisher(None, None, None, own, register).name == "The Lake Herald"
    assert publisher(None, None, None, wire, register).name is None


@pytest.mark.parametrize(
    ("name", "url"),
    [
        ("R\u0435uters", None),
        ("Lake Herald", "https://reuters-news.co/x"),
        ("Lake Herald", "http://xn--ruters-3of.com/"),
        ("Lake Herald", "http://reuters.com.news-of-today.info/x"),
    ],
)
def test_look_alikes_are_warned_of_and_never_matched(register: Register, name: str, url: str | None) -> None:
    found = publisher(name, url, None, laid_out(BODY), register)
    assert found.name == name
    assert len(found.warnings) == 1


def test_an_address_of_the_register_names_the_outlet(register: Register) -> None:
    found = publisher(None, "https://www.reuters.com/world/x", None, laid_out(BODY), register)
    assert (found.name, found.written, found.warnings) == ("Reuters", "www.reuters.com", ())


def test_captions_are_known_by_repeat_credit_or_place(register: Register) -> None:
    text = (
        "Rebels quit the lake\n\nAn empty camp by the shore\n\nSoldiers rest near the mill. [Ada Invented/AFP]\n\n"
        f"Soldiers rest near the mill. [Ada Invented/AFP]\n\n{BODY}"
    )
    layout = laid_out(text)
    found = captions_of(layout, debris_of(layout), None, ())
    assert [span.of(text) for span in found] == [
        "An empty camp by the shore",
        "Soldiers rest near the mill. [Ada Invented/AFP]",
    ]
