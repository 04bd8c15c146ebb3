"""The checker against pairs of texts and claims: what it accepts and what it refuses."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from compare_pairs import Pair, pairs

from sayso.pipeline.grounding import LONGEST_CLAIM, ground

#: Floors, measured and rounded down; lower one only with a reason in the commit.
FLOORS = {"tuned": (0.90, 0.99), "held_out": (0.70, 0.97)}


def shares(name: str) -> tuple[float, float]:
    found = pairs(name)
    rows = list(ground({"text": pair.text, "claim": pair.claim} for pair in found))
    faithful = [row["grounded"] for pair, row in zip(found, rows, strict=True) if pair.kind == "faithful"]
    false = [not row["grounded"] for pair, row in zip(found, rows, strict=True) if pair.kind != "faithful"]
    return sum(faithful) / len(faithful), sum(false) / len(false)


@pytest.mark.parametrize("name", sorted(FLOORS))
def test_faithful_claims_are_accepted_and_falsified_ones_refused(name: str) -> None:
    accepted, refused = shares(name)
    assert (accepted >= FLOORS[name][0], refused >= FLOORS[name][1]) == (True, True), (accepted, refused)


def test_spans_cover_words_of_the_text_and_every_verdict_has_a_reason() -> None:
    found: list[Pair] = pairs("tuned")
    for pair, row in zip(found, ground({"text": p.text, "claim": p.claim} for p in found), strict=True):
        assert row["why"]
        if row["grounded"]:
            assert 0 <= row["start"] < row["end"] <= len(pair.text)
        else:
            assert row["start"] is None and row["end"] is None


TAKEN_BACK = [
    "The paper first wrote that twelve men were shot; it later said this was wrong.",
    "Twelve men were shot, the mayor said. On Friday the report was withdrawn.",
    "An earlier version of this report said that twelve men were shot.",
]
STANDING = [
    "Twelve men were shot. The doctor called it a crime.",
    "Twelve men were shot because the order was wrong.",
]


def test_what_the_text_takes_back_does_not_stand_in_it() -> None:
    for texts, stands in ((TAKEN_BACK, False), (STANDING, True)):
        rows = ground({"text": text, "claim": "Twelve men were shot."} for text in texts)
        assert [row["grounded"] for row in rows] == [stands] * len(texts)


REASONS = [
    ("Ten men fled the camp.", "Twelve men fled the camp.", "10 in the text, 12 in the claim"),
    ("No one says that ten men fled.", "Ten men fled.", "“no”, of the telling"),
    ("If pay stops, ten men will flee.", "Ten men will flee.", "“if”"),
]


@pytest.mark.parametrize(("text", "claim", "words"), REASONS)
def test_reasons_are_in_plain_words(text: str, claim: str, words: str) -> None:
    (row,) = ground([{"text": text, "claim": claim}])
    assert words in row["why"]
    assert "#" not in row["why"]


BAD = [
    b"nonsense",
    b"",
    b"[1]",
    b'{"text": "a"}',
    b'{"text": 1, "claim": "a"}',
    b"\xff",
    b'{"text": NaN}',
    b"[" * 100_000,
]


def test_bad_lines_give_false_and_why_in_order() -> None:
    good = json.dumps({"text": "Forty soldiers deserted.", "claim": "40 soldiers deserted.", "mine": 7}).encode()
    long = json.dumps({"text": "a", "claim": "a" * (LONGEST_CLAIM + 1)}).encode()
    rows = list(ground([*BAD, good, long]))
    assert [row["grounded"] for row in rows] == [False] * len(BAD) + [True, False]
    assert all(row["why"] for row in rows)
    assert rows[len(BAD)]["mine"] == 7


def test_hostile_texts_end_soon() -> None:
    texts = ["of the " * 25_000, "a's " * 40_000, "if " * 60_000, ", and " * 30_000, "not " * 40_000, "(" * 100_000]
    assert not any(row["grounded"] for row in ground({"text": text, "claim": "Forty men fled."} for text in texts))
