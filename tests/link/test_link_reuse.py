"""Shared text: copies are found inside other stories, furniture is no evidence, one more report changes little."""

from __future__ import annotations

import numpy as np
from link_making import claim, prose, report

from sayso.link.pairing import pairs
from sayso.link.sharing import Sharing
from sayso.link.shingles import Words, own_words
from sayso.link.traces import FEW, MOST_FEW, Facts, Kind, facts_of, graded, keys_of, weights
from sayso.model.report import Report
from sayso.model.span import Span


def reports(*texts: str) -> list[Report]:
    """A report of its own outlet for each text."""
    return [report(f"Outlet {n}", text) for n, text in enumerate(texts)]


def facts(made: list[Report]) -> dict[str, Facts]:
    """What some reports with a claim each can share."""
    return facts_of({each.id: keys_of(each, [claim(each)], Words()) for each in made})


def test_a_copy_inside_another_story_is_contained_in_it_and_not_the_other_way() -> None:
    wire, longer = reports(prose(1, 120), f"{prose(2, 200)} {prose(1, 120)} {prose(3, 200)}")
    found = facts([wire, longer])
    shared = Sharing(found).text(wire.id, longer.id)
    assert shared is not None and shared.of_first == 1.0 and shared.of_second < 0.5
    assert pairs(found) == [tuple(sorted((wire.id, longer.id)))]


def test_number_words_case_and_marks_do_not_hide_a_copy() -> None:
    one, other = reports(
        "Then FORTY men left the Café in the town of Reed by night and never came back to it at all ok",
        "then 40 men left the cafe in the town of reed by night and never came back to it at all, OK",
    )
    shared = Sharing(facts([one, other])).text(one.id, other.id)
    assert shared is None or shared.of_first == shared.of_second == 1.0


def test_unrelated_texts_share_nothing() -> None:
    one, other = reports(prose(1, 200), prose(2, 200))
    assert Sharing(facts([one, other])).text(one.id, other.id) is None


def test_furniture_and_quoted_speech_are_left_out() -> None:
    text = f"Words of mine. “{prose(5)}” Advertisement here."
    made = report("A", text, debris=(Span(text.index("Advertisement"), len(text)),))
    assert "Advertisement" not in own_words(made) and "Words of mine" in own_words(made)
    assert prose(5) not in own_words(made)


def test_rarity_steps_down_in_powers_of_two_to_nothing() -> None:
    found = np.array([1, 2, 3, 4, 7, 8, 128])
    assert weights(Kind.RUN)[graded(Kind.RUN, found)].tolist() == [840, 420, 420, 280, 280, 210, 0]
    assert weights(Kind.DETAIL)[graded(Kind.DETAIL, np.array([1, 2, 63, 64]))].tolist() == [840, 420, 140, 0]


def test_a_value_that_many_reports_give_is_no_evidence() -> None:
    assert [bool(grade & FEW) for grade in graded(Kind.VALUE, np.array([1, MOST_FEW, MOST_FEW + 1]))] == [
        True, True, False,
    ]  # fmt: skip
