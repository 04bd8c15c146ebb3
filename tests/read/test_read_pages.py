from __future__ import annotations

import time

import pytest

from sayso.books.register import Register, shipped
from sayso.model.picture import Unread
from sayso.model.report import Report
from sayso.read.items import Given
from sayso.read.reading import again

ONE = "Officials in the north said on Monday that dozens of fighters had left their posts because pay was late."
TWO = "Residents of the mill quarter told the paper that trucks had crossed the river to the south by night."
THREE = "A spokesman for the provincial council denied it and said that every post along the lake was still held."


@pytest.fixture(scope="module")
def register() -> Register:
    return shipped()


def page(head: str = "", top: str = "", more: str = "", bottom: str = "") -> bytes:
    return (
        f"<html><head>{head}</head><body><nav>Home</nav><article><h1>Rebels quit the lake shore</h1>{top}"
        f"<p>{ONE}</p><p>{TWO}</p>{more}<p>{THREE}</p>{bottom}</article><footer>About us</footer></body></html>"
    ).encode()


def read(raw: bytes, register: Register) -> Report:
    found = again(raw, "x.html", Given(), register)
    assert isinstance(found, Report), found
    return found


def test_a_page_gives_headline_byline_caption_body_and_trailer(register: Register) -> None:
    top = "<p>By Ada Invented</p><figure><figcaption>An empty camp by the lake. [A. Invented/AFP]</figcaption></figure>"
    report = read(page(top=top, bottom="<p>This article originally appeared in The Lake Herald.</p>"), register)
    assert report.headline is not None and report.headline.of(report.text) == "Rebels quit the lake shore"
    assert report.byline is not None and report.byline.written == "By Ada Invented"
    assert [credit.outlet for credit in report.credits] == ["The Lake Herald"]
    assert [span.of(report.text) for span in report.captions] == ["An empty camp by the lake. [A. Invented/AFP]"]
    assert [report.text.index(words) for words in (ONE, TWO, THREE)] == sorted(
        report.text.index(words) for words in (ONE, TWO, THREE)
    )


@pytest.mark.parametrize(
    "hidden",
    [
        "<p style='display:none'>{}</p>",
        "<p style='visibility: hidden'>{}</p>",
        "<p style='color:#fff'>{}</p>",
        "<p style='color:#123;background:#123'>{}</p>",
        "<p style='font-size:1px'>{}</p>",
        "<p style='opacity:0'>{}</p>",
        "<p hidden>{}</p>",
        "<p class='gone'>{}</p>",
        "<div style='display:none'><p>{}</p></div>",
        "<!-- <p>{}</p> -->",
        "<script>'{}'</script>",
        "<noscript><p>{}</p></noscript>",
        "<template><p>{}</p></template>",
        "<img src='x' alt='{}'>",
        "<svg><text>{}</text></svg>",
        "<iframe srcdoc='<p>{}</p>'></iframe>",
    ],
)
def test_what_no_reader_sees_does_not_enter(register: Register, hidden: str) -> None:
    words = "A thousand men surrendered to the hidden army in one night, the hidden commander said."
    report = read(page(head="<style>.gone{display:none}</style>", more=hidden.format(words)), register)
    assert "hidden army" not in report.text
    assert THREE in report.text


@pytest.mark.parametrize(
    ("head", "edtf"),
    [
        ('<script type="application/ld+json">{"datePublished": "2019-03-12T23:30:00Z"}</script>', "2019-03-12"),
        ('<meta property="article:published_time" content="2019-03-12T01:00:00+03:00">', "2019-03-12"),
        ('<meta name="date" content="2019-03">', "2019-03"),
        ('<meta name="date" content="99999999999">', None),
        ('<meta name="date" content="2019-02-30">', None),
        ("", None),
    ],
)  # fmt: skip
def test_a_page_gives_its_original_date_and_no_more_precision(register: Register, head: str, edtf: str | None) -> None:
    report = read(page(head=head), register)
    assert (report.published.edtf if report.published else None) == edtf
    assert report.published is None or report.published.basis == "page"


def test_a_page_names_its_outlet(register: Register) -> None:
    site = read(page(head='<meta property="og:site_name" content="Reuters">'), register)
    linked = read(
        page(head='<script type="application/ld+json">{"publisher": {"name": "Lake Herald"}}</script>'), register
    )
    assert (site.outlet, linked.outlet) == ("Reuters", "Lake Herald")
    assert read(page(), register).outlet is None


def test_the_named_charset_of_a_page_is_used(register: Register) -> None:
    words = page(
        head='<meta charset="windows-1251">', more="<p>The word Мост stands on the sign by the old bridge.</p>"
    )
    assert "Мост" in read(words.decode().encode("cp1251"), register).text


def test_a_page_laid_out_in_tables_is_read_as_paragraphs(register: Register) -> None:
    raw = (
        f"<table><tr><td>Home</td><td>World</td></tr></table><table><tr><td><p>{ONE}</p><p>{TWO}</p></td></tr></table>"
    )
    text = read(raw.encode(), register).text
    assert ONE in text.split("\n\n") and "|" not in text


@pytest.mark.parametrize(
    "raw",
    [
        "<div>" * 100_000 + f"<p>{ONE}</p>",
        "<div>" * 5_000 + f"<p>{ONE}</p>" + "</div>" * 5_000,
        "<p>" * 300_000,
        '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]><p>' + "&b;" * 50_000 + "</p>",
        "<p>" + "&amp;" * 200_000 + f"</p><p>{ONE}</p>",
        "<a href='x'>link</a> " * 20_000 + f"<p>{ONE}</p>",
        "<" * 200_000,
        "<p style='" + "color:" * 50_000 + "'>x</p>",
        "<style>" + "a{" * 50_000 + f"</style><p>{ONE}</p>",
        "",
        "<html></html>",
        "<script type='application/ld+json'>" + "[" * 50_000 + f"</script><p>{ONE}</p>",
    ],
    ids=lambda raw: raw[:12],
)
def test_hostile_markup_ends_soon_and_cleanly(register: Register, raw: str) -> None:
    before = time.process_time()
    assert isinstance(again(raw.encode(), "x.html", Given(), register), Report | Unread)
    assert time.process_time() - before < 5


@pytest.mark.parametrize(
    "text",
    [
        "a" * 200_000 + "!", "“" * 50_000, "(" * 50_000, "[" * 50_000, "By " + "A " * 60_000 + "!", "share  " * 20_000,
        "- " * 50_000, "\n".join("Read more: " + "x " * 30 for _ in range(99)), "\n\n".join(["© " + "2 " * 70] * 2000),
        "A" * 90 + ", " * 40_000, "\n\n".join(["By " + "Aa bb " * 20] * 2000), "\n\n".join(["> " * 110] * 2000),
        "\n\n".join(["A " * 100 + "("] * 2000), "A\u0301" * 50_000, "\u202e" * 1000 + "53",
    ],
    ids=lambda text: text[:12],
)  # fmt: skip
def test_hostile_text_ends_soon(register: Register, text: str) -> None:
    before = time.process_time()
    found = again(text.encode(), "x.txt", Given(), register)
    assert isinstance(found, Report | Unread)
    assert time.process_time() - before < 2
