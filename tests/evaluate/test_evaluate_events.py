"""Marked events meet how we read negation and certainty; a perfect answer agrees, an empty one finds none."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.evaluate import events

REAL = Path(__file__).resolve().parents[3] / "shared" / "data" / "meantime"
SENTENCES = ("Camp news", "May 3", "They did not leave .", "They will leave .", "They left .")  # our own
MARKS = ((2, "leave", "NEG", "NON_FUTURE"), (3, "leave", "POS", "FUTURE"), (4, "left", "POS", "NON_FUTURE"))


@pytest.fixture
def document(tmp_path: Path) -> events.Document:
    lines: list[str] = []
    ids: dict[tuple[int, str], int] = {}
    for number, sentence in enumerate(SENTENCES):
        for word in sentence.split():
            ids[number, word] = len(lines) + 1
            lines.append(f'<token sentence="{number}" t_id="{len(lines) + 1}">{word}</token>')
    for number, word, polarity, time in MARKS:
        mark = f'<EVENT_MENTION certainty="CERTAIN" polarity="{polarity}" time="{time}">'
        lines.append(f'{mark}<token_anchor t_id="{ids[number, word]}"/></EVENT_MENTION>')
    (tmp_path / "a.xml").write_text("<Document>" + "\n".join(lines) + "</Document>", "utf-8")
    return events.read(tmp_path / "a.xml")


def test_events_are_read_with_polarity_and_certainty(document: events.Document) -> None:
    assert document.text == "Camp news\n\nMay 3\n\nThey did not leave. They will leave. They left."
    assert [event.span.of(document.text) for event in document.events] == ["leave", "leave", "left"]
    assert [(event.negated, event.open) for event in document.events] == [(True, False), (False, True), (False, False)]


def test_our_own_reading_agrees_on_plain_sentences(document: events.Document) -> None:
    assert events.judged(document, ()) == [(True, False), (False, True), (False, False)]
    found = events.agreements([document], lambda text: ())
    assert all(each.same == each.of == 3 and each.marked.f1 == 1 for each in found.values())


def test_perfect_and_empty() -> None:
    theirs = [True, False, True]
    perfect = events.agreement([(each, each) for each in theirs])
    assert (perfect.same, perfect.of, perfect.marked.f1) == (3, 3, 1)
    empty = events.agreement([(each, False) for each in theirs])
    assert (empty.same, empty.marked.recall, empty.marked.f1) == (1, 0, 0)
    assert events.agreement([]).marked.f1 == 0


@pytest.mark.skipif(not REAL.is_dir(), reason="the data folder is not beside the checkout")
def test_the_real_documents_hold_their_events() -> None:
    documents = [events.read(path) for path in sorted(REAL.rglob("*.xml"))[:20]]
    found = [event for each in documents for event in each.events]
    assert any(event.negated for event in found) and any(event.open for event in found)
    assert all(event.span.of(each.text).strip() for each in documents for event in each.events)
