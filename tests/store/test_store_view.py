from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from case_making import TEXT, case_at, claim_of, in_kidal, in_march, linked_of, put, report_of, writer

from sayso.model.books import Codebook
from sayso.model.errors import BadInput, Bug
from sayso.model.picture import Unread
from sayso.model.report import Published
from sayso.model.telling import Seen
from sayso.store import View
from sayso.store.filters import Filters, first_day, last_day

CODEBOOK = Codebook("mini", "1", "Mini", "", (), {}, {}, "mini.yaml")
PUBLISHED = Published("2016-05", "2016-05-01", "2016-05-31", "manifest")


@pytest.fixture
def case(tmp_path: Path) -> Path:
    made = case_at(tmp_path / "case")
    one = report_of("one.txt", outlet="One", published=PUBLISHED)
    two = report_of("two.txt", TEXT + " A strike.", outlet="Two", published=PUBLISHED)
    first = claim_of(one, time=in_march(), places=(in_kidal(),))
    second = claim_of(two, "A strike", "mutiny")
    put(made, one, first)
    put(made, two, second)
    with writer(made) as open_case, View(made) as view:
        assert open_case.link(linked_of(first), view.revision(), "one")
    return made


def quotes(case: Path, filters: Filters) -> list[str]:
    with View(case) as view:
        return [claim.quote for claim in view.claims(filters)]


def test_what_is_written_is_read_back_the_same(case: Path) -> None:
    one = report_of("one.txt", outlet="One", published=PUBLISHED)
    first = claim_of(one, time=in_march(), places=(in_kidal(),))
    with View(case) as view:
        assert view.report(one.id) == one
        assert view.text(one.id) == TEXT
        back = view.claim(first.id)
        assert back is not None
        assert back.chain[0].seen is Seen.YES
        assert (back.time, back.places, back.origin) == (first.time, first.places, "o" + first.id[1:])
        assert (view.report("r0"), view.claim("c0"), view.matter("m0")) == (None, None, None)


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        (Filters(), ["Five men deserted", "A strike"]),
        (Filters(indicators=("mutiny", "refusal")), ["A strike"]),
        (Filters(outlets=("One",)), ["Five men deserted"]),
        (Filters(places=("country",)), ["Five men deserted"]),
        (Filters(places=("p1", "p2")), ["Five men deserted"]),
        (Filters(until="2016-04-30"), ["Five men deserted"]),
        (Filters(since="2016-04-01"), ["A strike"]),  # by publication, as no time is stated
        (Filters(published_since="2016-06-01"), []),
        (Filters(published_until="2016-05-01"), ["Five men deserted", "A strike"]),
        (Filters(words="strike"), ["A strike"]),
    ],
)
def test_filters_keep_what_fits(case: Path, filters: Filters, found: list[str]) -> None:
    assert quotes(case, filters) == found


@pytest.mark.parametrize(
    "words",
    ['"unbalanced', "a AND", "t:NEAR(", "*", "col:x", "-x", "^", " ", "'; DROP TABLE claim", "a OR b", "Kidal*"],
)
def test_no_word_that_is_searched_for_is_an_operator(case: Path, words: str) -> None:
    quotes(case, Filters(words=words))
    assert len(quotes(case, Filters())) == 2


def test_reports_are_filtered_by_their_claims(case: Path) -> None:
    with View(case) as view:
        assert [each.path for each in view.reports(filters=Filters(indicators=("mutiny",)))] == ["two.txt"]
        assert [each.text for each in view.reports()] == ["", ""]


def test_dates_are_read_as_days() -> None:
    assert (first_day("2016"), last_day("2016")) == ("2016-01-01", "2016-12-31")
    assert (first_day("2016-02"), last_day("2016-02")) == ("2016-02-01", "2016-02-29")
    for wrong in ("2016-02-30", "2016-13", "16", "2016-00", "2016-02-00", "yesterday", "٢٠١٦"):
        with pytest.raises(BadInput):
            first_day(wrong)


def test_old_ids_of_matters_and_origins_still_open(case: Path) -> None:
    one = report_of("one.txt", outlet="One", published=PUBLISHED)
    first = claim_of(one, time=in_march(), places=(in_kidal(),))
    second = claim_of(
        report_of("two.txt", TEXT + " A strike.", outlet="Two", published=PUBLISHED), "A strike", "mutiny"
    )
    with writer(case) as open_case, View(case) as view:
        old = view.matters()[0].id
        open_case.link(linked_of(first, second), view.revision() + 1, "one")
    with View(case) as view:
        (matter,) = view.matters()
        for id in {old, matter.id, "m" + first.id[1:], "m" + second.id[1:]}:
            assert view.matter(id) == matter
        assert view.present_id("m" + second.id[1:]) == matter.id


def test_a_summary_counts_without_reading_texts(case: Path) -> None:
    with writer(case) as open_case:
        open_case.settle_unread(["/in"], [("/in/x.bin", Unread("x.bin", "It is binary."))])
    with View(case) as view:
        summary = view.summary(CODEBOOK)
        picture = view.picture(CODEBOOK)
    assert summary.by_status == (("read", 2),)
    assert summary.outlets == (("One", 1), ("Two", 1))
    assert summary.by_month == (("desertion", "2016-03", 1), ("mutiny", "2016-05", 1))
    assert (summary.claims, summary.accepted, summary.matters_total, summary.origins_total) == (2, 0, 1, 1)
    assert summary.unread == picture.unread == (Unread("x.bin", "It is binary."),)
    assert len(picture.claims) == 2


def test_unread_files_are_listed_until_they_are_read_or_gone(case: Path) -> None:
    with writer(case) as open_case:
        open_case.settle_unread(
            ["/in", "/other"], [("/in/x.bin", Unread("x.bin", "a")), ("/other/y", Unread("y", "b"))]
        )
        open_case.settle_unread(["/in"], [])
    with View(case) as view:
        assert view.unread() == (Unread("y", "b"),)


def test_derived_rows_can_be_dropped_and_made_again(case: Path) -> None:
    with View(case) as view:
        before = (view.matters(), view.origins(), view.claims())
    one = report_of("one.txt", outlet="One", published=PUBLISHED)
    first = claim_of(one, time=in_march(), places=(in_kidal(),))
    with writer(case) as open_case:
        open_case.forget_links()
        with View(case) as view:
            assert (view.matters(), view.origins()) == ((), ())
        open_case.link(linked_of(first), 2, "one")
    with View(case) as view:
        assert (view.matters(), view.origins(), view.claims()) == before


def test_older_links_never_replace_newer_ones(case: Path) -> None:
    one = report_of("one.txt", outlet="One", published=PUBLISHED)
    with writer(case) as open_case, View(case) as view:
        now = view.revision()
        assert not open_case.link(linked_of(claim_of(one)), now - 1, "one")


def test_every_writer_leaves_one_line_of_who_when_and_why(case: Path) -> None:
    with View(case) as view:
        entries = view.entries()
    assert [dict(each) for each in entries] == [
        {"number": at, "who": "Ada", "at": "2026-01-02T03:04:05+00:00", "why": "test"} for at in (1, 2)
    ]


def test_a_claim_that_does_not_quote_its_report_is_never_stored(case: Path) -> None:
    report = report_of("three.txt", TEXT + " Three.")
    claim = claim_of(report)
    for wrong in ((replace(claim, quote="Six men deserted!"),), (claim, claim)):
        with pytest.raises(Bug):
            put(case, report, *wrong)
    with View(case) as view:
        assert view.report(report.id) is None
