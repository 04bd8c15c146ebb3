"""A perfect answer scores 1, an empty one 0, on every scorer."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.evaluate import claims, dates, quantities, spans
from sayso.model.span import Span
from sayso.model.telling import Attribution, Teller, TellerKind

NOBODY = Teller(None, "", None, None, TellerKind.UNKNOWN, named=False)
GOLD = {("a", "Source", 0, 4), ("a", "Cue", 5, 9), ("a", "Content", 10, 30)}


def test_spans_perfect_empty_and_near() -> None:
    assert all(v["f1"] == 1 and v["overlap f1"] == 1 for v in spans.scores(GOLD, GOLD).values())
    assert all(v["f1"] == 0 and v["overlap f1"] == 0 for v in spans.scores(GOLD, set()).values())
    near = {("a", "Content", 12, 30)}
    assert spans.scores(GOLD, near)["content"]["f1"] == 0
    assert spans.scores(GOLD, near)["content"]["overlap f1"] == 1


def test_spans_of_a_stand_off_file(tmp_path: Path) -> None:
    (tmp_path / "a.ann").write_text(
        "T1\tSource 0 4\tThey\nT2\tCue 5 9\tsaid\nT3\tContent 10 30\tx\nE1\tCue:T2\n", "utf-8"
    )
    (tmp_path / "a.txt").write_text("They said the post was empty.", "utf-8")
    told = Attribution((Span(0, 4),), (Span(5, 9),), (Span(10, 30),), NOBODY)
    assert spans.gold_of(tmp_path / "a.ann") == GOLD
    assert spans.folder_scores(tmp_path, lambda text: [told])["cue"]["f1"] == 1


def test_quantities_perfect_and_empty() -> None:
    row = {"text": "Some 40 men left.", "quantities": [{"change": "~", "value": "40"}]}
    assert quantities.scored([row])["value"] == (1, 1, 1)
    assert quantities.scored([{"text": "Men left.", "quantities": row["quantities"]}])["value"] == (0, 0, 1)


def test_dates_perfect_and_empty() -> None:
    document = dates.Document("x", (Span(0, 1),), None, (("2019-03-14",),))
    assert dates.counts([document], [[["2019-03-14"]]]) == (1, 1, 1)
    assert dates.counts([document], [[[]]]) == (0, 0, 1)


@pytest.mark.parametrize(("answer", "recall"), [(True, 1), (False, 0)])
def test_claims_perfect_and_empty(answer: bool, recall: int) -> None:
    hop = {"kind": "outlet", "start": None, "end": None, "certainty": "asserted", "inferred": False}
    line = {
        "path": "a.txt",
        "start": 0,
        "end": 9,
        "indicator": "desertion",
        "certainty": "asserted",
        "negated": False,
        "stage": "done",
        "chain": [hop],
        "quantity": None,
        "places": [],
        "time": None,
    }
    ours = [{**line, "quantity": None}] if answer else []
    found = claims.figures(claims.compare([line], ours), {})
    assert found["recall"] == (recall, 1)
    assert found["precision"] == (recall, recall)
